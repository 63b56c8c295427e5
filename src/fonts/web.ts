import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { typefaces } from './faces.ts';
import { subsetTypeface } from './subset.ts';

/**
 * Writes the fonts of the pages, cut down to the characters that the edition and the interface use.
 *
 * @param characters those of the texts
 * @param folder where they go
 * @returns their digest: pages name the style sheet that names them
 */
export async function makeFonts(characters: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const digest = createHash('sha256');
  const subsets = await Promise.all(
    typefaces.map(async (face) => {
      const subset = await subsetTypeface(face, characters);
      await writeFile(path.join(folder, face.file), subset);
      return subset;
    }),
  );
  for (const subset of subsets) digest.update(subset);
  return digest.digest('hex');
}
