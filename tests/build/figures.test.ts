/** What a build makes of the files of an article: each beside its exports, pictures for screens, and a page that is as light as without. */
import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { readTags } from '../../src/build/markup.ts';
import type { Article } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { listFiles } from '../../src/files.ts';
import { writeArticleFiles } from '../../src/site/article-files.ts';
import { startBrowser } from '../helpers/browser.ts';
import { alone, writeEdition } from '../helpers/edition.ts';
import { addFiles, figureFiles, figureTexts, png, publishedFiles, slugs } from '../helpers/figures.ts';
import { serve } from '../helpers/serve.ts';

const source = (file: string) => pathToFileURL(path.resolve(import.meta.dirname, '../../src', file)).href;

const count = 30;
let root: string;
let out: string;
const read = (file: string) => readFile(path.join(out, file));

beforeAll(async () => {
  const more = Array.from(
    { length: count - 3 },
    (_, index) =>
      `<Figure src="files/more-${index}.png" alt="Harbour number ${index}">\n\nHarbour ${index}.\n\n</Figure>\n`,
  );
  const texts = { ...figureTexts, en: `${figureTexts.en}\n${more.join('\n')}` };
  root = await writeEdition({ ...figureFiles(texts), ...alone });
  await addFiles(root, slugs.en, await publishedFiles());
  for (let index = 0; index < count - 3; index += 1)
    await addFiles(root, slugs.en, { [`more-${index}.png`]: await png(500, 300, `rgb(${index}, 90, 90)`) });
  out = path.join(root, 'dist');
  await buildEdition({ root, out });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test('each file stands as it is beside the exports of its version, which name it so, and at the bare address', async () => {
  const given = await readFile(path.join(root, `content/articles/${slugs.en}/files/map.png`));
  for (const place of ['1.0.0/', '']) expect(await read(`articles/${slugs.en}/${place}files/map.png`)).toEqual(given);
  expect(await readFile(path.join(out, `articles/${slugs.en}/1.0.0/${slugs.en}.md`), 'utf8')).toContain(
    '](<files/map.png>)',
  );
  expect((await read('manifest-sha256.txt')).toString()).toContain(`articles/${slugs.en}/1.0.0/files/map.png`);
});

test('the pictures for screens have the sizes and formats that the page says, and every address of the page leads to a file', async () => {
  const page = `en/articles/${slugs.en}/1.0.0/index.html`;
  const tags = readTags((await read(page)).toString(), new Set(['img', 'source', 'a']));
  const at = (address: string) => path.posix.join(path.posix.dirname(page), address);
  const sources = tags.filter(({ name }) => name === 'source');
  expect(sources).toHaveLength(2 * count);
  for (const { attributes } of sources.slice(0, 4))
    for (const one of attributes.get('srcset')?.value?.split(', ') ?? []) {
      const [address = '', width] = one.split(' ');
      const made = await sharp(await read(at(address))).metadata();
      expect(`${made.width}w`).toBe(width);
      expect(attributes.get('type')?.value).toBe(made.format === 'heif' ? 'image/avif' : `image/${made.format}`);
    }
  const files = new Set(listFiles(out));
  const addresses = tags.flatMap(({ attributes }) =>
    ['src', 'href']
      .flatMap((name) => attributes.get(name)?.value ?? [])
      .filter((one) => /\/(?:files|images)\//.test(one)),
  );
  expect(addresses.length).toBeGreaterThan(2 * count);
  for (const address of addresses) expect(files).toContain(at(address));
});

test('a page with 30 figures asks for none of their pictures before it is near', async () => {
  const html = (await read(`en/articles/${slugs.en}/1.0.0/index.html`)).toString();
  const tags = readTags(html, new Set(['img', 'link']));
  const images = tags.filter(({ name }) => name === 'img');
  // One figure has two panels.
  expect(images).toHaveLength(count + 1);
  for (const { attributes } of images) {
    expect(attributes.get('loading')?.value).toBe('lazy');
    // Their room is kept, so that nothing moves when they come.
    expect(Number(attributes.get('width')?.value) * Number(attributes.get('height')?.value)).toBeGreaterThan(0);
  }
  const preloads = tags.filter(({ name, attributes }) => name === 'link' && attributes.get('as')?.value === 'image');
  expect(preloads).toEqual([]);
});

test('the pictures that are made are the same, byte for byte, the next time', async () => {
  const [article] = (await loadEdition(root)).articles;
  const again = path.join(root, 'again');
  await writeArticleFiles(article as Article, again);
  const files = listFiles(again);
  expect(files.filter((file) => file.endsWith('.avif')).length).toBeGreaterThan(3);
  for (const file of files) expect(await readFile(path.join(again, file)), file).toEqual(await read(file));
});

test('the first screen of a page with 30 figures asks for what one without them asks for, and waits for no picture', async () => {
  const { root: site, server } = await serve(out);
  const browser = await startBrowser();
  try {
    /** What a phone has asked for when the first words stand on the page, where no picture ever comes. */
    const askedFor = async (change: (html: string) => string) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
      const page = await context.newPage();
      const asked: string[] = [];
      await page.route('**/*', async (route) => {
        const request = route.request();
        if (request.resourceType() === 'image' && /\/(?:files|images)\//.test(request.url())) return;
        asked.push(new URL(request.url()).pathname);
        if (request.resourceType() !== 'document') return route.continue();
        const response = await route.fetch();
        return route.fulfill({ response, body: change(await response.text()) });
      });
      await page.goto(`${site}en/articles/${slugs.en}/1.0.0/index.html`, { waitUntil: 'domcontentloaded' });
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      await page.evaluate(() => document.fonts.ready);
      const blocking = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter((one) => (one as unknown as { renderBlockingStatus: string }).renderBlockingStatus === 'blocking')
          .map(({ name }) => new URL(name).pathname),
      );
      const figures = await page.locator('figure').count();
      await context.close();
      return { asked: asked.sort(), blocking: blocking.sort(), figures };
    };
    const withThem = await askedFor((html) => html);
    const without = await askedFor((html) => html.replace(/<figure\b.*?<\/figure>/gs, ''));
    // A table is a figure of HTML too.
    expect([withThem.figures, without.figures]).toEqual([count + 1, 0]);
    expect(withThem.asked).toEqual(without.asked);
    expect(withThem.blocking).toEqual(without.blocking);
  } finally {
    await browser.close();
    server.close();
  }
});

test('what reads and writes an article without figures never loads the program for images', async () => {
  const folder = await writeEdition(alone);
  const program = `
    const { loadEdition } = await import(${JSON.stringify(source('edition/reading/load.ts'))});
    const { writeArticleFiles } = await import(${JSON.stringify(source('site/article-files.ts'))});
    const [root, out] = process.argv.slice(1);
    const { articles } = await loadEdition(root);
    for (const article of articles) await writeArticleFiles(article, out);
    const loaded = process.report.getReport().sharedObjects.filter((one) => /sharp|vips/.test(one));
    console.log(JSON.stringify({ articles: articles.length, loaded: loaded.length }));`;
  const run = (edition: string) => {
    const { stdout } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', program, edition, path.join(edition, 'made')],
      { encoding: 'utf8' },
    );
    return JSON.parse(stdout);
  };
  expect(run(folder)).toEqual({ articles: 1, loaded: 0 });
  expect(run(root).loaded).toBeGreaterThan(0);
  await rm(folder, { recursive: true, force: true });
});
