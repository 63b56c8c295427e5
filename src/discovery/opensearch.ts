/** Bulk files and an index definition for OpenSearch and Elasticsearch. */
import {
  afterLetters,
  beforeLetters,
  between,
  escaped,
  letterMap,
  onWords,
  type Replacement,
  stops,
  unstemmed,
} from './analysis.ts';
import type { PassageDocument } from './documents.ts';

const patterns = (replacements: readonly Replacement[]) =>
  replacements.map(
    ({ name, pattern, replacement }) => [name, { type: 'pattern_replace', pattern, replacement }] as const,
  );

const keyword = { type: 'keyword' };
const searched = { type: 'text', analyzer: 'estenad' };

/** The body of the request that makes the index (`PUT /INDEX`): the analyzer, and the fields of a document. */
export const indexDefinition = {
  settings: {
    analysis: {
      char_filter: {
        ...Object.fromEntries(patterns([...beforeLetters, ...afterLetters])),
        letters: { type: 'mapping', mappings: letterMap.map(([from, to]) => `${escaped(from)}=>${escaped(to)}`) },
      },
      tokenizer: { words: { type: 'pattern', pattern: between } },
      filter: {
        ...Object.fromEntries(patterns(onWords)),
        unstemmed: { type: 'keyword_marker', keywords_pattern: unstemmed },
        stops: { type: 'stop', stopwords: stops },
      },
      analyzer: {
        estenad: {
          type: 'custom',
          char_filter: [...beforeLetters.map(({ name }) => name), 'letters', ...afterLetters.map(({ name }) => name)],
          tokenizer: 'words',
          filter: [...onWords.map(({ name }) => name), 'unstemmed', 'porter_stem', 'stops'],
        },
      },
    },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      id: keyword,
      edition: keyword,
      publisher: keyword,
      article: keyword,
      version: keyword,
      date: { type: 'date', format: 'yyyy-MM-dd' },
      title: searched,
      creator: searched,
      rights: keyword,
      kind: keyword,
      years: { type: 'integer' },
      language: keyword,
      text: searched,
      also: searched,
    } satisfies Record<keyof PassageDocument, unknown>,
  },
} as const;

/** Documents as the body of a bulk request (`POST /INDEX/_bulk`): an action and a document on lines of their own. */
export const bulk = (documents: readonly PassageDocument[]): string =>
  documents
    .map((document) => `${JSON.stringify({ index: { _id: document.id } })}\n${JSON.stringify(document)}\n`)
    .join('');
