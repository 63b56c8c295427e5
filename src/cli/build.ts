/** `estenad build`: builds the edition into `dist/`. Another edition: `--root FOLDER`, `--out FOLDER`; `--no-cache` makes everything anew. */
import path from 'node:path';
import { sweepBuilds } from '../build/leftovers.ts';
import { siteAt } from '../root.ts';
import { readOptions } from './options.ts';
import { showProgress } from './progress.ts';
import { editionRoot } from './root.ts';
import { runStoppable } from './stoppable.ts';

const { values } = readOptions('npm run build -- [--root FOLDER] [--out FOLDER] [--no-cache]', {
  options: {
    root: { type: 'string', default: '.' },
    out: { type: 'string' },
    'no-cache': { type: 'boolean', default: false },
  },
});
const root = editionRoot(values.root);
const site = siteAt(root);
const out = path.resolve(values.out ?? site.out);
const shown = path.relative(process.cwd(), out) || '.';

await runStoppable(
  { file: import.meta.filename, name: 'The build', target: shown, clean: () => sweepBuilds(out) },
  async () => {
    const progress = showProgress(process.stdout);
    progress.step('program');
    // Loaded here, since the process that only watches needs none of it.
    const { build } = await import('./building.ts');
    await build({ root, out, shown, progress, cache: values['no-cache'] ? undefined : site.cache });
  },
);
