/** How Astro, which works in a folder of the edition, finds the packages of the program, wherever npm put them. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { packageFolders } from '../root.ts';

/**
 * Makes a folder in which the same packages are found as in that of the program: one inside the other, each with a link to one
 * of the folders in which Node looks.
 *
 * @param work the folder in which they are made
 * @returns the innermost one
 */
export async function makeWorkplace(work: string): Promise<string> {
  let folder = work;
  for (const packages of packageFolders().reverse()) {
    folder = path.join(folder, 'in');
    await mkdir(folder, { recursive: true });
    const link = path.join(folder, 'node_modules');
    await rm(link, { force: true });
    // On Windows a junction, which needs no right of its own.
    await symlink(packages, link, 'junction');
  }
  return folder;
}
