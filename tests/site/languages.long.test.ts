/** A journal with Arabic pages, as it is built: its pages and a book by judges that are not ours, and what scripts say in them. */
import { readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { silent } from '../../src/build/progress.ts';
import { listFiles } from '../../src/files.ts';
import { everything, openDetails, violations } from '../helpers/axe.ts';
import { startBrowser } from '../helpers/browser.ts';
import { writeEdition } from '../helpers/edition.ts';
import { epubcheck, objectionsTo } from '../helpers/epubcheck.ts';
import { needing } from '../helpers/installed.ts';
import { journalOfLanguages } from '../helpers/languages.ts';
import { serve } from '../helpers/serve.ts';
import { faultsOfHtml } from '../helpers/valid-html.ts';

let root: string;
let site: string;
let server: Server;
let address: string;
let browser: Browser;
let page: Page;
const notes: string[] = [];

beforeAll(async () => {
  const edition = (journalOfLanguages['content/edition.yaml'] as string)
    .replace('[en]', '[ar, en]')
    .replace(/articles: \[.*\]/, 'articles: [in-ar, in-ur]');
  const others = Object.keys(journalOfLanguages).filter((file) => /\bin-(?!ar|ur)/.test(file));
  root = await writeEdition({
    ...journalOfLanguages,
    ...Object.fromEntries(others.map((file) => [file, null])),
    'content/edition.yaml': edition,
  });
  site = path.join(root, 'dist');
  await buildEdition({ root, out: site, progress: { ...silent, note: (text) => notes.push(text) } });
  ({ server, root: address } = await serve(site));
  browser = await startBrowser();
  page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  await rm(root, { recursive: true, force: true });
});

const arabicPages = () =>
  listFiles(site).filter((file) => file.endsWith('.html') && !/^en\/|^404|articles\/[^/]+\/index/.test(file));

test('every Arabic page is right to left, valid, and says nothing in Persian', async () => {
  expect(arabicPages().length).toBeGreaterThan(12);
  for (const file of arabicPages()) {
    const html = await readFile(path.join(site, file), 'utf8');
    expect(html, file).toMatch(/<html lang="ar" dir="rtl" data-digits="arab"/);
    expect(await faultsOfHtml(html), file).toEqual([]);
  }
});

test('axe objects to nothing on an Arabic page, on a phone and on a desktop', { timeout: 300_000 }, async () => {
  for (const file of arabicPages()) {
    await page.goto(address + file);
    await openDetails(page);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${file} at ${width}`).toBeLessThanOrEqual(0);
      expect(await violations(page, everything), `${file} at ${width}`).toEqual([]);
    }
  }
});

test('scripts count in Arabic digits, with the form of each number', async () => {
  const said = async (query: string) => {
    await page.goto(`${address}search/?q=${encodeURIComponent(query)}`);
    await page.waitForSelector('#results li');
    return page.textContent('#search-status');
  };
  expect(await said('"الميناء والرياح"')).toBe('نتيجة واحدة عن «"الميناء والرياح"»');
  expect(await said('ميناء')).toBe('٥ نتائج عن «ميناء»');
  expect(await said('بندرگاه')).toBe('٥ نتائج عن «بندرگاه»');
  await page.goto(`${address}bibliography/`);
  expect(await page.textContent('output')).toBe('تُعرض ٤ أعمال');
  await page.selectOption('select[name="article"]', 'in-ar');
  expect(await page.textContent('output')).toBe('يُعرض عملان');
  await page.selectOption('select[name="language"]', 'en');
  expect(await page.textContent('output')).toBe('يُعرض عمل واحد');
});

test('EPUBCheck objects to no Arabic book', needing(epubcheck), () => {
  expect(objectionsTo(path.join(site, 'articles/in-ar/in-ar.epub'))).toBe('');
});

test('the build has nothing to say of any file', () => {
  expect(notes.filter((note) => !note.includes('articles made'))).toEqual([]);
});
