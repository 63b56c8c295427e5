import fontverter from 'fontverter';
import { beforeAll, describe, expect, test } from 'vitest';
import { typefaces } from '../../src/fonts/faces.ts';
import { subsetTypeface } from '../../src/fonts/subset.ts';
import { type Glyph, shaper } from '../helpers/shaping.ts';

/** The Persian alphabet with its hamza forms, and the letters of Arabic words in it. */
const letters = Array.from('ءآأؤإئابةتثجحخدذرزسشصضطظعغفقکگكلمنهوۀىيیپچژ');

/** Letters that do not join to the next one. */
const closing = /[ءآأؤإاةدذرزژوۀى]/;

describe.each(typefaces.filter(({ family }) => family === 'Estenad Naskh'))('the Persian face, $file', (face) => {
  let shape: (text: string) => readonly Glyph[];

  beforeAll(async () => {
    shape = shaper(await fontverter.convert(await subsetTypeface(face, 'متن ABC'), 'truetype'));
  });

  test('draws each letter with its dots and hamza as one glyph, which stands where its advance puts it', () => {
    for (const letter of letters) {
      // Alone, at the beginning, in the middle and at the end of a word; beh joins on both sides.
      for (const word of [letter, `${letter}ب`, `ب${letter}ب`, `ب${letter}`]) {
        const glyphs = shape(word);
        expect(
          glyphs.map(({ place }) => place),
          word,
        ).toEqual(Array.from(word, (_, index) => index));
        for (const { id, offset } of glyphs) {
          expect(id, word).not.toBe(0);
          expect(offset, word).toEqual([0, 0]);
        }
      }
    }
  });

  test('joins letters: in the middle of a word they look otherwise than alone', () => {
    const alone = (letter: string) => shape(letter)[0]?.id;
    for (const letter of letters) {
      if (letter === 'ء') continue;
      expect(shape(`ب${letter}`)[1]?.id, letter).not.toBe(alone(letter));
      if (!closing.test(letter)) expect(shape(`${letter}ب`)[0]?.id, letter).not.toBe(alone(letter));
    }
    const [, medial] = shape('بگب');
    expect([medial?.id]).not.toContain(shape('بکب')[1]?.id);
  });

  test('sets لا as two letters, so that each can be marked and copied', () => {
    expect(shape('سلام').map(({ place }) => place)).toEqual([0, 1, 2, 3]);
    expect(shape('لا').map(({ place }) => place)).toEqual([0, 1]);
  });

  test('keeps the place of a joiner, with no width, so that no letter beside it is lost', () => {
    const glyphs = shape('قدرت‌های');
    expect(glyphs.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(glyphs[4]?.advance).toBe(0);
    expect(glyphs[5]?.id).toBe(shape('ها')[0]?.id);
  });

  test('puts a vowel sign at its letter', () => {
    const [letter, sign] = shape('بُ');
    expect(letter?.place).toBe(0);
    expect(sign?.advance).toBe(0);
    expect(sign?.offset).not.toEqual([0, 0]);
  });
});
