/**
 * The asserts of Crossref's schema 5.5.0, which is XSD 1.1: libxml2 knows 1.0, and reads the schema without them. The words that they
 * allow are read from the schema itself.
 */
import type { XmlDocument, XmlElement } from 'libxml2-wasm';

const assertion = /<xsd:assert\b[^>]*\btest="([^"]*)"[^>]*\/>/g;

/** The schema's text without its asserts, and their tests. */
export function withoutAsserts(schema: string): { readonly schema: string; readonly asserts: readonly string[] } {
  return {
    schema: schema.replace(assertion, ''),
    asserts: [...schema.matchAll(assertion)].map(([, test = '']) => test.replace(/\s+/g, ' ').trim()),
  };
}

/** The words of a vocabulary of roles: `not(@vocab='credit') or @type = ('conceptualization', …)`. */
const wordsOf = (asserts: readonly string[], vocabulary: string): readonly string[] => {
  const test = asserts.find((one) => one.startsWith(`not(@vocab='${vocabulary}')`)) ?? '';
  return [...test.slice(test.indexOf('(', 5)).matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
};

/** What of a deposit the asserts refuse. */
export function refusedByAsserts(document: XmlDocument, asserts: readonly string[]): readonly string[] {
  // A schema without asserts: JATS has elements of the same name.
  if (asserts.length === 0) return [];
  const find = (xpath: string) => document.find(xpath) as XmlElement[];
  const roles = ['crossref', 'credit'].flatMap((vocabulary) =>
    find(`//*[local-name()="role"][@vocab="${vocabulary}"]`)
      .map((role) => role.attr('type')?.value ?? '')
      .filter((type) => !wordsOf(asserts, vocabulary).includes(type))
      .map((type) => `"${type}" is no role of the vocabulary ${vocabulary}`),
  );
  const persons = find('//*[local-name()="person_name"][not(@contributor_role)][not(*[local-name()="role"])]').map(
    (person) => `a person without a role: ${person.content}`,
  );
  return [...roles, ...persons];
}
