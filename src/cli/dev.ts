/** `npm run dev`: live editing. The fonts are made first; a change in `content/` reloads the pages. */
import { dev } from 'astro';
import { packageRoot } from '../build/build.ts';
import { makeFonts } from '../build/fonts.ts';
import { loadEdition } from '../edition/load.ts';

process.env['ESTENAD_LIVE'] = 'yes';
await makeFonts(await loadEdition(packageRoot));
await dev({ root: packageRoot });
