/** Reads an edition again and again while it is written. */
import { linksBetween, withLinks } from '../edition/links.ts';
import type { Article } from '../edition/model.ts';
import { readInputs } from '../edition/reading/inputs.ts';
import { checkKeys, loadEdition, loadFacts } from '../edition/reading/load.ts';
import { ContentFaults } from '../faults.ts';
import { type Outline, outlineOf } from '../html/outline.ts';
import type { Shown } from './shown.ts';

/** What was read of an article, and the digest of its files as they were. */
export interface ReadArticle {
  readonly digest: string | undefined;
  readonly article: Article;
  readonly outline: Outline;
}

/** What the pages were shown last; a change in a content file leaves it, one in the program does not. */
export const readArticles = new Map<string, ReadArticle>();

/**
 * Reads an edition for live editing, in which drafts are shown: they are what is worked on. An article is read again when its
 * files have changed, so that a large edition answers a change as quickly as a small one.
 *
 * @param read what was read before, by slug; what is read now is added to it
 * @throws {@link ContentFaults} with what is wrong in what was read now, or between the articles
 */
export async function readLive(root: string, read: Map<string, ReadArticle>): Promise<Shown> {
  const { edition, slugs } = await loadFacts(root);
  const { digests } = await readInputs(root, slugs);
  const changed = slugs.filter((slug) => read.get(slug)?.digest !== digests.get(slug));
  const { articles } = changed.length === 0 ? edition : await loadEdition(root, changed);
  for (const article of articles) {
    read.set(article.slug, { digest: digests.get(article.slug), article, outline: outlineOf(article) });
  }
  const all = slugs.map((slug) => read.get(slug) as ReadArticle);
  const faults = checkKeys(all.map(({ article, outline }) => ({ slug: article.slug, works: outline.keys })));
  if (faults.length > 0) throw new ContentFaults(faults);
  const present = all.map(({ article }) => article);
  const linked = withLinks(present, linksBetween(edition, present));
  return {
    edition: { ...edition, articles: linked },
    outlines: all.map(({ outline }) => outline),
    articles: linked,
    isWhole: true,
  };
}
