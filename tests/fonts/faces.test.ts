import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Characters } from '../../src/fonts/characters.ts';
import { fallbackFamilies, servedBy, typefaces, unicodeRange } from '../../src/fonts/faces.ts';
import { faceFiles } from '../../src/fonts/files.ts';
import { nameOf, names } from '../../src/fonts/sfnt.ts';
import { styleSheet } from '../../src/formats/epub/style.ts';
import { facesSheet } from '../../src/html/edition-sheet.ts';

const tokens = await readFile(path.resolve(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');

/** The descriptors of every face of a style sheet. */
const facesOf = (css: string) =>
  [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, body = '']) =>
    Object.fromEntries(
      body
        .split(';')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    ),
  );

const said = typefaces.map(({ family, file, weight, style, ranges }) => ({
  family,
  file,
  weight: typeof weight === 'number' ? String(weight) : `${weight.min} ${weight.max}`,
  style: style ?? 'normal',
  range: ranges && unicodeRange(ranges),
}));

const asSaid = (face: Record<string, string>) => ({
  family: (face['font-family'] ?? '').replace(/"/g, '').replace(' in a folder', ''),
  file: face['src']?.match(/url\("(?:@fonts\/)?([^"]+)"\)/)?.[1],
  weight: face['font-weight'] ?? '400',
  style: face['font-style'] ?? 'normal',
  range: face['unicode-range'],
});

describe('the faces', () => {
  test('are the same in the style sheet of pages, there also for a folder, and in that of books', () => {
    const faces = facesOf(facesSheet(typefaces));
    const inFolder = faces.filter((face) => face['font-family']?.includes('in a folder'));
    expect(faces.filter((face) => !inFolder.includes(face)).map(asSaid)).toEqual(said);
    expect(inFolder.map(asSaid)).toEqual(said);
    expect(facesOf(styleSheet(typefaces, 'fa')).map(asSaid)).toEqual(said);
  });

  test('are followed, where none of them comes, by families that devices have, with Persian ones among them', () => {
    const expected = [...fallbackFamilies.map((family) => `"${family}"`), 'serif'].join(', ');
    expect(tokens.match(/--at-hand:\s*([^;]+);/)?.[1]).toBe(expected);
    expect(tokens.match(/--text: [^;]*;/g)).toHaveLength(4);
    for (const [list] of tokens.matchAll(/--text: [^;]*;/g)) expect(list).toMatch(/, var\(--at-hand\);$/);
    expect(styleSheet(typefaces, 'fa')).toContain(`"Estenad Naskh", "Estenad Serif", ${expected};`);
    for (const family of ['Noto Naskh Arabic', 'Geeza Pro', 'Times New Roman'])
      expect(fallbackFamilies).toContain(family);
  });

  test('take of a text the characters that they serve', () => {
    const [naskh, , serif] = typefaces;
    const text = 'متن «ABC» ۱۲\u200cé';
    expect(naskh && servedBy(naskh, text)).toBe('متن«»۱۲\u200c');
    expect(serif && servedBy(serif, text)).toBe(text);
  });

  test('serve the ends of their ranges, and what is said of a range is one code or two', () => {
    const [naskh] = typefaces;
    const ends = (naskh?.ranges ?? []).flatMap((range) => range.map((code) => String.fromCodePoint(code)));
    expect(ends.length).toBeGreaterThan(3);
    expect(naskh && servedBy(naskh, ends.join(''))).toBe(ends.join(''));
    expect(
      unicodeRange([
        [0xab, 0xab],
        [0x600, 0x6ff],
      ]),
    ).toBe('U+00AB, U+0600-06FF');
  });

  test('are of the version of Noto Naskh Arabic that draws each letter as one glyph', async () => {
    for (const file of [faceFiles.naskh, faceFiles.naskhBold]) {
      const font = await readFile(file);
      expect(nameOf(font, names.version)).toBe('Version 2.016');
      expect(nameOf(font, names.licence)).toContain('SIL Open Font License, Version 1.1');
    }
  });
});

test('the characters of texts are each there once, sorted, those beyond 16 bits whole and last; controls are none', () => {
  const characters = new Characters();
  characters.add('b\u{1f600}a\n\u007f');
  characters.add('a \u{10400}\u{1f600}ی');
  expect(characters.toString()).toBe(' abی\u{10400}\u{1f600}');
});
