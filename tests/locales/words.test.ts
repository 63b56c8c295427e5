import { describe, expect, test } from 'vitest';
import * as ar from '../../src/locales/ar.ts';
import { criteria } from '../../src/locales/conformance.ts';
import * as en from '../../src/locales/en.ts';
import * as fa from '../../src/locales/fa.ts';
import { type CountedText, counting, pluralCategories } from '../../src/locales/plurals.ts';
import { toLatinDigits } from '../../src/text/digits.ts';
import { type Language, languages } from '../../src/text/languages.ts';

/** A text of a language: where it stands in the file, and what it says. */
type Said = readonly [key: string, text: string];

/** A sentence with blanks. */
type Sentence = (...blanks: readonly never[]) => unknown;

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

const words: Readonly<Record<Language, object>> = { fa, en, ar };
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

/** What is wrong with the words of a language, held against those of another: keys, plural forms, blanks of sentences that are not filled. */
function lacksOf(own: unknown, other: unknown, key: string): string[] {
  if (isCounted(own) && isCounted(other)) return formsLost(own, key);
  if (typeof own !== typeof other || Array.isArray(own) !== Array.isArray(other)) return [key];
  if (typeof own === 'function' && typeof other === 'function')
    return own.length === other.length ? blanksLost(own as Sentence, other as Sentence, key) : [key];
  if (typeof own !== 'object' || own === null || typeof other !== 'object' || other === null) return [];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].flatMap((name) =>
    lacksOf(Reflect.get(own, name), Reflect.get(other, name), `${key}.${name}`),
  );
}

/** Whether a text is one in which a script counts: a form for each plural category. */
const isCounted = (value: unknown): value is CountedText =>
  typeof value === 'object' && value !== null && 'other' in value && typeof value.other === 'string';

/** The plural forms that a language has and a text has not, or that lack the number: one, two and none may be said in words. */
function formsLost(own: CountedText, key: string): string[] {
  const [tag = ''] = key.split('.');
  const { pluralCategories: known } = new Intl.PluralRules(tag).resolvedOptions();
  const written = ['few', 'many', 'other'] as const;
  return [
    ...known.filter((category) => own[category] === undefined),
    ...Object.keys(own).filter((category) => !known.some((one) => one === category)),
    ...written.filter((category) => own[category] !== undefined && !/(?<!#)#(?!#)/.test(own[category])),
  ].map((category) => `${key}: the plural form “${category}”`);
}

/** The blanks that one sentence shows and the other does not, each filled with a number that no plural form swallows. */
function blanksLost(own: Sentence, other: Sentence, key: string): string[] {
  if (key.endsWith('.texts')) return [];
  const numbers = ['105', '206', '307'] as unknown as never[];
  const [mine, theirs] = [own(...numbers), other(...numbers)];
  if (isCounted(mine) && isCounted(theirs)) {
    const isFilled = Object.values(mine).every((form) => own.length === 0 || form?.includes('105'));
    return [...formsLost(mine, key), ...(isFilled ? [] : [`${key}: a blank`])];
  }
  const shown = (said: unknown) => numbers.filter((one) => toLatinDigits(String(said)).includes(one));
  return shown(mine).join() === shown(theirs).join() ? [] : [`${key}: a blank`];
}

test.each(languages)('the words in %s are those of English, with the blanks of each sentence', (language) => {
  expect(lacksOf({ ...words[language] }, { ...en }, language)).toEqual([]);
});

test('a file that lacks a key, or a blank, is told by that key', () => {
  expect(lacksOf({ a: 'x' }, { a: 'y', b: { c: 'z' } }, 'ar')).toEqual(['ar.b']);
  expect(lacksOf({ a: () => 'x' }, { a: (one: string) => one }, 'ar')).toEqual(['ar.a']);
  expect(lacksOf({ a: (_one: string) => 'x' }, { a: (one: string) => one }, 'ar')).toEqual(['ar.a: a blank']);
});

test('a sentence in which a script counts has every plural form of its language, each with the number or a word for it', () => {
  const english = {
    a: { one: '# work', other: '# works' },
    b: (query: string) => ({ one: query, other: `# ${query}` }),
  };
  expect(lacksOf(english, english, 'en')).toEqual([]);
  expect(lacksOf({ ...english, a: { other: '# works', few: '# works' } }, english, 'en')).toEqual([
    'en.a: the plural form “one”',
    'en.a: the plural form “few”',
  ]);
  expect(lacksOf({ ...english, a: { one: 'a work', other: 'works' } }, english, 'en')).toEqual([
    'en.a: the plural form “other”',
  ]);
  expect(lacksOf({ ...english, b: (_: string) => ({ one: 'x', other: '# y' }) }, english, 'en')).toEqual([
    'en.b: a blank',
  ]);
  const six = { zero: 'لا شيء', one: 'واحد', two: 'اثنان', few: '#', many: '#', other: '#' };
  expect(lacksOf({ a: six }, { a: english.a }, 'ar')).toEqual([]);
  expect(lacksOf({ a: { ...six, many: undefined } }, { a: english.a }, 'ar')).toContain('ar.a: the plural form “many”');
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
