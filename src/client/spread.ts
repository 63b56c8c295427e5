/** Searches an edition whose texts are spread over files: Pagefind says which of them may answer. */
import { Collection, type Pause } from '../search/collection.ts';
import { otherLayout } from '../search/keyboard.ts';
import { type ArticleFacts, shelvesOf } from '../search/leaves.ts';
import { ask, holds, type Match, matchPages, matchPassage, prepare } from '../search/match.ts';
import { findNear } from '../search/near.ts';
import { nearest } from '../search/nearest.ts';
import type { Passage } from '../search/passages.ts';
import { type Place, placeIn, termsOfPlace } from '../search/places.ts';
import { type Query, readQuery, withoutNames } from '../search/query.ts';
import { termsOf } from '../search/terms.ts';
import { namesIn, tellingWords } from '../search/units.ts';
import type { Word } from '../text/fold.ts';
import type { Engine } from './engine.ts';
import {
  allows,
  answersAlone,
  type Filters,
  type Findings,
  inOrder,
  isEnough,
  itself,
  little,
  nearResults,
  type Result,
} from './findings.ts';
import type { Leaves, Wanted } from './leaves.ts';

/**
 * How many leaves are looked at in a go, and in how many goes, before a reader is shown what there is and may go on: each is a
 * request, and those whose words stand nearest to each other come first.
 */
const inFirstGo = 4;
const mostGoes = 2;

/** How many more when the reader asks for more. */
const inOneGo = 16;

/** More words are a sentence. */
const mostSpaced = 8;

/** How many leaves are read for what is near, and of how many words, forms and names Pagefind is asked: most are requests. */
const mostGathered = 4;
const mostAsked = 5;
const mostForms = 4;
const mostNames = 3;

/** The longest of some words: the rarest, as a rule. */
const longest = (words: readonly Word[]): readonly Word[] =>
  words.length <= mostAsked ? words : words.toSorted((a, b) => b.fold.length - a.fold.length).slice(0, mostAsked);

/** A sentence is asked for by its longest words: that a passage has the others is seen in the texts. */
function termsFor(query: Query): string[] {
  if (query.words.length <= mostSpaced) return termsOf(query);
  return termsOf({ ...query, words: longest(query.words) }).slice(0, 1);
}

/** How passages answer the words of a query. */
function matchingWords(query: Query): Asking['matchOf'] {
  const asked = ask(query);
  return (passage) =>
    query.words.length === 0 && answersAlone(query, passage)
      ? itself
      : matchPassage(asked, prepare(passage.text, passage.also, passage.language));
}

/** What is asked of leaves. */
interface Asking {
  readonly query: Query;
  /** What Pagefind is asked for, one after another. */
  readonly terms: readonly string[];
  /** What Pagefind, and what we let through. */
  readonly wanted: Wanted;
  readonly isAllowed: (passage: Passage) => boolean;
  /** How a passage answers; nothing where it does not. */
  readonly matchOf: (passage: Passage) => Match | undefined;
  /** Whether the texts have all words of some terms; what Pagefind finds is looked at where this is not known. */
  readonly isKnown?: (terms: string, isFirst: boolean) => Promise<boolean>;
}

/** Searches the leaves for the words of a query, as they stand. */
async function searchLeaves(
  leaves: Leaves,
  { query, terms, wanted, isAllowed, matchOf, isKnown }: Asking,
): Promise<Findings> {
  const found = new Map<string, Result>();
  const candidates = new Set<string>();
  let read = 0;
  const look = async (count: number) => {
    const ids = [...candidates].slice(read, read + count);
    read += ids.length;
    for (const passage of await leaves.texts(ids)) {
      if (!isAllowed(passage)) continue;
      const match = matchOf(passage);
      if (match) found.set(`${passage.path} ${passage.text}`, { passage, match });
    }
  };
  const isFound = () => found.size >= little;
  const findings = (): Findings => ({
    results: inOrder([...found.values()]),
    near: [],
    meant: undefined,
    hasMore: read < candidates.size,
    goOn: async () => {
      await look(inOneGo);
      return findings();
    },
  });
  // Where nothing matches, what is near answers sooner.
  const isInVain = () => isKnown !== undefined && query.phrases.length === 0 && found.size === 0 && read >= inFirstGo;
  let went = 0;
  const isEnd = () => went === mostGoes || isFound() || isInVain();
  for (const [index, one] of terms.entries()) {
    if (isKnown && !(await isKnown(one, index === 0))) continue;
    for (const id of await leaves.find(one, wanted)) candidates.add(id);
    for (; read < candidates.size && !isEnd(); went += 1) await look(inFirstGo);
    if (isEnd()) break;
  }
  return findings();
}

