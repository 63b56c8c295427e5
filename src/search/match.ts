/**
 * Holds a query against a passage: whether it is there however it is spelled or spaced, how well, and where.
 *
 * Pagefind answers which passages may hold the words; this says which do, in what order they stand, and what to mark.
 */
import { stemOf, type Word, withoutArticle, wordsOf } from '../text/fold.ts';
import { areKin } from './kin.ts';
import { pagesIn } from './places.ts';
import type { Query } from './query.ts';
import { stopWords } from './stop-words.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * How near a passage is to what was asked for: the word is still being written (1), its stem is there (2), or the form itself,
 * however it is spelled and spaced (3). A nearer one goes before the others, whatever their scores.
 */
export type Nearness = 1 | 2 | 3;

export interface Match {
  readonly nearness: Nearness;
  readonly score: number;
  /** Places in the original text, in order, that show what matched. */
  readonly ranges: readonly Range[];
  /** The same in what is searched beside the text. */
  readonly alsoRanges: readonly Range[];
  /** Whether the words stand together as they were asked for. */
  readonly isTogether: boolean;
}

/** A text folded and written together, with the way back to the original. */
export interface Skeleton {
  readonly text: string;
  /** Where words and their pieces begin and end in it. */
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  readonly words: readonly Word[];
  /** The offset of each word in it. */
  readonly offsets: readonly number[];
}

function skeletonOf(words: readonly Word[]): Skeleton {
  let text = '';
  const starts = new Set<number>();
  const ends = new Set<number>();
  const offsets: number[] = [];
  for (const word of words) {
    offsets.push(text.length);
    let inner = text.length;
    starts.add(inner);
    for (const part of word.parts) {
      starts.add(inner);
      inner += part.length;
      ends.add(inner);
    }
    text += word.fold;
    ends.add(text.length);
  }
  return { text, starts, ends, words, offsets };
}

/** The words that a stretch of the skeleton covers, as a place in the original. */
function rangeOf(skeleton: Skeleton, from: number, to: number): Range {
  return {
    start: (skeleton.words[wordAt(skeleton, from)] as Word).start,
    end: (skeleton.words[wordAt(skeleton, to - 1)] as Word).end,
  };
}

/** The number of the word that has a place of the skeleton. */
export function wordAt({ offsets }: Skeleton, place: number): number {
  let [from, to] = [0, offsets.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((offsets[middle] as number) <= place) from = middle;
    else to = middle;
  }
  return from;
}

/** Where words stand together in a text, written apart or joined. */
export function together(
  skeleton: Skeleton,
  words: readonly Word[],
  mayContinue = false,
): { ranges: Range[]; nearness: Nearness } | undefined {
  const last = words.at(-1);
  if (!last) return undefined;
  const before = words.slice(0, -1);
  const places = new Map<number, Range>();
  let nearness: Nearness = 1;
  const look = (form: string, found: Nearness, endOf: (end: number) => number | undefined) => {
    for (let at = skeleton.text.indexOf(form); at >= 0; at = skeleton.text.indexOf(form, at + 1)) {
      if (!skeleton.starts.has(at) || places.has(at)) continue;
      const end = endOf(at + form.length);
      if (end === undefined || (words.length === 1 && !isOneWord(skeleton, at, end))) continue;
      places.set(at, rangeOf(skeleton, at, end));
      if (found > nearness) nearness = found;
    }
  };
  const whole = (end: number) => (skeleton.ends.has(end) ? end : undefined);
  look(words.map((word) => word.fold).join(''), 3, whole);
  look(words.map((word) => partedBe(word.fold)).join(''), 3, whole);
  const head = before.map((word) => word.fold).join('');
  // The last word in another form: up to the end of a word whose stem is the same.
  look(head + last.stem, 2, (end) => {
    const start = end - last.stem.length;
    // The next word is no ending: «نگرش آن‌ها» is no «نگر» of theirs.
    const most = Math.min(end + longestEnding, endOfWord(skeleton, wordAt(skeleton, end - 1)));
    for (let to = end; to <= most; to += 1)
      if (skeleton.ends.has(to) && isForm(skeleton.text.slice(start, to), last)) return to;
    return undefined;
  });
  if (places.size === 0 && mayContinue && last.fold.length >= 3) look(head + last.fold, 1, (end) => end);
  if (places.size === 0) return undefined;
  return { ranges: mergeRanges([...places.values()]), nearness };
}

