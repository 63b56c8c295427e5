/** A process that makes one batch of articles, told by the build that started it. */

import { ContentFaults, type Fault } from '../faults.ts';
import { type Batch, loadSound, makeArticles, makeFilesOf } from './article-batch.ts';
import { OverBudget } from './budgets.ts';

/** What the build tells a worker. */
export interface Order {
  readonly batch: Batch;
  /** Whether they are made whole, or their files alone, or only checked, since the build has failed already. */
  readonly task: 'all' | 'files' | 'check';
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
process.once('message', async ({ batch, task }: Order) => {
  try {
    const tell = (slug: string, milliseconds: number) => void answer({ type: 'article', slug, milliseconds });
    if (task === 'check') await loadSound(batch.root, Object.keys(batch.keys));
    else await (task === 'files' ? makeFilesOf : makeArticles)(batch, tell);
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
