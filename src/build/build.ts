import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Article, Edition } from '../edition/model.ts';
import { hasSharedIdentity } from '../edition/reading/identities.ts';
import { checkKeys, loadEdition } from '../edition/reading/load.ts';
import { searchAddress } from '../edition/search-engine.ts';
import { ContentFaults } from '../faults.ts';
import type { Chapter } from '../formats/epub/book.ts';
import { writeHeadersFile } from '../hosting/headers-file.ts';
import { type Measured, measure, refusedBy } from '../hosting/hosts.ts';
import { writeNginx } from '../hosting/nginx.ts';
import type { Outline } from '../html/outline.ts';
import { passagesOfPages } from '../html/own-page.ts';
import type { Site } from '../root.ts';
import { writeEditionCards } from '../site/cards.ts';
import { builtFiles, type KnownFiles, lists, writeCatalog, writeManifest } from '../site/catalog.ts';
import { writeDiscoveryIndexes } from '../site/discovery.ts';
import { writeAllWorks, writeBook, writeIssueBooks } from '../site/exports.ts';
import { writeAuthors, writeFeeds, writeIssues } from '../site/feeds.ts';
import { writeFolderFaces } from '../site/folder-faces.ts';
import { writeIcons } from '../site/icons.ts';
import { writeLicences } from '../site/licences.ts';
import { writeMachineFiles } from '../site/machine-files.ts';
import { writeReadme } from '../site/readme.ts';
import { writeOpenSearch } from '../site/search-description.ts';
import { writeServiceWorker } from '../site/service-worker.ts';
import { addPages, loadSound, makeFiles, makeParts } from './article-batch.ts';
import { runBatches } from './article-workers.ts';
import { checkAssets } from './budgets.ts';
import { BusyCache, type Cache, openCache, sayHolder } from './cache.ts';
import { building, former, sweepBuilds } from './leftovers.ts';
import { batchOf, type Making, makeMany, missingOf, sayReasons, takeBatch } from './making.ts';
import { makePages, takeEditionPages } from './pages.ts';
import { planBuild } from './plan.ts';
import { Products } from './products.ts';
import { type Progress, silent } from './progress.ts';
import { beginSearch, type Indexing } from './search.ts';
import { forgetShards, tellShards } from './shard-notes.ts';
import { checkTarget, replaceTarget } from './target.ts';
import { makeTemporary, removeTemporary } from './temporary.ts';

/** What is built, and where: a former edition in the target is replaced whole, and only when the new one is complete. */
export interface BuildOptions extends Site {
  readonly progress?: Progress;
}

/** What a build came to. */
export interface Built {
  readonly site: Measured;
  /** What the host that the edition names does not take of it, and what to do. */
  readonly refused: readonly string[];
}

/** So few articles are made in the process of the build itself, with the pages of the edition in one run of Astro. */
const fewArticles = 4;

/** Articles of so many bytes of text take longer than the processes that make their files take to begin. */
const longText = 60_000;

/** What an edition without articles is told: it is built all the same. */
const noArticlesYet = 'the edition has no articles yet; start the first: npm run new -- article SLUG';

/** Whether a folder is a built edition. */
const isEdition = async (names: readonly string[]) => names.includes(lists.catalog) && names.includes(lists.manifest);

/**
 * Builds an edition. What is made of one article depends on its own files, on the facts of the edition and on the fonts; it is
 * made in batches on all cores, and kept. What is made of all is made of the outlines of the articles.
 *
 * @throws {@link ContentFaults} if the content is faulty, {@link ./budgets.ts OverBudget} if a reading page is too heavy; `out` is
 *   then as it was, as after any other error; {@link ./target.ts UnfitTarget} if `out` is no edition and not empty
 */
