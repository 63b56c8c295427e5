/**
 * What the pages show in live editing, where it is their `estenad:edition`: the content files as they are, drafts among them. The
 * command names the folder of the edition.
 */
import { readArticles, readLive } from './live.ts';

export const { edition, outlines, articles, isWhole } = await readLive(
  process.env['ESTENAD_LIVE'] ?? process.cwd(),
  readArticles,
);
