import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const require = createRequire(import.meta.url);

/** What epub.js answers of an opened book, as far as the tests ask. */
export interface Reader {
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  /** Shows a document or a place in it. */
  readonly display: (target: string) => Promise<void>;
  readonly next: () => Promise<void>;
  /** The documents in the order of reading. */
  readonly spine: () => Promise<string[]>;
  /** The places of a text, by the engine's own search, as EPUB CFIs. */
  readonly find: (text: string) => Promise<string[]>;
  /** Where the engine says that the reader is: document and page in it. */
  readonly place: () => Promise<{ href: string; page: number }>;
}

const shell = `<!doctype html><meta charset="utf-8"><style>html,body{margin:0;height:100%}#view{width:100vw;height:100vh}</style>
<div id="view"></div><script src="jszip.js"></script><script src="epub.js"></script>
<script>
  const book = ePub('book.epub');
  const rendition = book.renderTo('view', { width: '100%', height: '100%', flow: 'paginated', spread: 'none' });
  window.reader = {
    display: (target) => rendition.display(target).then(() => {}),
    next: () => rendition.next(),
    spine: () => book.loaded.spine.then(() => book.spine.spineItems.map((item) => item.href)),
    find: async (text) => {
      const found = [];
      for (const item of book.spine.spineItems) {
        await item.load(book.load.bind(book));
        found.push(...item.find(text).map(({ cfi }) => cfi));
        item.unload();
      }
      return found;
    },
    place: () => { const { start } = rendition.currentLocation(); return { href: start.href, page: start.displayed.page }; },
  };
  window.ready = rendition.display();
</script>`;

/** Opens a book in epub.js, in a window of that size. Server and page live as long as the test. */
export async function openBook(
  browser: Browser,
  book: Uint8Array,
  viewport: { width: number; height: number },
): Promise<Reader> {
  const files: Readonly<Record<string, [type: string, content: string | Uint8Array]>> = {
    '/': ['text/html', shell],
    '/book.epub': ['application/epub+zip', book],
    '/jszip.js': ['text/javascript', await readFile(require.resolve('jszip/dist/jszip.min.js'))],
    '/epub.js': ['text/javascript', await readFile(require.resolve('epubjs/dist/epub.min.js'))],
  };
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ''] ?? [];
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const page = await browser.newPage({ viewport });
  onTestFinished(async () => {
    await page.close();
    server.close();
  });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.evaluate('window.ready');
  const ask = <T>(call: string) => page.evaluate(`window.reader.${call}`) as Promise<T>;
  return {
    page,
    requests,
    display: (target) => ask(`display(${JSON.stringify(target)})`),
    next: () => ask('next()'),
    spine: () => ask('spine()'),
    find: (text) => ask(`find(${JSON.stringify(text)})`),
    place: () => ask('place()'),
  };
}
