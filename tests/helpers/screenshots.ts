/**
 * Takes pictures of every kind of page, to be looked at, after a build: `npm run pictures -- [--out FOLDER] [--only WORD]…`.
 * Each kind in both languages, light and dark, at the widths of a phone, a tablet and a computer; states that a reader brings
 * about (a note open, the settings open) on the phone and the computer; and the pages as printed, as PDF.
 * `--only` keeps the pictures whose names hold every word: `--only article --only dark`.
 */
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { siteHandler } from '../../src/hosting/serve.ts';
import { startBrowser } from './browser.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/screenshots' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const folder = path.resolve(values.out);
const isWanted = (name: string) => values.only.every((word) => name.includes(word));

/** Kinds of pages by a name for their pictures. */
const pages = {
  landing: '',
  article: 'articles/concert-of-powers/',
  karabakh: 'articles/karabakh-neo-neo/',
  cite: 'articles/concert-of-powers/1.0.0/cite/',
  changes: 'articles/karabakh-neo-neo/changes/',
  source: 'articles/karabakh-neo-neo/source/',
  bibliography: 'bibliography/',
  search: 'search/?q=قدرت‌های بزرگ',
  about: 'about/',
  accessibility: 'accessibility/',
  offline: 'offline/',
  lockss: 'lockss/',
  missing: 'no/such/page/',
} as const;

/** What a reader does on a page. */
const states: Readonly<Record<string, { readonly page: string; readonly reach: (tab: Page) => Promise<unknown> }>> = {
  text: { page: pages.karabakh, reach: (tab) => tab.evaluate(() => document.querySelector('#p12')?.scrollIntoView()) },
  table: {
    page: pages.karabakh,
    reach: (tab) => tab.evaluate(() => document.querySelector('#fig1')?.scrollIntoView()),
  },
  note: { page: `${pages.karabakh}#fn1`, reach: async () => {} },
  works: { page: `${pages.article}#works`, reach: async () => {} },
  contents: {
    page: `${pages.article}#p5`,
    reach: (tab) => tab.evaluate(() => document.querySelector('.contents details')?.setAttribute('open', '')),
  },
  settings: { page: pages.article, reach: (tab) => tab.click('button.display') },
  card: {
    page: pages.article,
    reach: async (tab) => {
      await tab.keyboard.press('Tab');
      await tab.locator('.body a.citation').nth(6).focus();
    },
  },
  passage: { page: `${pages.article}#p5`, reach: (tab) => tab.click('#p5 .pn') },
  citing: {
    page: `${pages.article}#p5`,
    reach: async (tab) => {
      await tab.click('#p5 .pn');
      await tab.click('.offer');
    },
  },
  sepia: {
    page: `${pages.karabakh}#p12`,
    reach: (tab) =>
      tab.evaluate(() => {
        document.documentElement.dataset['theme'] = 'sepia';
      }),
  },
};

const languages = ['fa', 'en'] as const;
const schemes = ['light', 'dark'] as const;
const heights: Readonly<Record<number, number>> = { 390: 844, 768: 1024, 1280: 900 };

await mkdir(folder, { recursive: true });
const server = createServer(siteHandler(path.resolve('dist')));
await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
const base = `http://localhost:${(server.address() as AddressInfo).port}/`;
const addressOf = (page: string, language: string) => base + (language === 'en' ? 'en/' : '') + page;
const browser = await startBrowser();
const context = await browser.newContext({ serviceWorkers: 'block' });
// Nothing is remembered from one picture to the next.
await context.addInitScript(() => {
  if (location.protocol === 'http:') localStorage.clear();
});
const tab = await context.newPage();
const open = async (page: string, language: string) => {
  // By way of an empty page: otherwise a fragment would only scroll.
  await tab.goto('about:blank');
  await tab.goto(addressOf(page, language));
  await tab.evaluate(() => document.fonts.ready);
  if (page.startsWith('search/')) await tab.waitForSelector('#results li');
};

for (const language of languages) {
  for (const [kind, page] of Object.entries(pages)) {
    const shots = Object.keys(heights).flatMap((width) =>
      schemes.map((colorScheme) => ({
        width: Number(width),
        colorScheme,
        name: `${kind}-${language}-${width}-${colorScheme}`,
      })),
    );
    const wanted = shots.filter(({ name }) => isWanted(name));
    const print = `${kind}-${language}-print`;
    if (wanted.length === 0 && !isWanted(print)) continue;
    await open(page, language);
    for (const { width, colorScheme, name } of wanted) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: heights[width] as number });
      await tab.screenshot({ path: path.join(folder, `${name}.png`) });
    }
    if (!isWanted(print)) continue;
    // Paper is white also for who reads dark.
    await tab.emulateMedia({ colorScheme: 'dark' });
    await tab.pdf({ path: path.join(folder, `${print}.pdf`), preferCSSPageSize: true });
  }
  for (const [state, { page, reach }] of Object.entries(states)) {
    for (const width of [390, 1280]) {
      for (const colorScheme of schemes) {
        const name = `${state}-${language}-${width}-${colorScheme}`;
        if (!isWanted(name)) continue;
        await tab.emulateMedia({ colorScheme });
        await tab.setViewportSize({ width, height: heights[width] as number });
        await open(page, language);
        await reach(tab);
        // A frame for what follows the reader.
        await tab.waitForTimeout(100);
        await tab.screenshot({ path: path.join(folder, `${name}.png`) });
      }
    }
  }
}
await browser.close();
server.close();
