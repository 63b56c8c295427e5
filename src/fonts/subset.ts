/** Faces cut down to the characters that texts have, as WOFF2. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';
import type { Typeface } from './faces.ts';

const require = createRequire(import.meta.url);

/** The faces as they are before they are cut, by the file they come from. */
const whole = new Map<string, Promise<Buffer>>();

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
  const font = await kept(whole, face.from, async () =>
    fontverter.convert(await readFile(require.resolve(face.from)), 'truetype'),
  );
  const subset = await subsetFont(font, face.always + characters, {
    targetFormat: 'truetype',
    variationAxes: { wght: face.weight },
  });
  const digest = createHash('sha256').update(subset).digest('hex');
  return kept(compressed, digest, () => fontverter.convert(subset, 'woff2'));
}
