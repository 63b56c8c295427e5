import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { worksOf } from '../../src/edition/mentions.ts';
import { type Article, type Edition, latestVersion, plainText } from '../../src/edition/model.ts';
import { linesIn } from '../../src/formats/full-text.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { attacked, paragraphsOf } from '../helpers/articles.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { articleWith, everyKind } from '../helpers/works.ts';

const namespaces = { t: 'http://www.tei-c.org/ns/1.0' };

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
});

const write = (article: Article, of: Edition = edition, version = latestVersion(article)) =>
  tei.write({ edition: of, article, version }) as string;

/** What an XPath finds, as texts. */
function found(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content);
}

test(
  'every article is valid TEI P5 (tei_all), as it is, with hostile texts, and with works of every kind',
  needing(schemas.tei),
  async () => {
    const faultsIn = faultsUnder(schemas.tei);
    for (const article of edition.articles.flatMap((one) => [one, attacked(one)])) {
      for (const version of article.versions) expect(await faultsIn(write(article, edition, version))).toEqual([]);
    }
    expect(await faultsIn(tei.write(await articleWith({ works: await everyKind() })) as string)).toEqual([]);
  },
);

test('every paragraph of the body stands with its number, its lines and its words', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const paragraphs = paragraphsOf(latestVersion(article));
    const place = '//t:body//t:p[@n]';
    expect(found(xml, `${place}/@n`)).toEqual(paragraphs.map((block) => String(block.number)));
    expect(found(xml, `${place}/@xml:id`)).toEqual(paragraphs.map((block) => block.id));
    expect(found(xml, `${place}/@corresp`)).toEqual(
      paragraphs.map((block) =>
        linesIn(block.source)
          .map((line) => `#l${line}`)
          .join(' '),
      ),
    );
    const asRead = xml.replace(/<note.*?<\/note>|<rdg.*?<\/rdg>/g, '');
    expect(found(asRead, place)).toEqual(paragraphs.map((block) => plainText(block.children)));
  }
});

test('the text as received stands in sourceDoc, line for line, with its digest', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    expect(found(xml, '//t:sourceDoc//t:line')).toEqual(article.source?.lines);
    expect(found(xml, '//t:witness//t:idno[@type="sha256"]')).toEqual([article.source?.sha256]);
    expect(found(xml, '//t:line[@type]')).toHaveLength(
      latestVersion(article).accounted.flatMap(({ lines }) => linesIn(lines)).length,
    );
  }
});

test('every pointer inside the file leads somewhere, and every cited work is there', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    const ids = found(xml, '//@xml:id');
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids.map((id) => `#${id}`));
    const pointers = found(xml, '//@target|//@corresp|//@wit|//@resp|//@source|//@calendar')
      .flatMap((value) => value.split(' '))
      .filter((value) => value.startsWith('#'));
    expect(pointers.filter((pointer) => !known.has(pointer))).toEqual([]);
    const works = worksOf(latestVersion(article)).map((work) => `ref-${work.key}`);
    expect(found(xml, '//t:listBibl/t:biblStruct/@xml:id').sort()).toEqual(works.sort());
  }
});

test('a doubtful reading has lemma, witness, candidates and certainty; a lost note is a gap', () => {
  const cert = { certain: 'high', supported: 'medium', uncertain: 'low' };
  for (const article of edition.articles) {
    const version = latestVersion(article);
    const xml = write(article);
    expect(version.readings.length > 0).toBe(article.source?.profile !== 'intact');
    for (const { id, text, source, candidates, certainty } of version.readings) {
      const app = `//t:app[@xml:id="${id}"]`;
      expect(found(xml, `${app}/t:lem`)).toEqual([text]);
      expect(found(xml, `${app}/t:lem/@cert`)).toEqual([cert[certainty]]);
      expect(found(xml, `${app}/t:rdg[@wit="#source"]`)).toEqual([source]);
      expect(found(xml, `${app}/t:rdg[@type="candidate"]`)).toEqual(candidates.filter((one) => one !== text));
    }
    expect(found(xml, '//t:note[@place="bottom"][t:gap[@reason="lost"]]/@xml:id')).toEqual(
      version.notes.filter((note) => note.lost).map((note) => note.id),
    );
    expect(found(xml, '//t:note[@type="editorial"]/@xml:id').sort()).toEqual(
      version.remarks.map(({ id }) => id).sort(),
    );
  }
});

test('a DOI that does not resolve says so; a doubtful title is left out, a doubtful date is marked', () => {
  for (const article of edition.articles) {
    const xml = write(article);
    expect(found(xml, '//t:publicationStmt/t:idno[@type="DOI"]')).toEqual([]);
    expect(found(xml, '//t:publicationStmt/t:idno[@type="DOI-draft"]')).toHaveLength(1);
    const registered = write(article, { ...edition, doi: { prefix: '10.1234', registered: true } });
    expect(found(registered, '//t:publicationStmt/t:idno[@type="DOI"]')).toEqual([
      `10.1234/estenad.${article.slug}.${latestVersion(article).number}`,
    ]);
    expect(found(registered, '//t:publicationStmt/t:idno[@type="DOI"]/@subtype')).toEqual([]);
    const { en } = article.titles;
    expect(found(xml, '//t:titleStmt/t:title[@xml:lang="en"]')).toEqual(
      en && en.certainty !== 'uncertain' ? [en.value] : [],
    );
    expect(found(xml, '//t:creation/t:date[@cert="low"]')).toHaveLength(
      article.dates.filter((date) => date.certainty === 'uncertain').length,
    );
  }
});
