/** The edition that the pages show. Loaded once for a whole build: every page module shares this one. */
import { loadEdition } from './load.ts';

/** The folder that holds `content/`; the build says another one for another edition. */
const root = process.env['ESTENAD_ROOT'] ?? process.cwd();

export const edition = await loadEdition(root);
