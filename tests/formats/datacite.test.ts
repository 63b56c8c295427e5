import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { articleDoi, doiOf } from '../../src/edition/doi.ts';
import { type Article, type Edition, latestVersion, type Version } from '../../src/edition/model.ts';
import { dataciteJsonFormat } from '../../src/formats/datacite/json.ts';
import { dataciteArticle, dataciteVersion } from '../../src/formats/datacite/record.ts';
import { dataciteXml, dataciteXmlFormat } from '../../src/formats/datacite/xml.ts';
import { textFiles } from '../../src/formats/index.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { articleWith, everyKind } from '../helpers/works.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const namespaces = { d: 'http://datacite.org/schema/kernel-4' };
const texts = (xml: string, xpath: string): string[] => {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => (node as XmlElement).content);
};

const articleOf = (slug: string): Article => edition.articles.find((article) => article.slug === slug) as Article;
const xmlOf = (article: Article, version: Version = latestVersion(article), inEdition = edition): string =>
  dataciteXmlFormat.write({ edition: inEdition, article, version }, undefined, textFiles()) as string;

/** The article with a second and a third version made from its last. */
function withThreeVersions(article: Article): Article {
  const first = latestVersion(article);
  return { ...article, versions: [first, { ...first, number: '1.1.0' }, { ...first, number: '2.0.0' }] };
}

const hostile = `a < b & c ]]> " ' \u200f\u202e<script>&amp; ${'دراز '.repeat(2000)}`;

/** The article with one hostile text in every field that holds free text. */
function withHostileTexts(article: Article): Article {
  const both = { fa: hostile, en: hostile };
  const stated = { value: hostile, certainty: 'certain', from: 'editors' } as const;
  const version = latestVersion(article);
  return {
    ...article,
    titles: { fa: stated, en: stated },
    creators: article.creators.map((creator) => ({
      ...creator,
      name: { fa: { family: hostile, given: hostile }, en: { family: hostile } },
      affiliation: { fa: stated },
      orcid: '0000-0002-1825-0097',
    })),
    journal: { name: both, publisher: both, issn: { any: '2008-0867' } },
    keywords: { fa: [hostile], en: [hostile, ''] },
    rights: { ...article.rights, name: both },
    versions: [{ ...version, summary: both }],
  };
}

for (const [kernel, schema] of [
  ['4.6', schemas.datacite46],
  ['4.7', schemas.datacite47],
] as const) {
  describe(`DataCite XML under kernel ${kernel}`, needing(schema), () => {
    const faultsIn = faultsUnder(schema);
    const expectValid = async (xml: string) => expect(await faultsIn(xml)).toEqual([]);

    test('every version is valid', async () => {
      for (const article of edition.articles)
        for (const version of article.versions) await expectValid(xmlOf(article, version));
    });

    test('a version that cites works of every kind is valid', async () => {
      const { article, version } = await articleWith({ works: await everyKind() });
      await expectValid(xmlOf(article, version));
    });

    test('the article in all its versions is valid', async () => {
      for (const article of edition.articles)
        await expectValid(dataciteXml(dataciteArticle(edition, withThreeVersions(article), textFiles())));
    });

    test('hostile texts in every field are valid', async () => {
      for (const article of edition.articles) await expectValid(xmlOf(withHostileTexts(article)));
    });

    test('a registered edition, several versions, and an article of which least is known are valid', async () => {
      const registered = { ...edition, doi: { prefix: '10.1234', registered: true } };
      for (const article of edition.articles) {
        const bare = { ...withThreeVersions(article), titles: {}, keywords: {}, works: [] };
        for (const version of bare.versions) await expectValid(xmlOf(bare, version, registered));
      }
    });

    test('the schema does refuse what is wrong', async () => {
      const xml = xmlOf(articleOf('sea-routes'));
      expect(await faultsIn(xml.replace('IsDerivedFrom', 'IsMadeFrom'))).not.toEqual([]);
    });
  });
}

test('hostile texts come back letter for letter from XML and JSON', () => {
  const article = withHostileTexts(articleOf('sea-routes'));
  expect(texts(xmlOf(article), '/d:resource/d:titles/d:title')).toEqual([hostile, hostile]);
  expect(texts(xmlOf(article), '/d:resource/d:subjects/d:subject[@xml:lang="fa"]')).toEqual([hostile]);
  const json = JSON.parse(
    dataciteJsonFormat.write({ edition, article, version: latestVersion(article) }, undefined, textFiles()) as string,
  );
  expect(json.titles[0].title).toBe(hostile);
});

