import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { worksOf } from '../../src/edition/mentions.ts';
import { type Article, type Edition, latestVersion, plainText } from '../../src/edition/model.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { attacked, paragraphsOf } from '../helpers/articles.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { articleWith, everyKind } from '../helpers/works.ts';

const namespaces = { xlink: 'http://www.w3.org/1999/xlink' };

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const write = (article: Article, of: Edition = edition, version = latestVersion(article)) =>
  jats.write({ edition: of, article, version }) as string;

/** What an XPath finds, as texts. */
function found(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content);
}

test(
  'every article is valid JATS 1.3, as it is, with hostile texts, and with works of every kind',
  needing(schemas.jats),
  async () => {
    const faultsIn = faultsUnder(schemas.jats);
    for (const article of edition.articles.flatMap((one) => [one, attacked(one)])) {
      for (const version of article.versions) expect(await faultsIn(write(article, edition, version))).toEqual([]);
    }
    expect(await faultsIn(jats.write(await articleWith({ works: await everyKind() })) as string)).toEqual([]);
  },
);

test('every paragraph of the body stands with its id and its words', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const paragraphs = paragraphsOf(latestVersion(article));
    expect(found(xml, '//body//p[@id]/@id')).toEqual(paragraphs.map((block) => block.id));
    const withoutMarkers = xml.replace(/<xref ref-type="fn".*?<\/xref>/g, '');
    expect(found(withoutMarkers, '//body//p[@id]')).toEqual(paragraphs.map((block) => plainText(block.children)));
  }
});

test('every reference inside the file leads somewhere, and every cited work is there', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const ids = new Set(found(xml, '//@id'));
    expect(found(xml, '//@rid').filter((id) => !ids.has(id))).toEqual([]);
    const works = worksOf(latestVersion(article)).map((work) => `ref-${work.key}`);
    expect(found(xml, '//ref/@id').sort()).toEqual(works.sort());
  }
});

test('a lost note says that it is lost, a doubtful reading what else is possible', () => {
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const xml = write(article);
    expect(found(xml, '//fn-group/fn[@specific-use="lost"]/@id')).toEqual(
      version.notes.filter((note) => note.lost).map((note) => note.id),
    );
    for (const reading of version.readings) {
      expect(found(xml, `//notes/p[@id="${reading.id}"]/named-content[@content-type="candidate"]`)).toEqual(
        reading.candidates,
      );
    }
  }
});

test('only a registered DOI is a doi; that of the version of record is in related-article alone', () => {
  for (const article of edition.articles) {
    const own = '//article-meta/article-id[@pub-id-type="doi"]';
    expect(found(write(article), own)).toEqual([]);
    expect(found(write(article), '//article-id/@custom-type')).toEqual(['doi-draft']);
    const registered = { ...edition, doi: { prefix: '10.1234', registered: true } };
    expect(found(write(article, registered), own)).toEqual([
      `10.1234/estenad.${article.slug}.${latestVersion(article).number}`,
    ]);
    expect(found(write(article), '//article-meta//related-article/@xlink:href')).toEqual([
      article.record?.doi?.value ?? article.record?.url,
    ]);
  }
});

test('what is doubtful is not given as sure: titles and dates', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const other = article.titles[article.language === 'fa' ? 'en' : 'fa'];
    expect(found(xml, '//article-meta/title-group/trans-title-group/trans-title')).toEqual(
      other && other.certainty !== 'uncertain' ? [other.value] : [],
    );
    const days = article.dates.filter((date) => date.certainty !== 'uncertain' && !date.gregorian.includes('/'));
    expect(found(xml, '//history/date/@iso-8601-date')).toEqual(days.map((date) => date.gregorian));
  }
});

test('a character that XML cannot hold is refused', () => {
  for (const article of edition.articles) {
    const titles = { fa: { value: 'a\u0001b', certainty: 'certain', from: 'source' } } as const;
    expect(() => write({ ...article, titles })).toThrow(/U\+0001/);
  }
});
