import { readFileSync } from 'node:fs';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { articleDoi, doiOf } from '../../src/edition/doi.ts';
import { type Article, type Edition, type Journal, latestVersion, type Version } from '../../src/edition/model.ts';
import { crossref, crossrefArticle } from '../../src/formats/crossref/index.ts';
import { textFiles } from '../../src/formats/index.ts';
import { withoutAsserts } from '../helpers/crossref-asserts.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { articleWith, everyKind } from '../helpers/works.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const namespaces = {
  c: 'http://www.crossref.org/schema/5.5.0',
  jats: 'http://www.ncbi.nlm.nih.gov/JATS1',
  rel: 'http://www.crossref.org/relations.xsd',
};
const texts = (xml: string, xpath: string): string[] => {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => (node as XmlElement).content);
};

const articleOf = (slug: string): Article => edition.articles.find((article) => article.slug === slug) as Article;
const xmlOf = (article: Article, version: Version = latestVersion(article), inEdition = edition): string =>
  crossref.write({ edition: inEdition, article, version }) as string;

const hostile = `a < b & c ]]> " ' \u200f\u202e<script>&amp; ${'دراز '.repeat(2000)}`;
const stated = (value: string) => ({ value, certainty: 'certain', from: 'editors' }) as const;

/** The article with hostile texts where Crossref sets no limit, and the longest that it takes elsewhere. */
function withHostileTexts(article: Article): Article {
  const name = { family: `<&]]>"'\u200f${'ن'.repeat(52)}`, given: '<b>&amp;' };
  const [first] = article.works;
  return {
    ...article,
    titles: { fa: stated(hostile), en: stated(hostile) },
    creators: article.creators.map((creator) => ({
      ...creator,
      name: { fa: name, en: name },
      affiliation: { fa: stated(hostile.slice(0, 1024)) },
      orcid: '0000-0002-1825-0097',
    })),
    journal: { ...(article.journal as Journal), name: { fa: hostile, en: hostile } },
    versions: article.versions.map((version) => ({
      ...version,
      works: first ? [{ ...first, title: hostile }, ...article.works.slice(1)] : [],
    })),
  };
}

describe('the deposit', needing(schemas.crossref), () => {
  const faultsIn = faultsUnder(schemas.crossref);
  const expectValid = async (xml: string) => expect(await faultsIn(xml)).toEqual([]);

  test('of every version is valid', async () => {
    for (const article of edition.articles)
      for (const version of article.versions) await expectValid(xmlOf(article, version));
  });

  test('of a version that cites works of every kind is valid', async () => {
    const { article, version } = await articleWith({ works: await everyKind() });
    await expectValid(xmlOf(article, version));
  });

  test('of an article in all its versions is valid', async () => {
    for (const article of edition.articles) await expectValid(crossrefArticle(edition, article, textFiles()));
  });

  test('of hostile texts is valid', async () => {
    for (const article of edition.articles) await expectValid(xmlOf(withHostileTexts(article)));
  });

  test('of a registered edition, and of an article of which least is known, is valid', async () => {
    const registered = { ...edition, doi: { prefix: '10.1234', registered: true } };
    for (const article of edition.articles) {
      const version = { ...latestVersion(article), abstracts: [], citations: [] };
      const creators = article.creators.map((creator) => ({ ...creator, affiliation: {} }));
      await expectValid(
        xmlOf({ ...article, creators, titles: {}, keywords: {}, versions: [version] }, version, registered),
      );
    }
  });

  test('is refused where it is wrong', async () => {
    const xml = xmlOf(articleOf('sea-routes'));
    expect(await faultsIn(xml.replace('isDerivedFrom', 'isMadeFrom'))).not.toEqual([]);
  });

  test('is refused by each of the three asserts of the schema, which libxml2 does not run', async () => {
    const { asserts } = withoutAsserts(readFileSync(schemas.crossref.entry, 'utf8'));
    expect(asserts).toHaveLength(3);
    const xml = xmlOf(articleOf('sea-routes'));
    const role = (vocab: string, type: string) =>
      xml.replace('</surname>', `</surname><role vocab="${vocab}" type="${type}"/>`);
    expect(await faultsIn(role('credit', 'software'))).toEqual([]);
    expect(await faultsIn(role('credit', 'author'))).toEqual(['"author" is no role of the vocabulary credit']);
    expect(await faultsIn(role('crossref', 'software'))).toEqual(['"software" is no role of the vocabulary crossref']);
    expect(await faultsIn(xml.replace(' contributor_role="author"', ''))).toEqual([
      expect.stringContaining('a person without a role'),
    ]);
  });
});

