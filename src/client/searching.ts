/** From what a reader typed to the passages that answer it, best first. */
import { type Match, matchPassage, type Prepared, prepare, type Query, readQuery, termsOf } from '../search/match.ts';
import type { Passage } from '../search/passages.ts';
import { foldLetters, wordsOf } from '../text/fold.ts';
import type { Engine } from './engine.ts';

export interface Result {
  readonly passage: Passage;
  readonly match: Match;
}

export type Filters = Readonly<Record<string, string>>;

/** How many candidates are looked at where the texts are spread over files. */
const mostCandidates = 60;

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

export async function search(engine: Engine, typed: string, filters: Filters): Promise<Result[]> {
  const query = readQuery(typed);
  if (query.words.length === 0) return [];
  const found = new Map<string, Result>();
  const consider = (passages: Iterable<Passage>) => {
    for (const passage of passages) {
      const result = allows(filters, passage) ? answer(query, passage) : undefined;
      if (result) found.set(`${passage.path} ${passage.text}`, result);
    }
  };
  for (const terms of termsOf(query)) {
    const ids = await engine.find(terms, filters);
    const whole = engine.all();
    consider((await engine.texts(whole ? ids : ids.slice(0, mostCandidates))).values());
    if (found.size > 0) break;
  }
  // Spelled or spaced in a way that the index does not foresee: a small edition is looked through.
  const whole = found.size === 0 ? await engine.all() : undefined;
  if (whole) consider(whole.values());
  const score = ({ passage, match }: Result) => match.score * weights[passage.kind];
  return [...found.values()].sort((a, b) => score(b) - score(a));
}

/** Words of the texts that are spelled nearly like those of a query which found nothing. */
export async function nearSpellings(engine: Engine, typed: string): Promise<string[]> {
  const whole = await engine.all();
  if (!whole) return [];
  const words = new Map<string, string>();
  for (const passage of whole.values()) {
    for (const word of wordsOf(passage.text)) words.set(word.fold, passage.text.slice(word.start, word.end));
  }
  const suggestions = readQuery(typed)
    .words.filter((word) => !words.has(word.fold))
    .flatMap((word) => {
      const fold = foldLetters(word.fold);
      return [...words]
        .filter(([known]) => Math.abs(known.length - fold.length) <= 2)
        .map(([known, original]) => ({ original, distance: distanceOf(fold, known) }))
        .filter(({ distance }) => distance <= (fold.length > 5 ? 2 : 1))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, 3)
        .map(({ original }) => original);
    });
  return [...new Set(suggestions)].slice(0, 5);
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
