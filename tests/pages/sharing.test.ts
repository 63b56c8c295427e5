import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fullName } from '../../src/bibliography/work.ts';
import { permanent } from '../../src/edition/addresses.ts';
import type { Article, Edition } from '../../src/edition/model.ts';
import { listFiles } from '../../src/files.ts';
import { startBrowser } from '../helpers/browser.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';

let browser: Browser;
let server: Server;
let root: string;
let edition: Edition;
let files: string[];
let all: Map<string, Head>;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site, '/some/path/'));
  edition = await harbour();
  files = listFiles(site);
  all = await heads();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

/** The width and height of a PNG (its header chunk). */
async function sizeOf(file: string): Promise<[number, number]> {
  const png = await readFile(path.join(site, file));
  expect(png.subarray(1, 4).toString(), file).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

interface Head {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string;
  readonly language: string;
}

/** The tags that other sites read in the heads of the pages, by the file of the page; a browser reads them. */
async function heads(): Promise<Map<string, Head>> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const result = new Map<string, Head>();
  for (const file of files.filter((one) => one.endsWith('.html') && one !== '404.html')) {
    await page.goto(root + file, { waitUntil: 'domcontentloaded' });
    const { pairs, canonical, language } = await page.evaluate(() => ({
      pairs: [...document.head.querySelectorAll('meta[property], meta[name^="twitter:"]')].map((meta) => [
        meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
        meta.getAttribute('content') ?? '',
      ]),
      canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '',
      language: document.documentElement.lang,
    }));
    const tags = Map.groupBy(pairs, ([name = '']) => name);
    result.set(file, {
      tags: new Map([...tags].map(([name, list]) => [name, list.map(([, content = '']) => content)])),
      canonical,
      language,
    });
  }
  await page.close();
  return result;
}

const once = [
  'og:type',
  'og:site_name',
  'og:title',
  'og:description',
  'og:url',
  'og:locale',
  'og:locale:alternate',
  'og:image',
  'og:image:type',
  'og:image:width',
  'og:image:height',
  'og:image:alt',
  'twitter:card',
  'twitter:title',
  'twitter:description',
  'twitter:image',
  'twitter:image:alt',
];

describe('a shared link', () => {
  test('finds every tag of Open Graph and of the large Twitter card on every page, once and not empty', async () => {
    for (const [file, { tags, canonical, language }] of all) {
      for (const name of once) {
        expect(tags.get(name)?.length, `${file}: ${name}`).toBe(1);
        expect(tags.get(name)?.[0]?.trim(), `${file}: ${name}`).not.toBe('');
      }
      const tag = (name: string) => tags.get(name)?.[0] ?? '';
      expect(tag('og:url'), file).toBe(canonical);
      expect([tag('og:locale'), tag('og:locale:alternate')], file).toEqual(
        language === 'fa' ? ['fa_IR', 'en_GB'] : ['en_GB', 'fa_IR'],
      );
      expect(tag('twitter:card'), file).toBe('summary_large_image');
      expect(tag('twitter:image'), file).toBe(tag('og:image'));
      expect(tag('og:image').startsWith(edition.site), file).toBe(true);
      const image = tag('og:image').slice(edition.site.length);
      expect(files, file).toContain(image);
      expect(image, file).toMatch(language === 'fa' ? /\bfa\.png$/ : /\ben\.png$/);
      expect(await sizeOf(image), file).toEqual([Number(tag('og:image:width')), Number(tag('og:image:height'))]);
    }
  });

  test('to a text is an article with its dates, authors and keywords, and shows the card of its version', async () => {
    for (const article of edition.articles) {
      for (const version of article.versions) {
        const { tags } = all.get(`en/articles/${article.slug}/${version.number}/index.html`) as Head;
        expect(tags.get('og:type')).toEqual(['article']);
        expect(tags.get('og:image')).toEqual([
          permanent(edition.site, `cards/${article.slug}/${version.number}/en.png`),
        ]);
        // Without the journal's year the day of the version would be taken for that of the article.
        expect(tags.get('article:published_time')).toEqual(article.record?.year && [version.date]);
        expect(tags.get('article:modified_time')).toEqual([version.date]);
        expect(tags.get('article:author')).toEqual(
          article.creators.map(({ name, orcid }) => (orcid ? `https://orcid.org/${orcid}` : fullName(name.en))),
        );
        expect(tags.get('article:tag')).toEqual(article.keywords.en ?? article.keywords.fa);
      }
      const changes = all.get(`articles/${article.slug}/changes/index.html`);
      expect(changes?.tags.get('og:type')).toEqual(['website']);
      expect(changes?.tags.get('og:image')?.[0]).toContain(`cards/${article.slug}/`);
    }
    expect(all.get('index.html')?.tags.get('og:image')).toEqual([`${edition.site}cards/fa.png`]);
  });

  test('does not give a doubtful title, nor a description that ends inside a word', async () => {
    const { tags } = all.get('en/articles/border-markets/index.html') as Head;
    expect(tags.get('og:title')).toEqual([edition.articles[1]?.titles.fa?.value]);
    expect(tags.get('og:description')?.[0]).toMatch(/\p{L}…$/u);
    expect(tags.get('og:description')?.[0]?.length).toBeLessThanOrEqual(300);
  });
});

