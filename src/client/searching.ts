/** From what a reader typed to the passages that answer it, best first. */
import { type Match, matchPassage, type Prepared, prepare, type Query, readQuery, termsOf } from '../search/match.ts';
import type { Passage } from '../search/passages.ts';
import { wordsOf } from '../text/fold.ts';
import type { Engine } from './engine.ts';

export interface Result {
  readonly passage: Passage;
  readonly match: Match;
}

export type Filters = Readonly<Record<string, string>>;

/**
 * What was found so far. Where the texts are spread over files, a common word has thousands of candidates: the first are looked at,
 * and more of them when the reader asks.
 */
export interface Findings {
  /** Best first. */
  readonly results: readonly Result[];
  /** Whether there are passages that may answer too, and were not looked at. */
  readonly hasMore: boolean;
  /** Looks at more of them. */
  readonly goOn: () => Promise<Findings>;
}

/** How many leaves are looked at in one go where each has a file of its own. */
const inOneGo = 16;

/** How many goes there are, unasked, for a passage that has the words together: each leaf is a request. */
const mostGoes = 4;

const prepared = new WeakMap<Passage, Prepared>();

function answer(query: Query, passage: Passage): Result | undefined {
  const ready = prepared.get(passage) ?? prepare(passage.text, passage.also);
  prepared.set(passage, ready);
  const match = matchPassage(query, ready);
  return match && { passage, match };
}

const allows = (filters: Filters, passage: Passage) =>
  (filters['article'] === undefined || passage.article === filters['article']) &&
  (filters['lang'] === undefined || passage.language === filters['lang']) &&
  (filters['kind'] === undefined || passage.kind === filters['kind']);

/** A passage of the text itself stands before a heading or a reference that answers as well. */
const weights: Readonly<Record<Passage['kind'], number>> = {
  title: 1,
  paragraph: 1,
  abstract: 0.97,
  table: 0.95,
  note: 0.95,
  heading: 0.96,
  keywords: 0.9,
  creator: 0.98,
  work: 0.9,
};

/**
 * Searches an edition.
 *
 * @param typed what the reader typed; words in quotation marks stand together in this order
 * @param filters by the names of Pagefind's filters: article, lang, kind
 */
export async function search(engine: Engine, typed: string, filters: Filters): Promise<Findings> {
  const query = readQuery(typed);
  const found = new Map<string, Result>();
  const candidates = new Set<string>();
  let read = 0;
  const consider = (passages: readonly Passage[]) => {
    for (const passage of passages) {
      const result = allows(filters, passage) ? answer(query, passage) : undefined;
      if (result) found.set(`${passage.path} ${passage.text}`, result);
    }
  };
  const isSmall = engine.all() !== undefined;
  const look = async () => {
    const ids = [...candidates].slice(read, isSmall ? undefined : read + inOneGo);
    read += ids.length;
    consider(await engine.texts(ids));
  };
  const isTogether = () => [...found.values()].some(({ match }) => match.isTogether);
  const findings = (): Findings => ({
    results: grouped([...found.values()].sort((a, b) => score(b) - score(a))),
    hasMore: read < candidates.size,
    goOn: async () => {
      await look();
      return findings();
    },
  });
  if (query.words.length === 0) return findings();
  let goes = 0;
  for (const terms of termsOf(query)) {
    for (const id of await engine.find(terms, filters)) candidates.add(id);
    for (; goes < mostGoes && read < candidates.size && !isTogether(); goes += 1) await look();
    if (goes === mostGoes || isTogether()) break;
  }
  // Spelled or spaced in a way that the index does not foresee: a small edition is looked through.
  const whole = isTogether() ? undefined : await engine.all();
  if (whole) consider(whole);
  return findings();
}

const score = ({ passage, match }: Result) => match.score * weights[passage.kind];

/** How many results of one article stand together before those of the next. */
const mostTogether = 10;

/** Results by article, the article with the best one first; what an article has beyond its share comes after all. */
function grouped(results: readonly Result[]): Result[] {
  const articles = [...Map.groupBy(results, (result) => result.passage.article).values()];
  return [
    ...articles.flatMap((group) => group.slice(0, mostTogether)),
    ...articles.flatMap((group) => group.slice(mostTogether)),
  ];
}

/** A word of a query that no text has, and one that is spelled nearly like it. */
export interface Suggestion {
  readonly word: string;
  /** The query with the other word in its place. */
  readonly query: string;
}

/** Words of the texts that are spelled nearly like those of a query which found nothing. */
export async function nearSpellings(engine: Engine, typed: string): Promise<Suggestion[]> {
  const whole = await engine.all();
  if (!whole) return [];
  const known = new Map<string, { original: string; count: number }>();
  for (const passage of whole) {
    for (const word of wordsOf(passage.text)) {
      const entry = known.get(word.fold) ?? { original: passage.text.slice(word.start, word.end), count: 0 };
      known.set(word.fold, { ...entry, count: entry.count + 1 });
    }
  }
  const query = typed.slice(0, 100);
  return wordsOf(query)
    .filter((word) => word.fold.length >= 4 && !/\d/.test(word.fold) && !known.has(word.fold))
    .flatMap((word) =>
      [...known]
        .filter(([fold]) => fold.length >= 3 && Math.abs(fold.length - word.fold.length) <= 2)
        .map(([fold, { original, count }]) => ({
          original,
          rank: distanceOf(word.fold, fold) + (fold[0] === word.fold[0] ? 0 : 0.5) - count / 10_000,
        }))
        .filter(({ rank }) => rank <= (word.fold.length > 5 ? 2 : 1))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 3)
        .map(({ original }) => ({
          word: original,
          query: query.slice(0, word.start) + original + query.slice(word.end),
        })),
    )
    .slice(0, 5);
}

/** Levenshtein's distance. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(
          (next[j - 1] as number) + 1,
          (row[j] as number) + 1,
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row.at(-1) as number;
}
