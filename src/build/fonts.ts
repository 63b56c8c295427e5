import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

/** Where the subset fonts lie in live editing; a build has a folder of its own for them. */
export const fontFolder = path.resolve(import.meta.dirname, '../../.cache/fonts');

const require = createRequire(import.meta.url);

const latin = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}–—‘’“”…¶·×©§°éèöüçäÖÜÇ`;

interface Font {
  readonly file: string;
  readonly from: string;
  /** What any page can need, whatever the texts hold. */
  readonly always: string;
  /** The weights that are kept. */
  readonly weight: number | { readonly min: number; readonly max: number };
}

const fonts: readonly Font[] = [
  {
    file: 'naskh.woff2',
    from: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    // The alphabet with its hamza forms, digits, marks, joiners, quotation marks.
    always: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقکگكلمنهوۀةىيیپچژًٌٍَُِّْٰٔـ۰۱۲۳۴۵۶۷۸۹٪٫٬،؛؟«»\u200c\u200d',
    weight: { min: 400, max: 700 },
  },
  {
    file: 'serif.woff2',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    always: latin,
    weight: { min: 400, max: 700 },
  },
  // The titles of Latin references: a naskh has no italic, and a slanted upright is none.
  {
    file: 'serif-italic.woff2',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    always: latin,
    weight: 400,
  },
];

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
    fonts.map(async ({ file, from, always, weight }) => {
      const font = await readFile(require.resolve(from));
      const subset = await subsetFont(font, always + characters, {
        targetFormat: 'woff2',
        variationAxes: { wght: weight },
      });
      await writeFile(path.join(folder, file), subset);
      return subset;
    }),
  );
  for (const subset of subsets) digest.update(subset);
  return digest.digest('hex');
}