test('hostile texts come back letter for letter', () => {
  expect(texts(xmlOf(withHostileTexts(articleOf('sea-routes'))), '//c:title')).toEqual([hostile]);
});

test('what Crossref does not take is refused by the name of its field', () => {
  const article = articleOf('sea-routes');
  const [creator] = article.creators;
  const named = (family: string, given?: string) => ({
    ...article,
    creators: creator ? [{ ...creator, name: { fa: { family, given }, en: { family } } }] : [],
  });
  const refusedOf = (one: Article, of = edition) =>
    crossref.refuses?.({ edition: of, article: one, version: latestVersion(one) }) ?? [];
  expect(refusedOf(article)).toEqual([]);
  expect(refusedOf(named('ن'.repeat(60), 'م'.repeat(60)))).toEqual([]);
  expect(refusedOf(named('ن'.repeat(61)))).toMatchObject([
    { what: expect.stringMatching(/at most 60 characters as surname, and this has 61/) },
    { at: ['creators', 0, 'name', 'en', 'family'] },
  ]);
  expect(refusedOf(named('ن', 'م'.repeat(61)))).toMatchObject([
    { file: 'article', at: ['creators', 0, 'name', 'fa', 'given'], what: expect.stringContaining('as given_name') },
  ]);
  expect(refusedOf(named('?'))[0]?.what).toMatch(/refuses "\?" as surname/);
  expect(refusedOf(article, { ...edition, publisher: { fa: 'ن', en: 'n'.repeat(131) } })).toMatchObject([
    { file: 'edition', at: ['publisher', 'en'], what: expect.stringContaining('as depositor_name') },
  ]);
  for (const wrong of ['a\u0000b', 'a\ud800b'])
    expect(() => xmlOf({ ...article, titles: { fa: stated(wrong) } })).toThrow(/has no place in XML/);
});

test('it is posted content with the names in both scripts and the abstracts in both languages', () => {
  const article = articleOf('sea-routes');
  const xml = xmlOf(article);
  expect(texts(xml, '/c:doi_batch/c:body/c:posted_content[@type="other"][@language="fa"]')).toHaveLength(1);
  expect(texts(xml, '//c:title')).toEqual([article.titles.fa?.value]);
  expect(texts(xml, '//c:person_name/c:surname')).toEqual(['سپهری راد', 'دریابندی']);
  expect(texts(xml, '//c:person_name/c:alt-name/c:name[@language="fa"]/c:surname')).toEqual([
    'Sepehri Rad',
    'Daryabandi',
  ]);
  expect(texts(xml, '//jats:abstract/@xml:lang')).toEqual(['en', 'fa']);
  const [year, month, day] = latestVersion(article).date.split('-');
  expect(texts(xml, '//c:posted_date/*')).toEqual([month, day, year]);
});

test('relations lead to the article, the version before and the version of record', () => {
  const article = articleOf('border-markets');
  const first = latestVersion(article);
  const second = { ...first, number: '1.1.0' };
  const two = { ...article, versions: [first, second] };
  expect(texts(xmlOf(two, second), '//rel:intra_work_relation[@relationship-type="isVersionOf"]')).toEqual([
    articleDoi(edition, two).value,
    doiOf({ edition, article: two, version: first }).value,
  ]);
  const replaced = '//rel:intra_work_relation[@relationship-type="isReplacedBy"]';
  expect(texts(xmlOf(two, first), replaced)).toEqual([doiOf({ edition, article: two, version: second }).value]);
  expect(texts(xmlOf(two, second), replaced)).toEqual([]);
  const derived = '//rel:inter_work_relation[@relationship-type="isDerivedFrom"]';
  expect(texts(xmlOf(article), `${derived}[@identifier-type="doi"]`)).toEqual(['10.5555/trials.2025.18.57']);
  const concert = xmlOf(articleOf('sea-routes'));
  expect(texts(concert, `${derived}[@identifier-type="uri"]`)).toEqual(['https://journal.example/sea-routes']);
  expect(texts(concert, '//rel:description').join()).toContain('“Sea Routes and the Great Powers');
});

test('every cited work is a citation with its key and its reference, and its DOI where the work is surely identified', () => {
  for (const article of edition.articles) {
    const xml = xmlOf(article);
    expect(new Set(texts(xml, '//c:citation/@key'))).toEqual(new Set(article.works.map((work) => work.key)));
    expect(texts(xml, '//c:citation/c:doi').sort()).toEqual(
      article.works.flatMap((work) => (work.doi && work.identification !== 'partial' ? [work.doi] : [])).sort(),
    );
    expect(texts(xml, '//c:unstructured_citation').every((text) => text.length > 8)).toBe(true);
  }
});

