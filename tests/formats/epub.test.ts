import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Article, type Edition, latestVersion, plainText, type Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { epub, latestChapter, writeEditionEpub } from '../../src/formats/epub/index.ts';
import { sayNumber } from '../../src/text/digits.ts';
import { attacked, bare, complete, longWord, specials, strange } from '../helpers/articles.ts';
import { violations } from '../helpers/axe.ts';
import { startBrowser } from '../helpers/browser.ts';
import { makeEdition } from '../helpers/edition.ts';
import { textsOf } from '../helpers/epub.ts';
import { harbour } from '../helpers/harbour.ts';
import { openBook } from '../helpers/reader.ts';

let edition: Edition;
let browser: Browser;
const books = new Map<Article, Uint8Array>();

beforeAll(async () => {
  edition = await harbour();
  for (const article of edition.articles) books.set(article, await write(article));
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const write = async (article: Article, of: Edition = edition, version: Version = latestVersion(article)) =>
  (await epub.write({ edition: of, article, version })) as Uint8Array;

const writeWhole = (of: Edition) =>
  writeEditionEpub(
    of,
    of.articles.map((article) => latestChapter(of, article)),
    () => new Uint8Array(),
  );

const namespaces = {
  h: 'http://www.w3.org/1999/xhtml',
  epub: 'http://www.idpf.org/2007/ops',
  opf: 'http://www.idpf.org/2007/opf',
  dc: 'http://purl.org/dc/elements/1.1/',
};

/** The media types of the files of a book, as a reader sees them. */
const typeOf = (address: string) =>
  address.endsWith('.xhtml')
    ? 'application/xhtml+xml'
    : address.endsWith('.css')
      ? 'text/css'
      : 'application/octet-stream';

/** What an XPath finds in a file of a book, as texts. */
function found(book: Uint8Array, file: string, xpath: string): string[] {
  using document = XmlDocument.fromString(textsOf(book).get(`EPUB/${file}`) ?? '');
  return document.find(xpath, namespaces).map((node) => node.content);
}

/** The faults that EPUBCheck finds. */
async function faultsOf(book: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages
    .filter(({ severity }) => /fatal|error|warning/.test(severity))
    .map(({ id, message, location }) => `${id} ${message} ${location?.path}:${location?.line}`);
}

describe('EPUBCheck has nothing to say', () => {
  test('of each article and of the whole edition', async () => {
    for (const book of [...books.values(), await writeWhole(edition)]) expect(await faultsOf(book)).toEqual([]);
  });

  test.each([
    ['hostile texts in every field', attacked],
    ['everything known', complete],
    ['special signs, a wide table, an empty abstract', strange],
    ['no abstract, notes, works or authors', bare],
  ])('of an article with %s', async (_, change) => {
    for (const article of edition.articles.map(change)) expect(await faultsOf(await write(article))).toEqual([]);
  });

  test('of an article in English, of an edition of two languages, of an edition without articles', async () => {
    const small = await loadEdition(await makeEdition());
    for (const article of small.articles) expect(await faultsOf(await write(article, small))).toEqual([]);
    expect(await faultsOf(await writeWhole(small))).toEqual([]);
    expect(await faultsOf(await writeWhole({ ...small, articles: [] }))).toEqual([]);
  });
});

describe('the container', () => {
  test('begins with its type, unpacked, and is the same at every build', async () => {
    const [article] = edition.articles as [Article];
    const book = books.get(article) as Uint8Array;
    expect(Buffer.from(book.subarray(30, 58)).toString()).toBe('mimetypeapplication/epub+zip');
    expect(Buffer.from(await write(article)).equals(Buffer.from(book))).toBe(true);
  });

  test('is of the size of a picture, fonts and cover included', () => {
    for (const book of books.values()) expect(book.length).toBeLessThan(400_000);
  });
});

describe('the package', () => {
  test('turns its pages as the language is written', async () => {
    const progression = '//opf:spine/@page-progression-direction';
    for (const [{ language }, book] of books)
      expect(found(book, 'package.opf', progression)).toEqual([language === 'fa' ? 'rtl' : 'ltr']);
    const small = await loadEdition(await makeEdition());
    expect(found(await write(small.articles[0] as Article, small), 'package.opf', progression)).toEqual(['ltr']);
    expect(found(await writeWhole(small), 'package.opf', progression)).toEqual(['rtl']);
  });

  test('says title, authors, day, version, rights and how accessible it is', () => {
    for (const [article, book] of books) {
      const one = (xpath: string) => found(book, 'package.opf', xpath);
      const { number, date } = latestVersion(article);
      expect(one('//dc:title')).toEqual([article.titles[article.language]?.value]);
      expect(one('//dc:creator')).toHaveLength(article.creators.length);
      expect(one('//opf:meta[@property="dcterms:modified"]')).toEqual([`${date}T00:00:00Z`]);
      expect(one('//opf:meta[@property="schema:version"]')).toEqual([number]);
      expect(one('//dc:rights')[0]).toContain(article.rights.uri);
      for (const property of ['accessMode', 'accessModeSufficient', 'accessibilityFeature', 'accessibilityHazard'])
        expect(one(`//opf:meta[@property="schema:${property}"]`).length).toBeGreaterThan(0);
      expect(one('//opf:meta[@property="schema:accessibilitySummary"]/@xml:lang')).toEqual([article.language]);
      expect(one('//opf:meta[@property="dcterms:conformsTo"]')).toEqual(['EPUB Accessibility 1.1 - WCAG 2.2 Level AA']);
      expect(one('//dc:identifier')).toHaveLength(1);
    }
  });

  test('has the DOI as an identifier once it is registered', async () => {
    const [article] = edition.articles as [Article];
    const book = await write(article, { ...edition, doi: { prefix: '10.1234', registered: true } });
    expect(found(book, 'package.opf', '//dc:identifier[@id="doi"]')).toEqual([
      `https://doi.org/10.1234/estenad.${article.slug}.${latestVersion(article).number}`,
    ]);
  });
});

describe('the text', () => {
  test('has language and direction in every document, and in every Latin run', () => {
    for (const [article, book] of books) {
      for (const [name] of textsOf(book)) {
        if (!name.endsWith('.xhtml')) continue;
        const file = name.replace('EPUB/', '');
        expect(found(book, file, '/h:html/@lang | /h:html/@xml:lang | /h:html/@dir').sort()).toEqual([
          article.language,
          article.language,
          article.language === 'fa' ? 'rtl' : 'ltr',
        ]);
        expect(found(book, file, '//h:script')).toEqual([]);
      }
      const runs = found(book, `${article.slug}.xhtml`, '//h:bdi[@lang="en" and @dir="ltr"]');
      // In a Persian book at least what is printed of each work in English.
      const latin = article.language === 'fa' ? article.works.filter(({ language }) => language === 'en') : [];
      expect(runs.length).toBeGreaterThanOrEqual(latin.length);
    }
  });

  test('has every paragraph with its id and its number, word for word', () => {
    for (const [article, book] of books) {
      for (const block of latestVersion(article).body) {
        if (block.type !== 'paragraph') continue;
        // Markers of notes and doubts are no part of it, nor the brackets around what the editors supplied.
        const texts = found(book, `${article.slug}.xhtml`, `//h:p[@id="${block.id}"]//text()[not(ancestor::h:sup)]`);
        const number = sayNumber(block.number as number, article.language);
        expect(texts.join('').replaceAll(/[[\]]/g, '')).toBe(
          `${number} ${plainText(block.children)}`.replaceAll(/[[\]]/g, ''),
        );
      }
    }
  });

  test('opens notes, doubtful readings and remarks in place, and each leads back', () => {
    for (const [article, book] of books) {
      const { notes, readings, remarks } = latestVersion(article);
      const file = `${article.slug}.xhtml`;
      const asides = found(book, file, '//h:aside[@epub:type="footnote" and @role="doc-footnote"]/@id');
      expect(asides).toEqual([...notes, ...readings, ...remarks].map(({ id }) => id));
      const called = found(book, file, '//h:a[@epub:type="noteref" and @role="doc-noteref"]/@href');
      expect(new Set(called)).toEqual(new Set(asides.map((id) => `#${id}`)));
      const ids = new Set(found(book, file, '//@id'));
      for (const href of found(book, file, '//h:a/@href[starts-with(., "#")]')) expect(ids).toContain(href.slice(1));
    }
  });

  test('has a table of contents and landmarks that lead to what they name', () => {
    for (const [article, book] of books) {
      const headings = latestVersion(article).body.flatMap((block) => (block.type === 'heading' ? [block.id] : []));
      const hrefs = found(book, 'nav.xhtml', '//h:nav[@epub:type="toc"]//h:a/@href');
      for (const id of headings) expect(hrefs).toContain(`${article.slug}.xhtml#${id}`);
      expect(found(book, 'nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a/@epub:type')).toEqual(
        expect.arrayContaining(['cover', 'toc', 'bodymatter', 'bibliography', 'footnotes']),
      );
    }
  });

  test('says that a title is doubtful where it is', () => {
    for (const [article, book] of books) {
      // The title in the other language.
      expect(found(book, `${article.slug}.xhtml`, '//h:p[@class="lead"]')).toEqual(
        {
          'sea-routes': ['Sea Routes and the Great Powers: from Balance to Cooperation'],
          'border-markets': ['Border Markets of the South Caucasus from … (نامطمئن)'],
        }[article.slug] ?? [],
      );
    }
    expect(books.size).toBe(3);
  });

  test('says in an older version that a newer one exists, and changed on its day', async () => {
    const article = complete(edition.articles[0] as Article);
    const [old, latest] = article.versions as [Version, Version];
    const dated = { ...article, versions: [{ ...old, date: '2025-01-01' }, latest] };
    const book = await write(dated, edition, dated.versions[0] as Version);
    expect(found(book, `${article.slug}.xhtml`, '//h:p[@class="notice"]/h:a/@href')).toEqual([
      `https://harbour.example/articles/${article.slug}/${latest.number}/`,
    ]);
    expect(found(book, 'package.opf', '//opf:meta[@property="dcterms:modified"]')).toEqual([
      `${latest.date}T00:00:00Z`,
    ]);
    expect(found(await write(dated), `${article.slug}.xhtml`, '//h:p[@class="notice"]')).toEqual([]);
  });

  test('keeps special signs, and shows a sign for what cannot be printed', async () => {
    const [article] = edition.articles as [Article];
    const book = await write(strange(article));
    expect(found(book, `${article.slug}.xhtml`, '//h:p[@id="p1"]')).toEqual([
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
      `۱ ${specials.replace(/[\u0001\u000c\ufffe]/g, '\ufffd')}`,
    ]);
  });
});

test('axe finds no fault of WCAG 2.2 AA in any document', async () => {
  for (const [article, book] of books) {
    const files = unzipSync(book);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    onTestFinished(() => context.close());
    await context.route('http://book.example/**', (route) => {
      const address = route.request().url();
      const content = files[new URL(address).pathname.slice(1)];
      return content ? route.fulfill({ body: Buffer.from(content), contentType: typeOf(address) }) : route.abort();
    });
    const page = await context.newPage();
    for (const name of ['cover', 'nav', article.slug]) {
      await page.goto(`http://book.example/EPUB/${name}.xhtml`);
      const found = await violations(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
      expect(found, name).toEqual([]);
    }
  }
});

describe.each([
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
])('in epub.js on %s', (_, size) => {
  test('pages turn from right to left through the text, and its own search finds words', async () => {
    const [article] = edition.articles as [Article];
    const reader = await openBook(browser, books.get(article) as Uint8Array, size);
    expect(await reader.spine()).toEqual(['cover.xhtml', 'nav.xhtml', `${article.slug}.xhtml`]);
    expect(await reader.page.locator('.epub-container').getAttribute('dir')).toBe('rtl');
    await reader.display(`${article.slug}.xhtml`);
    const before = await reader.place();
    await reader.next();
    expect((await reader.place()).page).toBe(before.page + 1);
    const [place] = await reader.find('وانمی‌دارد');
    await reader.display(place as string);
    expect((await reader.place()).page).toBeGreaterThan(before.page + 1);
    expect(
      reader.requests.filter((address) => !/^(http:\/\/localhost|blob:http:\/\/localhost|data:)/.test(address)),
    ).toEqual([]);
  });

  test('nothing of a wide table or a long word is cut off', async () => {
    const [article] = edition.articles as [Article];
    const reader = await openBook(browser, await write(strange(article)), size);
    await reader.display(`${article.slug}.xhtml`);
    const frame = reader.page.frameLocator('iframe');
    expect(await frame.locator('body').textContent()).toContain(longWord);
    const widest = await frame
      .locator('p, td, th, table, figure')
      .evaluateAll((elements) => Math.max(...elements.map((element) => element.scrollWidth)));
    expect(widest).toBeLessThanOrEqual(size.width);
    // A cell is as broad as a word, not as a letter.
    const narrowest = await frame
      .locator('td:not(:empty)')
      .evaluateAll((elements) => Math.min(...elements.map((element) => element.clientWidth)));
    expect(narrowest).toBeGreaterThan(size.width / 2);
  });
});
