import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Edition, publishedPart } from '../../src/edition/model.ts';
import { listFiles } from '../../src/files.ts';
import { cacheControlOf } from '../../src/hosting/caching.ts';
import { mediaTypeOf } from '../../src/hosting/media-types.ts';
import { negotiableOf } from '../../src/hosting/negotiation.ts';
import { nginxMaps, nginxServer } from '../../src/hosting/nginx.ts';
import { contentSecurityPolicy } from '../../src/hosting/policy.ts';
import { linkset } from '../../src/hosting/signposting.ts';
import { writeCompressed } from '../../src/packages/compressed.ts';
import { startBrowser } from '../helpers/browser.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { needing, nginx } from '../helpers/installed.ts';
import { brotli, startNginx } from '../helpers/nginx.ts';

const base = '/library/estenad/';
let edition: Edition;

beforeAll(async () => {
  const own = publishedPart(await harbour());
  edition = { ...own, site: `https://library.example${base}` };
});

describe('the configuration for nginx', () => {
  test('has balanced blocks, closed directives, and the path of the site', () => {
    for (const text of [nginxMaps(edition), nginxServer(edition)]) {
      // Without what stands between quotation marks and behind marks of comments.
      const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/^\s*#.*$/gm, '');
      expect(bare.split('{').length).toBe(bare.split('}').length);
      for (const line of bare.split('\n')) expect(line.trim(), line).toMatch(/^$|[;{}]$/);
      expect(text).toContain(base);
    }
    expect(nginxServer(edition)).toContain(`location ${base} {`);
  });

  test('grows by a few lines with each version, whatever the number of formats', () => {
    const [article] = edition.articles;
    if (!article) throw new Error('no article');
    const more = { ...edition, articles: [...edition.articles, { ...article, slug: 'another' }] };
    const lines = (of: Edition) => nginxMaps(of).split('\n').length;
    expect(lines(more) - lines(edition)).toBe(3 * (1 + article.versions.length));
    expect(nginxServer(more)).toBe(nginxServer(edition));
  });
});

