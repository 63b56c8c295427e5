import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import type { Article, Edition, Version } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { type Newer, newerLinks } from '../../src/edition/versions/identity.ts';
import { renderNewerLinks } from '../../src/html/differences.ts';
import { html } from '../../src/html/serialize.ts';
import { writeChanges } from '../../src/site/changes-feed.ts';
import { violations } from '../helpers/axe.ts';
import { startBrowser } from '../helpers/browser.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';
import { harbourSite } from '../helpers/harbour.ts';
import { releasedFiles } from '../helpers/release.ts';
import { serve } from '../helpers/serve.ts';
import { writeVersionedEdition } from '../helpers/versions.ts';

let content: string;
let out: string;
let edition: Edition;
let browser: Browser;
let server: Server;
let root: string;

beforeAll(async () => {
  content = await writeVersionedEdition();
  out = path.join(await mkdtemp(path.join(tmpdir(), 'estenad-changes-')), 'dist');
  edition = await loadEdition(content);
  await buildEdition({ root: content, out });
  for (const article of edition.articles) await writeChanges(edition, article, out);
  browser = await startBrowser();
  ({ root, server } = await serve(out, '/some/path/'));
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(content, { recursive: true, force: true });
  await rm(path.dirname(out), { recursive: true, force: true });
});

