/** An edition whose articles have every construct, as it is built: its pages and books by judges that are not ours. */
import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { silent } from '../../src/build/progress.ts';
import { ace, brokenRules } from '../helpers/ace.ts';
import { colours, everything, openDetails, violations } from '../helpers/axe.ts';
import { startBrowser } from '../helpers/browser.ts';
import { editionOfConstructs } from '../helpers/constructs.ts';
import { epubcheck, objectionsTo } from '../helpers/epubcheck.ts';
import { slugs } from '../helpers/figures.ts';
import { needing } from '../helpers/installed.ts';
import { serve } from '../helpers/serve.ts';

let root: string;
let site: string;
const notes: string[] = [];
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  root = await editionOfConstructs();
  site = path.join(root, 'dist');
  await buildEdition({ root, out: site, progress: { ...silent, note: (text) => notes.push(text) } });
  browser = await startBrowser();
  ({ server, root: address } = await serve(site));
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(root, { recursive: true, force: true });
});

test('the build says how many articles it made, and nothing of any file: each PDF is PDF/UA-1', () => {
  expect(notes).toEqual(['2 of 2 articles made: 2 new']);
});

const pages = (['fa', 'en'] as const).flatMap((text) =>
  ['', 'en/'].map((language) => `${language}articles/${slugs[text]}/index.html`),
);

describe.each(pages)('%s', (file) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage();
    await page.goto(address + file);
    await openDetails(page);
  });
  afterAll(() => page.close());

  test.each(['light', 'dark'] as const)(
    'has nothing that axe objects to on a phone and a desktop, %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(page, colorScheme === 'dark' ? colours : everything), `${width}`).toEqual([]);
      }
    },
  );

  test('has captions where HTML lets them stand: first or last in a figure', async () => {
    const misplaced = await page.evaluate(() =>
      [...document.querySelectorAll('figure > figcaption')]
        .filter((caption) => caption.previousElementSibling && caption.nextElementSibling)
        .map((caption) => caption.textContent),
    );
    expect(misplaced).toEqual([]);
  });

  test('scrolls sideways nowhere', async () => {
    for (const width of [320, 390, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${width}`).toBe(0);
    }
  });
});

test('EPUBCheck has nothing to say of the book', needing(epubcheck), () => {
  expect(objectionsTo(path.join(site, 'edition.epub'))).toBe('');
});

test('Ace by DAISY finds no rule of accessibility that the book breaks', needing(ace), async () => {
  expect(await brokenRules(path.join(site, 'edition.epub'))).toEqual([]);
});
