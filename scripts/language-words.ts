/**
 * Finds what the words of a language lack beside those of English: keys, plural forms, the blanks of a sentence. The compiler checks
 * that the keys are there, and not whether a sentence prints the number that it is given.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as ar from '../src/locales/ar.ts';
import * as en from '../src/locales/en.ts';
import * as fa from '../src/locales/fa.ts';
import type { CountedText } from '../src/locales/plurals.ts';
import { toLatinDigits } from '../src/text/digits.ts';
import { type Localised, languages } from '../src/text/languages.ts';

/** The words of each language, as its file has them. */
export const words: Localised<object> = { fa: { ...fa }, en: { ...en }, ar: { ...ar } };

/** What a text lacks. */
export interface Lack {
  /** Where it stands in the file: `['changes', 'changed']`. */
  readonly keys: readonly string[];
  readonly what: string;
  readonly fix: string;
}

/** A sentence with blanks. */
type Sentence = (...blanks: readonly never[]) => unknown;

/**
 * What is wrong with the words of a language, held against those of another.
 *
 * @param language its tag, which says what plural forms there are
 */
export function lacksOf(own: unknown, other: unknown, language: string, keys: readonly string[] = []): Lack[] {
  if (isCounted(own) && isCounted(other)) return formsLost(own, language, keys);
  if (own === undefined || other === undefined) {
    const [what, fix] =
      own === undefined
        ? ['is missing', 'write it, as en.ts has it']
        : ['is no key of en.ts', 'write it there too, or leave it out'];
    return [{ keys, what, fix }];
  }
  if (typeof own === 'function' && typeof other === 'function' && own.length === other.length)
    return blanksLost(own as Sentence, other as Sentence, language, keys);
  if (typeof own !== typeof other || Array.isArray(own) !== Array.isArray(other) || typeof own === 'function')
    return [
      { keys, what: 'is of another kind than in en.ts', fix: 'write a text, a list or a sentence, as en.ts has it' },
    ];
  if (typeof own !== 'object' || own === null || typeof other !== 'object' || other === null) return [];
  return [...new Set([...Object.keys(own), ...Object.keys(other)])].flatMap((name) =>
    lacksOf(Reflect.get(own, name), Reflect.get(other, name), language, [...keys, name]),
  );
}

/** Whether a text is one in which a script counts: a form for each plural category. */
const isCounted = (value: unknown): value is CountedText =>
  typeof value === 'object' && value !== null && 'other' in value && typeof value.other === 'string';

/** The plural forms that a language has and a text has not, or that lack the number: one, two and none may be said in words. */
function formsLost(own: CountedText, language: string, keys: readonly string[]): Lack[] {
  const { pluralCategories: known } = new Intl.PluralRules(language).resolvedOptions();
  const written = ['few', 'many', 'other'] as const;
  return [
    ...known
      .filter((category) => own[category] === undefined)
      .map((category) => [category, `lacks the plural form “${category}”`, 'write it']),
    ...Object.keys(own)
      .filter((category) => !known.some((one) => one === category))
      .map((category) => [category, `has a plural form “${category}”, which the language has not`, 'leave it out']),
    ...written
      .filter((category) => own[category] !== undefined && !/(?<!#)#(?!#)/.test(own[category]))
      .map((category) => [category, `does not say the number in the form “${category}”`, 'write # where it stands']),
  ].map(([category = '', what = '', fix = '']) => ({ keys: [...keys, category], what, fix }));
}

/** The blanks that one sentence shows and the other does not, each filled with a number that no plural form swallows. */
function blanksLost(own: Sentence, other: Sentence, language: string, keys: readonly string[]): Lack[] {
  const numbers = ['105', '206', '307'];
  // One sentence takes what it says by name.
  const blanks = (keys.at(-1) === 'texts' ? [{ name: '105', note: '206' }] : numbers) as unknown as never[];
  const lost: Lack = { keys, what: 'does not say what it is given', fix: 'fill each of its blanks, as en.ts does' };
  const [mine, theirs] = [own(...blanks), other(...blanks)];
  if (isCounted(mine) && isCounted(theirs)) {
    const isFilled = Object.values(mine).every((form) => own.length === 0 || form?.includes('105'));
    return [...formsLost(mine, language, keys), ...(isFilled ? [] : [lost])];
  }
  const shown = (said: unknown) => numbers.filter((one) => toLatinDigits(String(said)).includes(one));
  return shown(mine).join() === shown(theirs).join() ? [] : [lost];
}

/**
 * The line of a text in its file, which is formatted as Biome does: a level is two spaces deep. Of what is not there, the line of
 * that in which it should stand.
 */
export function lineOf(source: string, keys: readonly string[]): number {
  const lines = source.split('\n');
  let found = 0;
  for (const [depth, key] of keys.entries()) {
    const start =
      depth === 0 ? new RegExp(`^export const ${key}\\b`) : new RegExp(`^ {${depth * 2}}['"]?${key}['"]?[:,(]`);
    const isOutside = (line: string) => depth > 0 && line !== '' && !line.startsWith('  '.repeat(depth));
    const rest = lines.slice(found);
    const end = rest.findIndex((line, index) => index > 0 && isOutside(line));
    const at = rest.slice(0, end < 0 ? undefined : end).findIndex((line) => start.test(line));
    if (at < 0) break;
    found += at;
  }
  return found + 1;
}

/** What the files of words lack, as `file:line: what`, and below it the fix. */
export function languageWords(source: string): string[] {
  return languages.flatMap((language) => {
    const file = path.join(source, 'locales', `${language}.ts`);
    return lacksOf(words[language], words.en, language).map(
      ({ keys, what, fix }) =>
        `src/locales/${language}.ts:${lineOf(readFileSync(file, 'utf8'), keys)}: ${keys.join('.')} ${what}\n    fix: ${fix}`,
    );
  });
}
