/** Makes the products of some articles: in the process of the build, or in one of several beside it (article-worker.ts). */
import path from 'node:path';
import { checkFidelity } from '../edition/fidelity/fidelity.ts';
import { withLinks } from '../edition/links.ts';
import { type Edition, type Links, publishedPart } from '../edition/model.ts';
import { loadEdition } from '../edition/reading/load.ts';
import { ContentFaults } from '../faults.ts';
import { checkFormats } from '../formats/check.ts';
import { latestChapter } from '../formats/epub/index.ts';
import { outlineOf } from '../html/outline.ts';
import { indexedPassagesOf } from '../search/index.ts';
import { writeArticleFiles } from '../site/article-files.ts';
import { writeCards } from '../site/cards.ts';
import { writeChanges } from '../site/changes-feed.ts';
import { writeDiscovery } from '../site/discovery.ts';
import { writeExports } from '../site/exports.ts';
import { checkPages } from './budgets.ts';
import { makePages, takeArticlePages } from './pages.ts';
import { closeProduct, filesOf, type ProductKey, writeLacks, writeParts } from './products.ts';

export interface Batch {
  /** The folder with `content/` and `bibliography/`. */
  readonly root: string;
  /** The articles, and the key of each. */
  readonly keys: Readonly<Record<string, ProductKey>>;
  /** How they are linked to other articles, by slug. */
  readonly links: Readonly<Record<string, Links>>;
  /** Where the products go. */
  readonly into: string;
  readonly fonts: string;
  /** A folder for Astro. */
  readonly work: string;
}

/**
 * Loads articles, and checks them against their sources and against what the formats take.
 *
 * @param links how they are linked to articles that are not loaded
 * @throws {@link ContentFaults} if one is faulty
 */
export async function loadSound(root: string, slugs: readonly string[], links: Batch['links'] = {}): Promise<Edition> {
  const edition = await loadEdition(root, slugs);
  const faults = [...checkFidelity(edition), ...(await checkFormats(root, edition)).faults];
  if (faults.length > 0) throw new ContentFaults(faults);
  return linked(edition, links);
}

/** What is published of an edition, with the links of its articles to those that are not loaded. */
function linked(edition: Edition, links: Batch['links']): Edition {
  const published = publishedPart(edition);
  return { ...published, articles: withLinks(published.articles, new Map(Object.entries(links))) };
}

/** Makes the files of some articles that were found sound before, in a process beside the one that makes their pages. */
export async function makeFilesOf(batch: Batch, onArticle: OnArticle): Promise<void> {
  await makeFiles(linked(await loadEdition(batch.root, Object.keys(batch.keys)), batch.links), batch, onArticle);
}

/** Told of each article whose files are made, and of how many milliseconds that took. */
export type OnArticle = (slug: string, milliseconds: number) => void;

/** Makes what the whole edition needs of some articles. */
export async function makeParts(edition: Edition, batch: Batch): Promise<void> {
  for (const article of edition.articles)
    await writeParts(
      path.join(batch.into, article.slug),
      outlineOf(article),
      indexedPassagesOf(article),
      latestChapter(edition, article),
    );
}

/** Makes the files of some articles, which need no page; their parts are made. */
export async function makeFiles(edition: Edition, batch: Batch, onArticle: OnArticle): Promise<void> {
  for (const article of edition.articles) {
    const start = performance.now();
    const product = path.join(batch.into, article.slug);
    await writeLacks(product, await writeExports(edition, article, batch.root, filesOf(product)));
    await writeArticleFiles(article, filesOf(product));
    await writeChanges(edition, article, filesOf(product));
    await writeCards(edition, article, filesOf(product));
    await writeDiscovery(edition, article, filesOf(product));
    onArticle(article.slug, performance.now() - start);
  }
}

/**
 * Adds the pages, weighs them, and closes the products.
 *
 * @throws {@link ./budgets.ts OverBudget} if a reading page is too heavy; its product then stays open
 */
export async function addPages(edition: Edition, batch: Batch, pages: string): Promise<void> {
  for (const article of edition.articles) {
    const product = path.join(batch.into, article.slug);
    await takeArticlePages(pages, article.slug, filesOf(product), edition);
    await checkPages(edition, article, filesOf(product));
    await closeProduct(product, batch.keys[article.slug] as ProductKey);
  }
}

/**
 * Makes the products of some articles, whole.
 *
 * @throws {@link ContentFaults} if one is faulty; then there are none
 */
export async function makeArticles(batch: Batch, onArticle: OnArticle): Promise<void> {
  const edition = await loadSound(batch.root, Object.keys(batch.keys), batch.links);
  await makeParts(edition, batch);
  await makeFiles(edition, batch, onArticle);
  const shown = { edition: { ...edition, articles: [] }, outlines: [], articles: edition.articles, isWhole: false };
  await addPages(edition, batch, await makePages(shown, batch.fonts, batch.work));
}
