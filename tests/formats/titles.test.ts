/** Titles and keywords with marks: where a format has them they are there, and elsewhere the title is plain. */
import { rm } from 'node:fs/promises';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeVersion } from '../../src/edition/describe.ts';
import type { Subject } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { crossref } from '../../src/formats/crossref/index.ts';
import { dataciteXmlFormat } from '../../src/formats/datacite/xml.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { pdf } from '../../src/formats/index.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { md } from '../../src/formats/md/index.ts';
import { biblatex } from '../../src/formats/references/biblatex.ts';
import { bibtex } from '../../src/formats/references/bibtex.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { ris } from '../../src/formats/references/ris.ts';
import { protectTitle } from '../../src/formats/references/tex.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { passagesOfVersion } from '../../src/search/passages.ts';
import { alone, soundFiles, writeEdition } from '../helpers/edition.ts';
import { textsOf } from '../helpers/epub.ts';
import { faultsOf } from '../helpers/faults.ts';
import { needing } from '../helpers/installed.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';

const file = 'content/articles/a-tale/article.yaml';
const facts = (title: string) => soundFiles[file]?.replace('A Tale of Two Notes', () => title) as string;

let root: string;
let subject: Subject;
beforeAll(async () => {
  root = await writeEdition({ ...alone, [file]: facts('Uptake of CO~2~ by *Zostera marina* in m^2^') });
  const edition = await loadEdition(root);
  const [article] = edition.articles;
  const [version] = article?.versions ?? [];
  if (!article || !version) throw new Error('no article');
  subject = { edition, article, version };
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** As citeproc reads it (citeproc-js manual, «HTML-like formatting tags»). */
const rich = 'Uptake of CO<sub>2</sub> by <i>Zostera marina</i> in m<sup>2</sup>';
const plain = 'Uptake of CO2 by Zostera marina in m2';

/** What an XPath finds, as XML. */
function found(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  const namespaces = { t: 'http://www.tei-c.org/ns/1.0', c: 'http://www.crossref.org/schema/5.4.0' };
  return document
    .find(xpath, namespaces)
    .map((node) => node.toString().replace(/ xmlns(:\w+)?="[^"]*"|(?<=>)\n\s*(?=<)/g, ''));
}

describe('a title with subscript, superscript and a species', () => {
  test('is plain in the model, in plain text and in DataCite', () => {
    expect(subject.article.titles.en?.value).toBe(plain);
    expect(txt.write(subject)).toContain(plain);
    expect(dataciteXmlFormat.write(subject)).toContain(plain);
  });

  test('has its marks in JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    expect(found(xml, '//title-group/article-title')).toEqual([
      '<article-title xml:lang="en">Uptake of CO<sub>2</sub> by <italic>Zostera marina</italic> in m<sup>2</sup></article-title>',
    ]);
  });

  test('has its marks in TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    expect(found(xml, '//t:titlePart[@type="main"]/t:hi | //t:titlePart[@type="main"]/t:emph')).toHaveLength(3);
    expect(found(xml, '//t:titleStmt/t:title')).toEqual([
      '<title level="a" type="main" xml:lang="en">Uptake of CO<hi rend="subscript">2</hi> by <emph>Zostera marina</emph> in m<hi rend="superscript">2</hi></title>',
    ]);
  });

  test('has its marks in the face markup of Crossref', () => {
    expect(crossref.write(subject)).toContain(
      '<title>Uptake of CO<sub>2</sub> by <i>Zostera marina</i> in m<sup>2</sup></title>',
    );
  });

  test('has its marks in BibTeX and BibLaTeX, where styles keep its capitals, and citation-js reads them', () => {
    const title = '{Uptake of {CO}\\textsubscript{2} by \\emph{Zostera marina} in m\\textsuperscript{2}}';
    for (const format of [bibtex, biblatex]) {
      const file = format.writeWorks([describeVersion(subject)]);
      expect(file).toContain(`  title = ${title},\n`);
      const [item] = new Cite(file).data as { title: string }[];
      expect(item?.title.replaceAll(/<span class="nocase">(.*?)<\/span>/g, '$1')).toBe(rich);
    }
  });

  test('has its marks in CSL-JSON as processors read them, and none in RIS', () => {
    const [item] = JSON.parse(cslJson.writeWorks([describeVersion(subject)]));
    expect(item.title).toBe(rich);
    expect(ris.writeWorks([describeVersion(subject)])).toContain(`TI  - ${plain}`);
  });

  test('keeps a word with a capital beside a mark, whatever stands first', () => {
    expect(protectTitle([{ style: 'emphasis', children: ['N'] }, '-Acetyl of {x}'])).toBe(
      '\\emph{N}{-Acetyl} of \\{x\\}',
    );
  });

  test('has its marks in Markdown and EPUB, and PDF/UA has it whole', async () => {
    expect(md.write(subject)).toContain('Uptake of CO~2~ by *Zostera marina* in m^2^');
    const book = [...textsOf((await epub.write(subject)) as Uint8Array).values()].join('\n');
    expect(book).toContain('Uptake of CO<sub>2</sub> by <em>Zostera marina</em> in m<sup>2</sup></h1>');
    expect(book).toContain(`>${plain}</dc:title>`);
    const lacks: unknown[] = [];
    await pdf.write(subject, (lack) => lacks.push(lack));
    expect(lacks).toEqual([]);
  });

  test.each([
    ['a note', 'A tale of *x*[^1]', 'the note [^1] is not defined'],
    ['a link', 'A *tale* of [x](https://example.org/)', 'a title holds more than words that are set off'],
  ])('cannot hold %s', async (_, title, what) => {
    const faults = await faultsOf({ ...alone, [file]: facts(title) });
    expect(faults).toMatchObject([{ file, line: 3, what }]);
  });

  test('can say itself in sentence capitals, and only itself', async () => {
    const said = (sentence: string) => ({
      ...alone,
      [file]: facts(`Lamps of *Zostera*", sentence: "${sentence}`),
    });
    expect(await faultsOf(said('Lamps of Zostera'))).toEqual([]);
    expect(await faultsOf(said('Lamps of zosteras'))).toMatchObject([
      { file, line: 3, what: 'what stands in sentence is not the title in other capitals: "Lamps of zosteras"' },
    ]);
  });
});

