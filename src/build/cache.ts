/**
 * The folder that keeps the products of articles from one build to the next, and from one machine to another. One build at a time
 * has it, or several that make a part of the articles each.
 */
import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Shard } from './shard-number.ts';
import { isAlive } from './temporary.ts';

export interface Cache {
  readonly folder: string;
  /** Removes the products of articles that are no part of the edition any more. */
  readonly keepOnly: (slugs: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Who has a cache that was asked for. */
export interface Holder {
  readonly pid: number;
  /** The name of another machine; a process there cannot be asked whether it lives. */
  readonly host: string | undefined;
  /** What says that it is held: a link that is no file. */
  readonly lock: string;
  /** The part of the articles that it makes; all without one. */
  readonly shard: string | undefined;
}

/** What cannot be done since others work in the cache, in words for the person who asked for it. */
export class BusyCache extends Error {}

const prefix = 'building';
const nameOf = (shard: Shard | undefined) => (shard ? `${prefix}-${shard.number}-of-${shard.count}` : prefix);

/**
 * Opens a cache: for a build, which wants it alone, or for one part of the articles, beside those who make other parts.
 *
 * @returns who has it, if another does
 */
export async function openCache(root: string, shard?: Shard): Promise<Cache | Holder> {
  await mkdir(root, { recursive: true });
  const own = nameOf(shard);
  const lock = path.join(root, own);
  const former = await hold(lock);
  if (former) return former;
  // Taken first and looked round afterwards, so that of two that begin at once none overlooks the other.
  for (const name of (await readdir(root)).filter((one) => one.startsWith(prefix) && one !== own)) {
    if (shard && name !== prefix) continue;
    const other = await holderOf(path.join(root, name));
    if (!other) continue;
    await rm(lock, { force: true });
    return other;
  }
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

/** Who holds a lock; nothing if nobody does, or a process of this machine that is gone. */
async function holderOf(lock: string): Promise<Holder | undefined> {
  const [, pid, host] = /^(\d+)(?:@(.*))?$/.exec(await readlink(lock).catch(() => '')) ?? [];
  const isHere = host === undefined || host === hostname();
  if (pid === undefined || (isHere && !isAlive(Number(pid)))) return undefined;
  const shard = path
    .basename(lock)
    .slice(prefix.length + 1)
    .replace('-of-', '/');
  return { pid: Number(pid), host: isHere ? undefined : host, lock, shard: shard || undefined };
}

/** Takes the lock, a link that names the process and its machine, if need be from one that is gone. */
async function hold(lock: string): Promise<Holder | undefined> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      await symlink(`${process.pid}@${hostname()}`, lock);
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = await holderOf(lock);
      if (holder) return holder;
      // Another took it in the meantime from one that was gone.
      if (!isFirst) return { pid: process.pid, host: undefined, lock, shard: undefined };
      await rm(lock, { force: true });
    }
  }
}

/** Who has a cache, in words: on another machine, with what to do if it is gone. */
export function sayHolder({ pid, host, lock, shard }: Holder): string {
  const what = shard ? `shard ${shard} is being made` : 'another build is at work';
  return host === undefined
    ? `${what} (process ${pid})`
    : `${what} on ${host} (process ${pid}; if it is gone, delete ${path.relative(process.cwd(), lock)})`;
}
