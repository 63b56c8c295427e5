/** The edition that the pages show. */
import { loadEdition } from './load.ts';
import { outlineOf } from './outline.ts';
import { type Shown, shown } from './shown.ts';

/** In live editing drafts are shown: they are what is worked on. */
async function readLive(): Promise<Shown> {
  const edition = await loadEdition(process.cwd());
  return { edition, outlines: edition.articles.map(outlineOf), articles: edition.articles, isWhole: true };
}

export const { edition, outlines, articles, isWhole }: Shown = shown() ?? (await readLive());
