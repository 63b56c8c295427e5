import path from 'node:path';
import { type BuildOptions, buildEdition } from '../build/build.ts';
import type { ShardOptions } from '../build/shard.ts';
import { shardName } from '../build/shard-number.ts';
import { ContentFaults } from '../faults.ts';
import { canTypeset } from '../formats/pdf/typst.ts';
import { saySize } from '../hosting/hosts.ts';
import type { ShownProgress } from './progress.ts';
import { refusalOf } from './refusals.ts';
import { sayFaults } from './say.ts';

/** What is built, and how it is shown. */
export interface ShownBuild extends BuildOptions {
  /** The target as people see it. */
  readonly shown: string;
  readonly progress: ShownProgress;
}

/** Says why nothing was made. */
function sayFailure(error: unknown): void {
  const refusal = refusalOf(error);
  if (error instanceof ContentFaults) sayFaults(error.faults);
  else if ((error as { code?: string }).code === 'OVER_BUDGET') console.error((error as Error).message);
  else console.error(refusal ?? error);
  process.exitCode = 1;
}

/** Builds, and says how far it is and how it ended. */
export async function build({ shown, progress, ...options }: ShownBuild): Promise<void> {
  try {
    const { site, refused } = await buildEdition({ ...options, progress });
    progress.end(`done: ${site.files} files in ${shown}/, ${saySize(site.bytes)}`);
    for (const one of refused) console.log(`\nThe host: ${one}`);
    if (!canTypeset)
      console.log('\nNo PDFs were made: Typst is available for Linux on x86-64 only. Everything else is complete.');
    const serve = shown === 'dist' ? 'npm run serve' : `npm run serve -- --out ${shown}`;
    console.log(`\nOpen ${path.join(shown, 'index.html')} in a browser, or run: ${serve}`);
  } catch (error) {
    progress.end();
    sayFailure(error);
    console.error(`The build failed; ${shown}/ was not changed.`);
  }
}

/** Makes a shard, and says how far it is and how it ended. */
export async function makeShard({ progress, ...options }: ShardOptions & { progress: ShownProgress }): Promise<void> {
  const name = shardName(options.shard);
  try {
    const { buildShard } = await import('../build/shard.ts');
    const { articles, made } = await buildShard({ ...options, progress });
    progress.end(`done: shard ${name}, ${articles} articles, ${made} of them made now`);
  } catch (error) {
    progress.end();
    sayFailure(error);
    console.error(`Shard ${name} failed; the articles that it had made before are kept.`);
  }
}
