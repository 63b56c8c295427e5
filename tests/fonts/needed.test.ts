import { expect, test } from 'vitest';
import { isInNaskh, isRare, servedBy, typefaces } from '../../src/fonts/faces.ts';
import { neededFaces, sayMissing } from '../../src/fonts/needed.ts';

test('a text of common letters needs the common faces alone', async () => {
  expect(await neededFaces('متن فارسی، و Latin «words» 1905–۱۴۰۵\u200c\u2067')).toEqual({
    faces: typefaces,
    missing: [],
  });
});

test.each([
  ['Čurčija, Leylanoğlu, məktəb', 'serif-latin-ext', 'Ččğə'],
  ['Кавказ', 'serif-cyrillic', 'Кавказ'],
  ['Ἀθῆναι, αυτή', 'serif-greek', 'αυτή'],
  ['Việt', 'serif-vietnamese', 'ệ'],
])('%s needs letters of a further face, upright and italic, for these letters alone', async (text, name, letters) => {
  const { faces } = await neededFaces(text);
  const rare = faces.filter((face) => face.file.startsWith(`${name}.`) || face.file.startsWith(`${name}-italic`));
  expect(rare.map(({ file, style }) => [file, style])).toEqual([
    [`${name}.woff2`, undefined],
    [`${name}-italic.woff2`, 'italic'],
  ]);
  for (const face of rare) {
    expect(isRare(face)).toBe(true);
    for (const letter of letters.normalize('NFC')) expect(servedBy(face, letter), letter).toBe(letter);
    expect(servedBy(face, 'abc متن')).toBe('');
  }
});

test('a character that no face has is named', async () => {
  const { missing } = await neededFaces('abc 漢字 ꙮ متن');
  expect(missing.toSorted()).toEqual(['字', '漢', 'ꙮ'].toSorted());
  expect(sayMissing(missing)).toContain('漢 (U+6F22)');
});

test.each([
  ['متن', true],
  ['the word «نص»', true],
  ['in 1405 (۱۴۰۵)', true],
  ['« mots », café', false],
  ['a\u200cb', false],
])('what a naskh alone has is told from what every face has: %s', (text, isIn) => {
  expect(isInNaskh(text)).toBe(isIn);
});