export async function buildEdition({ root, out, cache: cacheFolder, progress = silent }: BuildOptions): Promise<Built> {
  await sweepBuilds(out);
  await checkTarget(out, isEdition, 'not a built edition');
  // Beside the target, so that the last step is one rename on one disk.
  const folder = await makeTemporary(path.dirname(out), building);
  let cache: Cache | undefined;
  try {
    const plan = await planBuild(root, path.join(folder, 'work'), progress);
    if (plan.facts.slugs.length === 0) progress.note(noArticlesYet);
    cache = cacheFolder === undefined ? undefined : await cacheFor(cacheFolder, progress);
    if (cacheFolder !== undefined && cache) await tellShards(cacheFolder, plan, progress);
    const site = path.join(folder, 'site');
    await mkdir(site);
    const products = new Products(cache?.folder ?? path.join(folder, 'articles'));
    const { host } = plan.facts.edition;
    const measured = await new Builder({
      ...plan,
      site,
      progress,
      products,
      making: path.join(folder, 'making'),
    }).build();
    await cache?.keepOnly(plan.facts.slugs);
    if (cacheFolder !== undefined && cache) await forgetShards(cacheFolder);
    // A folder made for one process is closed to the rest of the world; a site is not.
    await chmod(site, 0o755);
    await replaceTarget(out, site, path.join(folder, former));
    return { site: measured, refused: host === undefined ? [] : refusedBy(host, measured) };
  } finally {
    await cache?.close();
    await removeTemporary(folder);
  }
}

/**
 * The cache of a build; none if another build has it.
 *
 * @throws {@link BusyCache} while a shard is made in it: the build would make its articles a second time
 */
async function cacheFor(folder: string, progress: Progress): Promise<Cache | undefined> {
  const cache = await openCache(folder);
  if ('close' in cache) return cache;
  if (cache.shard !== undefined) throw new BusyCache(`${sayHolder(cache)}: wait for its end, then build`);
  progress.note(`${sayHolder(cache)} and uses what is kept from one build to the next: this one makes everything`);
  return undefined;
}

interface Task extends Making {
  /** The new site, until it is complete. */
  readonly site: string;
}

class Builder {
  private readonly task: Task;
  private readonly known: KnownFiles = new Map();
  private search: Indexing | undefined;

  constructor(task: Task) {
    this.task = task;
  }

  async build(): Promise<Measured> {
    const { facts, progress } = this.task;
    progress.step('articles');
    const missing = await missingOf(this.task, facts.slugs);
    if (facts.slugs.length > 0) progress.note(sayReasons(missing, facts.slugs.length));
    const slugs = [...missing.keys()];
    try {
      const outlines = await (slugs.length > fewArticles ? this.makeMany(slugs) : this.makeFew(slugs));
      return await this.makeRest(outlines);
    } finally {
      await this.search?.stop();
    }
  }

  /** Makes all that stands beside the pages, and lists what there is. */
  private async makeRest(outlines: readonly Outline[]): Promise<Measured> {
    const { facts, products, progress, site } = this.task;
    const edition: Edition = { ...facts.edition, articles: outlines.map(({ article }) => article) };

    progress.step('files of the articles');
    let placed = 0;
    for (const slug of facts.slugs) {
      for (const file of await products.place(slug, site)) this.known.set(file.path, file);
      for (const lack of await products.lacks(slug)) progress.note(lack);
      placed += 1;
      progress.at(placed, facts.slugs.length);
    }
    // Its reading pages were weighed when they were made.
    for (const article of edition.articles.slice(0, 1)) await checkAssets(edition, article, site);
    progress.step('lists of works');
    await writeAllWorks(edition, site);
    await writeFeeds(edition, site);
    await writeIssues(edition, site);
    await writeAuthors(edition, site);
    progress.step('book');
    const chapters = await this.chapters();
    await writeBook(edition, chapters, site);
    await writeIssueBooks(edition, chapters, site);
    progress.step('card and icons');
    await writeEditionCards(edition, site);
    await writeIcons(edition, site);
    await writeFolderFaces(this.task.fonts, site);
    progress.step('search');
    for (const file of await (this.search as Indexing).done) this.known.set(file.path, file);
    await writeOpenSearch(edition, site);
    progress.step('files for machines');
    await writeDiscoveryIndexes(site);
    await writeReadme(edition, site);
    await writeLicences(site);
    await writeHeadersFile(edition, site);
    await writeNginx(edition, site);
    await writeMachineFiles(edition, site, this.known);
    await writeServiceWorker(this.task.facts.edition, site, this.known);
    // Last: they list every file.
    await writeCatalog(edition, site, this.known);
    await writeManifest(site, this.known);
    return measure(await builtFiles(site, [], this.known));
  }

