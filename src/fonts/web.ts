import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { OwnFaces, Typeface } from './faces.ts';
import { neededFaces } from './needed.ts';
import { subsetTypeface } from './subset.ts';

/** What was made of the faces. */
export interface MadeFonts {
  /** Of their files: pages name the style sheet that names them. */
  readonly digest: string;
  /** The characters that no face has. */
  readonly missing: readonly string[];
}

const listOf = (folder: string): string => path.join(folder, 'faces.json');

/**
 * Writes the fonts of the pages, cut down to the characters that the edition and the interface use.
 *
 * @param characters those of the texts
 * @param folder where they go, with a list of them
 * @param own the faces that the edition brings
 */
export async function makeFonts(characters: string, folder: string, own: OwnFaces = {}): Promise<MadeFonts> {
  await mkdir(folder, { recursive: true });
  const { faces, missing } = await neededFaces(characters, own);
  const subsets = await Promise.all(
    faces.map(async (face) => {
      const subset = await subsetTypeface(face, characters);
      await writeFile(path.join(folder, face.file), subset);
      return subset;
    }),
  );
  const list = JSON.stringify(
    faces.map(({ family, file, weight, style, ranges }) => ({ family, file, weight, style, ranges })),
  );
  await writeFile(listOf(folder), list);
  const digest = createHash('sha256').update(list);
  for (const subset of subsets) digest.update(subset);
  return { digest: digest.digest('hex'), missing };
}

/** A face that was made. */
export type MadeFace = Pick<Typeface, 'family' | 'file' | 'weight' | 'style' | 'ranges'>;

/** The faces in a folder of fonts. */
export const readFaces = async (folder: string): Promise<MadeFace[]> =>
  JSON.parse(await readFile(listOf(folder), 'utf8'));
