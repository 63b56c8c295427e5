/** Makes the articles that a plan asks for, as far as their products are not there. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { eachOf } from '../concurrency.ts';
import type { Links } from '../edition/model.ts';
import type { Batch } from './article-batch.ts';
import { cut, runBatches } from './article-workers.ts';
import type { Plan } from './plan.ts';
import type { ProductKey, Products, Reason } from './products.ts';
import type { Progress } from './progress.ts';

export interface Making extends Plan {
  readonly products: Products;
  /** Where products are made, on the disk of those that are kept. */
  readonly making: string;
  readonly progress: Progress;
}

/** The articles that have to be made, in order, and why. */
export async function missingOf({ keys, products }: Making, slugs: readonly string[]): Promise<Map<string, Reason>> {
  const reasons = new Map<string, Reason>();
  await eachOf(slugs, async (slug) => {
    const reason = await products.lacking(slug, keys.get(slug) as ProductKey);
    if (reason !== undefined) reasons.set(slug, reason);
  });
  return new Map(slugs.flatMap((slug) => (reasons.has(slug) ? [[slug, reasons.get(slug) as Reason] as const] : [])));
}

const sayings: Readonly<Record<Reason, string>> = {
  new: 'new',
  program: 'made by another version of the program',
  edition: 'made when edition.yaml said something else',
  fonts: 'made with other fonts',
  content: 'changed',
  links: 'linked to other articles than before',
  damaged: 'damaged in the cache',
};

/** How many of so many articles are made, and why, in words for people: `2 of 9 articles made: 1 new; 1 changed (a-tale)`. */
export function sayReasons(reasons: ReadonlyMap<string, Reason>, total: number): string {
  if (reasons.size === 0) return `no article has changed: ${total} kept`;
  const parts = [...Map.groupBy(reasons.keys(), (slug) => reasons.get(slug) as Reason)].map(([reason, slugs]) => {
    const named = reason === 'new' || slugs.length > 5 ? '' : ` (${slugs.join(', ')})`;
    return `${slugs.length} ${sayings[reason]}${named}`;
  });
  return `${reasons.size} of ${total} ${total === 1 ? 'article' : 'articles'} made: ${parts.join('; ')}`;
}

/** What a batch of articles is told. */
export function batchOf(
  { root, keys, links, making, fonts, work }: Making,
  slugs: readonly string[],
  name: string,
): Batch {
  return {
    root,
    keys: Object.fromEntries(slugs.map((slug) => [slug, keys.get(slug) as ProductKey])),
    links: Object.fromEntries(slugs.flatMap((slug) => (links.has(slug) ? [[slug, links.get(slug) as Links]] : []))),
    into: path.join(making, name),
    fonts,
    work: path.join(work, name),
  };
}

/** Puts the products of a batch into their places. */
export async function takeBatch({ products }: Making, batch: Batch): Promise<void> {
  for (const slug of Object.keys(batch.keys)) await products.take(slug, path.join(batch.into, slug));
}

/**
 * Makes many articles in processes of their own.
 *
 * @throws {@link ../faults.ts ContentFaults} if one is faulty
 */
export async function makeMany(making: Making, slugs: readonly string[]): Promise<void> {
  // An article is half done with its files, and done with its pages.
  let halves = 0;
  const tell = (more: number) => {
    halves += more;
    making.progress.at(Math.floor(halves / 2), slugs.length);
  };
  await runBatches(
    cut(slugs).map((some, index) => batchOf(making, some, `batch-${index + 1}`)),
    'all',
    (slug, milliseconds) => {
      making.progress.article(slug, milliseconds);
      tell(1);
    },
    async (batch) => {
      await takeBatch(making, batch);
      tell(Object.keys(batch.keys).length);
      await rm(batch.work, { recursive: true, force: true });
    },
  );
}
