/** What a search finds, and in which order it is shown. */
import type { Match } from '../search/match.ts';
import type { Near } from '../search/near.ts';
import type { Passage } from '../search/passages.ts';
import { placeIn } from '../search/places.ts';
import type { Query } from '../search/query.ts';

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
  /** What has the words that were asked for, best first. */
  readonly results: readonly Result[];
  /** What is near to them, where there is little or nothing else. */
  readonly near: readonly Result[];
  /** What may have been meant; it finds something. */
  readonly meant: string | undefined;
  /** Whether there are passages that may answer too, and were not looked at. */
  readonly hasMore: boolean;
  /** Looks at more of them. */
  readonly goOn: () => Promise<Findings>;
}

/** What was found, in one word: `yet` is nothing, while passages that may answer were not looked at. */
export const outcomeOf = ({ results, hasMore }: Pick<Findings, 'results' | 'hasMore'>) =>
  results.length === 0 ? (hasMore ? 'yet' : 'nothing') : hasMore ? 'first' : 'found';

/** Fewer results than this are little: what is near follows. */
export const little = 3;

/** Whether there is no need of what is near. */
export const isEnough = (query: Query, results: readonly Result[]): boolean =>
  results.length >= little ||
  query.words.length === 0 ||
  placeIn(query) !== undefined ||
  (query.phrases.length > 0 && results.length > 0) ||
  (query.words.length > 3 && results.some(({ match }) => match.isTogether));

/** Whether a passage agrees with the filters. */
export const allows = (filters: Filters, passage: Passage) =>
  (filters['article'] === undefined || passage.article === filters['article']) &&
  (filters['lang'] === undefined || passage.language === filters['lang']) &&
  (filters['kind'] === undefined || passage.kind === filters['kind']);

/** A passage of the text itself stands before a heading or a reference that answers as well. */
export const weights: Readonly<Record<Passage['kind'], number>> = {
  title: 1,
  paragraph: 1,
  abstract: 0.97,
  formula: 0.9,
  table: 0.95,
  note: 0.95,
  heading: 0.96,
  keywords: 0.9,
  creator: 0.98,
  work: 0.9,
  editorial: 0.9,
  page: 0.9,
};

/** A passage that is asked for by its number or its kind, or by conditions alone. */
export const itself: Match = { nearness: 3, score: 1, ranges: [], alsoRanges: [], isTogether: true };

/** Conditions without words ask for the articles and works themselves. */
export const answersAlone = ({ authors, years }: Query, { kind }: Passage): boolean =>
  authors.length + years.length > 0 && (kind === 'title' || kind === 'creator' || kind === 'work');

/** Passages that are near, as results, best first. */
export const nearResults = (near: readonly Near[]): Result[] =>
  near
    .map(
      ({ entry: { passage }, score, ranges, alsoRanges }): Result => ({
        passage,
        match: { nearness: 1, score: score * weights[passage.kind], ranges, alsoRanges, isTogether: false },
      }),
    )
    .sort((a, b) => b.match.score - a.match.score);

const score = ({ passage, match }: Result) => match.score * weights[passage.kind];

/**
 * The nearest first; a word that is still being written is another one only where no passage has it as it stands. Among those that
 * are equally near, results stand by article, the article with the best one first; what it has beyond its share comes after all.
 */
export function inOrder(results: readonly Result[]): Result[] {
  const near = (nearness: number) =>
    grouped(results.filter(({ match }) => match.nearness === nearness).sort((a, b) => score(b) - score(a)));
  const whole = [...near(3), ...near(2)];
  return whole.length > 0 ? whole : near(1);
}

/** How many results of one article stand together before those of the next. */
const mostTogether = 10;

function grouped(results: readonly Result[]): Result[] {
  const articles = [...Map.groupBy(results, (result) => result.passage.article).values()];
  return [
    ...articles.flatMap((group) => group.slice(0, mostTogether)),
    ...articles.flatMap((group) => group.slice(mostTogether)),
  ];
}
