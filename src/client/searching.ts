/** From what a reader typed to the passages that answer it, best first. */
import type { Collection, Entry, Pause, Whole } from '../search/collection.ts';
import { otherLayout } from '../search/keyboard.ts';
import { ask, holds, type Match, matchPages, matchPassage, prepare } from '../search/match.ts';
import { findNear, type NearFindings } from '../search/near.ts';
import type { Passage } from '../search/passages.ts';
import { type Query, readQuery, withoutNames } from '../search/query.ts';
import { termsOf } from '../search/terms.ts';
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

/** Fewer results than this are little: what is near follows. */
const little = 3;

/** How many leaves are looked at in one go where each has a file of its own. */
const inOneGo = 16;

/** How many goes there are, unasked, for a passage that has the words together: each leaf is a request. */
const mostGoes = 4;

const allows = (filters: Filters, passage: Passage) =>
  (filters['article'] === undefined || passage.article === filters['article']) &&
  (filters['lang'] === undefined || passage.language === filters['lang']) &&
  (filters['kind'] === undefined || passage.kind === filters['kind']);

/** A passage of the text itself stands before a heading or a reference that answers as well. */
const weights: Readonly<Record<Passage['kind'], number>> = {
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
};

/**
 * Searches an edition.
 *
 * @param typed what the reader typed; words in quotation marks stand together in this order
 * @param filters by the names of Pagefind's filters: article, lang, kind
 * @param pause lets the page do other things between two passages
 */
export async function search(engine: Engine, typed: string, filters: Filters, pause: Pause): Promise<Findings> {
  const whole = await engine.whole();
  return whole ? searchWhole(whole, typed, filters, pause) : searchLeaves(engine, typed, filters);
}

/** Searches an edition that is loaded whole: each passage is held against the query. */
export async function searchWhole(whole: Whole, typed: string, filters: Filters, pause: Pause): Promise<Findings> {
  const { collection, field } = whole;
  const query = readQuery(typed);
  const isAllowed = allowedBy(collection, query, filters);
  const results = await strictly(collection, query, isAllowed, pause);
  const found: Findings = {
    results,
    near: [],
    meant: undefined,
    hasMore: false,
    goOn: async () => found,
  };
  const isEnough =
    results.length >= little ||
    query.words.length === 0 ||
    query.place !== undefined ||
    (query.phrases.length > 0 && results.length > 0) ||
    (query.words.length > 3 && results.some(({ match }) => match.isTogether));
  if (isEnough) return found;
  const excluded = (entry: Entry) => query.excluded.some((words) => holds(entry.prepared, words));
  const soft = (text: string) =>
    findNear(collection, field, text, (entry) => isAllowed(entry) && !excluded(entry), pause);
  let near: NearFindings | undefined;
  let meant: string | undefined;
  if (results.length === 0) {
    for (const text of otherLayout(query.text)) {
      const other = await strictly(collection, readQuery(text), isAllowed, pause);
      if (other.length > 0) return { ...found, near: other, meant: text };
    }
  }
  const shown = new Set(results.map(({ passage }) => passage));
  near = await soft(query.text);
  if (results.length > 0 && near.results.every(({ entry }) => shown.has(entry.passage))) {
    // «]dk» is a beginning of «D. Kupchan», too.
    for (const text of otherLayout(query.text)) {
      const other = await strictly(collection, readQuery(text), isAllowed, pause);
      if (other.length > 0) return { ...found, near: other };
    }
  }
  if (near.results.length === 0 && results.length === 0) {
    for (const text of otherLayout(query.text)) {
      const other = await soft(text);
      if (other.results.length > 0) near = { ...other, meant: other.meant ?? text };
    }
  }
  if (results.length === 0 && near.meant !== undefined) {
    const other = await strictly(collection, readQuery(near.meant), isAllowed, pause);
    if (other.length > 0) meant = near.meant;
  }
  return {
    ...found,
    near: near.results
      .map(
        ({ entry: { passage }, score, ranges, alsoRanges }): Result => ({
          passage,
          match: { nearness: 1, score: score * weights[passage.kind], ranges, alsoRanges, isTogether: false },
        }),
      )
      .filter(({ passage }) => !shown.has(passage))
      .sort((a, b) => b.match.score - a.match.score),
    meant,
  };
}

