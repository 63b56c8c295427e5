import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Edition, latestVersion, plainText } from '../../src/edition/model.ts';
import { listFiles } from '../../src/files.ts';
import { paragraphsOf } from '../helpers/articles.ts';
import { startBrowser } from '../helpers/browser.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';
import { watchedPage } from '../helpers/watched-page.ts';

let browser: Browser;
let server: Server;
let root: string;
let pages: string[];
let edition: Edition;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site, '/some/path/'));
  pages = listFiles(site).filter((file) => file.endsWith('.html') && file !== '404.html');
  edition = await harbour();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function onPage<T>(
  use: (page: Page) => Promise<T>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What a page links to and loads, as absolute addresses. */
const addressesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[href], [src]')].map((element) => ({
      to: (element as HTMLAnchorElement).href || (element as HTMLImageElement).src,
      isLink: element.tagName === 'A',
    })),
  );

describe('the built site', () => {
  test('has each page in both languages', () => {
    const persian = pages.filter((page) => !page.startsWith('en/'));
    expect(pages.filter((page) => page.startsWith('en/'))).toEqual(persian.map((page) => `en/${page}`).sort());
    expect(persian).toContain('articles/sea-routes/1.0.0/index.html');
  });

  test('asks in the head of each page for the faces that it shows, so that a first visit has them', async () => {
    const asked = new Set<boolean>();
    for (const page of pages) {
      const html = await readFile(path.join(site, page), 'utf8');
      const faces = [...html.matchAll(/<link rel="preload" href="[^"]*\/([a-z-]+)\.[^"]+\.woff2"/g)].map(
        (match) => match[1],
      );
      const hasItalics = /<(?:i|em|cite)[\s>]/.test(html.slice(html.indexOf('<main')));
      expect(faces, page).toEqual(['naskh', 'naskh-bold', 'serif', ...(hasItalics ? ['serif-italic'] : [])]);
      asked.add(hasItalics);
    }
    expect(asked.size).toBe(2);
  });

  test('has no link that starts at the root of a host', async () => {
    for (const page of pages) {
      expect(await readFile(path.join(site, page), 'utf8'), page).not.toMatch(/(?:href|src)="\//);
    }
  });

  // One walk for all of it, as to open every page takes a while.
  test.each(['http', 'file'] as const)(
    'holds together over %s: every local link leads somewhere, fragments too, and no policy refuses what a page does',
    async (protocol) => {
      const base = protocol === 'http' ? root : `${pathToFileURL(site).href}/`;
      const targets = new Map<string, Set<string>>();
      const ids = new Map<string, Set<string>>();
      const foreign: string[] = [];
      const errors: string[] = [];
      // The service worker has a test of its own (policy.test.ts).
      const context = await browser.newContext({ serviceWorkers: 'block' });
      onTestFinished(() => context.close());
      const { page, refused } = await watchedPage(context);
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('request', (request) => {
        // A blob is made by the page itself.
        if (!request.url().startsWith(base) && !request.url().startsWith('blob:')) foreign.push(request.url());
      });
      for (const file of [...pages, '404.html']) {
        await page.goto(base + file, { waitUntil: 'load' });
        expect(await refused(), file).toEqual([]);
        expect(await page.evaluate(() => document.styleSheets.length), file).toBeGreaterThan(0);
        if (file === '404.html') continue;
        for (const { to } of await addressesOf(page)) {
          if (!to.startsWith(base)) continue;
          const [target = '', fragment] = to.split('#');
          const known = targets.get(target) ?? new Set();
          if (fragment) known.add(decodeURIComponent(fragment));
          targets.set(target, known);
        }
        const own = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((element) => element.id));
        expect(new Set(own).size, `ids of ${file} are unique`).toBe(own.length);
        ids.set(file.replace(/index\.html$/, ''), new Set(own));
      }
      expect([...errors, ...foreign]).toEqual([]);
      const files = new Set(listFiles(site));
      for (const [target, fragments] of targets) {
        const file = target.slice(base.length).replace(/(^|\/)$/, '$1index.html');
        expect(files.has(file), `${file} exists`).toBe(true);
        for (const fragment of fragments)
          expect(ids.get(file.replace(/index\.html$/, ''))?.has(fragment), `${file} has #${fragment}`).toBe(true);
      }
    },
  );

  /** Where the links of a page lead in an edition; the permanent address leads to another. */
  const leadsIn = async (page: Page, base: string) =>
    (await addressesOf(page)).filter(({ to }) => to.startsWith(base)).map(({ to }) => to.slice(base.length));
  /** The same, once the page's script has found the root. */
  const leadsOf = async (page: Page, base: string) => {
    await page.waitForFunction((one) => document.querySelector('a')?.href.startsWith(one), `${base}index.html`);
    return leadsIn(page, base);
  };
  /** What the page for an unknown address leads to: the edition and every article, in both languages. */
  const leads = () =>
    ['', 'en/'].flatMap((language) => [
      `${language}index.html`,
      ...edition.articles.map(
        (article) => `${language}articles/${article.slug}/${latestVersion(article).number}/index.html`,
      ),
    ]);

  test.each(['/', '/some/path/', '/articles/'])(
    'answers an unknown address below %s with a page whose links lead home, however deep and wherever the mistake',
    async (base) => {
      const { root: own, server: other } = await serve(site, base);
      await onPage(async (page) => {
        const unknown = ['nowhere', 'artcles/sea-routes/', 'no/such/page/', 'articles/nobody/1.0.0/', 'en/lockss/x'];
        for (const address of unknown) {
          const response = await page.goto(own + address);
          expect(response?.status(), address).toBe(404);
          expect(await leadsOf(page, own), address).toEqual(leads());
        }
        for (const lead of leads()) expect((await page.goto(own + lead))?.status(), lead).toBe(200);
      });
      other.close();
    },
  );

  test('looks like the edition at every depth, in its faces where its script has found it', async () => {
    const { root: own, server: other } = await serve(site, '/some/path/');
    for (const javaScriptEnabled of [true, false]) {
      await onPage(
        async (page) => {
          const look = () =>
            page.evaluate(() => {
              const { backgroundColor, borderTopColor } = getComputedStyle(document.body);
              return [getComputedStyle(document.documentElement).backgroundColor, backgroundColor, borderTopColor];
            });
          await page.goto(own);
          const expected = await look();
          await page.goto(`${own}no/such/page/`);
          expect(await look()).toEqual(expected);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
          if (!javaScriptEnabled) return;
          await leadsOf(page, own);
          expect(
            await page.evaluate(() => document.fonts.load('16px "Estenad Naskh"', 'ا').then((all) => all.length)),
          ).toBe(1);
        },
        { javaScriptEnabled },
      );
    }
    other.close();
  });

  test('leads home without scripts: from where its file lies, and by the permanent address from anywhere else', async () => {
    const { root: own, server: other } = await serve(site, '/some/path/');
    await onPage(
      async (page) => {
        for (const base of [own, `${pathToFileURL(site).href}/`]) {
          await page.goto(`${base}404.html`);
          expect(await leadsIn(page, base)).toEqual(leads());
        }
        await page.goto(`${own}no/such/page/`);
        const addresses = (await addressesOf(page)).map(({ to }) => to);
        expect(addresses).toEqual(expect.arrayContaining([edition.site, `${edition.site}en/`]));
      },
      { javaScriptEnabled: false },
    );
    other.close();
  });

  test('leads home from an unknown address offline', async () => {
    const { root: own, server: other } = await serve(site, '/offline/');
    await onPage(async (page) => {
      await page.goto(own);
      await page.evaluate(() => navigator.serviceWorker.ready);
      other.closeAllConnections();
      await new Promise((resolve) => other.close(resolve));
      await page.goto(`${own}no/such/page/`);
      expect((await leadsOf(page, own)).toSorted()).toEqual(leads().toSorted());
    });
  });
});

