/** `npm run dev`: live editing. The fonts are made first; a change in `content/` reloads the pages. */
import { dev } from 'astro';
import { readInputs } from '../edition/reading/inputs.ts';
import { loadFacts } from '../edition/reading/load.ts';
import { fontFolder, makeFonts } from '../fonts/web.ts';
import { packageRoot } from '../root.ts';
import { readOptions } from './options.ts';

readOptions('npm run dev', {});

process.env['ESTENAD_LIVE'] = 'yes';
const { slugs } = await loadFacts(packageRoot);
await makeFonts((await readInputs(packageRoot, slugs)).characters, fontFolder);
await dev({ root: packageRoot });
