/** Texts that are spread: over files, of which Pagefind says which may answer, or in a search engine of others. */
import type { Passage } from '../search/passages.ts';

/** The names of Pagefind's filters, and which value, or which of several, each must have. */
export type Wanted = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

/** Texts that are spread over files, a few passages in each. */
export interface Leaves {
  /** The ids of the leaves that may hold the terms; with no terms, of those that pass the filters. */
  find(terms: string, wanted: Wanted): Promise<readonly string[]>;
  /** The passages of those leaves. */
  texts(ids: readonly string[]): Promise<readonly Passage[]>;
}
