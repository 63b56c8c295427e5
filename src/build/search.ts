import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { eachOf } from '../concurrency.ts';
import { sha256 } from '../edition/reading/digests.ts';
import { moduleFile } from '../root.ts';
import type { Row } from '../search/field.ts';
import type { Elsewhere, IndexFile } from '../search/index.ts';
import type { Passage } from '../search/passages.ts';
import type { BuiltFile } from '../site/catalog.ts';

/** What the thread that makes the index is told. */
export interface Order {
  /** The files with the passages of the articles, in order. */
  readonly passages: readonly string[];
  /** What is searched beside the articles when a reader asks for more. */
  readonly wider: readonly Passage[];
  /** The words of the field that mean the same. */
  readonly rows: readonly Row[];
  /** The engine of others that answers first. */
  readonly elsewhere?: Elsewhere | undefined;
  /** The built site. */
  readonly site: string;
}

/** What that thread tells: that the passages are read, and what it has written. */
export type Answer = 'read' | readonly BuiltFile[];

export interface Indexing {
  /** When the passages are read. */
  readonly read: Promise<void>;
  /** The files of the index with their digests, once they are written; fails if the index cannot be made. */
  readonly done: Promise<readonly BuiltFile[]>;
  /** Ends it, finished or not. */
  readonly stop: () => Promise<void>;
}

/** Begins to make the search index, in a thread of its own (search-worker.ts): other steps hold a thread for seconds. */
export function beginSearch(order: Order): Indexing {
  const worker = new Worker(moduleFile('build/search-worker'), { workerData: order });
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread that makes the search index ended with ${code}`)));
  });
  const answer = (isIt: (answer: Answer) => boolean) =>
    new Promise<Answer>((resolve) => {
      worker.on('message', (one: Answer) => {
        if (isIt(one)) resolve(one);
      });
    });
  const read = Promise.race([ended, answer((one) => one === 'read')]);
  const done = Promise.race([ended, answer((one) => one !== 'read')]) as Promise<readonly BuiltFile[]>;
  // A fault is told where the index is waited for.
  for (const one of [ended, read, done]) one.catch(() => {});
  return {
    read: read.then(() => {}),
    done,
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** A script larger than this (bytes of the files that it holds) takes a browser too long to read at once. */
const mostBundled = 60_000_000;

/**
 * Writes the search index below `search/`, and beside it the same files as one script, and those of `more/` as another, for an
 * edition that is opened from a folder, where a page may load a script but fetch nothing. A very large edition has no such script.
 *
 * @returns the files of the index with their digests: of a large edition they are many, and need not be read again
 */
export async function writeSearch(files: readonly IndexFile[], site: string): Promise<readonly BuiltFile[]> {
  const written = files.map(({ path: file, content }) => ({
    path: `search/${file}`,
    bytes: content.length,
    sha256: sha256(content),
  }));
  const targetOf = ({ path: file }: IndexFile) => path.join(site, 'search', file);
  for (const below of new Set(files.map((file) => path.dirname(targetOf(file)))))
    await mkdir(below, { recursive: true });
  await eachOf(files, (file) => writeFile(targetOf(file), file.content));
  for (const folder of ['', 'more/'] as const) {
    const own = files.filter((file) => file.path.startsWith('more/') === (folder === 'more/'));
    if (own.length === 0 || own.reduce((sum, { content }) => sum + content.length, 0) > mostBundled) continue;
    const bundle = Object.fromEntries(own.map((file) => [file.path, Buffer.from(file.content).toString('base64')]));
    await writeFile(
      path.join(site, 'search', folder, 'bundle.js'),
      `globalThis.estenadSearch = { ...globalThis.estenadSearch, ...${JSON.stringify(bundle)} };\n`,
    );
  }
  return written;
}
