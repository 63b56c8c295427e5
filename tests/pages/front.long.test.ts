/** The pages of a made-up journal that is too large for its landing page to list all articles. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePages } from '../../src/build/pages.ts';
import type { Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { issuesOf } from '../../src/edition/shelves.ts';
import { makeFonts } from '../../src/fonts/web.ts';
import { outlineOf } from '../../src/html/outline.ts';
import { writeLargeJournal } from '../helpers/large-journal.ts';

const count = 48;
let folder: string;
let edition: Edition;
let pages: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  const root = path.join(folder, 'journal');
  await writeLargeJournal(root, 6, count);
  const loaded = await loadEdition(root);
  const outlines = loaded.articles.map(outlineOf);
  edition = { ...loaded, articles: outlines.map(({ article }) => article) };
  await makeFonts('سنجش Bench', path.join(folder, 'fonts'));
  pages = await makePages({ edition, outlines, articles: [], isWhole: true }, path.join(folder, 'fonts'), folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (file: string) => readFile(path.join(pages, file), 'utf8');
/** The articles that a page links to, in order, each once. */
const articlesOn = (html: string) => [
  ...new Set([...html.matchAll(/articles\/(article-\d+)\//g)].map(([, slug]) => slug)),
];

test.each(['index.html', 'en/index.html'])(
  '%s has search, the current issue, what is new and ways in',
  async (file) => {
    const html = await page(file);
    const main = html.slice(html.indexOf('<main'));
    expect(html.match(/role="search"/g)).toHaveLength(1);
    const current = issuesOf(edition)[0]?.articles.map(({ slug }) => slug) ?? [];
    expect(articlesOn(main).slice(0, current.length)).toEqual(current);
    // The newest of the others, and none of the rest.
    expect(articlesOn(main).length).toBe(current.length + 8);
    for (const shelf of [
      'issues/2-2/',
      'issues/',
      'authors/',
      'subjects/',
      'types/',
      'years/',
      'issues/2-2/issue.epub',
    ])
      expect(main).toMatch(new RegExp(`href="[./]*(?:en/)?${shelf}`));
  },
);

test('every shelf has every article that belongs onto it, once', async () => {
  const slugs = edition.articles.map(({ slug }) => slug).sort();
  for (const file of ['years/index.html', 'types/index.html', 'authors/index.html'])
    expect(articlesOn(await page(file)).sort(), file).toEqual(slugs);
  const ofIssues = await Promise.all(issuesOf(edition).map(({ id }) => page(`issues/${id}/index.html`)));
  expect(ofIssues.flatMap(articlesOn).sort()).toEqual(slugs);
});

test('the search can be narrowed to each shelf, with how many articles it has', async () => {
  const html = await page('en/search/index.html');
  const optionsOf = (name: string) =>
    [
      ...(new RegExp(`<select name="${name}">(.*?)</select>`, 's').exec(html)?.[1] ?? '').matchAll(
        />([^<]+)<\/option>/g,
      ),
    ]
      .map(([, text]) => text)
      .slice(1);
  expect(optionsOf('issue')).toHaveLength(6);
  expect(optionsOf('issue')[1]).toBe('Volume 2, Issue 1 (2022) (8)');
  expect(optionsOf('year')).toEqual(['2022 (16)', '2021 (32)']);
  expect(optionsOf('author')).toHaveLength(40);
  expect(optionsOf('type')).toContain('Editorial (1)');
  // They would be too many.
  expect(optionsOf('article')).toEqual([]);
  expect(html).toContain('<input type="hidden" name="article">');
});