test('what only harvesters ask for, and second copies of files, are not stored for reading offline', async () => {
  const worker = await readFile(path.join(site, 'service-worker.js'), 'utf8');
  const { core, rest }: { core: [string, number][]; rest: [string, number][] } = JSON.parse(
    /^const stored = (.*);$/m.exec(worker)?.[1] ?? '{}',
  );
  const stored = [...core, ...rest].map(([file]) => file);
  const { slug, versions } = edition.articles[0] as Article;
  expect(stored).toEqual(
    expect.arrayContaining([`articles/${slug}/index.html`, `articles/${slug}/${versions.at(-1)?.number}/${slug}.epub`]),
  );
  for (const file of ['oai.xml', 'ro-crate-metadata.json', 'edition.epub', `articles/${slug}/${slug}.epub`]) {
    expect(files).toContain(file);
    expect(stored).not.toContain(file);
  }
});

describe('the cards', () => {
  test('are in the catalog and the manifest, and are not stored for reading offline', async () => {
    const read = (file: string) => readFile(path.join(site, file), 'utf8');
    const cards = files.filter((file) => file.startsWith('cards/'));
    expect(cards.length).toBe(2 + 2 * edition.articles.flatMap((article) => article.versions).length);
    const catalog = JSON.parse(await read('catalog.json'));
    const [manifest, worker] = [await read('manifest-sha256.txt'), await read('service-worker.js')];
    for (const card of cards) {
      expect(catalog.files.find((file: { path: string }) => file.path === card)).toMatchObject({
        mediaType: 'image/png',
        url: permanent(edition.site, card),
      });
      expect(manifest).toContain(`  ${card}\n`);
      expect(worker).not.toContain(card);
    }
    expect(catalog.articles[0].versions[0].files.cards.map(({ path }: { path: string }) => path)).toEqual([
      'cards/sea-routes/1.0.0/en.png',
      'cards/sea-routes/1.0.0/fa.png',
    ]);
  });
});

describe('the icons', () => {
  test('lie where the pages and the manifests name them, in the sizes that they name', async () => {
    expect(await sizeOf('icons/apple-touch-180.png')).toEqual([180, 180]);
    for (const language of ['fa', 'en']) {
      const manifest = JSON.parse(await readFile(path.join(site, `manifest-${language}.webmanifest`), 'utf8'));
      for (const { src, sizes, type } of manifest.icons) {
        expect(files).toContain(src);
        if (type === 'image/png') expect((await sizeOf(src)).join('x')).toBe(sizes);
      }
      expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
    }
  });

  test('come as one file for browsers that ask for favicon.ico: three sizes, each a whole PNG', async () => {
    const icon = await readFile(path.join(site, 'favicon.ico'));
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([0, 1, 3]);
    const page = await browser.newPage();
    await page.goto(`${root}about/`);
    const shown = await page.evaluate(async () => {
      const image = new Image();
      image.src = document.querySelector<HTMLLinkElement>('link[rel=icon][sizes]')?.href ?? '';
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    });
    expect(shown[0]).toBe(shown[1]);
    expect([16, 32, 48]).toContain(shown[0]);
    await page.close();
  });

  test('keep the mark within the circle that every mask of a system leaves', async () => {
    const page = await browser.newPage();
    await page.goto(root);
    const farthest = await page.evaluate(async () => {
      const image = new Image();
      image.src = 'icons/maskable-512.png';
      await image.decode();
      const canvas = new OffscreenCanvas(512, 512);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, 512, 512);
      let most = 0;
      for (let y = 0; y < 512; y += 1) {
        for (let x = 0; x < 512; x += 1) {
          // The mark is light on a dark ground.
          if ((data[(y * 512 + x) * 4 + 1] as number) > 150) most = Math.max(most, Math.hypot(x - 256, y - 256));
        }
      }
      return most;
    });
    expect(farthest).toBeGreaterThan(100);
    expect(farthest).toBeLessThan(0.4 * 512);
    await page.close();
  });
});

test.each([
  ['fa', '', 'rtl', 'بندرگاه'],
  ['en', 'en/', 'ltr', 'Harbour'],
] as const)(
  'the web manifest is read by a browser without fault under any path (%s)',
  async (lang, start, dir, name) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${root}${start}articles/sea-routes/`);
    const session = await context.newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    expect(url).toBe(`${root}manifest-${lang}.webmanifest`);
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '{}');
    expect(manifest).toMatchObject({ lang, dir, name });
    expect(new URL(manifest.start_url, url).href).toBe(root + start);
    expect(new URL(manifest.scope, url).href).toBe(root);
    await context.close();
  },
);