describe('a reading page', () => {
  test.each([false, true])('has an anchor at every heading (scripts %s)', async (javaScriptEnabled) => {
    await onPage(
      async (page) => {
        for (const file of pages.filter((one) => /articles\/[^/]+\/(?:\d+\.\d+\.\d+\/)?index\.html$/.test(one))) {
          await page.goto(root + file);
          const headings = page.locator('h1, h2, h3, h4, h5, h6');
          expect(await headings.count(), file).toBeGreaterThan(8);
          expect(await page.locator(':is(h1, h2, h3, h4, h5, h6):not([id])').allTextContents(), file).toEqual([]);
        }
      },
      { javaScriptEnabled },
    );
  });

  test.each([false, true])(
    'shows every paragraph of the text with its number and link (scripts %s)',
    async (javaScriptEnabled) => {
      for (const article of edition.articles) {
        const version = latestVersion(article);
        await onPage(
          async (page) => {
            await page.goto(`${root}articles/${article.slug}/${version.number}/`);
            const shown = await page.evaluate(() =>
              [...document.querySelectorAll('.body p[id]')].map((paragraph) => {
                const copy = paragraph.cloneNode(true) as HTMLElement;
                for (const mark of copy.querySelectorAll('.pn, sup')) mark.remove();
                return [paragraph.id, paragraph.querySelector('.pn')?.getAttribute('href'), copy.textContent];
              }),
            );
            const expected = paragraphsOf(version).map((block) => [
              block.id,
              `#${block.id}`,
              plainText(block.children),
            ]);
            expect(shown).toEqual(expected);
            expect(await page.locator('ol.notes > li').count()).toBe(version.notes.length);
            expect(await page.locator('.body figure table').count()).toBe(
              version.body.filter((block) => block.type === 'table').length,
            );
          },
          { javaScriptEnabled },
        );
      }
    },
  );

  test.each(['http', 'file'] as const)(
    'is set in the faces of the edition at the first visit over %s',
    async (protocol) => {
      const base = protocol === 'http' ? root : `${pathToFileURL(site).href}/`;
      const selectors = {
        '#p1': 'NotoNaskhArabic-Regular',
        h1: 'NotoNaskhArabic-Bold',
        '.works [lang="en"] i': 'SourceSerif4-It',
      };
      const facesAtFirstVisit = (): Promise<Record<string, string>> =>
        onPage(async (page) => {
          await page.goto(`${base}articles/sea-routes/index.html`);
          await page.evaluate(() => document.fonts.ready);
          const session = await page.context().newCDPSession(page);
          for (const domain of ['DOM.enable', 'CSS.enable'] as const) await session.send(domain);
          const { root: top } = await session.send('DOM.getDocument');
          const found: Record<string, string> = {};
          for (const selector of Object.keys(selectors)) {
            const { nodeId } = await session.send('DOM.querySelector', { nodeId: top.nodeId, selector });
            // What lies far below is laid out when a reader comes near.
            await session.send('DOM.scrollIntoViewIfNeeded', { nodeId });
            const faces = async () => (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
            await expect.poll(async () => (await faces()).length, { timeout: 30_000 }).toBeGreaterThan(0);
            const names = (await faces()).map((face) => (face.isCustomFont ? face.postScriptName : 'of the system'));
            found[selector] = names.includes('of the system') ? 'of the system' : names.join(' ');
          }
          return found;
        });
      // A browser waits a tenth of a second for an optional face, which a busy machine can miss: another first visit is made.
      await expect
        .poll(facesAtFirstVisit, { timeout: 60_000, interval: 500 })
        .toEqual(
          Object.fromEntries(
            Object.entries(selectors).map(([selector, name]) => [selector, expect.stringContaining(name)]),
          ),
        );
    },
  );

  test('is right to left, with Latin isolated and left to right', async () => {
    await onPage(async (page) => {
      await page.goto(`${root}articles/sea-routes/`);
      expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      const citation = page.locator('a.citation', { hasText: 'Jervice' }).first();
      expect(await citation.evaluate((element) => getComputedStyle(element.closest('bdi') as Element).direction)).toBe(
        'ltr',
      );
    });
  });

  test('opens a note in place with no script, and its link leads back', async () => {
    await onPage(
      async (page) => {
        await page.goto(`${root}articles/border-markets/`);
        const marker = page.locator('#fnref1');
        await marker.scrollIntoViewIfNeeded();
        const before = await page.evaluate(() => scrollY);
        await marker.click();
        const note = page.locator('#fn1');
        expect(await note.evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
        expect(await note.isVisible()).toBe(true);
        expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(2);
        await note.locator('a.back').click();
        expect(new URL(page.url()).hash).toBe('#fnref1');
        expect(await note.evaluate((element) => getComputedStyle(element).position)).toBe('static');
      },
      { javaScriptEnabled: false },
    );
  });

  test('closes an open note with Escape', async () => {
    await onPage(async (page) => {
      await page.goto(`${root}articles/border-markets/#fn1`);
      await page.keyboard.press('Escape');
      await page.waitForURL(/#fnref1$/);
    });
  });

  test('says that a lost note is lost', async () => {
    await onPage(async (page) => {
      await page.goto(`${root}articles/sea-routes/`);
      expect(await page.locator('ol.notes .lost').count()).toBe(3);
    });
  });

  test('explains a doubtful reading on demand, and the source page lists them all', async () => {
    await onPage(async (page) => {
      const article = edition.articles.find((one) => one.slug === 'border-markets');
      const readings = article ? latestVersion(article).readings : [];
      expect(readings.length).toBe(8);
      await page.goto(`${root}articles/border-markets/`);
      for (const reading of readings) expect(await page.locator(`#in-${reading.id}`).textContent()).toBe(reading.text);
      await page.click('#in-r1');
      expect(await page.locator('#r1').textContent()).toContain('11۸1');
      await page.goto(`${root}articles/border-markets/source/`);
      expect(await page.locator('section[aria-labelledby="readings"] tbody tr').count()).toBe(readings.length);
    });
  });

  test('leads with the English abstract in English', async () => {
    await onPage(async (page) => {
      await page.goto(`${root}en/articles/border-markets/`);
      expect(await page.locator('section[id^="abstract-"]').first().getAttribute('id')).toBe('abstract-en');
      expect(await page.locator('.body').getAttribute('lang')).toBe('fa');
      expect(await page.locator('.body').getAttribute('dir')).toBe('rtl');
    });
  });
});
