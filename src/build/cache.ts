/** The folder that keeps the products of articles from one build to the next. One build at a time has it. */
import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { isAlive } from './temporary.ts';

export interface Cache {
  readonly folder: string;
  /** Removes the products of articles that are no part of the edition any more. */
  readonly keepOnly: (slugs: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a cache.
 *
 * @returns nothing if another build has it: two at once do not share one
 */
export async function openCache(root: string): Promise<Cache | undefined> {
  await mkdir(root, { recursive: true });
  const lock = path.join(root, 'building');
  if (!(await hold(lock))) return undefined;
  const folder = path.join(root, 'articles');
  return {
    folder,
    keepOnly: async (slugs) => {
      const kept = new Set(slugs);
      for (const name of await readdir(folder).catch(() => [])) {
        if (!kept.has(name)) await rm(path.join(folder, name), { recursive: true, force: true });
      }
    },
    close: () => rm(lock, { force: true }),
  };
}

/** Takes the lock, a link that names the process, if need be from one that is gone. */
async function hold(lock: string): Promise<boolean> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      await symlink(String(process.pid), lock);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await readlink(lock).catch(() => '');
      if (!isFirst || isAlive(Number(holder))) return false;
      await rm(lock, { force: true });
    }
  }
}