/** Searches leaves of which nothing is known but their texts: what conditions name is searched as words. */
export function searchWider(leaves: Leaves, typed: string, filters: Filters): Promise<Findings> {
  const query = readQuery(withoutNames(typed));
  const terms = query.words.length === 0 ? [] : termsOf(query);
  return searchLeaves(leaves, {
    query,
    terms,
    wanted: filters,
    isAllowed: (passage) => allows(filters, passage),
    matchOf: matchingWords(query),
  });
}

/** A range of years that is asked for of cited works is asked for year by year; a longer one is not searched. */
const mostYears = 40;

/** What conditions ask for: articles by their people and years, else cited works. */
async function askingOf(engine: Engine, query: Query, filters: Filters): Promise<Asking> {
  const isPlain = query.authors.length + query.years.length === 0;
  const facts = isPlain ? [] : await engine.articles();
  const conditions = [
    ...query.authors.map((words) => ({
      of: ({ people }: ArticleFacts) => holds(prepare(people.join(' · ')), words),
      ofWork: ({ text, also }: Passage) => holds(prepare(text, also), words),
      terms: [words.map(({ stem }) => stem).join(' ')],
    })),
    ...query.years.map(([first, last]) => ({
      of: ({ years }: ArticleFacts) => years.some((year) => year >= first && year <= last),
      ofWork: ({ years }: Passage) => years?.some((year) => year >= first && year <= last) ?? false,
      terms: Array.from({ length: Math.min(last - first + 1, mostYears) }, (_, index) => String(first + index)),
    })),
  ].map((condition) => {
    const articles = new Set(facts.filter(condition.of).map(({ article }) => article));
    const isOf = (passage: Passage) =>
      articles.size > 0 ? articles.has(passage.article) : passage.kind === 'work' && condition.ofWork(passage);
    return { ...condition, articles, isOf };
  });
  const [first, ...others] = conditions.filter(({ articles }) => articles.size > 0).map(({ articles }) => articles);
  const cited = conditions.find(({ articles }) => articles.size === 0);
  const any = first && [...first].filter((article) => others.every((other) => other.has(article)));
  const alone = cited ? cited.terms : [''];
  return {
    query,
    terms: query.words.length > 0 ? termsFor(query) : isPlain ? [] : alone,
    wanted: {
      ...(any ? { article: { any } } : {}),
      ...(cited ? { kind: 'work' } : query.words.length === 0 ? { kind: { any: ['title', 'creator', 'work'] } } : {}),
      ...filters,
    },
    isAllowed: (passage) => allows(filters, passage) && conditions.every(({ isOf }) => isOf(passage)),
    matchOf: matchingWords(query),
    isKnown: (terms, isFirst) => areKnown(engine, terms, isFirst),
  };
}

/**
 * Whether the texts have all of some terms. Pagefind answers for a term of which no word begins with the longest word that begins
 * the term: `ghodrat` finds what has `gh`. Between quotation marks it answers for the term alone, from what it has loaded already.
 *
 * @param isFirst whether these are the words as they were typed, of which one may still be being written: the shelves of the forms
 * have its beginnings. Other ways to space them are tried only where Pagefind has them.
 */
async function areKnown(engine: Engine, terms: string, isFirst: boolean): Promise<boolean> {
  for (const term of terms.split(' ')) {
    if (term === '' || (await engine.find(`"${term}"`, {})).length > 0) continue;
    if (!isFirst || !(await isBeginning(engine, term))) return false;
  }
  return true;
}

/** Whether a form on its shelves begins with a term; words of two letters and numbers lie on none, and may. */
async function isBeginning(engine: Engine, term: string): Promise<boolean> {
  if (term.length < 3 || /\d/.test(term)) return true;
  const forms = (
    await Promise.all(shelvesOf({ fold: term, parts: [term] }).map((shelf) => engine.forms(shelf)))
  ).flat();
  return forms.some((form) => form.replaceAll('\u200c', '').startsWith(term));
}

