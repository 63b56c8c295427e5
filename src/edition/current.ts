/** The edition that the pages show. Loaded once for a whole build: every page module shares this one. */
import { loadEdition } from './load.ts';
import { publishedPart } from './model.ts';

/** The folder that holds `content/`; the build says another one for another edition. */
const root = process.env['ESTENAD_ROOT'] ?? process.cwd();

const whole = await loadEdition(root);

/** In live editing drafts are what is worked on; a build leaves them out. */
export const edition = process.env['ESTENAD_LIVE'] === undefined ? publishedPart(whole) : whole;