/** The passages that answer a query word for word, best first. */
async function strictly(
  collection: Collection,
  query: Query,
  isAllowed: (entry: Entry) => boolean,
  pause: Pause,
): Promise<Result[]> {
  const named: Result[] = [];
  const ofKind: Result[] = [];
  const found: Result[] = [];
  const asked = ask(query);
  for (const entry of collection.entries) {
    await pause();
    if (!isAllowed(entry)) continue;
    const { passage, prepared } = entry;
    if (query.place?.kind === 'passages' && passage.kind === query.place.of) ofKind.push({ passage, match: itself });
    if (query.place?.kind === 'anchor' && passage.path.endsWith(`#${query.place.anchor}`))
      named.push({ passage, match: itself });
    else {
      const match =
        query.place?.kind === 'pages' ? matchPages(query.place.pages, passage.text) : matchPassage(asked, prepared);
      if (match) found.push({ passage, match });
      else if (query.words.length === 0 && answersAlone(query, passage)) found.push({ passage, match: itself });
    }
  }
  if (query.place?.kind === 'pages' && found.length === 0 && named.length === 0)
    return strictly(collection, { ...query, place: undefined }, isAllowed, pause);
  // «منابع» may be a word of the texts, too.
  return [...named, ...(found.length > 0 ? inOrder(found) : ofKind)];
}

/** A passage that is asked for by its number or its kind, or by conditions alone. */
const itself: Match = { nearness: 3, score: 1, ranges: [], alsoRanges: [], isTogether: true };

/** Conditions without words ask for the articles and works themselves. */
const answersAlone = ({ authors, years }: Query, { kind }: Passage): boolean =>
  authors.length + years.length > 0 && (kind === 'title' || kind === 'creator' || kind === 'work');

/**
 * What filters and conditions let through. An author or a year is one of articles; where no article has it, of cited works.
 */
function allowedBy(collection: Collection, query: Query, filters: Filters): (entry: Entry) => boolean {
  const conditions = [
    ...query.authors.map((words) => ({
      isOf: (entry: Entry) => holds(entry.prepared, words),
      kind: 'creator' as const,
    })),
    ...query.years.map(([first, last]) => ({
      isOf: ({ passage }: Entry) => passage.years?.some((year) => year >= first && year <= last) ?? false,
      kind: 'title' as const,
    })),
  ].map(({ isOf, kind }) => {
    const articles = new Set(
      collection.entries
        .filter((entry) => entry.passage.kind === kind && isOf(entry))
        .map(({ passage }) => passage.article),
    );
    return articles.size > 0
      ? ({ passage }: Entry) => articles.has(passage.article)
      : (entry: Entry) => entry.passage.kind === 'work' && isOf(entry);
  });
  return (entry) => allows(filters, entry.passage) && conditions.every((condition) => condition(entry));
}

/** Searches an edition whose texts are spread over files: Pagefind says which of them may answer. */
async function searchLeaves(engine: Engine, typed: string, filters: Filters): Promise<Findings> {
  const query = readQuery(withoutNames(typed));
  const asked = ask(query);
  const found = new Map<string, Result>();
  const candidates = new Set<string>();
  let read = 0;
  const look = async () => {
    const ids = [...candidates].slice(read, read + inOneGo);
    read += ids.length;
    for (const passage of await engine.texts(ids)) {
      if (!allows(filters, passage)) continue;
      const match = matchPassage(asked, prepare(passage.text, passage.also));
      if (match) found.set(`${passage.path} ${passage.text}`, { passage, match });
    }
  };
  const isTogether = () => [...found.values()].some(({ match }) => match.isTogether);
  const findings = (): Findings => ({
    results: inOrder([...found.values()]),
    near: [],
    meant: undefined,
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
  return findings();
}

const score = ({ passage, match }: Result) => match.score * weights[passage.kind];

/**
 * The nearest first; a word that is still being written is another one only where no passage has it as it stands. Among those that
 * are equally near, results stand by article, the article with the best one first; what it has beyond its share comes after all.
 */
function inOrder(results: readonly Result[]): Result[] {
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
