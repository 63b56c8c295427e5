import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadFacts } from '../../../src/edition/reading/load.ts';
import type { ContentFaults } from '../../../src/faults.ts';
import { faceFiles } from '../../../src/fonts/files.ts';
import { neededFaces } from '../../../src/fonts/needed.ts';
import { makeEdition } from '../../helpers/edition.ts';

/** An edition with these files in `content/fonts/`: fonts of the program by their names, or words. */
async function editionWith(fonts: Readonly<Record<string, string>>): Promise<string> {
  const root = await makeEdition({});
  const folder = path.join(root, 'content/fonts');
  await mkdir(folder, { recursive: true });
  for (const [name, from] of Object.entries(fonts))
    if (from.startsWith('/')) await copyFile(from, path.join(folder, name));
    else await writeFile(path.join(folder, name), from);
  return root;
}

async function faultsOf(fonts: Readonly<Record<string, string>>): Promise<string[]> {
  try {
    await loadFacts(await editionWith(fonts));
    return [];
  } catch (error) {
    return (error as ContentFaults).faults.map(({ file, what }) => `${path.basename(file)}: ${what}`);
  }
}

const { naskh, naskhBold, serif, serifItalic } = faceFiles;

test('an edition that brings faces has them on its pages in the places of the usual ones', async () => {
  const root = await editionWith({ 'latin.ttf': serif, 'latin-italic.ttf': serifItalic, 'OFL.txt': 'The licence.' });
  const { theme } = (await loadFacts(root)).edition;
  const { faces } = await neededFaces('abc', theme.faces);
  expect(faces.map(({ file, from }) => [file, from.startsWith(root)])).toEqual([
    ['naskh.woff2', false],
    ['naskh-bold.woff2', false],
    ['serif.woff2', true],
    ['serif-italic.woff2', true],
  ]);
});

test('a face without the one beside it, a file that is no font, a name that no face has are faults', async () => {
  expect(await faultsOf({ 'arabic.ttf': naskh })).toEqual(['arabic.ttf: stands without arabic-bold']);
  expect(await faultsOf({ 'arabic.ttf': naskh, 'arabic-bold.ttf': naskhBold, 'title.ttf': serif })).toEqual([
    'title.ttf: is no face of an edition',
  ]);
  const [first, ...rest] = await faultsOf({ 'arabic.ttf': 'no font', 'arabic-bold.ttf': naskhBold });
  expect(first).toMatch(/^arabic\.ttf: cannot be read as a font: /);
  expect(rest).toEqual([]);
});

test('a face that lacks letters of the texts is refused, with the letters', async () => {
  const faults = await faultsOf({ 'arabic.ttf': serif, 'arabic-bold.ttf': serif });
  expect(faults).toHaveLength(2);
  expect(faults[0]).toMatch(/^arabic\.ttf: the face lacks .*ب.* and \d+ more, which the texts or the pages have$/);
});
