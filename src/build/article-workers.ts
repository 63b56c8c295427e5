/** Makes articles in several processes, one a core. Each takes a batch and ends with it, so that memory does not grow with the edition. */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ContentFaults, type Fault } from '../faults.ts';
import { moduleFile } from '../root.ts';
import type { Batch, OnArticle } from './article-batch.ts';
import type { Answer, Order } from './article-worker.ts';

/** A larger batch would keep a process large, a smaller one would start Astro more often. */
const mostArticles = 64;

/** Cuts articles into batches of about the same size: as many for each core, one at least. */
export function cut<T>(things: readonly T[]): T[][] {
  const cores = availableParallelism();
  const rounds = Math.max(1, Math.ceil(things.length / (mostArticles * cores)));
  const size = Math.ceil(things.length / (rounds * cores));
  return Array.from({ length: Math.ceil(things.length / size) }, (_, index) =>
    things.slice(index * size, (index + 1) * size),
  );
}

/**
 * Makes batches of articles.
 *
 * @param task whether they are made whole, or their files alone
 * @param onBatch told of each batch that is done, to take its products
 * @throws {@link ContentFaults} with the faults of all of them; the first other error
 */
export async function runBatches(
  batches: readonly Batch[],
  task: 'all' | 'files',
  onArticle: OnArticle,
  onBatch: (batch: Batch) => Promise<void>,
): Promise<void> {
  const faults: Fault[] = [];
  const left = batches.values();
  const workers = new Set<ReturnType<typeof fork>>();
  const run = (batch: Batch) =>
    new Promise<void>((resolve, reject) => {
      const worker = fork(moduleFile('build/article-worker'), {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      workers.add(worker);
      let isAnswered = false;
      worker.on('message', (answer: Answer) => {
        if (answer.type === 'article') return onArticle(answer.slug, answer.milliseconds);
        isAnswered = true;
        if (answer.type === 'faults') faults.push(...answer.faults);
        if (answer.type === 'error') reject(Object.assign(new Error(answer.message), { code: answer.code }));
        else resolve();
      });
      worker.on('error', reject);
      worker.on('exit', (code, signal) => {
        workers.delete(worker);
        if (!isAnswered) reject(new Error(`a process that makes articles ended with ${signal ?? code}`));
      });
      worker.send({ batch, task: faults.length > 0 ? 'check' : task } satisfies Order);
    });
  try {
    await Promise.all(
      Array.from({ length: availableParallelism() }, async () => {
        for (const batch of left) {
          await run(batch);
          if (faults.length === 0) await onBatch(batch);
        }
      }),
    );
  } finally {
    for (const worker of workers) worker.kill();
  }
  if (faults.length > 0) throw new ContentFaults(faults);
}
