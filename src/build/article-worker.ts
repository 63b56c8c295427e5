/** A process that makes one batch of articles, told by the build that started it. */

import { ContentFaults, type Fault } from '../faults.ts';
import { type Batch, loadSound, makeArticles } from './article-batch.ts';
import { OverBudget } from './budgets.ts';

/** What the build tells a worker. */
export interface Order {
  readonly batch: Batch;
  /** Whether the articles are only to be checked: the build has failed already. */
  readonly checkOnly: boolean;
}

/** What a worker answers. */
export type Answer =
  | { readonly type: 'article'; readonly slug: string; readonly milliseconds: number }
  | { readonly type: 'done' }
  | { readonly type: 'faults'; readonly faults: readonly Fault[] }
  | { readonly type: 'error'; readonly message: string; readonly code?: string | undefined };

const answer = (message: Answer) =>
  new Promise<void>((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

// Without the build there is nobody to work for.
process.on('disconnect', () => process.exit(1));
process.once('message', async ({ batch, checkOnly }: Order) => {
  try {
    if (checkOnly) await loadSound(batch.root, Object.keys(batch.keys));
    else await makeArticles(batch, (slug, milliseconds) => void answer({ type: 'article', slug, milliseconds }));
    await answer({ type: 'done' });
  } catch (error) {
    await answer(
      error instanceof ContentFaults
        ? { type: 'faults', faults: error.faults }
        : {
            type: 'error',
            message: String(error instanceof OverBudget ? error.message : (error as Error).stack),
            code: (error as NodeJS.ErrnoException).code,
          },
    );
  }
  process.exit();
});
