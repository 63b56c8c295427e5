import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { silent } from '../../src/build/progress.ts';
import { digestsOf } from '../helpers/digests.ts';
import { largeArticle, largeSlugs, writeLargeEdition } from '../helpers/large-edition.ts';

const small = { paragraphs: 5, works: 3 };

/** Puts another text in the place of an article's. */
async function replace(root: string, slug: string): Promise<void> {
  for (const [file, content] of Object.entries(largeArticle(99, slug, small)))
    await writeFile(path.join(root, file), content);
}

test('a build that makes only what has changed gives the bytes of one that makes everything', {
  timeout: 300_000,
}, async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [kept, replaced] = largeSlugs(6) as [string, string];
  await writeLargeEdition(root, 6, small);
  const [out, cache, clean] = ['dist', 'cache', 'clean'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  const page = (slug: string) => path.join(out, 'articles', slug, 'index.html');

  // Six articles are made in several processes, one in that of the build.
  await buildEdition({ root, out, cache });
  const before = await digestsOf(out);
  const { mtimeMs } = await stat(page(kept));
  await replace(root, replaced);
  await buildEdition({ root, out, cache });
  expect((await stat(page(kept))).mtimeMs).toBe(mtimeMs);
  await buildEdition({ root, out: clean });
  const after = await digestsOf(out);
  expect(after).toEqual(await digestsOf(clean));
  expect(after[`articles/${replaced}/index.html`]).not.toBe(before[`articles/${replaced}/index.html`]);
  expect(after[`articles/${kept}/index.html`]).toBe(before[`articles/${kept}/index.html`]);

  // With nothing changed, the edition is left as it is.
  const notes: string[] = [];
  const { ino } = await stat(out);
  const again = await buildEdition({ root, out, cache, progress: { ...silent, note: (text) => notes.push(text) } });
  expect((await stat(out)).ino).toBe(ino);
  expect(notes).toEqual(['nothing has changed since the last build']);
  expect(again.site.files).toBe(Object.keys(after).length);

  // Who writes into the site spoils no later build.
  await writeFile(page(kept), 'spoilt');
  await buildEdition({ root, out, cache });
  expect(await digestsOf(out)).toEqual(after);
});
