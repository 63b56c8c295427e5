/** No file of a build holds the word that a program prints for a value that is not there. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PDFDocument } from 'mupdf';
import { describe, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { listFiles } from '../../src/files.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';

const tale = 'content/articles/a-tale/';
const dastan = 'content/articles/yek-dastan/';

/** What JavaScript prints where nothing was: as words of a text, with what stands around them. */
const holes = /.{0,60}(?:\bundefined\b|\bNaN\b|\[object |\bnull\b).{0,30}/gs;

/** Programs, which have these words of their own, texts of licences, and what is compressed. */
const passedOver =
  /^assets\/|^search\/(?:more\/)?pagefind\/|^(?:faces|search\/(?:more\/)?bundle)\.js$|^service-worker\.js$|^hosting\/oai\.js$|^licences\.txt$|\.(?:png|ico|woff2)$/;

/** What a reader or a machine finds in a file, by the name of each part. */
function textsOf(file: string, bytes: Uint8Array): [name: string, text: string][] {
  if (file.endsWith('.epub'))
    return Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
      /\.(?:xhtml|opf|xml|ncx)$/.test(name) ? [[`${file}/${name}`, strFromU8(content)] as [string, string]] : [],
    );
  if (file.endsWith('.pdf')) {
    const document = PDFDocument.openDocument(bytes, 'application/pdf');
    const pages = Array.from({ length: document.countPages() }, (_, index) =>
      document.loadPage(index).toStructuredText('preserve-whitespace').asText(),
    );
    return [
      [file, `${pages.join('\n')}\n${strFromU8(bytes, true).match(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/)?.[0] ?? ''}`],
    ];
  }
  const text = strFromU8(bytes);
  // The scripts of a page are programs.
  return [[file, file.endsWith('.html') ? text.replace(/<script(?![^>]*json)[\s\S]*?<\/script>/g, '') : text]];
}

async function holesOf(root: string): Promise<{ files: number; found: string[] }> {
  const out = path.join(root, 'dist');
  await buildEdition({ root, out });
  const files = listFiles(out).filter((file) => !passedOver.test(file));
  const found: string[] = [];
  for (const file of files) {
    for (const [name, text] of textsOf(file, await readFile(path.join(out, file))))
      for (const [hole] of text.matchAll(holes)) found.push(`${name}: ${hole.replace(/\s+/g, ' ')}`);
  }
  return { files: files.length, found };
}

const stated = (value: string) =>
  `{ value: ${value}, certainty: supported, from: editors, note: { fa: یادداشت, en: A note } }`;

/** An article of which everything is said that can be. */
const wholeArticle = (language: string, year: string) => `language: ${language}
titles:
  fa: ${stated('یک داستان')}
  en: ${stated('A Tale of Two Notes')}
creators:
  - name: { fa: { family: نویسنده, given: آنا }, en: { family: Writer, given: Ann } }
    romanised: { certainty: supported, from: editors, note: { fa: یادداشت, en: A note } }
    affiliation: { fa: ${stated('دانشگاه')}, en: ${stated('University')} }
    email: ann@writer.example
    corresponding: true
    orcid: 0000-0002-1825-0097
    lostNote: true
journal:
  name: { fa: مجله, en: Journal }
  publisher: { fa: ناشر, en: Publisher }
  issn: 2008-0867
record:
  url: https://journal.example/1
  doi: ${stated('10.1234/abc')}
  year: ${stated(year)}
  volume: ${stated('"4"')}
  issue: ${stated('"2"')}
  pages: ${stated('{ first: "1", last: "20" }')}
dates:
  - { event: received, solarHijri: 1400-01-31, printed: ۱۴۰۰/۰۱/۳۱, certainty: certain, note: { fa: یادداشت, en: A note } }
  - { event: accepted, gregorian: 2021-04, printed: April 2021, certainty: uncertain }
kind: ${stated('{ fa: پژوهشی, en: Research }')}
keywords: { fa: [واژه, دیگر], en: [word, other] }
rights: { uri: http://rightsstatements.org/vocab/CNE/1.0/, name: { fa: بررسی نشده, en: Not Evaluated }, note: { fa: ناشناخته, en: Unknown } }
source: { profile: intact }
`;

