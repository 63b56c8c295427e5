/**
 * What each shard leaves in the cache beside its articles, so that the build that puts them together can say which is missing. The
 * articles themselves are told by their keys: one that no shard made, or another version of the program, the build makes.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { readShard, type Shard, shardName } from './shard-number.ts';

/** The note of a shard. */
export interface ShardNote {
  /** As it was asked for: `3/8`. */
  readonly shard: string;
  /** Of the program that made it. */
  readonly program: string;
  /** The articles of the edition as that machine has it, in order. */
  readonly slugs: readonly string[];
  /** Whether it came to its end. */
  readonly isDone: boolean;
}

const folderOf = (cache: string) => path.join(cache, 'shards');
const fileOf = (cache: string, { number, count }: Shard) => path.join(folderOf(cache), `${number}-of-${count}.json`);

/** The program of a plan: that of any of its articles. */
export const programOf = ({ keys }: Plan): string => keys.values().next().value?.program ?? '';

/** Writes the note of a shard. */
export async function writeNote(cache: string, shard: Shard, plan: Plan, isDone: boolean): Promise<void> {
  await mkdir(folderOf(cache), { recursive: true });
  const note: ShardNote = { shard: shardName(shard), program: programOf(plan), slugs: plan.facts.slugs, isDone };
  await writeFile(fileOf(cache, shard), JSON.stringify(note));
}

/** The note of a shard that was made before; nothing where there is none, or half of one. */
export const readNote = (cache: string, shard: Shard): Promise<ShardNote | undefined> =>
  readFile(fileOf(cache, shard), 'utf8')
    .then(
      (text) => JSON.parse(text),
      () => undefined,
    )
    .catch(() => undefined);

/** The notes of all shards, as far as they can be read; a broken one is that of a shard that did not end. */
async function readNotes(cache: string): Promise<Map<string, ShardNote | undefined>> {
  const notes = new Map<string, ShardNote | undefined>();
  for (const name of await readdir(folderOf(cache)).catch(() => [])) {
    const shard = readShard(name.replace(/\.json$/, '').replace('-of-', '/'));
    if (shard) notes.set(shardName(shard), await readNote(cache, shard));
  }
  return notes;
}

const some = (names: readonly string[]) => `${names.length === 1 ? 'shard' : 'shards'} ${names.join(', ')}`;

/** Says of each shard that is missing, did not end, or was made otherwise, that it is so. Nothing where no shard was made. */
export async function tellShards(cache: string, plan: Plan, progress: Progress): Promise<void> {
  const notes = await readNotes(cache);
  if (notes.size === 0) return;
  const { slugs } = plan.facts;
  const counts = [...new Set([...notes.keys()].map((name) => Number(name.split('/')[1])))].sort((a, b) => a - b);
  if (counts.length > 1)
    progress.note(`the cache has shards of different counts (${counts.join(', ')}): give every machine the same count`);
  for (const count of counts) {
    const names = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
    const unfinished = names.filter((name) => notes.has(name) && notes.get(name)?.isDone !== true);
    const done = names.flatMap((name) => (notes.get(name)?.isDone ? [notes.get(name) as ShardNote] : []));
    const otherProgram = done.filter(({ program }) => program !== programOf(plan)).map(({ shard }) => shard);
    const otherEdition = done.filter((note) => note.slugs.join() !== slugs.join()).map(({ shard }) => shard);
    const missing = names.filter((name) => !notes.has(name));
    if (missing.length > 0)
      progress.note(`${some(missing)} of ${count} ${missing.length === 1 ? 'is' : 'are'} missing`);
    if (unfinished.length > 0) progress.note(`${some(unfinished)} did not come to an end`);
    if (otherProgram.length > 0) progress.note(`${some(otherProgram)}: made by another version of the program`);
    if (otherEdition.length > 0) progress.note(`${some(otherEdition)}: made of an edition with other articles`);
    const isAll = done.length === count && otherProgram.length + otherEdition.length === 0;
    progress.note(isAll ? `all ${count} shards are here` : 'what they lack is made here');
  }
}

/** Removes the notes once an edition was put together. */
export const forgetShards = (cache: string): Promise<void> => rm(folderOf(cache), { recursive: true, force: true });
