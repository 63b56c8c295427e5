/**
 * What the last build made of an edition: where nothing has changed since, there is nothing to build. It is kept in the cache, as
 * products are, and is no more than a reason to leave the target as it is: where it is missing or cannot be read, a build builds.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files.ts';
import type { Measured } from '../hosting/hosts.ts';
import type { Sources } from './plan.ts';

/** What a build came to. */
export interface Built {
  readonly site: Measured;
  /** What the host that the edition names does not take of it, and what to do. */
  readonly refused: readonly string[];
}

/** What a finished build says again as long as it stands. */
export interface Finished extends Built {
  /** What people should know of its files. */
  readonly notes: readonly string[];
}

interface Stored {
  readonly key: string;
  /** The target, as the cache sees it: both can be moved together. */
  readonly target: string;
  /** Its files, with size and time in nanoseconds. */
  readonly files: readonly (readonly [path: string, bytes: number, time: string])[];
  readonly finished: Finished;
}

const fileIn = (cache: string): string => path.join(cache, 'finished.json');

/** The digest of all that an edition is made of. */
export async function keyOf({ program, facts, inputs, links }: Sources): Promise<string> {
  // The facts name the faces that the edition brings by their places.
  const faces = await Promise.all(Object.values(facts.edition.theme.faces).map((file) => readFile(file, 'base64')));
  // In the order of the edition: files are read in any.
  const articles = facts.slugs.map((slug) => [inputs.digests.get(slug), links.get(slug)]);
  const all = [program, facts, articles, inputs.characters, faces];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** The files of a folder as they lie on the disk. At once: of a large edition, tens of thousands are asked. */
function filesIn(folder: string): Stored['files'] {
  return listFiles(folder).map((file) => {
    const { size, mtimeNs } = statSync(path.join(folder, file), { bigint: true });
    return [file, Number(size), String(mtimeNs)] as const;
  });
}

/** What the last build came to, if it was of that key, and its target has the files that it made, untouched. */
export async function readFinished(cache: string, key: string, out: string): Promise<Finished | undefined> {
  try {
    const stored: Stored = JSON.parse(await readFile(fileIn(cache), 'utf8'));
    if (stored.key !== key || stored.target !== path.relative(cache, out)) return undefined;
    return JSON.stringify(filesIn(out)) === JSON.stringify(stored.files) ? stored.finished : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps what a build came to, before its site becomes the target: another build may put its own there at any time.
 *
 * @param site the new site
 * @param out the target, which it becomes
 */
export async function keepFinished(
  cache: string,
  key: string,
  { site, out }: { readonly site: string; readonly out: string },
  finished: Finished,
): Promise<void> {
  const stored: Stored = { key, target: path.relative(cache, out), files: filesIn(site), finished };
  await writeFile(fileIn(cache), JSON.stringify(stored));
}
