import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatList } from '../../src/bibliography/references.ts';
import { loadSound } from '../../src/build/article-batch.ts';
import { buildEdition } from '../../src/build/build.ts';
import type { ContentFaults } from '../../src/faults.ts';
import { outlineOf } from '../../src/html/outline.ts';
import { cutWorks } from '../../src/html/works-pages.ts';
import { verifyCopy } from '../../src/packages/verify.ts';
import { makeEdition } from '../helpers/edition.ts';
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

describe('an article without a paragraph', () => {
  const tale = (source: string, apparatus: string, text = '') => ({
    'content/articles/a-tale/source.txt': source,
    'content/articles/a-tale/1.0.0.mdx': `${text}\`\`\`yaml apparatus\n${apparatus}\n\`\`\`\n`,
  });

  test('is built if its source has no more than a title and an abstract, which describes its page', async () => {
    const abstract = '<Abstract lang="en">\n\nOn salt & "tea". [](source:2)\n\n</Abstract>\n\n';
    const title = 'lines:\n  - { lines: 1, as: title }';
    const root = await makeEdition(tale('A Tale of Two Notes\nOn salt & "tea".\n', title, abstract));
    const out = path.join(root, 'dist');
    await buildEdition({ root, out });
    const page = await readFile(path.join(out, 'en/articles/a-tale/index.html'), 'utf8');
    expect(page).toContain('A Tale of Two Notes');
    expect(page).not.toContain('class="pn"');
    expect(page).toContain('<meta name="description" content="On salt &amp; &quot;tea&quot;.">');
  });

  test('is refused if its source is empty, and there is no site', async () => {
    const root = await makeEdition(tale('', 'lines: []'));
    const out = path.join(root, 'dist');
    const { faults } = (await buildEdition({ root, out }).catch((error) => error)) as ContentFaults;
    expect(faults).toMatchObject([{ file: 'content/articles/a-tale/source.txt', what: 'the source is empty' }]);
    expect(await readdir(root)).not.toContain('dist');
  });
});

test('10,000 works become a list of pages, each with its references', { timeout: 300_000 }, async () => {
  const edition = await loadSound(await largeEdition(300, 10_000), ['article-0001']);
  const [article] = edition.articles;
  if (!article) throw new Error('the article is missing');
  const { references } = outlineOf(article);
  expect(Object.keys(references)).toHaveLength(10_000);
  // What a work's reference says does not depend on how long the list is.
  const some = article.works.slice(0, 5);
  for (const [key, reference] of formatList(some, 'html')) expect(references[key]).toBe(reference);
  const cuts = cutWorks(edition);
  expect(cuts).toHaveLength(25);
  expect(new Set(cuts.flatMap(({ works }) => works.map(({ work }) => work.key))).size).toBe(10_000);
});
