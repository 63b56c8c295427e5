/**
 * Holds a query against a passage: whether it is there however it is spelled or spaced, how well, and where.
 *
 * Pagefind answers which passages may hold the words; this says which do, in what order they stand, and what to mark.
 */
import { stemOf, type Word, wordsOf } from '../text/fold.ts';
import { stopWords } from './stop-words.ts';

export interface Query {
  /** The words outside quotation marks, and those inside. */
  readonly words: readonly Word[];
  /** Stretches that must stand together, each as its words. */
  readonly phrases: readonly (readonly Word[])[];
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Match {
  readonly score: number;
  /** Places in the original text, in order, that show what matched. */
  readonly ranges: readonly Range[];
  /** The same in what is searched beside the text. */
  readonly alsoRanges: readonly Range[];
  /** Whether the words stand together as they were asked for. */
  readonly isTogether: boolean;
}

/** More than anybody types; what is pasted beyond it is not searched. */
const longest = 300;

/** Reads what a reader typed: words, and phrases between any kind of quotation marks; an unpaired mark is none. */
export function readQuery(typed: string): Query {
  const text = typed.slice(0, longest);
  const phrases = [...text.matchAll(/["“”«»„]([^"“”«»„]+)["“”«»„]/g)]
    .map((match) => wordsOf(match[1] as string))
    .filter((words) => words.length > 0);
  return { words: wordsOf(text), phrases };
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
  const touched = skeleton.words.filter((word, index) => {
    const at = skeleton.offsets[index] as number;
    return at < to && at + word.fold.length > from;
  });
  return { start: (touched[0] as Word).start, end: (touched.at(-1) as Word).end };
}

/** Where words stand together in a text, written apart or joined; whole words come first. */
function together(skeleton: Skeleton, words: readonly Word[]): { ranges: Range[]; isWhole: boolean } {
  const sought = words.map((word) => word.fold).join('');
  const parted = words.map((word) => partedBe(word.fold)).join('');
  const stem = words.map((word, index) => (index === words.length - 1 ? word.stem : word.fold)).join('');
  for (const [form, whole] of [
    [sought, true],
    [parted, true],
    [sought, false],
    [stem, false],
  ] as const) {
    const ranges: Range[] = [];
    if (form.length < 2 && !whole) continue;
    for (let at = skeleton.text.indexOf(form); at >= 0; at = skeleton.text.indexOf(form, at + 1)) {
      if (!skeleton.starts.has(at) || (whole && !skeleton.ends.has(at + form.length))) continue;
      ranges.push(rangeOf(skeleton, at, at + form.length));
    }
    if (ranges.length > 0) return { ranges, isWhole: whole };
  }
  return { ranges: [], isWhole: false };
}

/** «بعنوان» for «به‌عنوان»: the older way of joining the preposition, for any word. */
const partedBe = (fold: string): string => (/^ب(?!ه).{3}/.test(fold) ? `به${fold.slice(1)}` : fold);

/** How well a word of the text answers a word of the query; 0 if it does not. */
function likeness(word: Word, sought: Word, mayContinue: boolean): number {
  if (word.fold === sought.fold) return 1;
  if (word.fold === partedBe(sought.fold)) return 0.95;
  if (word.stem === sought.stem) return 0.9;
  if (word.parts.length > 1 && word.parts.some((part) => part === sought.fold || stemOf(part) === sought.stem))
    return 0.7;
  // The last word may still be being written.
  if (!mayContinue || sought.fold.length < 3) return 0;
  if (word.fold.startsWith(sought.fold)) return 0.5 * (sought.fold.length / word.fold.length);
  return word.parts.length > 1 && word.parts.some((part) => part.startsWith(sought.fold)) ? 0.25 : 0;
}

/** A passage made ready to be held against queries. */
export interface Prepared {
  readonly shown: Skeleton;
  readonly hidden: Skeleton | undefined;
}

/**
 * @param text the original text of a passage
 * @param also what is searched beside it, and not shown
 */
export const prepare = (text: string, also = ''): Prepared => ({
  shown: skeletonOf(wordsOf(text)),
  hidden: also === '' ? undefined : skeletonOf(wordsOf(also)),
});

/** How a passage answers a query; nothing where it does not. */
export function matchPassage(query: Query, { shown: skeleton, hidden }: Prepared): Match | undefined {
  if (query.words.length === 0) return undefined;
  const shown = skeleton.words;
  for (const phrase of query.phrases) {
    if (together(skeleton, phrase).ranges.length === 0 && (!hidden || together(hidden, phrase).ranges.length === 0))
      return undefined;
  }
  const length = 1 + Math.log10(1 + shown.length / 50);
  const whole = together(skeleton, query.words);
  const beside = hidden ? together(hidden, query.words).ranges : [];
  if (whole.ranges.length > 0) {
    const often = Math.min(whole.ranges.length, 3) * 0.3;
    return {
      score: query.words.length * (whole.isWhole ? 6 : 4) + often / length,
      ranges: whole.ranges,
      alsoRanges: [],
      isTogether: true,
    };
  }
  if (beside.length > 0) return { score: query.words.length * 3, ranges: [], alsoRanges: beside, isTogether: true };
  return matchWords(query.words, shown, hidden?.words ?? [], length);
}

/** Every word somewhere in the passage; nearer words and better forms count more. */
function matchWords(
  sought: readonly Word[],
  shown: readonly Word[],
  hidden: readonly Word[],
  length: number,
): Match | undefined {
  const ranges: Range[] = [];
  const alsoRanges: Range[] = [];
  const places: { index: number; sought: number }[] = [];
  const isMarked = (one: Word) => !stopWords.has(one.stem) || sought.every((word) => stopWords.has(word.stem));
  let score = 0;
  for (const [number, one] of sought.entries()) {
    const mayContinue = number === sought.length - 1;
    let best = 0;
    shown.forEach((word, index) => {
      const like = likeness(word, one, mayContinue);
      if (like <= 0) return;
      if (isMarked(one)) ranges.push({ start: word.start, end: word.end });
      places.push({ index, sought: number });
      best = Math.max(best, like);
    });
    if (best === 0) {
      for (const word of hidden) {
        const like = likeness(word, one, mayContinue) * 0.8;
        if (like > 0) alsoRanges.push({ start: word.start, end: word.end });
        best = Math.max(best, like);
      }
    }
    if (best === 0) return undefined;
    score += best;
  }
  const count = new Set(places.map((place) => place.sought)).size;
  const nearness = count > 1 ? (count * count) / narrowest(places, count) : 0;
  return {
    score: score + nearness / length,
    ranges: mergeRanges(ranges),
    alsoRanges: mergeRanges(alsoRanges),
    isTogether: false,
  };
}

/** How many words the narrowest stretch of a text spans that holds each sought word once. */
function narrowest(places: readonly { readonly index: number; readonly sought: number }[], count: number): number {
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

function mergeRanges(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(
    (range, index) => sorted.findIndex((one) => one.start <= range.start && one.end >= range.end) === index,
  );
}

/** The words of a query as Pagefind is asked for them, in the ways in which they can be spaced; the likeliest first. */
export function termsOf(query: Query): string[] {
  const terms = query.words.map((word) => termOf(word));
  const variants = [terms, query.words.map((word) => stemOf(partedBe(word.fold)))];
  if (query.words.some((word) => word.parts.length > 1))
    variants.push(query.words.flatMap((word) => word.parts.map(stemOf)));
  for (let index = 0; index + 1 < query.words.length && query.words.length <= 8; index += 1) {
    const joined = stemOf(`${query.words[index]?.fold}${query.words[index + 1]?.fold}`);
    variants.push([...terms.slice(0, index), joined, ...terms.slice(index + 2)]);
  }
  if (query.words.length === 1 && (query.words[0]?.fold.length ?? 0) <= 24) {
    const fold = query.words[0]?.fold ?? '';
    for (let at = 2; at <= fold.length - 2; at += 1) variants.push([stemOf(fold.slice(0, at)), stemOf(fold.slice(at))]);
  }
  return [...new Set(variants.map((variant) => variant.filter((term) => !stopWords.has(term)).join(' ')))].filter(
    (terms) => terms !== '',
  );
}

/**
 * Pagefind finds words by their beginning: the stem of a word is the beginning of all its forms, or nearly. A word that is not
 * indexed stays whole, so that it is known as one.
 */
function termOf(word: Word): string {
  return /^[a-z]+$/.test(word.stem) && !stopWords.has(word.stem)
    ? word.stem.replace(/[iey]$/, '') || word.fold
    : word.stem;
}
