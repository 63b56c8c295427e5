/**
 * How the extraction of a text broke it: which source letter or digit can stand for which letter or digit of the page.
 * Found by reading the sources; every row was seen in them.
 */
import type { SourceProfile, Version } from '../model.ts';

export interface Confusions {
  /** A source letter, and the letters of the page that it can stand for beside itself. */
  readonly letters: ReadonlyMap<string, readonly string[]>;
  /** Letters of the page that can have vanished from the source. */
  readonly vanished: ReadonlySet<string>;
  /** Letters of the source that can stand for nothing (a stretch between letters came out as one). */
  readonly inserted: ReadonlySet<string>;
  /** A source digit, and the Persian digits of the page that it can stand for. */
  readonly digits: ReadonlyMap<string, string>;
  /** The same of digits of which the table said more before: released texts were read by it, and stay valid. */
  readonly digitsBefore?: ReadonlyMap<string, string>;
}

const persianDigit = (value: number) => String.fromCodePoint(0x06f0 + value);
const arabicDigit = (value: number) => String.fromCodePoint(0x0660 + value);

/** A sound digit stands for itself, and for the Persian digit of its value. */
const same = new Map(
  Array.from({ length: 10 }, (_, value) => value).flatMap((value): [string, string][] => [
    [String(value), persianDigit(value)],
    [persianDigit(value), persianDigit(value)],
    [arabicDigit(value), persianDigit(value)],
  ]),
);

const intact: Confusions = { letters: new Map(), vanished: new Set(), inserted: new Set(), digits: same };

const lostLetters: Confusions = {
  letters: new Map([
    ['ر', ['غ', 'ب', 'ز', 'ظ']],
    ['م', ['س']],
    // The ligature لا came out as one letter.
    ['ی', ['لا']],
    ['س', ['ؤ', 'ئ']],
    ['ز', ['ر']],
  ]),
  vanished: new Set('طفحصضغگ'),
  inserted: new Set('ز'),
  digits: same,
};

const mergedDigits: Confusions = {
  // The substitution under which some lines of the English abstract stand.
  letters: new Map([
    ['a', ['c', 'C']],
    ['c', ['h', 'n', 't', 'x']],
    ['e', ['s', 'y', 'b']],
    ['i', ['f', 'p', 'u', 'j']],
    ['r', ['a']],
    ['t', ['o', 'c', 'q']],
    ['u', ['i']],
    ['y', ['e']],
    ['A', ['C']],
  ]),
  vanished: new Set(),
  inserted: new Set(),
  digits: new Map([
    ['۸', '۹'],
    ['۱', '۸'],
    // Each printed digit has one image: ۶ came out as 2 (265 as 222), so 9 is never ۶. All its sure places are ۰.
    ['9', '۰'],
    ['0', '۴'],
    ['1', '۱۳۷'],
    ['2', '۲۵۶'],
    ['۲', '۲'],
  ]),
  digitsBefore: new Map([['9', '۰۶']]),
};

export const confusions: Readonly<Record<SourceProfile, Confusions>> = {
  intact,
  'lost-letters': lostLetters,
  'merged-digits': mergedDigits,
};

/** The table by which a version is held against its source. */
export function tableFor(profile: SourceProfile, status: Version['status']): Confusions {
  const table = confusions[profile];
  return status === 'draft' || !table.digitsBefore
    ? table
    : { ...table, digits: new Map([...table.digits, ...table.digitsBefore]) };
}