test('a control or a lone surrogate is refused', () => {
  for (const wrong of ['a\u0000b', 'a\ud800b']) {
    const article = articleOf('sea-routes');
    const titles = { fa: { value: wrong, certainty: 'certain', from: 'editors' } } as const;
    expect(() => xmlOf({ ...article, titles })).toThrow(/has no place in XML/);
  }
});

test('titles, creators and abstracts stand in their languages, and a doubtful title is left out', () => {
  const routes = articleOf('sea-routes');
  const xml = xmlOf(routes);
  expect(texts(xml, '/d:resource/d:titles/d:title[not(@titleType)]')).toEqual([routes.titles.fa?.value]);
  expect(texts(xml, '/d:resource/d:titles/d:title[@titleType="TranslatedTitle"][@xml:lang="en"]')).toEqual([
    routes.titles.en?.value,
  ]);
  expect(texts(xml, '//d:creator/d:creatorName[@xml:lang="fa"][@nameType="Personal"]')).toEqual([
    'سپهری راد, مهرداد',
    'دریابندی, نازنین',
  ]);
  const descriptions = texts(xml, '//d:description[@descriptionType="Other"]');
  expect(descriptions.join()).toContain('Sepehri Rad, Mehrdad (مهرداد سپهری راد, a romanisation by the editors)');
  expect(texts(xml, '//d:description[@descriptionType="Abstract"]/@xml:lang')).toEqual(['en', 'fa']);

  const markets = xmlOf(articleOf('border-markets'));
  expect(texts(markets, '/d:resource/d:titles/d:title')).toHaveLength(1);
  expect(markets).toContain('Kuhpeyma, Rahim (رحیم کوه‌پیما)');
});

test('the version of record is what it derives from: its DOI where it is known, else its address', () => {
  const derived = '//d:relatedIdentifier[@relationType="IsDerivedFrom"]';
  expect(texts(xmlOf(articleOf('sea-routes')), `${derived}[@relatedIdentifierType="URL"]`)).toEqual([
    'https://journal.example/sea-routes',
  ]);
  const markets = xmlOf(articleOf('border-markets'));
  expect(texts(markets, `${derived}[@relatedIdentifierType="DOI"]`)).toEqual(['10.5555/trials.2025.18.57']);
  // The edition derives from the article of the journal, not from the journal.
  const journal = '//d:relatedItem[@relatedItemType="JournalArticle"][@relationType="IsDerivedFrom"]';
  expect(texts(markets, `${journal}/*[self::d:volume or self::d:issue or self::d:firstPage]`)).toEqual([
    '18',
    '1',
    '57',
  ]);
});

test('no date of the version of record is given as one of this version', () => {
  for (const article of edition.articles) {
    const { date } = latestVersion(article);
    expect(texts(xmlOf(article), '//d:date')).toEqual([date]);
    expect(texts(xmlOf(article), '/d:resource/d:publicationYear')).toEqual([date.slice(0, 4)]);
  }
});

test('versions are related to their neighbours and to the article, and the article to all of them', () => {
  const article = withThreeVersions(articleOf('border-markets'));
  const [first, second, third] = article.versions as [Version, Version, Version];
  const registered = { ...edition, doi: { prefix: '10.5555', registered: true } };
  const doi = (version?: Version) =>
    (version ? doiOf({ edition: registered, article, version }) : articleDoi(registered, article)).value;
  const of = (version: Version, relation: string) =>
    texts(xmlOf(article, version, registered), `//d:relatedIdentifier[@relationType="${relation}"]`);
  expect(of(first, 'IsNewVersionOf')).toEqual([]);
  expect(of(second, 'IsNewVersionOf')).toEqual([doi(first)]);
  expect(of(second, 'IsPreviousVersionOf')).toEqual([doi(third)]);
  expect(of(third, 'IsPreviousVersionOf')).toEqual([]);
  expect(of(third, 'IsVersionOf')).toEqual([doi()]);

  const all = dataciteArticle(registered, article, textFiles());
  expect(all.doi).toBe(doi());
  expect(all.version).toBeUndefined();
  const has = all.relatedIdentifiers.filter((one) => one.relationType === 'HasVersion');
  expect(has.map((one) => one.relatedIdentifier)).toEqual(article.versions.map((version) => doi(version)));
});

