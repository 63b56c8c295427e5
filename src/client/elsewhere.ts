/** Leaves of an edition that lie in a search engine of others: passages as documents of the bulk files (discovery/documents.ts). */
import type { Passage } from '../search/passages.ts';
import type { Leaves, Wanted } from './leaves.ts';
import { opensearchAnswer, opensearchRequest } from './opensearch.ts';
import type { Answer, Question } from './question.ts';
import { solrAnswer, solrRequest } from './solr.ts';

/** What the index of the edition says of the engine. */
export interface Elsewhere {
  readonly engine: 'solr' | 'opensearch';
  /** Where it is asked. */
  readonly address: string;
  /** The address of the edition, which its documents state. */
  readonly edition: string;
  /** How many documents it has of the edition once it is loaded whole. */
  readonly documents: number;
}

/** The engine does not answer, or as nobody can read, or has not the whole edition. */
export class EngineSilent extends Error {}

/** How long an engine may take, in milliseconds: after that, the index of the edition is sooner. */
const mostTime = 5000;

/** How many documents are looked at as one leaf, and how many leaves come with what is found. */
const perLeaf = 8;
const atOnce = 4;
/** More than anybody looks through. */
const mostLeaves = 250;

/** The fields by the names of Pagefind's filters. */
const fieldOf: Readonly<Record<string, string>> = { article: 'article', lang: 'language', kind: 'kind' };

const strings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * The passages of a document: a text each.
 *
 * @throws {@link EngineSilent} if it is none of the edition
 */
export function passagesIn(document: unknown, edition: string): Passage[] {
  const { id, kind, article, language, text, also = [], years = [] } = document as Record<string, unknown>;
  const path = typeof id === 'string' && id.startsWith(edition) ? id.slice(edition.length) : '';
  const isOurs = /^articles\/[a-z0-9-]+\/\d+\.\d+\.\d+\/(?:#[\w-]+)?$/.test(path);
  if (!isOurs || typeof article !== 'string' || !strings(language) || !strings(text) || !strings(also))
    throw new EngineSilent('a document that is none of the edition');
  return text.map((one, index) => ({
    path,
    kind: kind as Passage['kind'],
    article,
    language: language[index] ?? language[0] ?? '',
    text: one,
    also: also[index] ?? '',
    years: years as readonly number[],
  }));
}

/** Asks an engine. */
async function ask({ engine, address }: Elsewhere, question: Question): Promise<Answer> {
  const [request, answerOf] = engine === 'solr' ? [solrRequest, solrAnswer] : [opensearchRequest, opensearchAnswer];
  try {
    const response = await fetch(request(address, question), {
      signal: AbortSignal.timeout(mostTime),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) throw new Error(String(response.status));
    const answer = answerOf(await response.json());
    if (!Number.isInteger(answer.total) || !Array.isArray(answer.documents))
      throw new Error('an answer of another form');
    return answer;
  } catch (error) {
    throw new EngineSilent(`${address}: ${error}`);
  }
}

/**
 * The leaves of an edition that an engine has.
 *
 * @throws {@link EngineSilent} if it does not answer, or has less than the whole edition
 */
export async function leavesElsewhere(elsewhere: Elsewhere): Promise<Leaves> {
  const { edition, documents } = elsewhere;
  const whole: Question = { edition, beginnings: [], exact: undefined, filters: {}, from: 0, size: 0 };
  const { total } = await ask(elsewhere, whole);
  if (total < documents) throw new EngineSilent(`the engine has ${total} of ${documents} documents`);
  const found = new Map<string, { readonly question: Question; readonly passages: Map<number, readonly Passage[]> }>();
  const keep = (key: string, from: number, { documents: own }: Answer) => {
    const { passages } = found.get(key) ?? {};
    for (let at = 0; at < own.length; at += perLeaf)
      passages?.set(
        from / perLeaf + at / perLeaf,
        own.slice(at, at + perLeaf).flatMap((one) => passagesIn(one, edition)),
      );
  };
  return {
    find: async (terms, wanted) => {
      const exact = /^"(.*)"$/.exec(terms)?.[1];
      const beginnings = exact === undefined ? terms.split(' ').filter(Boolean) : [];
      const size = exact === undefined ? perLeaf * atOnce : 0;
      const question: Question = { ...whole, beginnings, exact, filters: filtersOf(wanted), size };
      const key = JSON.stringify(question);
      const answer = await ask(elsewhere, question);
      found.set(key, { question, passages: new Map() });
      keep(key, 0, answer);
      const leaves = Math.min(Math.ceil(answer.total / perLeaf), mostLeaves);
      return Array.from({ length: leaves }, (_, leaf) => `${leaf} ${key}`);
    },
    texts: async (ids) => {
      const wanted = ids.map((id) => ({ leaf: Number.parseInt(id, 10), key: id.slice(id.indexOf(' ') + 1) }));
      // What is asked for stands in a row, as it was found.
      for (const [key, own] of Map.groupBy(wanted, (one) => one.key)) {
        const { question, passages } = found.get(key) ?? {};
        const missing = own.map(({ leaf }) => leaf).filter((leaf) => !passages?.has(leaf));
        if (!question || missing.length === 0) continue;
        const from = Math.min(...missing) * perLeaf;
        const size = (Math.max(...missing) + 1) * perLeaf - from;
        keep(key, from, await ask(elsewhere, { ...question, from, size }));
      }
      return wanted.flatMap(({ key, leaf }) => found.get(key)?.passages.get(leaf) ?? []);
    },
  };
}

/** Filters by the names of fields. */
const filtersOf = (wanted: Wanted): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const field = fieldOf[name];
      return field === undefined ? [] : [[field, typeof value === 'string' ? [value] : value.any]];
    }),
  );
