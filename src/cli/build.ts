/**
 * `estenad build`: builds the edition into `dist/`. Another edition: `--root FOLDER`, `--out FOLDER`; `--no-cache` makes everything
 * anew, `--verbose` adds a table of what took how long. `--shard 3/8` makes an eighth of the articles into the cache, and no edition (docs/many-machines.md).
 */
import path from 'node:path';
import { sharding, sweepBuilds } from '../build/leftovers.ts';
import { readShard, type Shard, shardForm } from '../build/shard-number.ts';
import { sweep } from '../build/temporary.ts';
import { cacheOf, siteAt } from '../root.ts';
import { endWith, readOptions } from './options.ts';
import { showProgress } from './progress.ts';
import { editionRoot } from './root.ts';
import { runStoppable } from './stoppable.ts';

const { values } = readOptions(
  'npm run build -- [--root FOLDER] [--out FOLDER] [--no-cache] [--verbose] [--shard 3/8]',
  {
    options: {
      root: { type: 'string', default: '.' },
      out: { type: 'string' },
      'no-cache': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      shard: { type: 'string' },
    },
  },
);

/** The shard that was asked for. */
function askedShard(text: string): Shard {
  const shard = readShard(text);
  if (!shard) endWith(shardForm);
  if (values.out !== undefined || values['no-cache'])
    endWith('--shard makes articles into the cache and no edition: leave out --out and --no-cache');
  return shard;
}

const shard = values.shard === undefined ? undefined : askedShard(values.shard);
const root = editionRoot(values.root);
const cache = cacheOf(root);
const out = path.resolve(values.out ?? siteAt(root).out);
const shown = path.relative(process.cwd(), out) || '.';
const clean = () => (shard ? sweep(cache, sharding) : sweepBuilds(out));

const name = shard ? 'The shard' : 'The build';
const left = shard ? 'the articles that it had made are kept' : `${shown}/ was not changed`;
await runStoppable({ file: import.meta.filename, name, left, clean }, async () => {
  const progress = showProgress(process.stdout, { isVerbose: values.verbose });
  progress.step('program');
  // Loaded here, since the process that only watches needs none of it.
  const { build, makeShard } = await import('./building.ts');
  if (shard) await makeShard({ root, cache, shard, progress });
  else await build({ root, out, shown, progress, cache: values['no-cache'] ? undefined : cache });
});
