import { spawnSync } from 'node:child_process';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { isBody, type Name } from '../../src/bibliography/work.ts';
import { type Article, type Edition, latestVersion, type VersionOfRecord } from '../../src/edition/model.ts';
import { mods, modsOfRecord } from '../../src/formats/mods.ts';
import { complete } from '../helpers/articles.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing, program } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';

const namespaces = { m: 'http://www.loc.gov/mods/v3', xlink: 'http://www.w3.org/1999/xlink' };

const xml2bib = program('xml2bib', "Debian's bibutils", ['-v']);

let edition: Edition;
/** The parts of a person's name. */
const partsOf = (name: Name | undefined) => (name && !isBody(name) ? name : undefined);

beforeAll(async () => {
  edition = await harbour();
});

const write = (article: Article, of: Edition = edition, version = latestVersion(article)) =>
  mods.write({ edition: of, article, version }) as string;

/** What an XPath finds, as texts. */
function found(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content);
}

test('every article is valid MODS 3.7, as it is and with everything known', needing(schemas.mods), async () => {
  const faultsIn = faultsUnder(schemas.mods);
  for (const article of edition.articles.flatMap((one) => [one, complete(one)])) {
    for (const version of article.versions) {
      expect(await faultsIn(write(article, edition, version))).toEqual([]);
      expect(await faultsIn(modsOfRecord({ edition, article, version }) as string)).toEqual([]);
    }
  }
});

test('a creator is one name, whose other script is an alternative name', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const { language } = article;
    const other = language === 'fa' ? 'en' : 'fa';
    for (const [parts, one] of [
      ['/m:mods/m:name/m:namePart', language],
      ['/m:mods/m:name/m:alternativeName/m:namePart', other],
    ] as const) {
      expect(found(xml, `${parts}[@type="family"]`)).toEqual(
        article.creators.flatMap(({ name }) => partsOf(name[one])?.family ?? []),
      );
      expect(found(xml, `${parts}[@type="given"]`)).toEqual(
        article.creators.flatMap(({ name }) => partsOf(name[one])?.given ?? []),
      );
    }
  }
});

test('a doubtful title is not given as one', () => {
  for (const article of edition.articles) {
    const sure = Object.values(article.titles).filter((title) => title?.certainty !== 'uncertain');
    expect(found(write(article), '/m:mods/m:titleInfo/m:title').toSorted()).toEqual(
      sure.map((title) => title?.value).toSorted(),
    );
  }
});

test('the DOI, the volume and the journal are those of the version of record, not of the edition', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const { doi, volume } = article.record as VersionOfRecord;
    expect(found(xml, '/m:mods/m:identifier[@type="doi"]')).toEqual([]);
    expect(found(xml, '/m:mods/m:part | /m:mods/m:relatedItem[@type="host"]//m:part')).toEqual([]);
    // What it stands in is the edition, as a site.
    const site = '/m:mods/m:relatedItem[@type="host"]';
    expect(found(xml, `${site}/@xlink:href`)).toEqual([edition.site]);
    expect(found(xml, `${site}/m:titleInfo[not(@type)]/m:title`)).toEqual([edition.name[article.language]]);
    // Zotero takes an ISSN at any depth for that of the record.
    expect(found(xml, '//m:identifier[starts-with(@type, "issn")]')).toEqual([]);
    const { issn } = article.journal ?? {};
    expect(found(xml, '//m:identifier[starts-with(., "urn:ISSN:")]')).toEqual(
      issn?.any ? [`urn:ISSN:${issn.any}`] : [],
    );
    expect(found(xml, '/m:mods/m:relatedItem[@type="otherVersion"]/m:identifier')).toEqual(doi ? [doi.value] : []);
    expect(found(xml, '//m:relatedItem[@type="host"]/m:part/m:detail[@type="volume"]')).toEqual(
      volume ? [volume.value] : [],
    );
  }
});

test('the version of record has a record of its own, with its journal, its place there and its DOI', () => {
  const article = edition.articles.find(({ slug }) => slug === 'border-markets') as Article;
  const xml = modsOfRecord({ edition, article, version: latestVersion(article) }) as string;
  const host = '/m:mods/m:relatedItem[@type="host"]';
  for (const [xpath, value] of [
    ['/m:mods/m:titleInfo[not(@type)]/m:title', 'بازارچه‌های مرزی در قفقاز جنوبی از دو دیدگاه نظری'],
    ['/m:mods/m:identifier', '10.5555/trials.2025.18.57'],
    ['/m:mods/m:location/m:url', 'https://journal.example/border-markets'],
    ['/m:mods/m:originInfo/m:dateIssued', '2025'],
    [`${host}/m:titleInfo[not(@type)]/m:title`, 'فصلنامۀ آزمون'],
    [`${host}/m:identifier[@type="issn"]`, '2008-0867'],
    [`${host}/m:part/m:detail[@type="volume"]/m:number`, '18'],
    [`${host}/m:part/m:detail[@type="issue"]/m:number`, '1'],
    [`${host}/m:part/m:extent/m:start`, '57'],
    [`${host}/m:part/m:extent/m:end`, '84'],
    [
      '/m:mods/m:relatedItem[@type="otherVersion"]/m:identifier',
      'https://harbour.example/articles/border-markets/1.0.1/',
    ],
  ] as const)
    expect(found(xml, xpath), xpath).toEqual([value]);
  expect(xml).not.toContain('Version of record');
});

test('bibutils makes an article in a journal of it, and of the version one on its site', needing(xml2bib), () => {
  const article = edition.articles.find(({ slug }) => slug === 'border-markets') as Article;
  const subject = { edition, article, version: latestVersion(article) };
  const read = (input: string) =>
    spawnSync('xml2bib', ['-i', 'utf8', '-o', 'utf8', '-nb'], { input, encoding: 'utf8' }).stdout;
  const record = read(modsOfRecord(subject) as string);
  for (const field of ['journal="فصلنامۀ آزمون"', 'volume="18"', 'number="1"', 'pages="57--84"', 'issn="2008-0867"'])
    expect(record).toContain(`${field},`);
  expect(record).toContain('doi="10.5555/trials.2025.18.57"');
  const version = read(write(article));
  expect(version).toContain('journal="بندرگاه"');
  expect(version).toContain('edition="Version 1.0.1"');
  expect(version).not.toMatch(/trials|آزمون|2008-0867/);
});

test('the DOI of the version is an identifier once it is registered', () => {
  const article = edition.articles[0] as Article;
  const doi = (registered: boolean) =>
    found(write(article, { ...edition, doi: { prefix: '10.1234', registered } }), '/m:mods/m:identifier[@type="doi"]');
  expect(doi(false)).toEqual([]);
  expect(doi(true)).toEqual([`10.1234/estenad.${article.slug}.${latestVersion(article).number}`]);
});

test('the version before is named', () => {
  const article = complete(edition.articles[0] as Article);
  expect(found(write(article), '/m:mods/m:relatedItem[@type="preceding"]/m:identifier')).toEqual([
    `${edition.site}articles/${article.slug}/0.9.0/`,
  ]);
});

test('no element was taken for attributes', () => {
  for (const article of edition.articles) expect(write(complete(article))).not.toContain('[object');
});