/** Searches the leaves for what readers name by its number or its kind: «بند ۱۲», `p. 14`, «چکیده». */
function searchPlace(engine: Engine, asking: Asking, place: Place): Promise<Findings> {
  return searchLeaves(engine, {
    ...asking,
    terms: [termsOfPlace(place)],
    wanted: place.kind === 'passages' ? { ...asking.wanted, kind: place.of } : asking.wanted,
    matchOf: (passage) => {
      if (place.kind === 'pages') return matchPages(place.pages, passage.text);
      const isIt = place.kind === 'passages' ? passage.kind === place.of : passage.path.endsWith(`#${place.anchor}`);
      return isIt ? itself : undefined;
    },
  });
}

/** Searches the leaves, and where that gives little, what is near. */
export async function searchSpread(engine: Engine, typed: string, filters: Filters, pause: Pause): Promise<Findings> {
  const query = readQuery(typed);
  const asking = await askingOf(engine, query, filters);
  const place = placeIn(query);
  const named = place && place.kind !== 'passages' && (await searchPlace(engine, asking, place));
  if (named && named.results.length > 0) return named;
  const found = await searchLeaves(engine, asking);
  // «منابع» may be a word of the texts, too.
  if (found.results.length === 0 && place?.kind === 'passages') return searchPlace(engine, asking, place);
  if (isEnough(query, found.results) || (found.hasMore && found.results.length > 0)) return found;
  const strictly = (text: string) => {
    const other = readQuery(text);
    return searchLeaves(engine, { ...asking, query: other, terms: termsFor(other), matchOf: matchingWords(other) });
  };
  if (found.results.length === 0) {
    for (const text of otherLayout(query.text)) {
      const { results } = await strictly(text);
      if (results.length > 0) return { ...found, near: results, meant: text };
    }
  }
  const field = await engine.field();
  const passages = await gather(engine, query.text, asking.wanted, pause);
  const collection = await Collection.of(passages, pause);
  const near = await findNear(
    collection,
    field,
    query.text,
    ({ passage, prepared }) => asking.isAllowed(passage) && !query.excluded.some((words) => holds(prepared, words)),
    pause,
  );
  const shown = new Set(found.results.map(({ passage }) => `${passage.path} ${passage.text}`));
  const isMeant =
    found.results.length === 0 && near.meant !== undefined && (await strictly(near.meant)).results.length > 0;
  return {
    ...found,
    near: nearResults(near.results).filter(({ passage }) => !shown.has(`${passage.path} ${passage.text}`)),
    meant: isMeant ? near.meant : undefined,
  };
}

/** The passages of the leaves that have most of the rarer words of a text, or what those may stand for. */
async function gather(engine: Engine, text: string, wanted: Wanted, pause: Pause): Promise<readonly Passage[]> {
  const field = await engine.field();
  const worth = new Map<string, number>();
  const add = (ids: ReadonlySet<string>) => {
    for (const id of ids) worth.set(id, (worth.get(id) ?? 0) + 1 / Math.log(2 + ids.size));
  };
  const find = async (words: readonly Word[]) => engine.find(words.map(({ stem }) => stem).join(' '), wanted);
  for (const word of longest(tellingWords(text))) {
    const isKnown = await areKnown(engine, word.stem, true);
    const ids = new Set<string>();
    const forms = isKnown ? [word] : await formsLike(engine, word, pause);
    for (const form of forms.slice(0, mostForms)) for (const id of await find([form])) ids.add(id);
    add(ids);
  }
  for (const name of namesIn(field, text).slice(0, mostNames)) add(new Set(await find(name)));
  const best = [...worth].sort(([, a], [, b]) => b - a).slice(0, mostGathered);
  return engine.texts(best.map(([id]) => id));
}

/** The forms of the texts that are spelled or sound most nearly like a word. */
async function formsLike(engine: Engine, word: Word, pause: Pause): Promise<readonly Word[]> {
  const forms = (await Promise.all(shelvesOf(word).map((shelf) => engine.forms(shelf)))).flat();
  return (await nearest(Collection.ofForms(forms), word, pause)).map(({ form }) => form.word);
}
