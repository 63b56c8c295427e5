/** From what a reader typed to the passages that answer it, best first. */
import type { Collection, Entry, Pause, Whole } from '../search/collection.ts';
import { otherLayout } from '../search/keyboard.ts';
import { ask, holds, matchPages, matchPassage } from '../search/match.ts';
import { findNear, type NearFindings } from '../search/near.ts';
import { placeIn } from '../search/places.ts';
import { type Query, readQuery } from '../search/query.ts';
import type { Engine } from './engine.ts';
import {
  allows,
  answersAlone,
  type Filters,
  type Findings,
  inOrder,
  isEnough,
  itself,
  nearResults,
  type Result,
} from './findings.ts';
import { searchSpread } from './spread.ts';

/**
 * Searches an edition.
 *
 * @param typed what the reader typed; words in quotation marks stand together in this order
 * @param filters by the names of Pagefind's filters: article, lang, kind
 * @param pause lets the page do other things between two passages
 */
export async function search(engine: Engine, typed: string, filters: Filters, pause: Pause): Promise<Findings> {
  const whole = await engine.whole();
  return whole ? searchWhole(whole, typed, filters, pause) : searchSpread(engine, typed, filters, pause);
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
  if (isEnough(query, results)) return found;
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
    near: nearResults(near.results).filter(({ passage }) => !shown.has(passage)),
    meant,
  };
}

/**
 * The passages that answer a query word for word, best first.
 *
 * @param isPlace whether it may ask for a place
 */
async function strictly(
  collection: Collection,
  query: Query,
  isAllowed: (entry: Entry) => boolean,
  pause: Pause,
  isPlace = true,
): Promise<Result[]> {
  const named: Result[] = [];
  const ofKind: Result[] = [];
  const found: Result[] = [];
  const asked = ask(query);
  const place = isPlace ? placeIn(query) : undefined;
  for (const entry of collection.entries) {
    await pause();
    if (!isAllowed(entry)) continue;
    const { passage, prepared } = entry;
    if (place?.kind === 'passages' && passage.kind === place.of) ofKind.push({ passage, match: itself });
    if (place?.kind === 'anchor' && passage.path.endsWith(`#${place.anchor}`)) named.push({ passage, match: itself });
    else {
      const match = place?.kind === 'pages' ? matchPages(place.pages, passage.text) : matchPassage(asked, prepared);
      if (match) found.push({ passage, match });
      else if (query.words.length === 0 && answersAlone(query, passage)) found.push({ passage, match: itself });
    }
  }
  if (place?.kind === 'pages' && found.length === 0 && named.length === 0)
    return strictly(collection, query, isAllowed, pause, false);
  // «منابع» may be a word of the texts, too.
  return [...named, ...(found.length > 0 ? inOrder(found) : ofKind)];
}

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
