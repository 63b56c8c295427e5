/**
 * `npm run dev`: live editing; `--root FOLDER` of another edition. The fonts are made first; a change in the content reloads the
 * pages.
 */
import { dev } from 'astro';
import { readInputs } from '../edition/reading/inputs.ts';
import { loadFacts } from '../edition/reading/load.ts';
import { ContentFaults } from '../faults.ts';
import { fontFolder, makeFonts } from '../fonts/web.ts';
import { packageRoot } from '../root.ts';
import { readOptions } from './options.ts';
import { editionRoot } from './root.ts';
import { listFaults } from './say.ts';

const { values } = readOptions('npm run dev -- [--root FOLDER]', {
  options: { root: { type: 'string', default: '.' } },
});
const root = editionRoot(values.root);

// The configuration of Astro and the modules that it loads find both here.
process.env['ESTENAD_LIVE'] = root;
process.env['ESTENAD_FONTS'] = fontFolder;
try {
  const { slugs } = await loadFacts(root);
  await makeFonts((await readInputs(root, slugs)).characters, fontFolder);
  await dev({ root: packageRoot });
} catch (error) {
  if (!(error instanceof ContentFaults)) throw error;
  console.error(listFaults(error.faults));
  process.exitCode = 1;
}
