import { describe, expect, test } from 'vitest';
import { criteria } from '../../src/locales/conformance.ts';
import * as en from '../../src/locales/en.ts';
import * as fa from '../../src/locales/fa.ts';

/** A text of a language: where it stands in the file, and what it says. */
type Said = readonly [key: string, text: string];

/** What the blanks of a sentence are filled with: one of each, several of each, and several that differ. */
const fillings = (key: string): readonly (readonly unknown[])[] =>
  key.endsWith('preservation.texts')
    ? [[{ name: '1', note: '2' }]]
    : [
        ['1', '1', '1'],
        ['2', '2', '2'],
        ['3', '4', '5'],
      ];

/** Every text below a value. */
function saidIn(value: unknown, key: string): Said[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function')
    return fillings(key).flatMap((blanks) => saidIn(value(...blanks), `${key}(${blanks.join()})`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => saidIn(inner, `${key}.${name}`));
}

const spoken = { en: saidIn(en, 'en'), fa: saidIn(fa, 'fa') };

describe.each(Object.entries(spoken))('the words in %s', (language, said) => {
  test('are all there: no text is empty, or has blanks at its ends', () => {
    expect(said.length).toBeGreaterThan(400);
    expect(said.filter(([, text]) => text.trim() === '' || /undefined|null|NaN/.test(text))).toEqual([]);
  });

  test('are in the letters of the language, but for the name of the other one, commands, and letters that are quoted', () => {
    const own = said.filter(([key, text]) => !key.endsWith('.otherLanguage') && !text.startsWith('    '));
    const isPersian = ([, text]: Said) => /[\u0600-\u06ff]/.test(text.replace(/«[^»]»/g, ''));
    expect(
      own.filter((one) => (language === 'en' ? isPersian(one) : !isPersian(one) && /[A-Za-z]{4}/.test(one[1]))),
    ).toEqual([]);
  });
});

test('both languages have the same words', () => {
  const keys = (said: readonly Said[]) => [...new Set(said.map(([key]) => key.slice(2)))].sort();
  expect(keys(spoken.fa)).toEqual(keys(spoken.en));
});

test('the criteria of accessibility are those of levels A and AA in WCAG 2.2, each with its level', () => {
  // https://www.w3.org/TR/WCAG22/
  const levels = {
    A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
    AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
  };
  for (const [level, ids] of Object.entries(levels))
    expect(criteria.filter((one) => one.level === level).map(({ id }) => id)).toEqual(ids.split(' '));
});