/** A work of which everything is said, and one of which nothing is that need not be. */
const works = (key: string, isWhole: boolean) =>
  `@${isWhole ? 'article' : 'misc'}{${key},\n` +
  (isWhole
    ? '  author = {Writer, Ann and others},\n  editor = {Editor, Ed},\n  title = {A title},\n  journaltitle = {Journal},\n  publisher = {Publisher},\n  location = {Tehran},\n  volume = {4},\n  number = {2},\n  pages = {1--20},\n  date = {2000-01-02},\n  edition = {2},\n  doi = {10.1234/xyz},\n  issn = {2008-0867},\n  url = {https://work.example/},\n'
    : '') +
  '  langid = {en},\n  printed = {(well)},\n  certainty = {' +
  `${isWhole ? 'verified' : 'unidentified'}},\n  reasonfa = {ر},\n  reasonen = {R},\n  seen = {own knowledge},\n}\n`;

const cited = (key: string) =>
  (soundFiles[`${tale}1.0.0.mdx`] as string).replace('It ended well', `It ended [well](cite:${key})`);

/** The files of the Persian article in the folder of another. */
const copied = (slug: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`content/articles/${slug}/${name}`, soundFiles[dastan + name] as string]));

describe('no file of a build says undefined, null, NaN or [object', () => {
  test.each<[name: string, files: Record<string, string | null>]>([
    [
      'of which every field is filled',
      {
        'content/edition.yaml': (soundFiles['content/edition.yaml'] as string)
          .replace(
            'site:',
            'contact: library@trial.example\ndoi: { prefix: "10.1234", suffix: "t.{slug}.{version}", registered: true, deposit: 2 }\nsite:',
          )
          .replace('  - yek-dastan', '  - yek-dastan\n  - another'),
        'content/pages/landing.en.mdx':
          '{name} {description} {publisher} {site} {contact} {articles} {works} {rights} {rights.note}\n',
        'content/pages/bibliography.fa.mdx': '{works}\n',
        [`${tale}article.yaml`]: wholeArticle('en', '{ solarHijri: "1400", gregorian: "2021" }'),
        [`${dastan}article.yaml`]: wholeArticle('fa', '{ solarHijri: "1400" }'),
        'content/articles/another/article.yaml': wholeArticle('fa', '{ gregorian: "2021" }'),
        ...copied('another', 'source.txt', 'versions.yaml', '1.0.0.mdx'),
        [`${tale}1.0.0.mdx`]: cited('writer2000'),
        'bibliography/a-tale.bib': works('writer2000', true),
      },
    ],
    [
      'of which every optional field is missing',
      {
        [`${tale}article.yaml`]: (soundFiles[`${tale}article.yaml`] as string)
          .replace('fa: { family: نویسنده }, en: { family: Writer, given: Ann }', 'en: { family: Writer }')
          .replace('name: { fa: مجله, en: Journal }', 'name: { en: Journal }')
          .replace('publisher: { fa: ناشر, en: Publisher }', 'publisher: { en: Publisher }')
          .replace(/titles:\n.*\n/, 'titles: {}\n'),
        [`${dastan}article.yaml`]: (soundFiles[`${dastan}article.yaml`] as string)
          .replace(', given: Ann', '')
          .replace(/titles:\n.*\n/, 'titles: {}\n'),
        [`${tale}1.0.0.mdx`]: cited('nobody2000'),
        'bibliography/a-tale.bib': works('nobody2000', false),
      },
    ],
  ])('of an edition %s', async (_, files) => {
    const { files: count, found } = await holesOf(await makeEdition(files));
    expect(count).toBeGreaterThan(150);
    expect(found).toEqual([]);
  });
});