async function onPage<T>(
  address: string,
  use: (page: Page) => Promise<T>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<T> {
  const context = await browser.newContext({ javaScriptEnabled: true, ...options });
  try {
    const page = await context.newPage();
    await page.goto(root + address);
    await page.evaluate(() => document.fonts.ready);
    return await use(page);
  } finally {
    await context.close();
  }
}

const persian = 'articles/yek-dastan/changes/';
const english = 'articles/a-tale/changes/';

describe('the page of changes', () => {
  test('tells the history, and shows every step and the whole way', async () => {
    await onPage(persian, async (page) => {
      expect(await page.locator('.history li').count()).toBe(3);
      expect(await page.locator('.history').textContent()).toContain('تصحیح یک سال و یک نیم‌فاصله');
      expect(await page.locator('.history').textContent()).toContain('۱ فروردین ۱۴۰۵ (۲۱ مارس ۲۰۲۶)');
      expect(await page.locator('section > h2').allTextContents()).toEqual([
        'تاریخچۀ نسخه‌ها',
        'از نسخۀ ۱.۰.۰ تا ۱.۰.۱',
        'از نسخۀ ۱.۰.۱ تا ۱.۱.۰',
        'از نسخۀ ۱.۰.۰ تا ۱.۱.۰',
        'از متن دریافتی تا نسخۀ امروز',
      ]);
      const step = page.locator('section[aria-labelledby="from-1.0.1-to-1.1.0"]');
      const kinds = await step.locator('.difference').evaluateAll((all) => all.map((one) => one.dataset['kind']));
      // The last two are works.
      expect(kinds).toEqual(['changed', 'split', 'merged', 'removed', 'moved', 'added', 'removed', 'added']);
    });
  });

  test.each([persian, `en/${persian}`, english, `en/${english}`])(
    'is accessible, needs no script and fits a phone: %s',
    async (address) => {
      await onPage(address, async (page) => {
        expect(await violations(page)).toEqual([]);
      });
      await onPage(
        address,
        async (page) => {
          expect(await page.locator('ins').count()).toBeGreaterThan(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
        },
        { javaScriptEnabled: false, viewport: { width: 390, height: 800 } },
      );
    },
  );

  test('says insertions and deletions, and the joiner, in the language of the interface', async () => {
    const changed = (page: Page) => page.locator('section[aria-labelledby="from-1.0.0-to-1.0.1"] .compared').first();
    await onPage(persian, async (page) => {
      expect(await changed(page).locator('del').textContent()).toBe('[حذف: قدرتها پایان حذف]');
      expect(await changed(page).locator('ins').textContent()).toBe('[افزوده: قدرت نیم‌فاصله ها پایان افزوده]');
    });
    await onPage(`en/${persian}`, async (page) => {
      expect(await changed(page).locator('del').textContent()).toBe('[deleted: قدرتها end deleted]');
      expect(await changed(page).locator('.said').first().getAttribute('lang')).toBe('en');
    });
  });

  test.each([
    [`${persian}`, 'p2', 'rtl'],
    [`en/${persian}`, 'p2', 'rtl'],
    [`en/${english}`, 'p1', 'ltr'],
    [`${english}`, 'p1', 'ltr'],
  ] as const)('runs in the direction of the text: %s', async (address, id, direction) => {
    await onPage(address, async (page) => {
      const compared = page.locator(`.difference:has(a[href$="#${id}"]) .compared`).first();
      expect(await compared.getAttribute('dir')).toBe(direction);
      // What comes first in the text stands further to the side where its lines begin.
      const [before, after] = await compared.evaluate((block) => {
        const [first, second] = [...block.querySelectorAll('del, ins')];
        return [first, second].map((one) => one?.getBoundingClientRect().x ?? 0) as [number, number];
      });
      if (direction === 'rtl') expect(before).toBeGreaterThan(after);
      else expect(before).toBeLessThan(after);
    });
  });

  test('shows a joiner with a width of its own, and a changed digit', async () => {
    await onPage(persian, async (page) => {
      const box = await page.locator('ins .zwnj').first().boundingBox();
      expect(box?.width).toBeGreaterThan(3);
      expect(await page.locator('ins b.digits').first().textContent()).toBe('۱۳۷۳');
    });
  });

  test('links each difference to both versions, at places that exist', async () => {
    await onPage(persian, async (page) => {
      const links = await page
        .locator('.where a')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      expect(links.length).toBeGreaterThan(20);
      for (const link of new Set(links)) {
        const { pathname, hash } = new URL(link);
        const file = path.join(out, pathname.replace('/some/path/', ''));
        expect(await readFile(file, 'utf8'), link).toContain(` id="${hash.slice(1)}"`);
      }
    });
  });

  test('shows each passage with its source lines, its first text and today’s', async () => {
    await onPage(persian, async (page) => {
      const origin = page.locator('details.origin', { hasText: 'همکاری میان' });
      await origin.locator('summary').click();
      const columns = await origin.locator('.pair > div').allInnerTexts();
      expect(columns.length).toBe(3);
      expect(columns[0]).toContain('با این همه نهادهای کوچک');
      expect(columns[1]).toMatch(/مانده است\s+با این همه/);
      expect(columns[2]).toContain('مانده است. با این همه');
    });
  });
});

test('an article of one version has its passages beside their source on one page, to which that of changes leads', async () => {
  const [changes, source] = await Promise.all(
    ['changes', 'source'].map((name) =>
      readFile(path.join(harbourSite, `en/articles/harbour-lights/${name}/index.html`), 'utf8'),
    ),
  );
  expect(changes).not.toContain('id="from-source"');
  expect(changes).toContain('href="../../../../en/articles/harbour-lights/source/index.html"');
  const passages = [...(source ?? '').matchAll(/href="[^"]*1\.0\.0\/index\.html#p\d+"/g)];
  expect(passages.length).toBeGreaterThan(5);
});

describe('an article of four versions', () => {
  test('has a page for every two that the page of changes leaves out, linked from it', async () => {
    const text = (soundFiles['content/articles/a-tale/1.0.0.mdx'] as string).replace(
      'It ended',
      'It [ended](remark:e1)',
    );
    const remark = (words: string) =>
      `${text}\n\`\`\`yaml apparatus\nremarks:\n  e1: { fa: ملاحظه, en: ${words} }\n\`\`\`\n`;
    const four = await makeEdition({
      ...releasedFiles('a-tale', [
        { number: '1.0.0', text: remark('First') },
        { number: '1.0.1', text: remark('Second') },
        { number: '1.0.2', text: remark('Second').replace('told again', 'again told') },
        { number: '1.1.0', text: remark('Third').replace('told again', 'again told') },
      ]),
      'content/articles/a-tale/source.txt': soundFiles['content/articles/a-tale/source.txt'] as string,
    });
    const folder = path.join(four, 'dist/en/articles/a-tale/changes');
    await buildEdition({ root: four, out: path.join(four, 'dist') });
    expect((await readdir(folder)).sort()).toEqual(['1.0.0-1.0.2', '1.0.1-1.1.0', 'index.html']);
    const changes = await readFile(path.join(folder, 'index.html'), 'utf8');
    const anyTwo = changes.slice(
      changes.indexOf('id="any-two"'),
      changes.indexOf('</nav>', changes.indexOf('id="any-two"')),
    );
    expect([...anyTwo.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '#from-1.0.0-to-1.0.1',
      '../../../../en/articles/a-tale/changes/1.0.0-1.0.2/index.html',
      '#from-1.0.1-to-1.0.2',
      '#from-1.0.0-to-1.1.0',
      '../../../../en/articles/a-tale/changes/1.0.1-1.1.0/index.html',
      '#from-1.0.2-to-1.1.0',
    ]);
    const pair = await readFile(path.join(folder, '1.0.1-1.1.0/index.html'), 'utf8');
    expect(pair).toMatch(/<del[^>]*>.*told/);
    // What only editors changed is folded away, and still there.
    expect(pair).toMatch(/<details>\s*<summary>1 passage in which only the apparatus[\s\S]*Third/);
  });
});

describe('the data of changes', () => {
  const read = async (name: string) => readFile(path.join(out, persian, name), 'utf8');

  test('holds every two versions', async () => {
    const data = JSON.parse(await read('changes.json'));
    expect(data.versions.map((one: { version: string }) => one.version)).toEqual(['1.0.0', '1.0.1', '1.1.0']);
    expect(data.differences.map((one: { from: string; to: string }) => `${one.from} ${one.to}`)).toEqual([
      '1.0.0 1.0.1',
      '1.0.0 1.1.0',
      '1.0.1 1.1.0',
    ]);
    const [step] = data.differences;
    const digit = step.blocks.find((block: { to: string[] }) => block.to[0] === 'p2');
    expect(digit.classes).toEqual(['digits', 'citation']);
    expect(digit.parts).toContainEqual({ op: 'insert', text: '۱۳۷۳', classes: ['digits'] });
  });

  test('are a feed with an entry for each version, by permanent addresses (RFC 4287)', async () => {
    const document = XmlDocument.fromString(await read('feed.atom'));
    const atom = { a: 'http://www.w3.org/2005/Atom' };
    const texts = (xpath: string) => document.root.find(xpath, atom).map((node) => node.content);
    expect(texts('/a:feed/a:id')).toEqual(['https://trial.example/articles/yek-dastan/changes/']);
    expect(texts('/a:feed/a:updated')).toEqual(['2026-03-21T00:00:00Z']);
    expect(texts('/a:feed/a:link[@rel="self"]/@href')).toEqual([
      'https://trial.example/articles/yek-dastan/changes/feed.atom',
    ]);
    expect(texts('/a:feed/a:author/a:name')).toEqual(['نویسنده']);
    expect(texts('/a:feed/a:entry/a:id')).toEqual(
      ['1.1.0', '1.0.1', '1.0.0'].map((number) => `https://trial.example/articles/yek-dastan/${number}/`),
    );
    expect(texts('/a:feed/a:entry[1]/a:content')[0]).toContain('Paragraphs divided anew & put in order');
    expect(texts('/a:feed/a:entry[1]/a:summary')).toEqual(['بندها از نو بخش شدند & مرتب شدند']);
    expect(texts('/a:feed/a:title')[0]).toContain('<و>');
    for (const entry of ['id', 'title', 'updated', 'summary', 'content'])
      expect(texts(`/a:feed/a:entry[count(a:${entry}) = 1]/a:id`).length, entry).toBe(3);
    document.dispose();
  });
});

describe('a paragraph of an older version', () => {
  test('leads to each of its descendants in the latest, and says where it has none', () => {
    const article = edition.articles[1] as Article;
    const links = newerLinks({ article, version: article.versions[0] as Version });
    const render = (id: string) =>
      html(
        renderNewerLinks(
          links.get(id) as Newer,
          '1.1.0',
          'fa',
          (version, anchor) => `../${version}/index.html#${anchor}`,
        ),
      );
    expect(render('p4')).toContain('href="../1.1.0/index.html#p3"');
    expect(render('p4')).toContain('href="../1.1.0/index.html#p4"');
    expect(render('p4')).toContain('≠ ۱.۱.۰');
    expect(render('p3')).toMatch(/href="..\/1\.1\.0\/index\.html#p7"[^>]*همین قطعه، بدون تغییر.*>۱\.۱\.۰</);
    expect(render('p8')).toContain('این قطعه در نسخۀ ۱.۱.۰ نیست');
  });

  test.each(['', 'cite/'])('has its link on the page, as have abstracts and notes: 1.0.0/%s', async (own) => {
    const page = await readFile(path.join(out, `articles/yek-dastan/1.0.0/${own}index.html`), 'utf8');
    const targets = new Set([...page.matchAll(/1\.1\.0\/index\.html#([\w-]+)"/g)].map(([, id]) => id));
    const all = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'];
    expect(targets).toEqual(new Set(own === '' ? [...all, 'abstract-fa-p1', 'fn1'] : all));
  });
});
