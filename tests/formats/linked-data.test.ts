/** What a JSON-LD processor understands of records and of the crate. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { roCrate } from '../../src/site/ro-crate.ts';
import { needing } from '../helpers/installed.ts';
import { contextOf, type Expanded, expand, termsIn } from '../helpers/linked-data.ts';
import {
  dates,
  everyone,
  everyType,
  everyTypeHere,
  everything,
  exportOf,
  statements,
  subjectOf,
} from '../helpers/records.ts';
import { schemas } from '../helpers/schemas.ts';

let editions: readonly Edition[];
beforeAll(async () => {
  editions = await Promise.all([everyType(everything + everyone + statements + dates), everyTypeHere(), everyType('')]);
});

/** The addresses of terms, with what stands for `schema:` written out. */
const termsOf = (context: Readonly<Record<string, unknown>>): Set<string> =>
  new Set(
    Object.values(context)
      .map((term) => (typeof term === 'string' ? term : (term as { '@id'?: string })['@id']))
      .flatMap((id) => (id ? [id.replace(/^schema:/, 'http://schema.org/')] : [])),
  );

describe('schema.org’s own context', needing(schemas.schemaOrg), () => {
  let records: ReadonlyMap<string, Expanded>;
  beforeAll(async () => {
    records = new Map(
      await Promise.all(
        editions.flatMap((edition, index) =>
          edition.articles.map(async (article): Promise<[string, Expanded]> => {
            const [record] = await expand(JSON.parse(await exportOf('jsonld', subjectOf(edition, article))));
            return [`${article.slug} ${index}`, record ?? {}];
          }),
        ),
      ),
    );
  });

  test('knows every type and property of the record of each type of article, but those of PROV, PAV and Dublin Core', () => {
    const known = termsOf(contextOf('https://schema.org'));
    const others = /^http:\/\/(?:www\.w3\.org\/ns\/prov#|purl\.org\/pav\/|purl\.org\/dc\/terms\/)/;
    expect(records.size).toBe(42);
    for (const [name, record] of records)
      expect(
        [...termsIn(record)].filter((term) => !known.has(term) && !others.test(term)),
        name,
      ).toEqual([]);
  });

  test('makes addresses of what is an address, and days of dates', () => {
    const record = records.get('thesis 1') ?? {};
    const of = (name: string) => record[`http://schema.org/${name}`] as readonly Expanded[];
    expect(record['@type']).toEqual(['http://schema.org/Thesis']);
    expect(of('license')).toEqual([{ '@id': 'https://creativecommons.org/licenses/by/4.0/' }]);
    expect(of('usageInfo')).toEqual([{ '@id': 'http://rightsstatements.org/vocab/InC/1.0/' }]);
    expect(of('isAccessibleForFree')).toEqual([{ '@value': true }]);
    expect(of('datePublished')).toEqual([{ '@type': 'http://schema.org/Date', '@value': '2026-01-31' }]);
    expect(of('author').map((one) => one['@type'])).toEqual([
      ['http://schema.org/Person'],
      ['http://schema.org/Organization'],
    ]);
    expect(of('inSupportOf')).toEqual([{ '@value': 'Doctoral dissertation' }]);
  });
});

test('the context of RO-Crate knows every type and property of a crate', async () => {
  const known = termsOf(contextOf('https://w3id.org/ro/crate/1.2/context'));
  for (const edition of editions) {
    const files = edition.articles.map(({ slug }) => ({
      path: `articles/${slug}/1.0.0/${slug}.txt`,
      bytes: 7,
      sha256: 'bb',
    }));
    const nodes = await expand(JSON.parse(JSON.stringify(roCrate(edition, files))));
    expect(nodes.length).toBeGreaterThan(30);
    expect([...termsIn(nodes)].filter((term) => !known.has(term))).toEqual([]);
  }
});

test('a word that no context has is found', async () => {
  const wrong = { '@context': 'https://w3id.org/ro/crate/1.2/context', '@id': 'https://a.example/', nonsense: 'x' };
  await expect(expand(wrong)).rejects.toThrow();
});
