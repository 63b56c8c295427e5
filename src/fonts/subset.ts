/** Faces cut down to the characters that texts have, as WOFF2. */
import { createHash } from 'node:crypto';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import { servedBy, type Typeface } from './faces.ts';
import { tablesOf } from './sfnt.ts';
import { wholeFont } from './whole.ts';

/**
 * What of the features of a face is kept: how letters join, compose, are local and carry marks, and what brings them together.
 * Fractions, old numerals and small capitals would be a sixth of the files, and no page asks for them.
 */
const features = ['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'mark', 'mkmk', 'kern'];

/** What was compressed, by the digest of what went in: most texts need the same letters, and compressing takes longest. */
const compressed = new Map<string, Promise<Buffer>>();

/** The value of a key, made where there is none. */
function kept<T>(values: Map<string, T>, key: string, make: () => T): T {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

/**
 * A face with the letters that it always keeps and those of a text.
 *
 * @param characters of the text; the face need not have them all
 * @returns the file, WOFF2
 */
export async function subsetTypeface(face: Typeface, characters: string): Promise<Buffer> {
  const { font } = await wholeFont(face.from);
  const subset = await subsetFont(font, face.always + servedBy(face, characters), {
    targetFormat: 'truetype',
    keepFeatures: features,
    ...(tablesOf(font).has('fvar') ? { variationAxes: { wght: face.weight } } : {}),
  });
  const digest = createHash('sha256').update(subset).digest('hex');
  return kept(compressed, digest, () => fontverter.convert(subset, 'woff2'));
}