describe('keywords with a subscript and a species', () => {
  const stated = 'keywords: { en: [CO~2~ uptake, "*Zostera marina*", tales], fa: [جذب CO~2~] }';
  let marked: Subject;
  let folder: string;
  beforeAll(async () => {
    folder = await writeEdition({
      ...alone,
      [file]: soundFiles[file]?.replace(/^keywords: .*$/m, () => stated) as string,
    });
    const edition = await loadEdition(folder);
    const [article] = edition.articles;
    const [version] = article?.versions ?? [];
    if (!article || !version) throw new Error('no article');
    marked = { edition, article, version };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('are plain in the model, in plain text, in DataCite and in what is searched', () => {
    expect(marked.article.keywords).toEqual({ en: ['CO2 uptake', 'Zostera marina', 'tales'], fa: ['جذب CO2'] });
    expect(txt.write(marked)).toContain('Keywords: CO2 uptake, Zostera marina, tales\n');
    expect(dataciteXmlFormat.write(marked)).toContain('>CO2 uptake</subject>');
    expect(passagesOfVersion(marked).map(({ text }) => text)).toContain('CO2 uptake, Zostera marina, tales');
  });

  test('have their marks in JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(marked) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    expect(found(xml, '//kwd-group[@xml:lang="en"]/kwd')).toEqual([
      '<kwd>CO<sub>2</sub> uptake</kwd>',
      '<kwd><italic>Zostera marina</italic></kwd>',
      '<kwd>tales</kwd>',
    ]);
  });

  test('have their marks in TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(marked) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    expect(found(xml, '//t:keywords[@xml:lang="en"]/t:term')).toEqual([
      '<term>CO<hi rend="subscript">2</hi> uptake</term>',
      '<term><emph>Zostera marina</emph></term>',
      '<term>tales</term>',
    ]);
  });

  test('have their marks in Markdown and EPUB, and PDF/UA has them whole', async () => {
    expect(md.write(marked)).toContain('**Keywords:** CO~2~ uptake, *Zostera marina*, tales');
    const book = [...textsOf((await epub.write(marked)) as Uint8Array).values()].join('\n');
    expect(book).toContain('CO<sub>2</sub> uptake, <em>Zostera marina</em>, tales</p>');
    expect(book).toContain('>CO2 uptake</dc:subject>');
    const lacks: unknown[] = [];
    await pdf.write(marked, (lack) => lacks.push(lack));
    expect(lacks).toEqual([]);
  });

  test('cannot hold a note, a link or raw HTML', async () => {
    const faults = await faultsOf({
      ...alone,
      [file]: soundFiles[file]?.replace(
        /^keywords: .*$/m,
        () => 'keywords: { en: ["*x*[^1]", "[*x*](https://a.example/)"] }',
      ) as string,
    });
    expect(faults.map(({ what }) => what)).toEqual([
      'the note [^1] is not defined',
      'a keyword holds more than words that are set off',
    ]);
  });
});
