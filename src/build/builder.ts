/** The steps of a build that makes something: loaded when there is something to make. */
import path from 'node:path';
import type { Article, Edition } from '../edition/model.ts';
import { hasSharedIdentity } from '../edition/reading/identities.ts';
import { checkKeys, loadEdition } from '../edition/reading/load.ts';
import { searchAddress } from '../edition/search-engine.ts';
import { ContentFaults } from '../faults.ts';
import type { Chapter } from '../formats/epub/book.ts';
import { writeHeadersFile } from '../hosting/headers-file.ts';
import { measure } from '../hosting/hosts.ts';
import { writeNginx } from '../hosting/nginx.ts';
import type { Outline } from '../html/outline.ts';
import { passagesOfPages } from '../html/own-page.ts';
import { writeEditionCards } from '../site/cards.ts';
import { builtFiles, type KnownFiles, writeCatalog, writeManifest } from '../site/catalog.ts';
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
import type { Finished } from './finished.ts';
import { batchOf, type Making, makeMany, missingOf, sayReasons, takeBatch } from './making.ts';
import { makePages, takeEditionPages } from './pages.ts';
import { Products } from './products.ts';
import { beginSearch, type Indexing } from './search.ts';

/** So few articles are made in the process of the build itself, with the pages of the edition in one run of Astro. */
const fewArticles = 4;

/** Articles of so many bytes of text take longer than the processes that make their files take to begin. */
const longText = 60_000;

interface Task extends Making {
  /** The new site, until it is complete. */
  readonly site: string;
}

/** Makes an edition of a plan. */
export class Builder {
  private readonly task: Task;
  private readonly known: KnownFiles = new Map();
  private search: Indexing | undefined;

  constructor(task: Task) {
    this.task = task;
  }

  /**
   * Makes the site.
   *
   * @returns its measures, and what people should know of its files
   */
  async build(): Promise<Omit<Finished, 'refused'>> {
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
  private async makeRest(outlines: readonly Outline[]): Promise<Omit<Finished, 'refused'>> {
    const { facts, products, progress, site } = this.task;
    const edition: Edition = { ...facts.edition, articles: outlines.map(({ article }) => article) };

    progress.step('files of the articles');
    const notes: string[] = [];
    let placed = 0;
    for (const slug of facts.slugs) {
      for (const file of await products.place(slug, site)) this.known.set(file.path, file);
      notes.push(...(await products.lacks(slug)));
      placed += 1;
      progress.at(placed, facts.slugs.length);
    }
    for (const note of notes) progress.note(note);
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
    return { site: measure(await builtFiles(site, [], this.known)), notes };
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
