/** What a build leaves in the cache, so that one with nothing changed since need not build: it counts only for what is as it was. */
import { appendFile, cp, mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Finished, keepFinished, keyOf, readFinished } from '../../src/build/finished.ts';
import { readSources } from '../../src/build/plan.ts';
import { silent } from '../../src/build/progress.ts';
import { changed, makeEdition } from '../helpers/edition.ts';

const finished: Finished = {
  site: { files: 2, bytes: 9, largest: { path: 'articles/a.txt', bytes: 5 } },
  refused: ['too many files'],
  notes: ['a letter is missing'],
};

/** A site of two files, and a cache that says that it was built. */
async function built() {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const [cache, out] = [path.join(root, '.cache'), path.join(root, 'dist')];
  await mkdir(cache);
  await mkdir(path.join(out, 'articles'), { recursive: true });
  await writeFile(path.join(out, 'articles/a.txt'), 'one\n\n');
  await writeFile(path.join(out, 'b.txt'), 'two\n');
  await keepFinished(cache, 'key', { site: out, out }, finished);
  return { root, cache, out };
}

test('what the build came to is known as long as key, target and files are the same, moved together too', async () => {
  const { root, cache, out } = await built();
  expect(await readFinished(cache, 'key', out)).toEqual(finished);
  await rename(out, `${out}-2`);
  await rename(`${out}-2`, out);
  expect(await readFinished(cache, 'key', out)).toEqual(finished);
  const moved = `${root}-moved`;
  onTestFinished(() => rm(moved, { recursive: true, force: true }));
  await rename(root, moved);
  expect(await readFinished(path.join(moved, '.cache'), 'key', path.join(moved, 'dist'))).toEqual(finished);
});

test.each([
  ['another key', async () => {}, 'another'],
  ['a file that was written to', ({ out }) => appendFile(path.join(out, 'b.txt'), 'x'), 'key'],
  ['a file of another time', ({ out }) => utimes(path.join(out, 'b.txt'), 1, 1), 'key'],
  ['a file that is gone', ({ out }) => rm(path.join(out, 'articles/a.txt')), 'key'],
  ['a file more', ({ out }) => writeFile(path.join(out, 'CNAME'), 'library.example'), 'key'],
  ['a target that is gone', ({ out }) => rm(out, { recursive: true }), 'key'],
  ['a note half written', ({ cache }) => writeFile(path.join(cache, 'finished.json'), '{"key":"key","fi'), 'key'],
  ['no note', ({ cache }) => rm(path.join(cache, 'finished.json')), 'key'],
] as [string, (made: { cache: string; out: string }) => Promise<void>, string][])(
  'and is not known with %s',
  async (_, change, key) => {
    const { cache, out } = await built();
    await change({ cache, out });
    expect(await readFinished(cache, key, out)).toBeUndefined();
  },
);

test('it does not count for another folder with the same files', async () => {
  const { root, cache, out } = await built();
  await cp(out, path.join(root, 'other'), { recursive: true, preserveTimestamps: true });
  expect(await readFinished(cache, 'key', path.join(root, 'other'))).toBeUndefined();
});

test('the key changes with whatever the edition is made of, and with nothing else', async () => {
  const keyWith = async (changes: Record<string, string | null>) =>
    keyOf(await readSources(await makeEdition(changes), silent));
  const key = await keyWith({});
  expect(await keyWith({})).toBe(key);
  expect(await keyWith({ 'notes.txt': 'What nobody publishes.' })).toBe(key);
  const edition = 'content/edition.yaml';
  const others = [
    changed('content/articles/a-tale/1.0.0.mdx', 'told again', 'again told'),
    changed(edition, 'articles:', 'host: github-pages\narticles:'),
    changed(edition, 'articles:', 'search: { engine: solr, url: "https://host.example/solr/estenad" }\narticles:'),
    changed(edition, '  - a-tale\n  - yek-dastan', '  - yek-dastan\n  - a-tale'),
    { 'content/pages/about.en.mdx': '# About\n\nWhat it is.\n' },
    { 'content/search-words.yaml': '- { why: Two words of English, rows: [[sea, ocean]] }\n' },
  ];
  const keys = await Promise.all(others.map(keyWith));
  expect(new Set([key, ...keys]).size).toBe(others.length + 1);
});
