/** The copy that a browser keeps for reading offline, and what the reader says of it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteHandler } from '../../src/hosting/serve.ts';
import { startBrowser } from '../helpers/browser.ts';
import { harbourSite as site } from '../helpers/harbour.ts';

const base = '/library/estenad/';
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

interface Served {
  readonly root: string;
  readonly server: Server;
  /** The paths below the root that were asked for, in order. */
  readonly asked: string[];
  /** Those that are answered with 500. */
  readonly broken: Set<string>;
}

async function serveSite(folder = site): Promise<Served> {
  const handle = siteHandler(folder, base);
  const asked: string[] = [];
  const broken = new Set<string>();
  const server = createServer((request, response) => {
    const file = (request.url ?? '').slice(base.length).split('?')[0] as string;
    asked.push(file);
    if (broken.has(file)) response.writeHead(500).end();
    else handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { root: `http://localhost:${(server.address() as AddressInfo).port}${base}`, server, asked, broken };
}

const close = ({ server }: Served) => {
  server.close();
  server.closeAllConnections();
};

async function visit(use: (page: Page, served: Served, context: BrowserContext) => Promise<void>, folder = site) {
  const served = await serveSite(folder);
  const context = await browser.newContext();
  try {
    await use(await context.newPage(), served, context);
  } finally {
    await context.close();
    close(served);
  }
}

const isControlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** The files that are stored, below the root. */
const storedIn = (page: Page, root: string): Promise<string[]> =>
  page.evaluate(async (start) => {
    const all: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url.slice(start.length));
    return all.filter((file) => file !== '.stored');
  }, root);

const stateIn = (page: Page, root: string): Promise<{ full: boolean; failed: Record<string, { tries: number }> }> =>
  page.evaluate(async (address) => (await caches.match(address))?.json(), `${root}.stored`);

test('a first visit stores the pages and the search of the latest versions, and nothing else', async () => {
  await visit(async (page, { root, asked }) => {
    await page.goto(`${root}about/`);
    await isControlled(page);
    const stored = await storedIn(page, root);
    expect(stored).toEqual(expect.arrayContaining(['index.html', 'en/search/index.html', 'search/texts/all.json']));
    expect(stored.some((file) => /^articles\/border-markets\/\d+\.\d+\.\d+\/index\.html$/.test(file))).toBe(true);
    expect(stored.filter((file) => /\.(?:pdf|epub|zip|xml)$/.test(file))).toEqual([]);
    expect(asked.filter((file) => file.includes('pagefind'))).toEqual([]);
    const versions = stored.flatMap((file) => /^articles\/([^/]+\/\d[^/]*)\/index\.html$/.exec(file)?.[1] ?? []);
    expect(new Set(versions.map((version) => version.split('/')[0])).size).toBe(versions.length);
  });
});

test('a browser that saves data stores nothing unasked, and what is asked for', async () => {
  await visit(async (page, { root }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await page.goto(`${root}en/offline/`);
    await page.locator('[data-stored] button').waitFor();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(await page.textContent('[data-stored]')).toMatch(/Nothing is stored yet\. Store the pages \([\d.]+ MB\)/);
    await page.locator('[data-stored] button').click();
    await page.getByText('files,').waitFor();
    expect((await storedIn(page, root)).length).toBeGreaterThan(10);
  });
});

test('a removal is remembered by every page', async () => {
  await visit(async (page, { root }) => {
    await page.goto(`${root}en/offline/`);
    await isControlled(page);
    await page.reload();
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Nothing is stored yet').waitFor();
    for (const next of ['about/', '', 'en/offline/']) {
      await page.goto(root + next);
      await page.waitForTimeout(300);
    }
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test('a file that fails is tried again alone, and not before its pause is over', async () => {
  await visit(async (page, { root, asked, broken }) => {
    broken.add('icon.svg');
    await page.goto(`${root}about/`);
    await isControlled(page);
    expect((await stateIn(page, root)).failed).toMatchObject({ 'icon.svg': { tries: 1 } });
    expect((await storedIn(page, root)).length).toBeGreaterThan(10);
    await page.goto(`${root}en/offline/`);
    await page.getByText('1 file could not be had').waitFor();
    const before = asked.length;
    for (const next of ['about/', 'en/about/', 'search/']) await page.goto(root + next);
    expect(asked.slice(before).filter((file) => file !== 'service-worker.js' && file !== 'icon.svg')).toEqual([]);
    expect((await stateIn(page, root)).failed['icon.svg']?.tries).toBe(1);
    // Its pause is over.
    broken.clear();
    await page.evaluate(async (address) => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const state = await (await cache.match(address))?.json();
      for (const one of Object.values(state.failed as Record<string, { next: number }>)) one.next = 0;
      await cache.put(address, Response.json(state));
    }, `${root}.stored`);
    await page.goto(`${root}about/`);
    await page.waitForFunction(async (address) => (await caches.match(address)) !== undefined, `${root}icon.svg`);
    expect((await stateIn(page, root)).failed).toEqual({});
  });
});

test('everything is stored when it is asked for; then a range of a file comes from there', async () => {
  await visit(async (page, served) => {
    const { root } = served;
    await page.goto(`${root}en/offline/`);
    await isControlled(page);
    await page.reload();
    await page.getByRole('button', { name: /Store everything else \([\d.]+ MB\)/ }).click();
    await page.getByRole('button', { name: 'Remove' }).waitFor();
    expect(await page.getByRole('button', { name: /Store/ }).count()).toBe(0);
    expect(await storedIn(page, root)).toContain('search/more/pagefind/pagefind.js');
    close(served);
    const part = await page.evaluate(async () => {
      const ask = async (range: string) => {
        const answer = await fetch('../../404.html', { headers: { Range: range } });
        return [answer.status, answer.headers.get('Content-Range')?.split('/')[0], (await answer.text()).slice(0, 15)];
      };
      return [await ask('bytes=0-14'), await ask('bytes=2-8'), await ask('bytes=99999999-')];
    });
    expect(part).toEqual([
      [206, 'bytes 0-14', '<!DOCTYPE html>'],
      [206, 'bytes 2-8', 'DOCTYPE'],
      [416, 'bytes *', ''],
    ]);
  });
});

test('offline, a page that is not stored says so with 503', async () => {
  await visit(async (page, served) => {
    const { root } = served;
    await page.goto(`${root}about/`);
    await isControlled(page);
    close(served);
    for (const [address, said] of [
      ['en/nowhere/', 'Not stored'],
      ['nowhere/', 'ذخیره نشده است'],
    ]) {
      const answer = await page.goto(root + address);
      expect(answer?.status()).toBe(503);
      expect(await page.textContent('h1')).toBe(said);
    }
  });
});

test('a full storage is said', async () => {
  await visit(async (page, { root }, context) => {
    const client = await context.newCDPSession(page);
    await client.send('Storage.overrideQuotaForOrigin', { origin: new URL(root).origin, quotaSize: 400_000 });
    await page.goto(`${root}en/offline/`);
    await isControlled(page);
    await page.reload();
    await page.getByText('no more room').waitFor();
    expect((await stateIn(page, root)).full).toBe(true);
  });
});

test('in two tabs each bar of an update works, whichever is pressed first', async () => {
  const copy = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  await cp(site, copy, { recursive: true });
  await visit(async (page, { root }, context) => {
    await page.goto(root);
    await isControlled(page);
    const other = await context.newPage();
    await other.goto(`${root}about/`);
    const worker = path.join(copy, 'service-worker.js');
    const text = await readFile(worker, 'utf8');
    await writeFile(worker, text.replace(/"digest":"[0-9a-f]+"/, '"digest":"0123456789abcdef"'));
    await Promise.all([page.reload(), other.reload()]);
    await Promise.all([page, other].map((tab) => tab.locator('.update button').waitFor()));
    await page.locator('.update button').click();
    await page.waitForFunction(async () => (await caches.keys()).every((name) => name.endsWith('0123456789abcdef')));
    await other.evaluate(() => Object.assign(window, { isOld: true }));
    await other.locator('.update button').click();
    await other.waitForFunction(() => !('isOld' in window));
  }, copy);
  await rm(copy, { recursive: true });
});
