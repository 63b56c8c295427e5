import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lacksOf, languageWords, lineOf, words } from '../../scripts/language-words.ts';
import * as ar from '../../src/locales/ar.ts';
import { criteria } from '../../src/locales/conformance.ts';
import { counting, pluralCategories } from '../../src/locales/plurals.ts';
import { languages } from '../../src/text/languages.ts';

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

const spoken = languages.map((language) => [language, saidIn(words[language], language)] as const);

describe.each(spoken)('the words in %s', (language, said) => {
  test('are all there: no text is empty, or has blanks at its ends', () => {
    expect(said.length).toBeGreaterThan(400);
    expect(said.filter(([, text]) => text.trim() === '' || /undefined|null|NaN/.test(text))).toEqual([]);
  });

  test('are in the letters of the language, but for commands and letters that are quoted', () => {
    const own = said.filter(([, text]) => !text.startsWith('    '));
    const isArabicScript = ([, text]: Said) => /[\u0600-\u06ff]/.test(text.replace(/«[^»]»/g, ''));
    expect(
      own.filter((one) =>
        language === 'en' ? isArabicScript(one) : !isArabicScript(one) && /[A-Za-z]{4}/.test(one[1]),
      ),
    ).toEqual([]);
  });
});

test('the words of every language are those of English, with the blanks of each sentence', () => {
  expect(languageWords(path.resolve('src'))).toEqual([]);
});

/** What words lack, each by its key. */
const lacks = (own: object, other: object, language: string) =>
  lacksOf(own, other, language).map(({ keys, what }) => `${keys.join('.')} ${what}`);

test('a file that lacks a key, or a blank, is told by that key', () => {
  expect(lacks({ a: 'x' }, { a: 'y', b: { c: 'z' } }, 'ar')).toEqual(['b is missing']);
  expect(lacks({ a: 'x', b: 'z' }, { a: 'y' }, 'ar')).toEqual(['b is no key of en.ts']);
  expect(lacks({ a: () => 'x' }, { a: (one: string) => one }, 'ar')).toEqual(['a is of another kind than in en.ts']);
  expect(lacks({ a: 'x' }, { a: (one: string) => one }, 'ar')).toEqual(['a is of another kind than in en.ts']);
  expect(lacks({ a: (_one: string) => 'x' }, { a: (one: string) => one }, 'ar')).toEqual([
    'a does not say what it is given',
  ]);
});

test('the line of a key is that in its file, and of one that is missing that of what lacks it', () => {
  const source = [
    'export const strings: Strings = {',
    "  title: 'x',",
    '  found: {',
    "    one: 'x',",
    '  },',
    '};',
    '',
    'export const changes: ChangesStrings = {',
    '  title: (one) =>',
    '    one,',
    '};',
  ].join('\n');
  expect(lineOf(source, ['strings', 'found', 'one'])).toBe(4);
  expect(lineOf(source, ['strings', 'found', 'two'])).toBe(3);
  expect(lineOf(source, ['changes', 'title'])).toBe(9);
  expect(lineOf(source, ['strings', 'lost'])).toBe(1);
  expect(lineOf(source, ['book'])).toBe(1);
});

test('a sentence in which a script counts has every plural form of its language, each with the number or a word for it', () => {
  const english = {
    a: { one: '# work', other: '# works' },
    b: (query: string) => ({ one: query, other: `# ${query}` }),
  };
  expect(lacks(english, english, 'en')).toEqual([]);
  expect(lacks({ ...english, a: { other: '# works', few: '# works' } }, english, 'en')).toEqual([
    'a.one lacks the plural form “one”',
    'a.few has a plural form “few”, which the language has not',
  ]);
  expect(lacks({ ...english, a: { one: 'a work', other: 'works' } }, english, 'en')).toEqual([
    'a.other does not say the number in the form “other”',
  ]);
  expect(lacks({ ...english, b: (_: string) => ({ one: 'x', other: '# y' }) }, english, 'en')).toEqual([
    'b does not say what it is given',
  ]);
  const six = { zero: 'لا شيء', one: 'واحد', two: 'اثنان', few: '#', many: '#', other: '#' };
  expect(lacks({ a: six }, { a: english.a }, 'ar')).toEqual([]);
  expect(lacks({ a: { ...six, many: undefined } }, { a: english.a }, 'ar')).toContain(
    'a.many lacks the plural form “many”',
  );
});

test.each(languages)('the plural forms of %s are those that Unicode CLDR tells apart', (language) => {
  const { pluralCategories: known } = new Intl.PluralRules(language).resolvedOptions();
  expect([...pluralCategories[language]].sort()).toEqual([...known].sort());
});

test('Arabic says a number of differences in its six forms', () => {
  const said = ['0', '١', '2', '٣', '١٠', '١١', '٩٩', '١٠٠', '١٠٢', '١٠٣'].map(ar.changes.changed);
  expect(said).toEqual([
    ...['لا فروق', 'فرق واحد', 'فرقان', '٣ فروق', '١٠ فروق', '١١ فرقًا', '٩٩ فرقًا', '١٠٠ فرق', '١٠٢ فرق', '١٠٣ فروق'],
  ]);
});

test('a plural form that is left out is refused by the compiler', () => {
  // @ts-expect-error Arabic has six.
  expect(() => counting('ar')('3', { one: 'x', other: 'y' })).toThrow(TypeError);
});

test('Arabic has its own letters, and its own digits outside of Latin runs', () => {
  const said = saidIn(ar, 'ar').map(([, text]) => text);
  // Persian is quoted once: «ۀ».
  expect(said.filter((text) => /[یکگچپژۀ۰-۹]/.test(text.replaceAll('«ۀ»', '')))).toEqual([]);
  const plain = saidIn(ar, 'ar').filter(([key, text]) => !key.includes('(') && !text.startsWith('    '));
  const bare = plain.filter(([, text]) => /[0-9]/.test(text.replace(/[¶#]?[A-Za-z][\w .:/+-]*|¶12|\(404\)/g, '')));
  expect(bare).toEqual([]);
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
