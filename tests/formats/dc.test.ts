import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { invertedName } from '../../src/bibliography/work.ts';
import { type Article, type Edition, latestVersion, type VersionOfRecord } from '../../src/edition/model.ts';
import { dc } from '../../src/formats/dc.ts';
import { formIn } from '../../src/text/languages.ts';
import { harbour } from '../helpers/harbour.ts';

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  oai: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
};

/** The Dublin Core Element Set 1.1, the children that oai_dc.xsd allows. */
const elements =
  'title creator subject description publisher contributor date type format identifier source language relation coverage rights'.split(
    ' ',
  );

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const write = (article: Article, of: Edition = edition) =>
  dc.write({ edition: of, article, version: latestVersion(article) }) as string;

function found(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content);
}

test('every element is one of the fifteen, holds text alone, and has no attribute but xml:lang', () => {
  for (const article of edition.articles) {
    using document = XmlDocument.fromString(write(article));
    expect(document.root.name).toBe('dc');
    expect(document.root.namespaceUri).toBe(namespaces.oai);
    const children = document.find('/oai:dc/*', namespaces);
    const known = elements.map((name) => `self::dc:${name}`).join(' or ');
    expect(document.find(`/oai:dc/*[${known}]`, namespaces)).toHaveLength(children.length);
    expect(document.find('/oai:dc/*/*', namespaces)).toEqual([]);
    expect(document.find('/oai:dc/*/@*[name() != "xml:lang"]', namespaces)).toEqual([]);
    expect(children.every((node) => node.content !== '')).toBe(true);
  }
});

test('creators stand once, in their order, in the script of the article; a description names them in Latin script', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const own = article.creators.map(({ name }) => invertedName(formIn(name, article.language)));
    expect(found(xml, '//dc:creator')).toEqual(own);
    expect(found(xml, `//dc:creator[@xml:lang="${article.language}"]`)).toEqual(own);
    const [said] = found(xml, '//dc:description[starts-with(., "Creators in Latin script: ")]');
    if (article.language === 'en') expect(said).toBeUndefined();
    else for (const { name } of article.creators) expect(said).toContain(invertedName(name.en));
  }
});

test('a doubtful title is not given as one', () => {
  for (const article of edition.articles) {
    const sure = [article.titles.fa, article.titles.en].filter((title) => title && title.certainty !== 'uncertain');
    expect(found(write(article), '//dc:title')).toEqual(sure.map((title) => title?.value));
  }
});

test('the version of record is the source; the identifier is the version’s own', () => {
  for (const article of edition.articles) {
    const { doi, url } = article.record as VersionOfRecord;
    expect(found(write(article), '//dc:source[1]')).toEqual([doi ? `https://doi.org/${doi.value}` : url]);
    expect(found(write(article), '//dc:identifier')).toEqual([
      `${edition.site}articles/${article.slug}/${latestVersion(article).number}/`,
    ]);
  }
});

test('the DOI of the version is an identifier once it is registered', () => {
  const article = edition.articles[0] as Article;
  const identifiers = (registered: boolean) =>
    found(write(article, { ...edition, doi: { prefix: '10.1234', registered } }), '//dc:identifier');
  expect(identifiers(false)).toHaveLength(1);
  expect(identifiers(true)[1]).toBe(`https://doi.org/10.1234/estenad.${article.slug}.${latestVersion(article).number}`);
});

test('rights are said as an address first, then in words', () => {
  for (const article of edition.articles) {
    const { uri, name } = article.rights;
    expect(found(write(article), '//dc:rights').slice(0, 2)).toEqual([uri, name[article.language]]);
  }
});
