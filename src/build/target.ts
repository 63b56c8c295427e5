/** The folder that a build or a packaging replaces: it must be one that was made so before, and it is replaced whole. */
import { access, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Why nothing may be put there, in words for the person who asked for it. */
export class UnfitTarget extends Error {}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** Whether a file or folder is there. */
export const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Holds a target against what may be replaced: nothing, an empty folder, or one that was made by the same program.
 *
 * @param isOurs whether a folder that holds these names was made so
 * @param whatItLacks what a folder would be that is ours, for the message
 * @throws {@link UnfitTarget} of a folder that is somebody else's, of a file, and of a mount point, which cannot be replaced
 */
export async function checkTarget(
  out: string,
  isOurs: (names: readonly string[]) => Promise<boolean>,
  whatItLacks: string,
): Promise<void> {
  const shown = path.relative(process.cwd(), out) || '.';
  const found = await stat(out).catch((error) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UnfitTarget(`${shown} is a file; name a folder`);
  const { dev } = await stat(path.dirname(out));
  if (dev !== found.dev || out === path.dirname(out)) throw new UnfitTarget(mountPoint(shown));
  const names = await readdir(out);
  if (names.length > 0 && !(await isOurs(names))) {
    throw new UnfitTarget(
      `${shown}/ contains other files (it is ${whatItLacks}), and a build replaces the whole folder. Choose an empty or new folder.`,
    );
  }
}

const mountPoint = (shown: string) =>
  `${shown}/ is a disk or volume of its own (a mount point), which cannot be replaced as a whole. Choose a folder inside it.`;

/**
 * Puts the new folder in the place of the old one, which is gone only when the new one stands.
 *
 * @param old where the old one lies meanwhile, on the same disk
 * @throws {@link UnfitTarget} of a mount point that could not be told before: a folder of the same disk, mounted anew
 */
export async function replaceTarget(out: string, made: string, old: string): Promise<void> {
  for (;;) {
    await rename(out, old).catch((error) => {
      if (codeOf(error) === 'EBUSY') throw new UnfitTarget(mountPoint(path.relative(process.cwd(), out)));
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    try {
      await rename(made, out);
      return;
    } catch (error) {
      // Another process put its own there in the meantime.
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) {
        await rename(old, out).catch(() => {});
        throw error;
      }
      await rm(old, { recursive: true, force: true });
    }
  }
}
