import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';
import { blocksOf, type Edition, latestVersion, plainText, runningTexts } from '../edition/model.ts';
import { typefaces } from '../text/typefaces.ts';

/** Where the subset fonts lie for the style sheets; made anew by every build. */
export const fontFolder = path.resolve(import.meta.dirname, '../../.cache/fonts');

const require = createRequire(import.meta.url);

/** Every character of the texts of an edition. */
function charactersOf(edition: Edition): string {
  const characters = new Set<string>();
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const texts = [...blocksOf(version).flatMap(runningTexts), ...version.notes.map((note) => note.children)];
    for (const text of texts) for (const character of plainText(text)) characters.add(character);
  }
  return [...characters].sort().join('');
}

/** Writes the fonts of the pages, cut down to the characters that the edition and the interface use. */
export async function makeFonts(edition: Edition): Promise<void> {
  await mkdir(fontFolder, { recursive: true });
  const characters = charactersOf(edition);
  await Promise.all(
    typefaces.map(async ({ file, from, always }) => {
      const font = await readFile(require.resolve(from));
      const subset = await subsetFont(font, always + characters, {
        targetFormat: 'woff2',
        variationAxes: { wght: { min: 400, max: 700 } },
      });
      await writeFile(path.join(fontFolder, file), subset);
    }),
  );
}
