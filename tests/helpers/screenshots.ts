/**
 * Takes pictures of every kind of page, to be looked at, after a build: `npm run pictures -- [--out FOLDER] [--only WORD]…`.
 * Each kind in both languages, light and dark, at the widths of a phone, a tablet and two computers; states that a reader
 * brings about (a note open, the settings open) on the phone and the computer; and the pages as printed, as PDF and, page by
 * page, as pictures.
 * `--only` keeps the pictures whose names hold every word: `--only article --only dark`. `--sheets` lays those of one width,
 * language and scheme on one sheet. `--engine firefox` takes pages and no states in another browser; `--from folder` opens
 * the files themselves.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as mupdf from 'mupdf';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { engines, openTab } from './engines/index.ts';
import { serve } from './serve.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: '.cache/screenshots' },
    only: { type: 'string', multiple: true, default: [] },
    sheets: { type: 'boolean', default: false },
    engine: { type: 'string', default: 'chromium' },
    from: { type: 'string', default: 'http' },
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
const heights: Readonly<Record<number, number>> = { 390: 844, 768: 1024, 1280: 900, 1440: 900 };

await mkdir(folder, { recursive: true });
const { root, server } = await serve(path.resolve('dist'));
const browser = await startBrowser();
const context = await browser.newContext({ serviceWorkers: 'block' });
// Nothing is remembered from one picture to the next.
await context.addInitScript(() => {
  if (location.protocol === 'http:') localStorage.clear();
});
const tab = await context.newPage();
const isFolder = values.from === 'folder';
/** The address of a page; from a folder there is no server that knows which file a path stands for. */
const addressOf = (page: string, language: string) => {
  const [, name = '', rest = ''] = (language === 'en' ? `en/${page}` : page).match(/^([^?#]*)(.*)$/) ?? [];
  return isFolder ? `${pathToFileURL(path.resolve('dist'))}/${name}index.html${rest}` : root + name + rest;
};
const open = async (page: string, language: string) => {
  // By way of an empty page: otherwise a fragment would only scroll.
  await tab.goto('about:blank');
  await tab.goto(addressOf(page, language));
  await tab.evaluate(() => document.fonts.ready);
  if (page.startsWith('search/')) await tab.waitForSelector('#results li');
};

/** What lies on one sheet, by its name. */
const sheets = new Map<string, Uint8Array[]>();
async function keep(name: string, sheet: string, picture: Uint8Array): Promise<void> {
  if (values.sheets) sheets.set(sheet, [...(sheets.get(sheet) ?? []), picture]);
  else await writeFile(path.join(folder, `${name}.png`), picture);
}

/** Lays the pictures of each sheet side by side, five narrow ones in a row or three wide ones. */
async function laySheets(): Promise<void> {
  const table = await browser.newPage({ viewport: { width: 2000, height: 100 } });
  for (const [name, pictures] of sheets) {
    const columns = /-(390|768|print)/.test(name) ? 5 : 3;
    const images = pictures.map((one) => `<img src="data:image/png;base64,${Buffer.from(one).toString('base64')}">`);
    await table.setContent(
      `<style>body{display:grid;grid-template-columns:repeat(${columns},1fr);gap:8px;margin:8px;background:#888}img{width:100%}</style>${images.join('')}`,
    );
    await table.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }
}

/** Pages in another browser than Chromium, at the width of a computer. */
async function photographIn(name: string): Promise<void> {
  const engine = engines.find((one) => one.name.toLowerCase() === name);
  if (!engine?.requirement.isHere) throw new Error(engine?.requirement.missing ?? `no browser is called ${name}`);
  const running = await engine.start();
  const other = await openTab(running, [1280, 900]);
  for (const language of languages) {
    for (const [kind, page] of Object.entries(pages)) {
      if (!isWanted(`${kind}-${language}-1280-${name}`)) continue;
      await other.goto(addressOf(page, language));
      await other.until(() => document.fonts.status === 'loaded');
      if (page.startsWith('search/')) await other.until(() => document.querySelector('#results li'));
      await keep(`${kind}-${language}-1280-${name}`, `sheet-${language}-1280-${name}`, await other.picture());
    }
  }
  await other.close();
  await running.stop();
}

/** The pages of a PDF as pictures. */
const pagesOf = (pdf: Uint8Array): Uint8Array[] => {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, index) =>
    document.loadPage(index).toPixmap(mupdf.Matrix.scale(1, 1), mupdf.ColorSpace.DeviceRGB, false).asPNG(),
  );
};

async function photographPages(language: string): Promise<void> {
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
    // What a page folds on a small screen it decides when it opens.
    for (const { width, colorScheme, name } of wanted) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: heights[width] as number });
      await open(page, language);
      await keep(name, `sheet-${language}-${width}-${colorScheme}`, await tab.screenshot());
    }
    if (!isWanted(print)) continue;
    await open(page, language);
    // Paper is white also for who reads dark.
    await tab.emulateMedia({ colorScheme: 'dark' });
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    if (!values.sheets) await writeFile(path.join(folder, `${print}.pdf`), pdf);
    for (const [index, one] of pagesOf(pdf).entries()) await keep(`${print}-${index + 1}`, `sheet-${print}`, one);
  }
}

async function photographStates(language: string): Promise<void> {
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
        await keep(name, `sheet-states-${language}-${width}-${colorScheme}`, await tab.screenshot());
      }
    }
  }
}

if (values.engine === 'chromium') {
  for (const language of languages) {
    await photographPages(language);
    await photographStates(language);
  }
} else await photographIn(values.engine);
await laySheets();
await browser.close();
server.close();
