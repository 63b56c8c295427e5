import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { listFiles } from '../../src/build/files.ts';
import { sha256 } from '../../src/edition/digest.ts';
import { largeSlugs, writeLargeEdition } from '../helpers/large-edition.ts';

/** The digest of every file of a folder, by path. */
async function digests(folder: string): Promise<Record<string, string>> {
  const entries = (await listFiles(folder)).map(
    async (file) =>
      [
        file,
        createHash('sha256')
          .update(await readFile(path.join(folder, file)))
          .digest('hex'),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** Corrects a word of an article, and its release with it. */
async function correct(root: string, slug: string): Promise<void> {
  const at = (name: string) => path.join(root, 'content/articles', slug, name);
  const change = (text: string) => text.replace(/ (\S{4,}) /, ' $1ها ');
  const [text, source, versions] = (await Promise.all(
    ['1.0.0.mdx', 'source.txt', 'versions.yaml'].map((name) => readFile(at(name), 'utf8')),
  )) as [string, string, string];
  // The first line of the source is the first of the abstract, and holds the same word.
  const changed = text.replace(source.split('\n')[0] as string, change(source.split('\n')[0] as string));
  expect(changed).not.toBe(text);
  await writeFile(at('1.0.0.mdx'), changed);
  await writeFile(at('source.txt'), change(source));
  await writeFile(at('versions.yaml'), versions.replace(sha256(text), sha256(changed)));
}

test('a build that makes only what has changed gives the bytes of one that makes everything', {
  timeout: 300_000,
}, async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [kept, corrected] = largeSlugs(6) as [string, string];
  await writeLargeEdition(root, 6, { paragraphs: 5, works: 3 });
  const [out, cache, clean] = ['dist', 'cache', 'clean'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ];
  const page = (slug: string) => path.join(out, 'articles', slug, 'index.html');

  // Six articles are made in several processes, one in that of the build.
  await buildEdition({ root, out, cache });
  const before = await digests(out);
  const { mtimeMs } = await stat(page(kept));
  await correct(root, corrected);
  await buildEdition({ root, out, cache });
  expect((await stat(page(kept))).mtimeMs).toBe(mtimeMs);
  await buildEdition({ root, out: clean });
  const after = await digests(out);
  expect(after).toEqual(await digests(clean));
  expect(after[`articles/${corrected}/index.html`]).not.toBe(before[`articles/${corrected}/index.html`]);
  expect(after[`articles/${kept}/index.html`]).toBe(before[`articles/${kept}/index.html`]);

  // Who writes into the site spoils no later build.
  await writeFile(page(kept), 'spoilt');
  await buildEdition({ root, out, cache });
  expect(await digests(out)).toEqual(after);
});