  /**
   * Makes a few articles and the pages of the edition in one run of Astro. The files of long articles are made in processes of
   * their own meanwhile, one an article, so that both cores have work.
   */
  private async makeFew(slugs: readonly string[]): Promise<Outline[]> {
    const { root, facts, products, progress, bytes } = this.task;
    const batch = batchOf(this.task, slugs, 'few');
    const sound = slugs.length === 0 ? { articles: [] } : await loadSound(root, slugs, batch.links);
    const edition = { ...facts.edition, articles: sound.articles };
    await makeParts(edition, batch);
    let made = 0;
    const tell = (slug: string, milliseconds: number) => {
      progress.article(slug, milliseconds);
      made += 1;
      progress.at(made, slugs.length);
    };
    const isLong = slugs.reduce((sum, slug) => sum + (bytes.get(slug) ?? 0), 0) > longText;
    const beside = slugs.map((slug) => batchOf(this.task, [slug], 'few'));
    const files = isLong ? runBatches(beside, 'files', tell, async () => {}) : makeFiles(edition, batch, tell);
    if (!isLong) await files;
    // What was just made is read as it will be read the next time.
    const fresh = new Products(batch.into);
    const productsOf = (slug: string) => (slugs.includes(slug) ? fresh : products);
    const rendered = this.outlines(productsOf).then(async (outlines) => {
      const search = this.beginSearch(productsOf, outlines);
      return { outlines, search, pages: await this.makePages(outlines, edition.articles, batch.work) };
    });
    // Neither works on in a folder that the fault of the other has removed.
    await Promise.allSettled([files, rendered]);
    await files;
    progress.step('pages');
    const { outlines, search, pages } = await rendered;
    await addPages(edition, batch, pages);
    // The products move.
    await search.read;
    await takeBatch(this.task, batch);
    await takeEditionPages(pages, this.task.site, facts.edition);
    return outlines;
  }

  /** Makes many articles in processes of their own, and then the pages of the edition. */
  private async makeMany(slugs: readonly string[]): Promise<Outline[]> {
    const { products } = this.task;
    await makeMany(this.task, slugs);
    const outlines = await this.outlines(() => products);
    this.beginSearch(() => products, outlines);
    await this.makeEditionPages(outlines);
    return outlines;
  }

  /** Begins the search index, which is made beside the steps that follow. */
  private beginSearch(productsOf: (slug: string) => Products, outlines: readonly Outline[]): Indexing {
    const { facts, site } = this.task;
    const edition = { ...facts.edition, articles: outlines.map(({ article }) => article) };
    this.search = beginSearch({
      passages: facts.slugs.map((slug) => productsOf(slug).passages(slug)),
      wider: passagesOfPages(edition),
      rows: facts.searchWords,
      elsewhere: edition.search && {
        engine: edition.search.engine,
        address: searchAddress(edition.search),
        edition: edition.site,
      },
      site,
    });
    return this.search;
  }

  /** Makes the pages of the edition alone. */
  private async makeEditionPages(outlines: readonly Outline[]): Promise<void> {
    const { progress, site, work, facts } = this.task;
    progress.step('pages');
    const pages = await this.makePages(outlines, [], path.join(work, 'edition'));
    await takeEditionPages(pages, site, facts.edition);
  }

  private makePages(outlines: readonly Outline[], articles: readonly Article[], work: string): Promise<string> {
    const edition = { ...this.task.facts.edition, articles: outlines.map(({ article }) => article) };
    return makePages({ edition, outlines, articles, isWhole: true }, this.task.fonts, work);
  }

  private async outlines(productsOf: (slug: string) => Products): Promise<Outline[]> {
    const outlines: Outline[] = [];
    for (const slug of this.task.facts.slugs) outlines.push(await productsOf(slug).outline(slug));
    const faults = checkKeys(outlines.map(({ article, keys }) => ({ slug: article.slug, works: keys })));
    if (faults.length > 0) throw new ContentFaults(faults);
    // Batches see some of the articles; read together, the files say where two people have one identifier.
    if (hasSharedIdentity(outlines.map(({ article }) => article))) await loadEdition(this.task.root);
    return outlines;
  }

  private async chapters(): Promise<Chapter[]> {
    const { facts, products } = this.task;
    const chapters: Chapter[] = [];
    for (const slug of facts.slugs) chapters.push(await products.chapter(slug));
    return chapters;
  }
}
