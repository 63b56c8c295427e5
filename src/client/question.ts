/** What a search engine of others is asked, and what it answers, whatever its language is. */

/** What an engine is asked. */
export interface Question {
  readonly edition: string;
  /** Stems, each the beginning of a word in a document. */
  readonly beginnings: readonly string[];
  /** A word as it is indexed, instead of beginnings. */
  readonly exact: string | undefined;
  /** Values of fields of which a document has one. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** From which result on, and how many. */
  readonly from: number;
  readonly size: number;
}

/** What an engine answers. */
export interface Answer {
  /** How many documents there are in all. */
  readonly total: number;
  readonly documents: readonly unknown[];
}
