/**
 * `npm run package`: packs the built edition into `package/`, as a ZIP archive for readers and a BagIt bag for archives;
 * `--host` adds a copy with compressed files for a host. Another edition: `--root FOLDER`, another site: `--site FOLDER --out FOLDER`.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { sweepPackagings } from '../build/leftovers.ts';
import { NotPacked, packageEdition } from '../packages/package.ts';
import { readOptions } from './options.ts';
import { refusalOf } from './refusals.ts';
import { runStoppable } from './stoppable.ts';

const { values } = readOptions('npm run package -- [--root FOLDER] [--site FOLDER] [--out FOLDER] [--host]', {
  options: {
    root: { type: 'string', default: '.' },
    site: { type: 'string' },
    out: { type: 'string' },
    host: { type: 'boolean', default: false },
  },
});
const site = path.resolve(values.site ?? path.join(values.root, 'dist'));
const out = path.resolve(values.out ?? path.join(values.root, 'package'));
const start = performance.now();
const seconds = () => ((performance.now() - start) / 1000).toFixed(1).padStart(5);
const shown = (file: string) => path.relative(process.cwd(), file);
const size = async (file: string) => `${((await stat(file)).size / 1e6).toFixed(1)} MB`;

async function pack(): Promise<void> {
  try {
    const { zip, bag, serialized, host, gone } = await packageEdition({
      site,
      out,
      forHost: values.host,
      onStep: (step) => console.log(`${seconds()} s  ${step}`),
    });
    console.log(`${seconds()} s  done\n`);
    console.log(`${shown(zip)} (${await size(zip)}): for readers; unpack it and open index.html`);
    console.log(`${shown(bag)}/ and ${shown(serialized)} (${await size(serialized)}): the bag, for archives`);
    if (gone) console.log(`${shown(gone)}/, from the previous run was removed; use --host to make it again`);
    if (host) console.log(`${shown(host)}/: for a host that sends compressed files; see docs/hosting.md`);
  } catch (error) {
    console.error(error instanceof NotPacked ? error.message : (refusalOf(error) ?? error));
    console.error(`Nothing was packaged; ${shown(out)}/ was not changed.`);
    process.exitCode = 1;
  }
}

await runStoppable(
  {
    file: import.meta.filename,
    name: 'The packaging',
    left: `${shown(out)}/ was not changed`,
    clean: () => sweepPackagings(out),
  },
  pack,
);