describe('nginx, under a path of a library,', needing(nginx), () => {
  let folder: string;
  let origin: string;
  let child: ChildProcess;
  const at = (file: string) => `${origin}${base}${file}`;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'estenad-nginx-'));
    const root = path.join(folder, 'www');
    const files = listFiles(site);
    await writeCompressed(path.join(root, base), { folder: site, files, date: '2026-01-01' });
    const texts = { maps: nginxMaps(edition), server: nginxServer(edition) };
    ({ origin, process: child } = await startNginx(path.join(folder, 'conf'), { root, ...texts }));
  });

  afterAll(async () => {
    child?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  /** The answer as it comes over the line, neither followed nor unpacked. */
  const get = (file: string, headers: Record<string, string> = {}) =>
    new Promise<{ status?: number | undefined; headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
      http
        .get(at(file), { headers }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () =>
            resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
          );
        })
        .on('error', reject);
    });

  test('sends every file with its media type and its time in caches', async () => {
    for (const file of listFiles(site)) {
      const { status, headers, body } = await get(file);
      expect(status, file).toBe(200);
      expect(headers['content-type'], file).toBe(mediaTypeOf(file));
      expect(headers['cache-control'], file).toBe(cacheControlOf(file));
      expect(headers['x-content-type-options'], file).toBe('nosniff');
      expect(headers['link'], file).toContain('rel="linkset"');
      expect(body.equals(await readFile(path.join(site, file))), file).toBe(true);
    }
    expect(cacheControlOf('index.html')).toBe('no-cache');
  });

  test('answers an unchanged page with 304', async () => {
    const { headers } = await get('');
    expect(headers['etag']).toBeDefined();
    expect((await get('', { 'If-None-Match': String(headers['etag']) })).status).toBe(304);
  });

  test('has in the Link headers of pages and files what the link set has', async () => {
    interface Target {
      href: string;
      type?: string;
      profile?: string[];
    }
    const contexts = linkset(edition).linkset as unknown as ({ anchor: string } & Record<string, Target[]>)[];
    expect(contexts.length).toBeGreaterThan(30);
    for (const { anchor, ...relations } of contexts) {
      const { headers } = await get(anchor.slice(edition.site.length));
      const expected = Object.entries(relations as Record<string, Target[]>).flatMap(([relation, targets]) =>
        targets.map(
          ({ href, type, profile }) =>
            `<${href}>; rel="${relation}"${type ? `; type="${type}"` : ''}${profile ? `; profile="${profile[0]}"` : ''}`,
        ),
      );
      const sent = String(headers['link']).split(/, (?=<)/);
      expect(sent.filter((link) => !link.includes('rel="linkset"')).sort(), anchor).toEqual(expected.sort());
    }
  });

  test('leads who asks a page of a version for a format to the file', async () => {
    for (const { slug, versions } of edition.articles) {
      const own = versions.flatMap(({ number }) => ['', 'en/'].map((root) => `${root}articles/${slug}/${number}/`));
      for (const page of [`articles/${slug}/`, ...own]) {
        for (const { mediaType, extension } of negotiableOf(edition)) {
          const Accept = mediaType.split(';')[0] as string;
          const { status, headers } = await get(page, { Accept });
          const version = versions.find((one) => page.endsWith(`/${one.number}/`)) ?? versions.at(-1);
          expect([status, headers['location']], `${page} ${Accept}`).toEqual([
            303,
            `${base}articles/${slug}/${version?.number}/${slug}.${extension}`,
          ]);
          expect(headers['vary']).toContain('Accept');
        }
      }
    }
    expect(negotiableOf(edition).length).toBeGreaterThan(8);
  });

  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', undefined],
    ['*/*', undefined],
    ['', undefined],
    ['application/pdfx', undefined],
    ['application/vnd.citationstyles.csl+json;q=1, text/html;q=0.5', undefined],
    ['application/vnd.datacite.datacite+xml;q=0.8, application/x-bibtex', 'datacite.xml'],
    ['text/plain, application/x-bibtex;q=0.3', 'bib'],
    ['APPLICATION/LD+JSON', 'jsonld'],
    // A weight of zero refuses.
    ['application/x-bibtex;q=0', undefined],
    ['application/x-bibtex; charset=utf-8; q=0.000, application/ld+json;q=0.1', 'jsonld'],
    ['text/html;q=0, application/ld+json', 'jsonld'],
    // What nothing here answers gets the page.
    ['image/png', undefined],
  ])('answers «%s» rightly', async (Accept, extension) => {
    const slug = edition.articles[0]?.slug as string;
    const { status, headers } = await get(`articles/${slug}/`, { Accept });
    if (extension === undefined) expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    else expect(headers['location']).toMatch(new RegExp(`/${slug}\\.${extension.replace('.', '\\.')}$`));
    // Other pages are no landing pages.
    expect((await get('', { Accept })).status).toBe(200);
  });

  const compressed = () => [
    'index.html',
    `articles/${edition.articles[0]?.slug}/1.0.0/${edition.articles[0]?.slug}.tei.xml`,
  ];

  test('sends compressed files to who takes them', async () => {
    for (const file of compressed()) {
      const whole = await readFile(path.join(site, file));
      const zipped = await get(file, { 'Accept-Encoding': 'gzip' });
      expect(zipped.headers['content-encoding'], file).toBe('gzip');
      expect(String(zipped.headers['vary'])).toContain('Accept-Encoding');
      expect(zipped.headers['content-type']).toBe(mediaTypeOf(file));
      expect(gunzipSync(zipped.body).equals(whole)).toBe(true);
      expect(zipped.body.length).toBeLessThan(whole.length / 2);
    }
  });

  test('sends what Brotli has compressed to who takes that', needing(brotli), async () => {
    for (const file of compressed()) {
      const { headers, body } = await get(file, { 'Accept-Encoding': 'gzip, br' });
      expect(headers['content-encoding'], file).toBe('br');
      expect(brotliDecompressSync(body).equals(await readFile(path.join(site, file)))).toBe(true);
    }
  });

  test('says of a compressed file that is asked for by its own name what it is', async () => {
    expect((await get('index.html.gz')).headers['content-type']).toBe('application/gzip');
    expect((await get('index.html.br')).headers['content-type']).toBe('application/octet-stream');
  });

  test('answers a lost address with the page for it, and a folder without a slash with the one with it', async () => {
    const lost = await get('nowhere/at/all');
    expect([lost.status, lost.body.equals(await readFile(path.join(site, '404.html')))]).toEqual([404, true]);
    const folder = await get('about');
    expect([folder.status, folder.headers['location']]).toEqual([301, `${base}about/`]);
    const whole = await fetch(at('').slice(0, -1), { redirect: 'manual' });
    expect([whole.status, whole.headers.get('location')]).toEqual([301, base]);
  });

  test('tells nobody to keep an error: a folder without a page is a lost address', async () => {
    for (const folder of ['articles/', 'assets/']) {
      const { status, headers, body } = await get(folder);
      expect([status, headers['cache-control']], folder).toEqual([404, undefined]);
      expect(body.equals(await readFile(path.join(site, '404.html')))).toBe(true);
    }
  });

  test('sends a policy under which every page works, search included', async () => {
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const broken: string[] = [];
      page.on('console', (message) => {
        if (/Content.Security.Policy|Refused/i.test(message.text())) broken.push(`${page.url()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => broken.push(`${page.url()}: ${error.message}`));
      const slug = edition.articles[0]?.slug;
      for (const one of [
        '',
        `articles/${slug}/`,
        `en/articles/${slug}/changes/`,
        'bibliography/',
        'nowhere/at/all.html',
      ]) {
        const answer = await page.goto(at(one));
        expect(answer?.headers()['content-security-policy'], one).toBe(contentSecurityPolicy(edition));
      }
      await page.goto(at(`search/?q=${encodeURIComponent('موازنه قوا')}`));
      await page.waitForSelector('#results li mark');
      expect(broken).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
