import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../helpers/browser.ts';
import { harbourSite } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';
import { visit } from '../helpers/slow-phone.ts';

let browser: Browser;
let server: Server;
let root: string;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(harbourSite));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test('nothing moves on a slow phone when the results of a search come', async () => {
  expect((await visit(browser, `${root}search/?q=قدرت`, '#results li')).shift).toBe(0);
});

// How many seconds that takes, `npm run bench -- speed` says.
describe.each(['', 'articles/sea-routes/', 'en/articles/border-markets/', 'bibliography/', 'search/'])(
  'a first visit to /%s on a slow phone',
  (address) => {
    test('paints when the page and its style sheet are there, waits for nothing else, and nothing moves', async () => {
      const { largestPaint, shift, blocking } = await visit(browser, root + address);
      expect(largestPaint).toBeGreaterThan(0);
      expect(shift).toBe(0);
      expect(blocking.map((one) => one.slice(root.length))).toEqual([expect.stringMatching(/^assets\/[^/]+\.css$/)]);
    });
  },
);
