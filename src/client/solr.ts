/**
 * Questions to Solr, and its answers. Values are parameters of their own, to which the query refers, so that none of their signs
 * is read as one of the query (Solr Reference Guide, “Local Parameters in Queries”, “Other Parsers”).
 */
import type { Answer, Question } from './question.ts';

/** The fields that are searched. */
const fields = ['text', 'also'] as const;

/** A question as an address. */
export function solrRequest(address: string, { edition, beginnings, exact, filters, from, size }: Question): Request {
  const parameters = new URLSearchParams({
    wt: 'json',
    start: String(from),
    rows: String(size),
    sort: 'score desc, id asc',
    edition,
  });
  const named = (name: string, value: string) => {
    parameters.set(name, value);
    return `$${name}`;
  };
  const anyOf = (name: string, ones: readonly string[]) =>
    named(name, `{!bool ${ones.map((one, index) => `should=${named(`${name}_${index}`, one)}`).join(' ')}}`);
  const all =
    exact === undefined
      ? beginnings.map((beginning, index) => {
          const value = named(`word${index}`, beginning);
          return anyOf(`any${index}`, [
            ...fields.map((field) => `{!prefix f=${field} v=${value}}`),
            `{!term f=text v=${value}}`,
          ]);
        })
      : [
          anyOf(
            'any',
            fields.map((field) => `{!term f=${field} v=${named('word', exact)}}`),
          ),
        ];
  parameters.set('q', all.length === 0 ? '*:*' : `{!bool ${all.map((one) => `must=${one}`).join(' ')}}`);
  parameters.set('defType', 'lucene');
  parameters.append('fq', '{!term f=edition v=$edition}');
  for (const [field, values] of Object.entries(filters)) {
    const ones = values.map((value, index) => `{!term f=${field} v=${named(`${field}${index}`, value)}}`);
    parameters.append(
      'fq',
      `{!bool ${ones.map((one, index) => `should=${named(`${field}_${index}`, one)}`).join(' ')}}`,
    );
  }
  // In the body, which is as long as it has to be; a form is no request that a browser would ask leave for.
  return new Request(address, { method: 'POST', body: parameters });
}

export const solrAnswer = ({
  response: { numFound, docs },
}: {
  response: { numFound: number; docs: readonly unknown[] };
}): Answer => ({ total: numFound, documents: docs });
