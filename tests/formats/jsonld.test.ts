import { beforeAll, expect, test } from 'vitest';
import { type Article, type Edition, latestVersion } from '../../src/edition/model.ts';
import { jsonld } from '../../src/formats/jsonld.ts';
import { harbour } from '../helpers/harbour.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

/** The works that an article cites, in the order of their keys. */
function citationsOf(slug: string): Record<string, unknown>[] {
  const article = edition.articles.find((one) => one.slug === slug) as Article;
  const { citation } = JSON.parse(jsonld.write({ edition, article, version: latestVersion(article) }) as string);
  return citation;
}

test('a cited work says how sure its identification is, and a mere candidate has no DOI for its identifier', () => {
  const citations = citationsOf('border-markets');
  const rashidi = citations.find(({ name }) => name === 'منافع روسیه و بحران‌های منطقه قفقاز جنوبی');
  expect(rashidi?.['description']).toMatch(
    /^Identification: partial\. A candidate: .* Cited as: \(رشیدی و ملکی، ۱۳۹۸: ۱۱۰\)$/,
  );
  expect(rashidi).not.toHaveProperty('@id');
  expect(citations.find((one) => one['@id'] === 'https://doi.org/10.2307/2010363')).toMatchObject({
    name: 'Neorealism and neoliberalism',
    description: 'Identification: known. Cited as: (Nye, 1988: 235)',
  });
});

test('a cited work stands in a journal, a book or a site', () => {
  const hosts = citationsOf('sea-routes').flatMap(({ isPartOf }) => (isPartOf ? [isPartOf] : []));
  expect(hosts).toContainEqual({ '@type': 'Periodical', name: 'World Politics' });
  expect(hosts).toContainEqual({ '@type': 'Book', name: 'The Architecture of Security in the Asia-Pacific' });
  expect(hosts).toContainEqual({ '@type': 'WebSite', name: 'Lawfare' });
});

test('an English title that stands for a Persian one is English', () => {
  const english = citationsOf('border-markets').find(({ name }) => typeof name === 'object');
  expect(english).toMatchObject({
    name: {
      '@language': 'en',
      '@value': 'Analysis of Russian Interests in the Caucasus Region (Case Study: Karabakh Crisis)',
    },
    inLanguage: 'fa',
  });
});
