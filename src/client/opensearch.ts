/** Questions to OpenSearch and Elasticsearch, and their answers (OpenSearch Documentation, “Query DSL”). */
import type { Answer, Question } from './question.ts';

/** The fields that are searched. */
const fields = ['text', 'also'] as const;

const anyOf = (should: readonly object[]) => ({ bool: { should, minimum_should_match: 1 } });

/** A question as an address: what only reads needs no request that a browser would ask leave for (Fetch Standard, CORS-preflight). */
export function opensearchRequest(
  address: string,
  { edition, beginnings, exact, filters, from, size }: Question,
): Request {
  const source = {
    from,
    size,
    track_total_hits: true,
    sort: ['_score', { id: 'asc' }],
    query: {
      bool: {
        filter: [
          { term: { edition } },
          ...Object.entries(filters).map(([field, values]) => ({ terms: { [field]: values } })),
        ],
        must:
          exact === undefined
            ? beginnings.map((value) =>
                anyOf([
                  ...fields.map((field) => ({ prefix: { [field]: { value } } })),
                  { term: { text: { value, boost: 2 } } },
                ]),
              )
            : [anyOf(fields.map((field) => ({ term: { [field]: exact } })))],
      },
    },
  };
  const parameters = new URLSearchParams({
    source: JSON.stringify(source),
    source_content_type: 'application/json',
  });
  return new Request(`${address}?${parameters}`);
}

export const opensearchAnswer = ({
  hits,
}: {
  hits: { total: { value: number }; hits: readonly { _source: unknown }[] };
}): Answer => ({ total: hits.total.value, documents: hits.hits.map(({ _source }) => _source) });
