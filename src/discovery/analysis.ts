/**
 * The folding of `text/fold.ts` as a chain of the parts that Lucene's analyzers are made of, for search engines of others
 * (OpenSearch, Elasticsearch, Solr). The patterns mean the same in Java and in JavaScript with the flag `u`.
 */
import { stopWords } from '../search/stop-words.ts';
import { endings, foldLetters, persianEndings, prefixes, spellings } from '../text/fold.ts';

/** A replacement of what a pattern finds; `$1` is its first group. */
export interface Replacement {
  readonly name: string;
  readonly pattern: string;
  readonly replacement: string;
}

const joiners = '[\\u200c\\u200d\\u2010\\u2011-]';
/** What does not go on with a word. */
const wordEnds = `(?![\\p{L}\\p{M}\\p{N}\\u0640'’])(?!${joiners}[\\p{L}\\p{N}])`;
const letter = '[\\p{L}\\p{N}]';

/** On the text as it is. */
export const beforeLetters: readonly Replacement[] = [
  { name: 'english_genitive', pattern: `(?<=${letter})['’]s${wordEnds}`, replacement: '' },
  // The ezafe after a silent he is written ه‌ی by some, ۀ by others.
  { name: 'ezafe_with_joiner', pattern: `ه\\u200c[یي]${wordEnds}`, replacement: 'ه' },
];

/**
 * Every character that the folding changes, with what it becomes: those of Latin, Greek, Cyrillic and Arabic with their
 * presentation forms, digits, marks, spaces. Chinese, Japanese and Korean are left as they are.
 */
export const letterMap: readonly (readonly [from: string, to: string])[] = Array.from(
  { length: 0x10000 },
  (_, code) => code,
)
  .filter((code) => code < 0x0700 || (code >= 0x1ab0 && code < 0x2e80) || (code >= 0xfb00 && code < 0xfff0))
  .map((code) => String.fromCharCode(code))
  .map((character) => [character, foldLetters(character)] as const)
  .filter(([from, to]) => from !== to);

/** Characters as the rules of a map name them in every engine: `\u064a`. */
export const escaped = (text: string): string =>
  [...text].map((one) => `\\u${(one.codePointAt(0) as number).toString(16).padStart(4, '0')}`).join('');

const apart = [...endings].filter((ending) => !/\u200c/.test(ending));

/** On the folded text: pieces of a word are written together. */
export const afterLetters: readonly Replacement[] = [
  { name: 'joiners', pattern: `(?<=${letter})${joiners}(?=${letter})`, replacement: '' },
  { name: 'ezafe_apart', pattern: `(?<=ه)\\sی${wordEnds}`, replacement: '' },
  { name: 'endings_apart', pattern: `(?<=[\\u0620-\\u06d3])\\s(${apart.join('|')})${wordEnds}`, replacement: '$1' },
  {
    name: 'prefixes_apart',
    pattern: `(?<![\\p{L}\\p{N}])(${[...prefixes].join('|')})\\s(?=${letter})`,
    replacement: '$1',
  },
];

/** What stands between words. */
export const between = '[^\\p{L}\\p{N}]+';

const strong = persianEndings.filter(([, left]) => left === 2).map(([ending]) => ending);
const weak = persianEndings.filter(([, left]) => left === 3).map(([ending]) => ending);
/** One ending of a Persian word; the first part is as short as it may be, so that the longest ending is taken. */
const ending = `^(?:(.{2,}?)(?:${strong.join('|')})|(.{3,}?)(?:${weak.join('|')}))$`;

/** How many endings a word can have, one after another. */
const mostEndings = 4;

/** On each word. English stems follow, by Porter's rules ({@link unstemmed} apart), then the stop words are left out. */
export const onWords: readonly Replacement[] = [
  ...spellings.map(([from, to], index) => ({ name: `spelling_${index + 1}`, pattern: `^${from}`, replacement: to })),
  { name: 'ism', pattern: 'یزم(?=$|ی)', replacement: 'یسم' },
  ...Array.from({ length: mostEndings }, (_, index) => ({
    name: `ending_${index + 1}`,
    pattern: ending,
    replacement: '$1$2',
  })),
];

/** Words to which Porter's rules do not apply, whole: what is more than small Latin letters, as `19thcentury`. */
export const unstemmed = '.*[^a-z].*';

/** The stems of words that tell no passages apart. */
export const stops: readonly string[] = [...stopWords()].sort();