/** Where a word ends in the skeleton. */
const endOfWord = ({ offsets, text }: Skeleton, number: number): number => offsets[number + 1] ?? text.length;

/**
 * Whether a stretch is one word, in a text that may write it apart: it begins where a word does, and nothing but a space or a
 * point parts its pieces: `U.S`, but not the initials of `Smith, A. S.`
 */
function isOneWord(skeleton: Skeleton, from: number, to: number): boolean {
  const [first, last] = [wordAt(skeleton, from), wordAt(skeleton, to - 1)];
  if (first === last) return true;
  if (skeleton.offsets[first] !== from) return false;
  for (let word = first; word < last; word += 1)
    if ((skeleton.words[word + 1] as Word).start - (skeleton.words[word] as Word).end > 1) return false;
  return true;
}

/** «هایشان» and one more. */
const longestEnding = 7;

/** «بعنوان» for «به‌عنوان»: the older way of joining the preposition, for any word. */
export const partedBe = (fold: string): string => (/^ب(?!ه).{3}/.test(fold) ? `به${fold.slice(1)}` : fold);

/** Whether a folded word is a form of another. */
const isForm = (fold: string, word: Word): boolean =>
  fold.startsWith(word.stem.slice(0, 2)) && stemOf(fold) === word.stem && areKin(fold, word.fold, word.stem);

/** How well a word of the text answers a word of the query; 0 if it does not. */
export function likeness(word: Word, sought: Word, mayContinue: boolean): number {
  if (word.fold === sought.fold) return 1;
  if (word.fold === partedBe(sought.fold)) return 0.95;
  if (word.stem === sought.stem && areKin(word.fold, sought.fold, sought.stem)) return 0.8;
  if (word.parts.length > 1) {
    if (word.parts.includes(sought.fold)) return 0.9;
    if (word.parts.some((part) => isForm(part, sought))) return 0.7;
  }
  if (word.bare !== undefined) {
    const bare = withoutArticle(sought.fold);
    if (word.bare === bare) return 0.9;
    if (stemOf(word.bare) === stemOf(bare) && areKin(word.bare, bare, stemOf(bare))) return 0.7;
    if (mayContinue && bare.length >= 3 && word.bare.startsWith(bare)) return 0.5 * (bare.length / word.bare.length);
  }
  // The last word may still be being written.
  if (!mayContinue || sought.fold.length < 3) return 0;
  if (word.fold.startsWith(sought.fold)) return 0.5 * (sought.fold.length / word.fold.length);
  return word.parts.length > 1 && word.parts.some((part) => part.startsWith(sought.fold)) ? 0.25 : 0;
}

/** The least likeness of the form itself, and of its stem. */
const leastOf = { form: 0.9, stem: 0.7 } as const;

const nearnessOf = (likeness: number): Nearness => (likeness >= leastOf.form ? 3 : likeness >= leastOf.stem ? 2 : 1);

/** Likeness to one word of a query, kept: the same words stand in text after text. */
function likenessTo(sought: Word, mayContinue: boolean): (word: Word) => number {
  const [plain, arabic] = [new Map<readonly string[], number>(), new Map<readonly string[], number>()];
  return (word) => {
    const kept = word.bare === undefined ? plain : arabic;
    const known = kept.get(word.parts);
    if (known !== undefined) return known;
    const like = likeness(word, sought, mayContinue);
    kept.set(word.parts, like);
    return like;
  };
}

/** A passage made ready to be held against queries. */
export interface Prepared {
  readonly shown: Skeleton;
  readonly hidden: Skeleton | undefined;
}

/**
 * @param text the original text of a passage
 * @param also what is searched beside it, and not shown
 * @param language of the passage, where it is known
 */
export const prepare = (text: string, also = '', language?: string): Prepared => ({
  shown: skeletonOf(wordsOf(text, language)),
  hidden: also === '' ? undefined : skeletonOf(wordsOf(also)),
});

/** A query made ready to be held against many passages. */
export interface Asked {
  readonly query: Query;
  readonly likenesses: readonly ((word: Word) => number)[];
}

export const ask = (query: Query): Asked => ({
  query,
  likenesses: query.words.map((word, index) => likenessTo(word, index === query.words.length - 1)),
});

/** Whether a passage has words together, or a word of the same stem. */
export const holds = ({ shown, hidden }: Prepared, words: readonly Word[]): boolean =>
  together(shown, words) !== undefined || (hidden !== undefined && together(hidden, words) !== undefined);

