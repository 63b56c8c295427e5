import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCache, sayHolder } from '../../src/build/cache.ts';
import { sayReasons } from '../../src/build/making.ts';
import type { Plan } from '../../src/build/plan.ts';
import { silent } from '../../src/build/progress.ts';
import { forgetShards, tellShards, writeNote } from '../../src/build/shard-notes.ts';
import { readShard, shardOf } from '../../src/build/shard-number.ts';

async function temporary(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const slugs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** As much of a plan as a note tells. */
const planOf = (program = 'p', its: readonly string[] = slugs) =>
  ({
    facts: { slugs: its },
    keys: new Map(its.map((slug) => [slug, { program, fonts: '', edition: '', content: '', links: '' }])),
  }) as unknown as Plan;

/** What a build says of the shards in a cache. */
async function told(cache: string, plan: Plan = planOf()): Promise<string[]> {
  const notes: string[] = [];
  await tellShards(cache, plan, { ...silent, note: (text) => notes.push(text) });
  return notes;
}

const shard = (text: string) => readShard(text) ?? expect.fail(text);

describe('a shard', () => {
  test.each(['0/8', '9/8', '3', '3/', '/8', '-1/8', '1.5/8', '3/8/2', '1/1000', 'three/8', ''])('is not %j', (text) => {
    expect(readShard(text)).toBeUndefined();
  });

  test('has each article once, whatever the count, and none more than one above another', () => {
    for (const count of [1, 2, 3, 8, 10, 12]) {
      const shards = Array.from({ length: count }, (_, index) => shardOf(slugs, { number: index + 1, count }));
      expect(shards.flat().sort()).toEqual(slugs);
      const sizes = shards.map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });
});

describe('a build that puts shards together', () => {
  test('says nothing where there are none, and that all are here', async () => {
    const cache = await temporary();
    expect(await told(cache)).toEqual([]);
    for (const one of ['1/2', '2/2']) await writeNote(cache, shard(one), planOf(), true);
    expect(await told(cache)).toEqual(['all 2 shards are here']);
    await forgetShards(cache);
    expect(await told(cache)).toEqual([]);
  });

  test('names those that are missing and those that did not end', async () => {
    const cache = await temporary();
    await writeNote(cache, shard('1/4'), planOf(), true);
    await writeNote(cache, shard('3/4'), planOf(), false);
    await writeFile(path.join(cache, 'shards/4-of-4.json'), '{"shard": "4/');
    expect(await told(cache)).toEqual([
      'shard 2/4 of 4 is missing',
      'shards 3/4, 4/4 did not come to an end',
      'what they lack is made here',
    ]);
  });

  test('names those of another program, of another edition, and of another count', async () => {
    const cache = await temporary();
    await writeNote(cache, shard('1/2'), planOf('older'), true);
    await writeNote(cache, shard('2/2'), planOf('p', ['a', 'b']), true);
    expect(await told(cache)).toEqual([
      'shard 1/2: made by another version of the program',
      'shard 2/2: made of an edition with other articles',
      'what they lack is made here',
    ]);
    await writeNote(cache, shard('1/3'), planOf(), true);
    expect((await told(cache))[0]).toBe(
      'the cache has shards of different counts (2, 3): give every machine the same count',
    );
  });
});

describe('a cache', () => {
  test('has room for several shards at once, and for one process at each', async () => {
    const cache = await temporary();
    const first = await openCache(cache, shard('1/2'));
    expect(await openCache(cache, shard('2/2'))).toHaveProperty('close');
    expect(await openCache(cache, shard('1/2'))).toMatchObject({ pid: process.pid, shard: '1/2' });
    if ('close' in first) await first.close();
    expect(await openCache(cache, shard('1/2'))).toHaveProperty('close');
  });

  test('is for a build alone', async () => {
    const cache = await temporary();
    const held = await openCache(cache, shard('1/2'));
    const build = await openCache(cache);
    expect('close' in build || sayHolder(build)).toBe(`shard 1/2 is being made (process ${process.pid})`);
    if ('close' in held) await held.close();
    expect(await openCache(cache)).toHaveProperty('close');
    const late = await openCache(cache, shard('2/2'));
    expect('close' in late || sayHolder(late)).toBe(`another build is at work (process ${process.pid})`);
  });
});

test('why articles are made is said by kind, and few are named', () => {
  expect(sayReasons(new Map([['a-tale', 'content']]), 9)).toBe('1 of 9 articles made: 1 changed (a-tale)');
  const many = slugs.map((slug) => [slug, 'fonts'] as const);
  expect(sayReasons(new Map([...many, ['x', 'new'], ['y', 'damaged']]), 12)).toBe(
    '12 of 12 articles made: 10 made with other fonts; 1 new; 1 damaged in the cache (y)',
  );
  expect(sayReasons(new Map(), 9)).toBe('no article has changed: 9 kept');
});