test('a work that is only a candidate is deposited in words, without DOI and address', () => {
  const article = articleOf('border-markets');
  const candidate = article.works.find(({ key }) => key === 'rashidi1398');
  expect(candidate).toMatchObject({ identification: 'partial', doi: '10.22080/jpir.2019.16136.1076' });
  const [reference] = texts(xmlOf(article), '//c:citation[@key="rashidi1398"]');
  expect(reference).toBe(`رشیدی و ملکی (۱۳۹۸)، «${candidate?.title}».`);
});

test('the same version makes the same batch, and a draft is named as one', () => {
  const article = articleOf('sea-routes');
  const version = latestVersion(article);
  const draft = xmlOf(article, version, { ...edition, doi: undefined });
  expect(xmlOf(article, version, { ...edition, doi: undefined })).toBe(draft);
  expect(texts(draft, '//c:doi_batch_id')).toEqual([`sea-routes-${version.number}-draft`]);
  expect(texts(draft, '//c:head/c:timestamp')).toEqual([`${version.date.replaceAll('-', '')}000000`]);
  expect(draft).toContain('<!-- Draft:');
  const registered = xmlOf(article, version, { ...edition, doi: { prefix: '10.1234', registered: true } });
  expect(texts(registered, '//c:doi_batch_id')).toEqual([`sea-routes-${version.number}`]);
  expect(texts(registered, '//c:doi_data/c:doi')).toEqual([`10.1234/estenad.sea-routes.${version.number}`]);
  expect(registered).not.toContain('<!-- Draft:');
});

test('a deposit that is sent again is later than the one before', () => {
  const article = articleOf('sea-routes');
  const [first, second] = [0, 1].map((deposit) =>
    xmlOf(article, latestVersion(article), { ...edition, doi: { prefix: '10.1234', registered: true, deposit } }),
  ) as [string, string];
  const timestamp = (xml: string) => Number(texts(xml, '//c:head/c:timestamp')[0]);
  expect(timestamp(second)).toBeGreaterThan(timestamp(first));
  expect(texts(second, '//c:doi_batch_id')).not.toEqual(texts(first, '//c:doi_batch_id'));
});

test('the DOI that names no version is deposited with the address of the article and all its versions', () => {
  const article = articleOf('sea-routes');
  const registered = { ...edition, doi: { prefix: '10.1234', registered: true } };
  const xml = crossrefArticle(registered, article, textFiles());
  expect(texts(xml, '//c:doi_data/c:doi | //c:doi_data/c:resource')).toEqual([
    '10.1234/estenad.sea-routes',
    'https://harbour.example/articles/sea-routes/',
  ]);
  expect(texts(xml, '//rel:intra_work_relation[@relationship-type="hasVersion"]')).toEqual(
    article.versions.map((version) => doiOf({ edition: registered, article, version }).value),
  );
});

test('a cited work is given in its parts, with ISBN and DOI, and as a whole', async () => {
  const { article, version } = await articleWith({ works: await everyKind() });
  const cited = (xml: string, key: string, part: string) => texts(xml, `//c:citation[@key="${key}"]/${part}`);
  const knuth = (part: string) => cited(xmlOf(article, version), 'knuth1984', part);
  expect(knuth('@type')).toEqual(['journal_article']);
  expect(knuth('c:author')).toEqual(['Knuth']);
  expect(knuth('c:cYear')).toEqual(['1984']);
  expect(knuth('c:article_title')).toEqual(['Literate programming']);
  expect(knuth('c:journal_title')).toEqual(['The Computer Journal']);
  expect([...knuth('c:volume'), ...knuth('c:issue'), ...knuth('c:first_page')]).toEqual(['27A', '2', 'xii–xv, 97–111']);
  expect(knuth('c:doi')).toEqual(['10.5555/comjnl']);
  expect(knuth('c:unstructured_citation')).toHaveLength(1);
  const lights = articleOf('harbour-lights');
  const doe = (part: string) => cited(xmlOf(lights), 'doe2010', part);
  expect(doe('@type')).toEqual(['book']);
  expect(doe('c:isbn')).toEqual(['978-0-201-08349-1']);
  expect(doe('c:volume_title')).toEqual([lights.works.find(({ key }) => key === 'doe2010')?.title]);
});
