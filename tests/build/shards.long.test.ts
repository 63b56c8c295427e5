import { cp, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { type Progress, silent } from '../../src/build/progress.ts';
import { buildShard } from '../../src/build/shard.ts';
import { digestsOf } from '../helpers/digests.ts';
import { largeSlugs, writeLargeEdition } from '../helpers/large-edition.ts';

const small = { paragraphs: 3, works: 2 };
const count = 8;
const slugs = largeSlugs(10);

/** What a build says. */
function listening(): { readonly notes: string[]; readonly progress: Progress } {
  const notes: string[] = [];
  return { notes, progress: { ...silent, note: (text) => notes.push(text) } };
}

/** The edition in a folder as its machine would have it. */
async function clone(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  await writeLargeEdition(root, slugs.length, small);
  return root;
}

/** Puts caches together as artifacts of a forge are: files with the times at which they arrived. */
async function gather(machines: readonly string[], cache: string): Promise<void> {
  for (const machine of machines) await cp(path.join(machine, 'cache'), cache, { recursive: true });
}

describe('eight shards that were made in eight folders', () => {
  let machines: string[];

  beforeAll(async () => {
    machines = await Promise.all(Array.from({ length: count }, clone));
    const left = machines.entries();
    const work = async () => {
      for (const [index, root] of left)
        await buildShard({ root, cache: path.join(root, 'cache'), shard: { number: index + 1, count } });
    };
    await Promise.all([work(), work()]);
    return async () => {
      for (const root of machines) await rm(root, { recursive: true, force: true });
    };
  }, 400_000);

  test('give the bytes of one build, which then makes no article', async () => {
    const root = await clone();
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const [cache, out, clean] = ['cache', 'dist', 'clean'].map((name) => path.join(root, name)) as [
      string,
      string,
      string,
    ];
    await gather(machines, cache);
    const made = path.join(cache, 'articles', slugs[3] as string, 'outline.json');
    const { mtimeMs } = await stat(made);
    const { notes, progress } = listening();
    await buildEdition({ root, out, cache, progress });
    expect(notes).toEqual(['all 8 shards are here', 'no article has changed: 10 kept']);
    expect((await stat(made)).mtimeMs).toBe(mtimeMs);
    await buildEdition({ root, out: clean });
    expect(await digestsOf(out)).toEqual(await digestsOf(clean));
  }, 200_000);

  test('may be lost, damaged or half there: the build names what it makes again', async () => {
    const root = await clone();
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const [cache, out] = [path.join(root, 'cache'), path.join(root, 'dist')] as const;
    const [, ...others] = machines;
    await gather(others, cache);
    const [, damaged, halved] = slugs as [string, string, string];
    // As long as before, and another text: only its digest tells.
    const page = path.join(cache, 'articles', damaged, 'site/articles', damaged, 'index.html');
    await writeFile(page, 'X', { flag: 'r+' });
    await rm(path.join(cache, 'articles', halved, 'passages.json'));
    const { notes, progress } = listening();
    await buildEdition({ root, out, cache, progress });
    expect(notes).toEqual([
      'shard 1/8 of 8 is missing',
      'what they lack is made here',
      `4 of 10 articles made: 2 new; 2 damaged in the cache (${damaged}, ${halved})`,
    ]);
  }, 200_000);

  test('are kept where they are made a second time', async () => {
    const root = machines[1] as string;
    const { notes, progress } = listening();
    const shard = { number: 2, count };
    expect(await buildShard({ root, cache: path.join(root, 'cache'), shard, progress })).toEqual({
      articles: 2,
      made: 0,
    });
    expect(notes).toEqual([
      'shard 2/8 was made before: what has not changed since is kept',
      'no article has changed: 2 kept',
    ]);
  }, 100_000);
});
