import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { askMarkup, startBrowser } from '../helpers/browser.ts';
import { harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';
import { watchedPage } from '../helpers/watched-page.ts';

let browser: Browser;
let server: Server;
let root: string;
let pages: string[];

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site, '/some/path/'));
  pages = listFiles(site).filter((file) => file.endsWith('.html'));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const bases = () => ({ http: root, file: `${pathToFileURL(site).href}/` });

describe('the content security policy', () => {
  test('stands on every page before anything that it is about, and names no host', async () => {
    for (const file of pages) {
      const html = await readFile(path.join(site, file), 'utf8');
      const [before = '', after = ''] = html.split('<meta http-equiv="content-security-policy"');
      expect(before, file).toMatch(/<head><meta charset="utf-8">$/);
      const policy = /content="([^"]*)"/.exec(after)?.[1] ?? '';
      expect(policy, file).toMatch(/^default-src 'none'; /);
      expect(policy, file).not.toMatch(/https?:|\*|'unsafe-inline'|'unsafe-eval'|'strict-dynamic'|data:/);
      expect(policy.includes('blob:'), file).toBe(file.endsWith('search/index.html'));
    }
  });

  test.each(['http', 'file'] as const)('lets a reader search, hover, cite and filter over %s', async (protocol) => {
    const context = await browser.newContext();
    const { page, refused } = await watchedPage(context);
    const base = bases()[protocol];
    await page.goto(`${base}search/index.html?q=${encodeURIComponent('موازنۀ قوا')}`);
    await page.locator('#results li').first().waitFor();
    expect(await refused()).toEqual([]);
    await page.goto(`${base}articles/sea-routes/index.html`);
    await page.locator('a.citation').first().hover();
    await page.locator('#card').waitFor();
    await page.locator('.pn').first().click();
    await page.locator('button.offer').click();
    await page.locator('dialog.citing').waitFor();
    expect(await refused()).toEqual([]);
    await page.goto(`${base}bibliography/index.html`);
    await page.selectOption('form[data-filters] select[name=language]', 'fa');
    expect(await refused()).toEqual([]);
    // The form of the header leads to the search page.
    await page.fill('header input[type=search]', 'قفقاز');
    await page.press('header input[type=search]', 'Enter');
    await page.locator('#results li').first().waitFor();
    expect(await refused()).toEqual([]);
    await context.close();
  });

  test('lets the service worker store the edition, so that pages open offline under it', async () => {
    const own = await serve(site, '/offline/');
    const context = await browser.newContext();
    const { page, refused } = await watchedPage(context);
    await page.goto(own.root);
    await page.evaluate(() => navigator.serviceWorker.ready);
    expect(await refused()).toEqual([]);
    await page.reload();
    own.server.closeAllConnections();
    await new Promise((resolve) => own.server.close(resolve));
    await page.goto(`${own.root}search/?q=${encodeURIComponent('قفقاز')}`);
    await page.locator('#results li').first().waitFor();
    expect(await refused()).toEqual([]);
    await context.close();
  });

  test.each(['articles/sea-routes/', 'search/', 'bibliography/', ''])(
    'refuses scripts, styles, images and frames that someone brought into the page (%s)',
    async (address) => {
      const context = await browser.newContext();
      const { page, refused } = await watchedPage(context);
      const asked: string[] = [];
      await page.route('https://foreign.example/**', (route) => {
        asked.push(route.request().url());
        return route.fulfill({ body: 'document.title = "taken over"', contentType: 'text/javascript' });
      });
      await page.route(root + address, async (route) => {
        const response = await route.fetch();
        const brought = `<script>document.title = 'taken over'</script>
          <script src="https://foreign.example/a.js"></script>
          <script type="module">document.title = 'taken over'</script>
          <img src="https://foreign.example/a.png" onerror="document.title = 'taken over'">
          <img src="data:image/png;base64,xx" onerror="document.title = 'taken over'">
          <iframe src="https://foreign.example/"></iframe>
          <object data="https://foreign.example/a.svg"></object>
          <link rel="stylesheet" href="https://foreign.example/a.css">
          <style>body { display: none }</style>
          <p style="position: fixed">…</p>
          <base href="https://foreign.example/">`;
        await route.fulfill({ response, body: (await response.text()).replace('<main', `${brought}<main`) });
      });
      await page.goto(root + address, { waitUntil: 'load' });
      expect(await page.title()).not.toContain('taken over');
      expect(asked).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
      expect(await page.evaluate(() => document.baseURI)).toBe(root + address);
      const directives = new Set((await refused()).map((one) => one.split(' ')[0]));
      for (const directive of [
        'script-src-elem',
        'img-src',
        'style-src-elem',
        'style-src-attr',
        'frame-src',
        'base-uri',
      ]) {
        expect([...directives], directive).toContain(directive);
      }
      await context.close();
    },
  );

  test('lets no text become markup or the address of a script', async () => {
    const context = await browser.newContext();
    const { page } = await watchedPage(context);
    await page.goto(root);
    const outcome = await page.evaluate(() =>
      [
        () => {
          document.body.innerHTML = '<b>text</b>';
        },
        () => document.body.insertAdjacentHTML('beforeend', '<b>text</b>'),
        () => {
          document.createElement('script').src = 'https://foreign.example/a.js';
        },
        () => new DOMParser().parseFromString('<b>text</b>', 'text/html'),
      ].map((attempt) => {
        try {
          attempt();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    expect(outcome).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
    await context.close();
  });
});

describe('links', () => {
  test('to another host say so and do not tell it what is read; links of the edition do not', async () => {
    const page = await browser.newPage();
    let external = 0;
    for (const file of pages) {
      const html = await readFile(path.join(site, file), 'utf8');
      const links = await askMarkup(page, html, root + file, (asked) =>
        [...asked.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href, relList, target }) => ({
          href,
          relations: [...relList],
          target,
        })),
      );
      for (const { href, relations, target } of links) {
        expect(target, `${file}: ${href}`).toBe('');
        if (!/^https?:/.test(href)) continue;
        const isOwn = href.startsWith(new URL(root).origin) || href.startsWith('https://harbour.example/');
        expect(relations.includes('external'), `${file}: ${href}`).toBe(!isOwn);
        if (isOwn) continue;
        external += 1;
        expect(relations, `${file}: ${href}`).toContain('noreferrer');
      }
    }
    expect(external).toBeGreaterThan(100);
    await page.goto(`${root}articles/sea-routes/`);
    expect(await page.getAttribute('main a[href*="rightsstatements.org"]', 'rel')).toBe('license external noreferrer');
    await page.close();
  });
});

test('no script of the pages makes markup or code from text', async () => {
  const folders = ['src/client', 'src/worker', 'src/search', 'src/text'].map((one) =>
    path.resolve(import.meta.dirname, '../..', one),
  );
  const makers =
    /(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser|srcdoc|\beval\(|new Function|set(?:Timeout|Interval)\(\s*['"`]/;
  for (const folder of folders) {
    for (const file of listFiles(folder)) {
      expect(await readFile(path.join(folder, file), 'utf8'), file).not.toMatch(makers);
    }
  }
});
