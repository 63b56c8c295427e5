/** What builds and packagings that did not come to their end leave behind, and where. Light, since the process that only watches loads it. */
import { tmpdir } from 'node:os';
import { sweep, sweepBeside } from './temporary.ts';

/** The name of the folder of a build, beside its target. */
export const building = '.building';
/** The name of the folder in which Astro works, among the temporary files of the system. */
export const rendering = 'estenad-rendering';
/** The name of the folder of a shard, in its cache. */
export const sharding = 'making';
/** The name of the folder of a packaging, beside its target. */
export const packaging = '.packaging';
/** What the former target is called while the new one takes its place. */
export const former = 'former';

/** Clears away what builds into a folder left behind; a former edition that one of them had taken away comes back. */
export async function sweepBuilds(out: string): Promise<void> {
  await sweepBeside(out, building, former);
  await sweep(tmpdir(), rendering);
}

/** The same of packagings. */
export const sweepPackagings = (out: string): Promise<void> => sweepBeside(out, packaging, former);