test('versions of an edition without DOIs are related by their addresses: a DOI for tests leads nowhere', () => {
  const article = withThreeVersions(articleOf('border-markets'));
  const [, second] = article.versions as [Version, Version, Version];
  const address = (of = '') => `${edition.site}articles/border-markets/${of}`;
  const own = '@relationType="IsVersionOf" or @relationType="IsNewVersionOf" or @relationType="IsPreviousVersionOf"';
  expect(texts(xmlOf(article, second), `//d:relatedIdentifier[@relatedIdentifierType="URL"][${own}]`)).toEqual([
    address(),
    address(`${latestVersion(articleOf('border-markets')).number}/`),
    address('2.0.0/'),
  ]);
  expect(JSON.stringify(dataciteArticle(edition, article, textFiles()).relatedIdentifiers)).not.toContain('10.5072');
});

test('every cited work that is surely identified and has an identifier is a reference, once', () => {
  for (const article of edition.articles) {
    const sure = article.works.filter(({ identification }) => identification !== 'partial');
    const known = sure.filter((work) => work.doi ?? work.isbn ?? work.url);
    expect(known.length).toBeGreaterThan(1);
    const references = texts(xmlOf(article), '//d:relatedIdentifier[@relationType="References"]');
    expect(references).toEqual(known.map((work) => work.doi ?? work.isbn ?? work.url));
    expect(new Set(references).size).toBe(references.length);
  }
});

test('a draft says that it is one, and a reserved or registered DOI does not', () => {
  const article = articleOf('sea-routes');
  const version = latestVersion(article);
  const notes = (inEdition: Edition) =>
    texts(xmlOf(article, version, inEdition), '//d:description[@descriptionType="TechnicalInfo"]');
  expect(notes({ ...edition, doi: undefined })).toEqual([
    expect.stringMatching(/^Draft: the DOI 10\.5072\/\S+ .* does not resolve/),
  ]);
  expect(notes({ ...edition, doi: { prefix: '10.1234', registered: false } })).toEqual([]);
  expect(notes({ ...edition, doi: { prefix: '10.1234', registered: true } })).toEqual([]);
});

test('JSON has no DOI for tests and no sizes, which Zotero takes for pages; one of the edition’s own is there', () => {
  const article = articleOf('sea-routes');
  const json = (doi: Edition['doi']) =>
    JSON.parse(
      dataciteJsonFormat.write(
        { edition: { ...edition, doi }, article, version: latestVersion(article) },
        undefined,
        textFiles(new Map([['pdf', 2048]])),
      ) as string,
    );
  expect(json(undefined)).not.toHaveProperty('doi');
  expect(json(undefined)).not.toHaveProperty('sizes');
  expect(json(undefined).url).toBe(`${edition.site}articles/sea-routes/${latestVersion(article).number}/`);
  for (const registered of [false, true])
    expect(json({ prefix: '10.1234', registered }).doi).toMatch(/^10\.1234\/estenad\.sea-routes\./);
});

test('a draft DOI is never a link', () => {
  const draft = { ...edition, doi: undefined };
  for (const article of edition.articles) {
    for (const format of [dataciteXmlFormat, dataciteJsonFormat])
      expect(format.write({ edition: draft, article, version: latestVersion(article) })).not.toContain(
        'doi.org/10.5072',
      );
  }
});

test('XML and JSON say the same', () => {
  for (const article of edition.articles) {
    const xml = xmlOf(article);
    const json = JSON.parse(
      dataciteJsonFormat.write({ edition, article, version: latestVersion(article) }, undefined, textFiles()) as string,
    );
    const { sizes: _, ...resource } = dataciteVersion(
      { edition, article, version: latestVersion(article) },
      textFiles(),
    );
    expect({ doi: resource.doi, ...json }).toEqual(JSON.parse(JSON.stringify(resource)));
    expect(texts(xml, '//d:alternateIdentifier')).toEqual([json.url]);
    expect(texts(xml, '/d:resource/d:version')).toEqual([json.version]);
    expect(texts(xml, '/d:resource/d:publisher')).toEqual([json.publisher.name]);
    expect(texts(xml, '//d:rights/@rightsURI')).toEqual(
      json.rightsList.map((one: { rightsUri: string }) => one.rightsUri),
    );
    expect(texts(xml, '//d:relatedIdentifier')).toEqual(
      json.relatedIdentifiers.map((one: { relatedIdentifier: string }) => one.relatedIdentifier),
    );
    const squeeze = (text: string) => text.replace(/\s+/g, ' ');
    expect(texts(xml, '//d:description').map(squeeze)).toEqual(
      json.descriptions.map((one: { description: string }) => squeeze(one.description)),
    );
  }
});
