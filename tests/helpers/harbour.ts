/**
 * The edition that the tests of the engine stand on: `tests/fixtures/edition`, made up for them. Three articles: `sea-routes`, in
 * Persian, of whose text letters were lost and of whose record little is known; `border-markets`, in Persian, whose digits were
 * merged, whose English title is doubtful and whose record is known in full; `harbour-lights`, in English, from a sound source.
 * Released: a change of a file is a new version, as in any edition.
 */
import path from 'node:path';
import { buildEdition } from '../../src/build/build.ts';
import type { Article, Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';

export const harbourRoot = path.resolve(import.meta.dirname, '../fixtures/edition');

/** Where it is built, once for all tests that look at it (tests/global-setup.ts). */
export const harbourSite = path.resolve(import.meta.dirname, '../../.cache/harbour');

let loaded: Promise<Edition> | undefined;

/** The edition, read once in a process. */
export function harbour(): Promise<Edition> {
  loaded ??= loadEdition(harbourRoot);
  return loaded;
}

/** One of its articles. */
export async function harbourArticle(slug: 'sea-routes' | 'border-markets' | 'harbour-lights'): Promise<Article> {
  return (await harbour()).articles.find((article) => article.slug === slug) as Article;
}

let built: Promise<void> | undefined;

/** Builds it; once, however many groups of tests look at it. */
export function buildHarbour(): Promise<void> {
  built ??= buildEdition({ root: harbourRoot, out: harbourSite }).then(() => {});
  return built;
}
