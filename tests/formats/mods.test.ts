import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { isBody, type Name } from '../../src/bibliography/work.ts';
import { type Article, type Edition, latestVersion, type VersionOfRecord } from '../../src/edition/model.ts';
import { mods } from '../../src/formats/mods.ts';
import { complete } from '../helpers/articles.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas, validatorOf } from '../helpers/schemas.ts';

const namespaces = { m: 'http://www.loc.gov/mods/v3', xlink: 'http://www.w3.org/1999/xlink' };

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

test('every article is valid MODS 3.7, as it is and with everything known', needing(schemas.mods), () => {
  const faultsIn = validatorOf(schemas.mods);
  for (const article of edition.articles.flatMap((one) => [one, complete(one)])) {
    for (const version of article.versions) expect(faultsIn(write(article, edition, version))).toEqual([]);
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
    expect(found(xml, '/m:mods/m:relatedItem[@type="host"] | /m:mods/m:part')).toEqual([]);
    expect(found(xml, '/m:mods/m:relatedItem[@type="otherVersion"]/m:identifier')).toEqual(doi ? [doi.value] : []);
    expect(found(xml, '//m:relatedItem[@type="host"]/m:part/m:detail[@type="volume"]')).toEqual(
      volume ? [volume.value] : [],
    );
  }
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
