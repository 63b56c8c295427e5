import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { refusedBy } from '../hosting/hosts.ts';
import type { Site } from '../root.ts';
import { lists } from '../site/lists.ts';
import { BusyCache, type Cache, openCache, sayHolder } from './cache.ts';
import { type Built, type Finished, keepFinished, keyOf, readFinished } from './finished.ts';
import { building, former, sweepBuilds } from './leftovers.ts';
import { planBuild, readSources } from './plan.ts';
import { type Progress, silent } from './progress.ts';
import { forgetShards, tellShards } from './shard-notes.ts';
import { checkTarget, replaceTarget } from './target.ts';
import { makeTemporary, removeTemporary } from './temporary.ts';

/** What is built, and where: a former edition in the target is replaced whole, and only when the new one is complete. */
export interface BuildOptions extends Site {
  readonly progress?: Progress;
}

/** What an edition without articles is told: it is built all the same. */
const noArticlesYet = 'the edition has no articles yet; start the first: npm run new -- article SLUG';

/** Whether a folder is a built edition. */
const isEdition = async (names: readonly string[]) => names.includes(lists.catalog) && names.includes(lists.manifest);

/**
 * Builds an edition; leaves it as it is where nothing has changed since the last build. What is made of one article depends on its own files, on the facts of the edition and on the fonts; it is
 * made in batches on all cores, and kept. What is made of all is made of the outlines of the articles.
 *
 * @throws {@link ContentFaults} if the content is faulty, {@link ./budgets.ts OverBudget} if a reading page is too heavy; `out` is
 *   then as it was, as after any other error; {@link ./target.ts UnfitTarget} if `out` is no edition and not empty
 */
export async function buildEdition({ root, out, cache: cacheFolder, progress = silent }: BuildOptions): Promise<Built> {
  await sweepBuilds(out);
  await checkTarget(out, isEdition, 'not a built edition');
  // Beside the target, so that the last step is one rename on one disk.
  const folder = await makeTemporary(path.dirname(out), building);
  let cache: Cache | undefined;
  try {
    const sources = await readSources(root, progress);
    const { slugs, edition } = sources.facts;
    if (slugs.length === 0) progress.note(noArticlesYet);
    cache = cacheFolder === undefined ? undefined : await cacheFor(cacheFolder, progress);
    const key = await keyOf(sources);
    const finished = cacheFolder !== undefined && cache ? await readFinished(cacheFolder, key, out) : undefined;
    if (finished) {
      for (const note of finished.notes) progress.note(note);
      progress.note('nothing has changed since the last build');
      return finished;
    }
    // Loaded now: most of the program is for what is to be made.
    const [{ Builder }, { Products }] = await Promise.all([import('./builder.ts'), import('./products.ts')]);
    const plan = await planBuild(sources, path.join(folder, 'work'), progress);
    if (cacheFolder !== undefined && cache) await tellShards(cacheFolder, plan, progress);
    const site = path.join(folder, 'site');
    await mkdir(site);
    const products = new Products(cache?.folder ?? path.join(folder, 'articles'));
    const made = await new Builder({
      ...plan,
      site,
      progress,
      products,
      making: path.join(folder, 'making'),
    }).build();
    await cache?.keepOnly(slugs);
    if (cacheFolder !== undefined && cache) await forgetShards(cacheFolder);
    // A folder made for one process is closed to the rest of the world; a site is not.
    await chmod(site, 0o755);
    const built: Finished = {
      site: made.site,
      refused: edition.host === undefined ? [] : refusedBy(edition.host, made.site),
      notes: [...plan.lacks, ...made.notes],
    };
    if (cacheFolder !== undefined && cache) await keepFinished(cacheFolder, key, { site, out }, built);
    await replaceTarget(out, site, path.join(folder, former));
    return built;
  } finally {
    await cache?.close();
    await removeTemporary(folder);
  }
}

/**
 * The cache of a build; none if another build has it.
 *
 * @throws {@link BusyCache} while a shard is made in it: the build would make its articles a second time
 */
async function cacheFor(folder: string, progress: Progress): Promise<Cache | undefined> {
  const cache = await openCache(folder);
  if ('close' in cache) return cache;
  if (cache.shard !== undefined) throw new BusyCache(`${sayHolder(cache)}: wait for its end, then build`);
  progress.note(`${sayHolder(cache)} and uses what is kept from one build to the next: this one makes everything`);
  return undefined;
}
