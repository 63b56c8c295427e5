/** What a reader typed, read: words, stretches in quotation marks, what is not wanted, and places that are asked for by name. */
import { foldLetters, type Word, wordsOf } from '../text/fold.ts';

/** The words of authors, and the years, that an article or a cited work must have. */
export interface Conditions {
  /** `author:Waltz`, `نویسنده:والتز`, `المؤلف:الغزالي` */
  readonly authors: readonly (readonly Word[])[];
  /** `year:2014-2022`, `سال:۱۳۹۰`: the first and the last. */
  readonly years: readonly (readonly [first: number, last: number])[];
}

export interface Query extends Conditions {
  /** What was typed, as far as it is read, without exclusions and conditions. */
  readonly text: string;
  /** The words outside quotation marks, and those inside. */
  readonly words: readonly Word[];
  /** Stretches that must stand together, each as its words. */
  readonly phrases: readonly (readonly Word[])[];
  /** What a passage must not have: `-word`, `-"two words"`. */
  readonly excluded: readonly (readonly Word[])[];
  /** Whether it has neither phrases nor exclusions nor conditions. */
  readonly isPlain: boolean;
}

/** More than anybody types; what is pasted beyond it is not searched. */
const longest = 300;

const marks = '"“”«»„';
const stretch = `[${marks}]([^${marks}]+)[${marks}]`;
const excluding = new RegExp(`(?<=^|\\s)[-−](?:${stretch}|(?=[\\p{L}\\p{N}])([^\\s${marks}]+))`, 'gu');

/** The names of conditions in the languages of the interface, folded. */
const names = {
  author: ['author', 'نویسنده', 'مولف', 'المولف', 'کاتب', 'الکاتب'],
  year: ['year', 'سال', 'سنه', 'السنه', 'عام', 'العام'],
} as const;

const naming = new RegExp(`(?<=^|\\s)([\\p{L}\\p{M}]+):\\s?(?:${stretch}|([^\\s${marks}]+))`, 'gu');

/** What the name of a condition asks for; nothing where it is none. */
function named(name: string): keyof typeof names | undefined {
  const folded = foldLetters(name);
  return (['author', 'year'] as const).find((one) => names[one].some((known) => known === folded));
}

/**
 * Reads what a reader typed. Phrases stand between any kind of quotation marks; an unpaired mark is none. A word with a hyphen
 * before it is excluded, if anything is left to search for.
 */
export function readQuery(typed: string): Query {
  const start = typed.slice(0, longest);
  const authors: Word[][] = [];
  const years: [number, number][] = [];
  let text = start.replaceAll(naming, (whole, name: string, quoted?: string, bare?: string) => {
    const value = quoted ?? bare ?? '';
    const asked = named(name);
    if (asked === undefined) return whole;
    if (asked === 'author') authors.push(wordsOf(value.replaceAll('_', ' ')));
    else {
      const range = yearsIn(value);
      if (!range) return whole;
      years.push(range);
    }
    return ' ';
  });
  const excluded: Word[][] = [];
  const rest = text.replaceAll(excluding, (_, quoted?: string, bare?: string) => {
    excluded.push(wordsOf(quoted ?? bare ?? ''));
    return ' ';
  });
  if (wordsOf(rest).length > 0 || authors.length + years.length > 0) text = rest;
  else excluded.length = 0;
  text = withoutResolver(text);
  const phrases = [...text.matchAll(new RegExp(stretch, 'g'))]
    .map((match) => wordsOf(match[1] as string))
    .filter((words) => words.length > 0);
  const isPlain = excluded.length + authors.length + years.length + phrases.length === 0;
  return {
    text,
    words: wordsOf(text),
    phrases,
    excluded: excluded.filter((words) => words.length > 0),
    authors: authors.filter((words) => words.length > 0),
    years,
    isPlain,
  };
}

/** A query without the names of its conditions: where nothing can tell which articles meet them, their values are searched as words. */
export const withoutNames = (typed: string): string =>
  typed.replaceAll(naming, (whole, name: string, quoted?: string, bare?: string) =>
    named(name) === undefined ? whole : (quoted ?? bare ?? ''),
  );

/** `2014`, `2014-2022`, `۱۳۹۰–۱۳۹۲`; nothing where it is no year. */
function yearsIn(value: string): [number, number] | undefined {
  const match = /^(\d{4})(?:\s?[-–—]\s?(\d{4}))?$/.exec(foldLetters(value));
  if (!match) return undefined;
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])];
  return first <= last ? [first, last] : [last, first];
}

/** A DOI is found by itself, however its address is written. */
const withoutResolver = (text: string): string =>
  text.replace(/(?:https?:\/\/(?:dx\.)?doi\.org\/|\bdoi:\s*)(?=10\.)/gi, '');
