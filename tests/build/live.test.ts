import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ReadArticle, readLive } from '../../src/build/live.ts';
import { ContentFaults } from '../../src/faults.ts';
import { makeEdition } from '../helpers/edition.ts';

const tale = 'content/articles/a-tale/1.0.0.mdx';

describe('an edition that is read while it is written', () => {
  test('shows its drafts, and reads again only the article that has changed', async () => {
    const root = await makeEdition();
    const read = new Map<string, ReadArticle>();
    const before = await readLive(root, read);
    expect(before.articles.map(({ slug }) => slug)).toEqual(['a-tale', 'yek-dastan']);
    await appendFile(path.join(root, tale), '\nAnd once more [](source:5)\n');
    const after = await readLive(root, read);
    expect(after.articles[0]?.versions[0]?.body.length).toBe((before.articles[0]?.versions[0]?.body.length ?? 0) + 1);
    expect(after.articles[1]).toBe(before.articles[1]);
    expect(after.edition.articles).toEqual(after.articles);
    expect(after.outlines.map(({ article }) => article.slug)).toEqual(['a-tale', 'yek-dastan']);
  });

  test('says what is wrong, and shows the article again when it is mended', async () => {
    const root = await makeEdition();
    const read = new Map<string, ReadArticle>();
    const { articles } = await readLive(root, read);
    await appendFile(path.join(root, tale), '\n[Nobody](cite:nobody2000)\n');
    await expect(readLive(root, read)).rejects.toThrow(ContentFaults);
    await writeFile(path.join(root, tale), 'It began. [](source:3)\n');
    const mended = await readLive(root, read);
    expect(mended.articles[0]?.versions[0]?.body).toHaveLength(1);
    expect(mended.articles[1]).toBe(articles[1]);
  });
});
