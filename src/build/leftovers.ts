/** What builds and packagings that did not come to their end leave behind, and where. Light, since the process that only watches loads it. */
import { cacheOf, packageRoot } from '../root.ts';
import { sweep, sweepBeside } from './temporary.ts';

/** The names of the folders of a build: beside its target, and inside the package. */
export const building = '.building';
export const rendering = 'rendering';
/** Where Astro works, which takes sources only from inside the package. */
export const renderingParent = cacheOf(packageRoot);
/** The name of the folder of a packaging, beside its target. */
export const packaging = '.packaging';
/** What the former target is called while the new one takes its place. */
export const former = 'former';

/** Clears away what builds into a folder left behind; a former edition that one of them had taken away comes back. */
export async function sweepBuilds(out: string): Promise<void> {
  await sweepBeside(out, building, former);
  await sweep(renderingParent, rendering);
}

/** The same of packagings. */
export const sweepPackagings = (out: string): Promise<void> => sweepBeside(out, packaging, former);
