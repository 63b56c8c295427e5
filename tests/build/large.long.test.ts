import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { formatList } from '../../src/bibliography/references.ts';
import { loadSound } from '../../src/build/article-batch.ts';
import { buildEdition } from '../../src/build/build.ts';
import { outlineOf } from '../../src/html/outline.ts';
import { cutWorks } from '../../src/html/works-pages.ts';
import { verifyCopy } from '../../src/packages/verify.ts';
import { writeLargeEdition } from '../helpers/large-edition.ts';

async function largeEdition(paragraphs: number, works: number): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeLargeEdition(root, 1, { paragraphs, works });
  return root;
}

test('an article of 1,000 paragraphs is built whole', { timeout: 300_000 }, async () => {
  const root = await largeEdition(1000, 20);
  const out = path.join(root, 'dist');
  await buildEdition({ root, out });
  expect(await readFile(path.join(out, 'articles/article-0001/index.html'), 'utf8')).toContain('id="p1000"');
  expect((await verifyCopy(out)).missing).toEqual([]);
});

test('2,000 works become a list of pages, each with its references', { timeout: 300_000 }, async () => {
  const edition = await loadSound(await largeEdition(60, 2000), ['article-0001']);
  const [article] = edition.articles;
  if (!article) throw new Error('the article is missing');
  const { references } = outlineOf(article);
  expect(Object.keys(references)).toHaveLength(2000);
  // What a work's reference says does not depend on how long the list is.
  const some = article.works.slice(0, 5);
  for (const [key, reference] of formatList(some, 'html')) expect(references[key]).toBe(reference);
  const cuts = cutWorks(edition);
  expect(cuts).toHaveLength(5);
  expect(new Set(cuts.flatMap(({ works }) => works.map(({ work }) => work.key))).size).toBe(2000);
});
