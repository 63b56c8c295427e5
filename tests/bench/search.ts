/**
 * What the first search costs a reader, beside plain Pagefind with its own interface on the same pages: bytes over the wire
 * (brotli, as hosts send text), requests, time on a processor slowed four times, time of later queries.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../helpers/serve.ts';
import { slowPhone } from '../helpers/slow-phone.ts';

export interface SearchCost {
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from the opening of the page to the first result. */
  readonly first: number;
  /** Milliseconds of a later query, the median. */
  readonly later: number;
}

/** Words of this edition's texts. */
const ofThisEdition = ['روسیه', 'قدرت', 'امنیت', 'کنسرت', 'قفقاز', 'مناظره', 'اروپا', 'چین'];

async function measure(
  browser: Browser,
  address: string,
  field: string,
  result: string,
  prepare: (page: Page) => Promise<void>,
  words: readonly string[] = ofThisEdition,
): Promise<SearchCost> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  let requests = 0;
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    // What every page of the edition loads is no cost of searching.
    if (/\.(?:woff2|css|svg|html)(?:\?|$)|\/(?:\?|$)|reader-/.test(response.url())) return;
    requests += 1;
    bodies.push(
      response.body().then(
        (body) => {
          bytes += brotliCompressSync(body).length;
        },
        () => undefined,
      ),
    );
  });
  const start = performance.now();
  await page.goto(address);
  await prepare(page);
  await page.fill(field, words[0] as string);
  await page.locator(result).first().waitFor();
  const first = performance.now() - start;
  await Promise.all(bodies);
  const cost = { bytes, requests };
  const times: number[] = [];
  for (const word of words.slice(1)) {
    // Two words may find one passage first: only what is marked in it then differs.
    const before = await page.locator(result).first().innerHTML();
    const from = performance.now();
    await page.fill(field, word);
    await page.waitForFunction(
      ([selector, html]) => {
        const now = document.querySelector(selector as string)?.innerHTML;
        return now && now !== html;
      },
      [result, before] as const,
    );
    times.push(performance.now() - from);
  }
  await context.close();
  times.sort((a, b) => a - b);
  return { ...cost, first, later: times[Math.floor(times.length / 2)] as number };
}

/** Queries that cost most: what is near, in other scripts and on the other keyboard, a pasted sentence, a damaged line. */
const hard = [
  'روسیه',
  'کنسرت قوا چیست',
  'آزربایجان و ارمنصتان',
  'ghodrat haye bozorg',
  'rnvj',
  'واژه‌ای ناشناس که هیچ‌جا نوشته نشده‌است',
  'دولت ها نه دوستان دایمی دارند نه دشمنان دایمی بلکه فقط منافع دایمی دارند',
  'ان این کشزور بزا رویکزردی عملگرایانزه     رهبربیشتر منفی بوده و از این زمان  2008قوا تا سال',
];

/** When the first result is there on a slow phone, and the longest task of the main thread over all of these queries. */
export async function searchOnPhone(
  browser: Browser,
  site: string,
): Promise<{ readonly first: number; readonly longest: number; readonly during: string }> {
  const { root, server } = await serve(site);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', slowPhone.network);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.slowdown });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const start = performance.now();
  await page.goto(`${root}search/index.html?q=${encodeURIComponent(hard[0] as string)}`);
  await page.locator('#results li').first().waitFor();
  const first = performance.now() - start;
  let longest = 0;
  let during = '';
  for (const query of hard) {
    await page.evaluate(async (typed) => {
      const status = document.querySelector('#search-status') as HTMLElement;
      status.textContent = 'asked';
      const field = document.querySelector('input[type=search]') as HTMLInputElement;
      field.value = typed;
      document.querySelector<HTMLFormElement>('form.searching')?.requestSubmit();
      while (status.textContent === 'asked') await new Promise((resolve) => setTimeout(resolve, 20));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, query);
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
    const most = Math.max(0, ...tasks);
    if (most > longest) [longest, during] = [most, query];
  }
  await context.close();
  server.close();
  return { first, longest, during };
}

/** @param words which its texts have; those of this edition where nothing is given */
export async function searchCost(browser: Browser, site: string, words?: readonly string[]): Promise<SearchCost> {
  const { root, server } = await serve(site);
  const cost = await measure(browser, `${root}search/`, 'form.searching input', '#results li', async () => {}, words);
  server.close();
  return cost;
}

/**
 * @param site a built edition
 * @returns the cost of ours and of plain Pagefind's
 */
export async function benchSearch(browser: Browser, site: string): Promise<{ ours: SearchCost; plain: SearchCost }> {
  const ours = await searchCost(browser, site);

  const copy = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  await cp(site, copy, { recursive: true });
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind does not start');
  await index.addDirectory({ path: site, glob: 'articles/*/1.0.0/index.html' });
  await index.writeFiles({ outputPath: path.join(copy, 'pagefind') });
  await writeFile(
    path.join(copy, 'plain.html'),
    '<!doctype html><html lang="fa"><link href="pagefind/pagefind-ui.css" rel="stylesheet"><script src="pagefind/pagefind-ui.js"></script><div id="search"></div><script>new PagefindUI({ element: "#search" })</script></html>',
  );
  const other = await serve(copy);
  const plain = await measure(browser, `${other.root}plain.html`, '#search input', '.pagefind-ui__result', (page) =>
    page
      .locator('#search input')
      .waitFor()
      .then(() => undefined),
  );
  other.server.close();
  await rm(copy, { recursive: true });
  return { ours, plain };
}
