import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { XmlDocument } from 'libxml2-wasm';
import * as mupdf from 'mupdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Article,
  type Block,
  type Edition,
  latestVersion,
  plainText,
  sayBlocks,
  type Version,
} from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { pdf } from '../../src/formats/index.ts';
import { canTypeset } from '../../src/formats/pdf/typst.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { sayNumber } from '../../src/text/digits.ts';
import { attacked, bare, longWord, strange } from '../helpers/articles.ts';
import { makeEdition } from '../helpers/edition.ts';
import { harbour } from '../helpers/harbour.ts';
import { needing, poppler, type Requirement } from '../helpers/installed.ts';
import { marks, squash, textOf, wrongPerThousand } from '../helpers/pdf-text.ts';
import { tableCells } from '../helpers/tables.ts';

let edition: Edition;
const files = new Map<string, Uint8Array>();
const folder = mkdtempSync(path.join(tmpdir(), 'estenad-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = async (article: Article, version: Version = latestVersion(article)) =>
  (await pdf.write({ edition, article, version })) as Uint8Array;

beforeAll(async () => {
  edition = await harbour();
  if (canTypeset) for (const article of edition.articles) files.set(article.slug, await write(article));
}, 300_000);

/** The text that Poppler finds. */
function popplerTextOf(file: Uint8Array): string {
  const name = path.join(folder, 'one.pdf');
  writeFileSync(name, file);
  const { status, stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', name, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  expect(status).toBe(0);
  return stdout;
}

const paragraphs = (version: Version) => version.body.filter((block) => block.type === 'paragraph');

const typst: Requirement = { isHere: canTypeset, missing: 'there is no Typst for this machine (x86-64 Linux)' };

describe('the PDF of an article', needing(typst), () => {
  for (const [name, read, needed] of [
    ['MuPDF', textOf, []],
    ['Poppler', popplerTextOf, [poppler]],
  ] as const) {
    test(`gives its text back to ${name}, with fewer than one wrong character in 1,000`, needing(...needed), () => {
      for (const article of edition.articles) {
        const version = latestVersion(article);
        const expected = paragraphs(version)
          .map((block) => plainText(block.children))
          .join('\n');
        const text = read(files.get(article.slug) as Uint8Array);
        expect(wrongPerThousand(expected, text), article.slug).toBeLessThan(1);
        for (const abstract of version.abstracts.flatMap(({ blocks }) => sayBlocks(blocks))) {
          expect(wrongPerThousand(abstract, text), `${article.slug}, abstract`).toBeLessThan(10);
        }
      }
    });
  }

  test('keeps words whole: every word with a ZWNJ is found as it is written, and no لا is turned round', () => {
    for (const article of edition.articles) {
      const text = textOf(files.get(article.slug) as Uint8Array).replace(marks, '');
      const found = new Set(text.split(/[^\p{L}\p{M}\u200c]+/u));
      const written = paragraphs(latestVersion(article))
        .flatMap((block) => plainText(block.children).split(/[^\p{L}\p{M}\u200c]+/u))
        .filter((word) => /\u200c|لا/.test(word));
      expect(written.length).toBeGreaterThan(article.language === 'fa' ? 100 : -1);
      // A word with a harakah can be drawn in two pieces.
      expect(written.filter((word) => !found.has(word)).length).toBeLessThan(5);
    }
  });

  test('has the ZWNJ in its bookmarks and tags, and its stand-in in no string', async () => {
    for (const article of edition.articles) {
      const document = await PDFDocument.load(files.get(article.slug) as Uint8Array, { updateMetadata: false });
      const found = document.context.enumerateIndirectObjects().flatMap(([, object]) => strings(object));
      expect(found.filter((text) => text.includes('\u{1EE00}'))).toEqual([]);
      for (const block of latestVersion(article).body)
        if (block.type === 'heading') expect(found).toContain(plainText(block.children));
      for (const [, object] of document.context.enumerateIndirectObjects()) {
        if (!(object instanceof PDFRawStream)) continue;
        const content = Buffer.from(decodePDFRawStream(object).decode());
        expect(content.includes('\u{1EE00}') || /D83BDE00/i.test(content.toString('latin1'))).toBe(false);
      }
    }
  });

  test('draws what follows an address of a Persian reference to the left of it', () => {
    const document = mupdf.Document.openDocument(files.get('border-markets') as Uint8Array, 'application/pdf');
    const drawn = Array.from({ length: document.countPages() }, (_, page) => linesOf(document.loadPage(page)).flat());
    const page = drawn.find((one) => textOfLine(one).includes('article_10502')) as Drawn[];
    const address = page[textOfLine(page).indexOf('article_10502')] as Drawn;
    const behind = page.filter((one) => one.character === '۴' && Math.abs(one.bottom - address.bottom) < 3);
    expect(behind).toHaveLength(1);
    for (const one of behind) expect(one.right).toBeLessThan(address.left);
  });

  test('draws an English title in a Persian reference from left to right, with its brackets', () => {
    const document = mupdf.Document.openDocument(files.get('border-markets') as Uint8Array, 'application/pdf');
    const drawn = Array.from({ length: document.countPages() }, (_, page) => linesOf(document.loadPage(page)).flat());
    const page = drawn.find((one) => textOfLine(one).includes('Analysis of Russian Interests')) as Drawn[];
    const start = textOfLine(page).indexOf('Analysis of Russian Interests');
    const end = textOfLine(page).indexOf('Karabakh Crisis', start) + 'Karabakh Crisis'.length;
    const beside = (one: Drawn) => page.filter((other) => Math.abs(other.bottom - one.bottom) < 3);
    const [first, last] = [page[start], page[end - 1]] as [Drawn, Drawn];
    expect(beside(first).find(({ character }) => '[]'.includes(character))?.right).toBeLessThan(first.left + 1);
    expect(beside(last).find(({ character }) => '[]'.includes(character))?.left).toBeGreaterThan(last.right - 1);
  });

  test('is the same file when it is made again, and small', async () => {
    for (const article of edition.articles) {
      const file = files.get(article.slug) as Uint8Array;
      expect(Buffer.compare(await write(article), file)).toBe(0);
      expect(file.length).toBeLessThan(450_000);
    }
  });

  test('says in its metadata what it is, after which standards, and carries the exact text', async () => {
    for (const article of edition.articles) {
      const version = latestVersion(article);
      const document = await PDFDocument.load(files.get(article.slug) as Uint8Array, { updateMetadata: false });
      const opened = mupdf.Document.openDocument(
        files.get(article.slug) as Uint8Array,
        'application/pdf',
      ) as mupdf.PDFDocument;
      const packet = Buffer.from(opened.getTrailer().get('Root').get('Metadata').readStream().asUint8Array()).toString(
        'utf8',
      );
      using xml = XmlDocument.fromString(packet);
      const said = (name: string) =>
        xml.find(`//*[name()="${name}"]`).map((node) => (node as { content?: string }).content);
      expect(said('pdfaid:part')).toEqual(['3']);
      expect(said('pdfaid:conformance')).toEqual(['A']);
      expect(said('pdfuaid:part')).toEqual(['1']);
      expect(said('xmpMM:VersionID')).toEqual([version.number]);
      expect(said('dc:identifier')).toEqual([`${edition.site}articles/${article.slug}/${version.number}/`]);
      expect(xml.find('//*[name()="dc:creator"]//*[name()="rdf:li"]')).toHaveLength(article.creators.length);
      expect(document.getTitle()).toBe(article.titles[article.language]?.value);
      expect(opened.getTrailer().get('Root').get('Lang').asString()).toBe(article.language);
      expect(opened.getTrailer().get('Root').get('MarkInfo').get('Marked').toString()).toBe('true');
      const destinations = opened.getTrailer().get('Root').get('Names').get('Dests').get('Names');
      const named = Array.from({ length: destinations.length / 2 }, (_, index) =>
        destinations.get(2 * index).asString(),
      );
      for (const anchor of ['p1', 'p7', ...version.notes.map((note) => note.id), `ref-${version.citations[0]?.key}`])
        expect(named).toContain(anchor);
      expect(opened.loadOutline()?.map((item) => item.title)).toContain(
        { fa: 'مقدمه', en: 'Introduction' }[article.language],
      );
      const attachments = document.getAttachments();
      expect(attachments.map((one) => one.name).sort()).toEqual(
        ['bib', 'tei.xml', 'txt'].map((extension) => `${article.slug}.${extension}`),
      );
      const text = attachments.find((one) => one.name.endsWith('.tei.xml'));
      expect(Buffer.from(text?.data ?? []).toString()).toBe(tei.write({ edition, article, version }));
    }
  });

  test('leads from citations to works and back to paragraphs, and numbers pages and paragraphs in the digits of the text', () => {
    for (const article of edition.articles) {
      const file = files.get(article.slug) as Uint8Array;
      const document = mupdf.Document.openDocument(file, 'application/pdf');
      const links = Array.from({ length: document.countPages() }, (_, page) =>
        document.loadPage(page).getLinks(),
      ).flat();
      expect(links.filter((link) => !link.isExternal()).length).toBeGreaterThan(
        latestVersion(article).citations.length,
      );
      const lines = textOf(file).replace(marks, '').split(/\s+/);
      for (const number of [1, 2, 7]) expect(lines).toContain(sayNumber(number, article.language));
    }
  });

  test('says that a title is doubtful where it is, in the language of the text', () => {
    for (const article of edition.articles.filter(({ language }) => language === 'fa')) {
      const first = squash(textOf(files.get(article.slug) as Uint8Array).slice(0, 1000));
      const { value = '', certainty } = article.titles.en ?? {};
      expect(first).toContain(squash(value));
      expect(first.includes('(نامطمئن)'), article.slug).toBe(certainty === 'uncertain');
    }
  });

  test('says on its first page that a newer version exists', async () => {
    const article = edition.articles[0] as Article;
    const latest = latestVersion(article);
    const older = { ...latest, number: '0.9.0' };
    const text = textOf(await write({ ...article, versions: [older, latest] }, older)).replace(marks, '');
    expect(squash(text.slice(0, 600))).toContain(squash('این نسخه دیگر تازه‌ترین نیست'));
  });

  test('shows text as text, whatever it says', async () => {
    const hostile = `x #panic() $x$ *b* _i_ @ref \\e <b> & [c] {d} "q" 'r' \`s\` ~ // /* */ = - + #let y`;
    const [text] = await hostilePage([
      paragraph([{ type: 'foreign', language: 'en', children: [{ type: 'text', value: hostile }] }]),
    ]);
    expect(squash(text as string)).toContain(squash(hostile));
  });

  test('names a character that no font has, and takes out marks of direction', async () => {
    const [text] = await hostilePage([paragraph([{ type: 'text', value: 'نام 中 \u202eاست' }])]);
    expect(squash(text as string)).toContain(squash('[U+4E2D]'));
  });

  test('breaks a very long word and sets a table of 24 columns within the page', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(8);
    const cells = Array.from({ length: 24 }, (_, column) => [{ type: 'text', value: `ستون${column}` }] as const);
    const [text, file] = await hostilePage([
      paragraph([{ type: 'foreign', language: 'en', children: [{ type: 'text', value: long }] }]),
      {
        type: 'table',
        kind: 'table',
        number: 1,
        id: 'table1',
        source: [],
        line: 1,
        caption: [{ type: 'text', value: 'جدولی پهن' }],
        ...tableCells(cells, [cells]),
        credit: [],
      },
    ]);
    expect(squash(text as string)).toContain(long);
    for (let column = 0; column < 24; column += 1) expect(squash(text as string)).toContain(`ستون${column}`);
    const document = mupdf.Document.openDocument(file as Uint8Array, 'application/pdf');
    for (let page = 0; page < document.countPages(); page += 1) {
      const [left, , right] = document.loadPage(page).getBounds() as [number, number, number, number];
      const { blocks } = JSON.parse(document.loadPage(page).toStructuredText('preserve-whitespace').asJSON(1)) as {
        blocks: { bbox: { x: number; w: number } }[];
      };
      for (const { bbox } of blocks) {
        expect(bbox.x).toBeGreaterThan(left);
        expect(bbox.x + bbox.w).toBeLessThan(right);
      }
    }
  });

  test('keeps the words of a cell within its column', async () => {
    const word = 'Donaudampfschifffahrtsgesellschaft';
    for (const count of [3, 8, 9, 24]) {
      const row = (start: string) =>
        Array.from({ length: count }, (_, column) => [
          { type: 'text', value: `${start}${column} ${column % 2 ? word : 'نمونه‌هایشان'}` } as const,
        ]);
      const [text, file] = await hostilePage([
        {
          type: 'table',
          kind: 'table',
          number: 1,
          id: 'table1',
          source: [],
          line: 1,
          caption: [],
          ...tableCells(row('س'), [row('خ'), row('د')]),
          credit: [],
        },
      ]);
      // Each is there: three rows, the headings of cards at every row.
      expect(squash(text).match(/س[0-9]+/g)?.length).toBeGreaterThanOrEqual(count);
      let letters = 0;
      const document = mupdf.Document.openDocument(file, 'application/pdf');
      for (let page = 0; page < document.countPages(); page += 1) {
        const drawn = linesOf(document.loadPage(page))
          .flat()
          .filter((one) => /[a-z]/i.test(one.character));
        letters += drawn.length;
        const overlaps = drawn.flatMap((one, index) =>
          drawn
            .slice(index + 1)
            .filter((other) => Math.abs(one.bottom - other.bottom) < 2)
            .filter((other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) >= 1.5)
            .map((other) => `${count}: ${one.character}${other.character}`),
        );
        expect(overlaps).toEqual([]);
      }
      expect(letters).toBeGreaterThan(word.length);
    }
  });

  test('breaks an address before its hyphens, never behind them', async () => {
    const url = `https://example.org/${'the-new-sea-routes-'.repeat(12)}end`;
    const [text] = await hostilePage([
      paragraph([{ type: 'foreign', language: 'en', children: [{ type: 'text', value: url }] }]),
    ]);
    expect(squash(text as string)).toContain(url);
    expect(text).not.toMatch(/[a-z]-\s*$/m);
  });

  test('prints U+FFFD for a control character, and every word of a strange article', async () => {
    const article = strange(edition.articles[0] as Article);
    const file = await write(article);
    const text = squash(textOf(file));
    expect(text).toContain('\ufffd'.repeat(3));
    expect(text).not.toContain('[U+');
    expect(text).toContain(longWord);
    const document = await PDFDocument.load(file, { updateMetadata: false });
    const names = document.getAttachments().map((one) => one.name.split('.').at(-1));
    expect(names.sort()).toEqual(['bib', 'txt']);
  });

  test('begins its running head with the title where there are no authors', async () => {
    const article = bare(edition.articles[0] as Article);
    const long = Array.from({ length: 60 }, (_, index) =>
      paragraph([{ type: 'text', value: 'سخن '.repeat(60) }], index),
    );
    const version = { ...latestVersion(article), body: long };
    const text = textOf(await write({ ...article, versions: [version] })).replace(marks, '');
    expect(text).toContain('راه‌های');
    expect(text).not.toMatch(/^\s*:/m);
  });

  test('is made of an article with nothing but its name, and of one with every kind of block', async () => {
    const article = edition.articles[1] as Article;
    const version = latestVersion(article);
    const bare: Version = {
      ...version,
      abstracts: [],
      body: [],
      notes: [],
      readings: [],
      remarks: [],
      citations: [],
      works: [],
    };
    const nothing = { ...article, titles: {}, creators: [], keywords: {}, dates: [], versions: [bare] };
    expect(textOf(await write(nothing))).toContain(article.slug);
    const everything = attacked(article);
    expect((await write(everything)).length).toBeGreaterThan(1000);
  });

  test('of an article in English runs from left to right', async () => {
    const english = await loadEdition(await makeEdition());
    const article = english.articles[0] as Article;
    const file = (await pdf.write({ edition: english, article, version: latestVersion(article) })) as Uint8Array;
    const text = textOf(file).replace(marks, '').replace(/\s+/g, ' ');
    expect(text).toContain('A Tale of Two Notes');
    expect(text).toContain('and was told again');
    expect(text).toContain('Nobody knows why');
    const opened = mupdf.Document.openDocument(file, 'application/pdf') as mupdf.PDFDocument;
    expect(opened.getTrailer().get('Root').get('Lang').asString()).toBe('en');
  });
});

/** Every text string of an object, at any depth. */
function strings(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()];
  if (object instanceof PDFArray) return object.asArray().flatMap(strings);
  if (object instanceof PDFDict) return object.values().flatMap(strings);
  return [];
}

interface Drawn {
  readonly character: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** The characters of a page, line by line, with their places. */
function linesOf(page: mupdf.Page): Drawn[][] {
  const lines: Drawn[][] = [];
  page.toStructuredText('preserve-whitespace').walk({
    beginLine: () => lines.push([]),
    onChar(character, _origin, _font, _size, quad) {
      const across = [quad[0], quad[2], quad[4], quad[6]];
      lines.at(-1)?.push({ character, left: Math.min(...across), right: Math.max(...across), bottom: quad[5] });
    },
  });
  return lines;
}

const textOfLine = (line: readonly Drawn[]) => line.map((one) => one.character).join('');

const paragraph = (children: Extract<Block, { type: 'paragraph' }>['children'], index = 0): Block => ({
  type: 'paragraph',
  id: `p${index + 1}`,
  number: index + 1,
  source: [],
  line: 1,
  children,
});

/** The text and the file of the first article with another body. */
async function hostilePage(body: readonly Block[]): Promise<[string, Uint8Array]> {
  const article = edition.articles[0] as Article;
  const version = { ...latestVersion(article), body, notes: [], readings: [], remarks: [], citations: [] };
  const file = await write({ ...article, versions: [version] });
  return [textOf(file), file];
}
