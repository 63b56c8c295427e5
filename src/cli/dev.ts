/**
 * `npm run dev`: live editing; `--root FOLDER` of another edition. The fonts are made first; a change in the content reloads the
 * pages.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dev } from 'astro';
import { astroConfig } from '../build/astro-config.ts';
import { makeWorkplace } from '../build/packages.ts';
import { icons } from '../edition/addresses.ts';
import { readInputs } from '../edition/reading/inputs.ts';
import { loadFacts } from '../edition/reading/load.ts';
import { ContentFaults } from '../faults.ts';
import { makeFonts } from '../fonts/web.ts';
import { cacheOf } from '../root.ts';
import { readOptions } from './options.ts';
import { editionRoot } from './root.ts';
import { listFaults } from './say.ts';

const { values } = readOptions('npm run dev -- [--root FOLDER]', {
  options: { root: { type: 'string', default: '.' } },
});
const root = editionRoot(values.root);

/** Where Astro works: in the cache of the edition. */
const live = path.join(cacheOf(root), 'live');
const fonts = path.join(live, 'fonts');

// Reading, fonts and the first page take seconds, in which nothing else would be said.
console.log('the fonts are made …');
// The modules that Astro loads find it here.
process.env['ESTENAD_LIVE'] = root;
try {
  const { edition, slugs } = await loadFacts(root);
  await makeFonts((await readInputs(root, slugs)).characters, fonts, edition.theme.faces);
  const work = await makeWorkplace(live);
  await mkdir(path.join(work, 'public'), { recursive: true });
  await writeFile(path.join(work, 'public', icons.mark), edition.theme.icon);
  await dev({
    ...astroConfig({
      work,
      fonts,
      live: root,
      theme: async () => (await loadFacts(root)).edition.theme,
      languages: async () => (await loadFacts(root)).edition.languages,
    }),
    configFile: false,
  });
  console.log('the first page is made when it is opened: that takes some seconds, those after it less');
} catch (error) {
  if (!(error instanceof ContentFaults)) throw error;
  console.error(listFaults(error.faults));
  process.exitCode = 1;
}
