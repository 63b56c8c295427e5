/** Makes a part of the articles of an edition into its cache, so that several machines share the work. */
import path from 'node:path';
import { BusyCache, openCache, sayHolder } from './cache.ts';
import { sharding } from './leftovers.ts';
import { type Making, makeMany, missingOf, sayReasons } from './making.ts';
import { planBuild, readSources } from './plan.ts';
import { Products } from './products.ts';
import { type Progress, silent } from './progress.ts';
import { programOf, readNote, writeNote } from './shard-notes.ts';
import { type Shard, shardName, shardOf } from './shard-number.ts';
import { makeTemporary, removeTemporary, sweep } from './temporary.ts';

export interface ShardOptions {
  /** The folder with `content/` and `bibliography/`. */
  readonly root: string;
  /** Where the articles go, named by what they are made of; `estenad build` takes them from there. */
  readonly cache: string;
  readonly shard: Shard;
  readonly progress?: Progress;
}

/** What a shard came to. */
export interface MadeShard {
  /** How many articles it has, and how many of them were made now. */
  readonly articles: number;
  readonly made: number;
}

/**
 * Makes the articles of a shard as far as the cache lacks them. No edition is written.
 *
 * @throws {@link ../faults.ts ContentFaults} if one is faulty; {@link BusyCache} if a build or another process is at the same shard
 */
export async function buildShard({ root, cache, shard, progress = silent }: ShardOptions): Promise<MadeShard> {
  const opened = await openCache(cache, shard);
  if (!('close' in opened)) throw new BusyCache(`shard ${shardName(shard)} cannot begin: ${sayHolder(opened)}`);
  // In the cache, so that a product is moved into its place at once.
  await sweep(cache, sharding);
  const folder = await makeTemporary(cache, sharding);
  try {
    const plan = await planBuild(await readSources(root, progress), path.join(folder, 'work'), progress);
    const former = await readNote(cache, shard);
    if (former?.isDone)
      progress.note(
        former.program === programOf(plan)
          ? `shard ${shardName(shard)} was made before: what has not changed since is kept`
          : `shard ${shardName(shard)} was made before, by another version of the program: it is made anew`,
      );
    await writeNote(cache, shard, plan, false);
    const making: Making = {
      ...plan,
      products: new Products(opened.folder),
      making: path.join(folder, 'making'),
      progress,
    };
    progress.step('articles');
    const slugs = shardOf(plan.facts.slugs, shard);
    const missing = await missingOf(making, slugs);
    progress.note(sayReasons(missing, slugs.length));
    if (missing.size > 0) {
      await makeMany(making, [...missing.keys()]);
    }
    await writeNote(cache, shard, plan, true);
    return { articles: slugs.length, made: missing.size };
  } finally {
    await removeTemporary(folder);
    await opened.close();
  }
}