/** How a passage answers a query; nothing where it does not. */
export function matchPassage({ query, likenesses }: Asked, passage: Prepared): Match | undefined {
  const { shown: skeleton, hidden } = passage;
  if (query.words.length === 0) return undefined;
  if (!query.phrases.every((phrase) => holds(passage, phrase))) return undefined;
  if (query.excluded.some((words) => holds(passage, words))) return undefined;
  const shown = skeleton.words;
  const length = 1 + Math.log10(1 + shown.length / 50);
  const whole = together(skeleton, query.words, true);
  // A word that is still being written may be another one: its other forms are looked for first.
  if (whole && whole.nearness > 1) {
    const often = Math.min(whole.ranges.length, 3) * 0.3;
    return {
      nearness: whole.nearness,
      score: query.words.length * 6 + often / length,
      ranges: whole.ranges,
      alsoRanges: [],
      isTogether: true,
    };
  }
  const beside = hidden && together(hidden, query.words);
  if (beside)
    return {
      nearness: beside.nearness,
      score: query.words.length * 3,
      ranges: [],
      alsoRanges: beside.ranges,
      isTogether: true,
    };
  const apart = matchWords(query.words, likenesses, shown, hidden?.words ?? [], length);
  if (whole && (!apart || apart.nearness === 1))
    return { nearness: 1, score: query.words.length * 4, ranges: whole.ranges, alsoRanges: [], isTogether: true };
  return apart;
}

/** The place of a citation's pages in a passage. */
export function matchPages(pages: string, text: string): Match | undefined {
  const ranges = pagesIn(text, pages);
  return ranges.length === 0 ? undefined : { nearness: 3, score: 1, ranges, alsoRanges: [], isTogether: true };
}

/** Every word somewhere in the passage; nearer words and better forms count more. */
function matchWords(
  sought: readonly Word[],
  likenesses: Asked['likenesses'],
  shown: readonly Word[],
  hidden: readonly Word[],
  length: number,
): Match | undefined {
  const ranges: Range[] = [];
  const alsoRanges: Range[] = [];
  const places: { index: number; sought: number }[] = [];
  const isMarked = (one: Word) => !stopWords().has(one.stem) || sought.every((word) => stopWords().has(word.stem));
  let score = 0;
  let least = 1;
  for (const [number, one] of sought.entries()) {
    const likenessOf = likenesses[number] as (word: Word) => number;
    let best = 0;
    shown.forEach((word, index) => {
      const like = likenessOf(word);
      if (like <= 0) return;
      if (isMarked(one)) ranges.push({ start: word.start, end: word.end });
      places.push({ index, sought: number });
      best = Math.max(best, like);
    });
    let found = best;
    if (best === 0) {
      for (const word of hidden) {
        const like = likenessOf(word);
        if (like > 0) alsoRanges.push({ start: word.start, end: word.end });
        found = Math.max(found, like);
        best = Math.max(best, like * 0.8);
      }
    }
    if (best === 0) return undefined;
    least = Math.min(least, found);
    score += best;
  }
  const count = new Set(places.map((place) => place.sought)).size;
  const closeness = count > 1 ? (count * count) / narrowest(places, count) : 0;
  return {
    nearness: nearnessOf(least),
    score: score + closeness / length,
    ranges: mergeRanges(ranges),
    alsoRanges: mergeRanges(alsoRanges),
    isTogether: false,
  };
}

/** How many words the narrowest stretch of a text spans that holds each sought word once. */
export function narrowest(
  places: readonly { readonly index: number; readonly sought: number }[],
  count: number,
): number {
  const sorted = [...places].sort((a, b) => a.index - b.index);
  const held = new Map<number, number>();
  let from = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const place of sorted) {
    held.set(place.sought, (held.get(place.sought) ?? 0) + 1);
    while (held.size === count) {
      const first = sorted[from] as { index: number; sought: number };
      least = Math.min(least, place.index - first.index + 1);
      const left = (held.get(first.sought) ?? 0) - 1;
      if (left === 0) held.delete(first.sought);
      else held.set(first.sought, left);
      from += 1;
    }
  }
  return least;
}

export function mergeRanges(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return sorted.filter((range) => {
    const isNew = range.end > end;
    if (isNew) end = range.end;
    return isNew;
  });
}
