/** Editions of growing size, built with everything on, beside a plain Astro site with plain Pagefind on the same texts. */
import { rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { cut } from '../../src/build/article-workers.ts';
import { listFiles } from '../../src/files.ts';
import { pandoc } from '../helpers/installed.ts';
import { largeArticle, largeSlugs, writeLargeEdition } from '../helpers/large-edition.ts';
import { type Cost, measure } from './measure.ts';
import { writePeer } from './peer.ts';
import { searchCost } from './search.ts';

/** Words of the articles from which the made-up ones are made (tests/helpers/large-edition.ts). */
const searched = ['بندر', 'بازار', 'مرز', 'دریا', 'کشتی'];

export const sizes = [2, 10, 100, 1000] as const;

const here = import.meta.dirname;
const repository = path.resolve(here, '../..');
const seconds = (value: number) => `${value.toFixed(1)} s`;
const MB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The bytes of a site by the ends of the names of its files. */
async function bytesByKind(site: string) {
  const kinds = new Map<string, { bytes: number; files: number }>();
  let search = 0;
  const files = listFiles(site);
  for (const file of files) {
    const { size } = await stat(path.join(site, file));
    const isSearch = file.startsWith('search/') && !file.endsWith('.html');
    if (isSearch) search += size;
    const kind = isSearch
      ? 'search index'
      : file.endsWith('.html')
        ? 'pages'
        : (/\.[a-z0-9]+$/.exec(file)?.[0] ?? 'other');
    const known = kinds.get(kind) ?? { bytes: 0, files: 0 };
    kinds.set(kind, { bytes: known.bytes + size, files: known.files + 1 });
  }
  const total = [...kinds.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  return { kinds: [...kinds].sort(([, a], [, b]) => b.bytes - a.bytes), files: files.length, total, search };
}

/** Puts another text in the place of one article's. */
async function changeOne(root: string, slug: string): Promise<void> {
  for (const [file, content] of Object.entries(largeArticle(99_999, slug))) {
    await writeFile(path.join(root, file), content);
  }
}

/** The pages and the search index alone, in as many processes as a build uses. */
async function htmlAndSearch(root: string, slugs: readonly string[]): Promise<{ pages: number; search: number }> {
  const start = performance.now();
  const batches = cut(slugs).values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const batch of batches) await measure([path.join(here, 'pages-only.ts'), root, ...batch], repository);
    }),
  );
  const pages = (performance.now() - start) / 1000;
  const search = await measure([path.join(here, 'search-only.ts'), root], repository);
  return { pages, search: search.seconds };
}

async function peerCost(
  root: string,
  slugs: readonly string[],
  folder: string,
): Promise<{ pages: Cost; search: Cost }> {
  await writePeer(root, slugs, folder);
  const bin = (name: string) => path.resolve('node_modules', name);
  const pages = await measure([bin('astro/bin/astro.mjs'), 'build', '--silent'], folder);
  const search = await measure([bin('pagefind/lib/runner/bin.cjs'), '--site', 'dist'], folder);
  return { pages, search };
}

/** How many articles pandoc makes, and of what: HTML, EPUB, JATS and TEI of the Markdown of each. */
const byPandoc = 4;
const pandocWriters = ['html5', 'epub3', 'jats_publishing', 'tei'] as const;

/** Seconds of processor that pandoc takes for an article in its four formats. */
async function pandocCost(site: string, slugs: readonly string[]): Promise<number> {
  const some = slugs.slice(0, byPandoc);
  let processor = 0;
  for (const slug of some) {
    const file = path.join(site, 'articles', slug, `${slug}.md`);
    for (const writer of pandocWriters) {
      const args = ['--from=markdown', `--to=${writer}`, '--standalone', '--mathml', '--output=/dev/null', file];
      processor += (await measure(args, site, 'pandoc')).processor;
    }
  }
  return processor / some.length;
}

/**
 * Measures an edition of that many articles and prints what was found.
 *
 * @param folder where editions and sites are made
 */
export async function benchScale(browser: Browser, folder: string, articles: number): Promise<void> {
  const root = path.join(folder, `edition-${articles}`);
  const out = path.join(folder, `site-${articles}`);
  const slugs = largeSlugs(articles);
  await rm(root, { recursive: true, force: true });
  await rm(out, { recursive: true, force: true });
  await writeLargeEdition(root, articles);
  const build = [path.join(repository, 'src/cli/build.ts'), '--root', root, '--out', out];
  const clean = await measure(build, repository);

  console.log(
    `\n${articles} articles: ${seconds(clean.seconds)}, ${(clean.seconds / articles).toFixed(2)} s an article, ${clean.megabytes} MB of memory at most`,
  );
  for (const step of clean.steps) {
    console.log(`  ${step.name.padEnd(26)} ${seconds(step.seconds).padStart(9)} ${`${step.megabytes} MB`.padStart(9)}`);
  }
  const { kinds, files, total, search } = await bytesByKind(out);
  console.log(`  ${files} files, ${MB(total)} (${MB(total / articles)} an article); search index ${MB(search)}`);
  console.log(`  ${kinds.map(([kind, { bytes, files }]) => `${kind} ${MB(bytes)} in ${files}`).join('; ')}`);
  const cost = await searchCost(browser, out, searched);
  console.log(
    `  first search result: ${Math.round(cost.bytes / 1000)} kB (brotli) in ${cost.requests} requests, ${seconds(cost.first / 1000)} on a processor four times slower; a later one ${seconds(cost.later / 1000)}`,
  );

  const unchanged = await measure(build, repository);
  await changeOne(root, slugs[Math.floor(articles / 2)] as string);
  const one = await measure(build, repository);
  console.log(
    `  built again: ${seconds(unchanged.seconds)} with nothing changed, ${seconds(one.seconds)} with one article changed`,
  );

  const ours = await htmlAndSearch(root, slugs);
  const peer = await peerCost(root, slugs, path.join(repository, `.cache/bench-peer-${articles}`));
  const peerBytes = await bytesByKind(path.join(repository, `.cache/bench-peer-${articles}/dist`));
  const oursPages = kinds.find(([kind]) => kind === 'pages')?.[1];
  const peerPages = peerBytes.kinds.find(([kind]) => kind === 'pages')?.[1];
  const row = (name: string, our: number, theirs: number, unit: string) =>
    console.log(
      `  ${name.padEnd(34)} ${`${our.toFixed(1)} ${unit}`.padStart(11)} ${`${theirs.toFixed(1)} ${unit}`.padStart(11)} ${(our / theirs).toFixed(2).padStart(7)}`,
    );
  console.log(`  HTML and search only               ${'ours'.padStart(10)} ${'Astro+Pagefind'.padStart(14)}   ratio`);
  row('pages and search', ours.pages + ours.search, peer.pages.seconds + peer.search.seconds, 's');
  row('pages', ours.pages, peer.pages.seconds, 's');
  row('search index', ours.search, peer.search.seconds, 's');
  if (oursPages && peerPages) {
    row('pages made', oursPages.files, peerPages.files, ' ');
    row('a thousand pages', (ours.pages / oursPages.files) * 1000, (peer.pages.seconds / peerPages.files) * 1000, 's');
    row(
      'megabytes of pages a second',
      oursPages.bytes / 1e6 / ours.pages,
      peerPages.bytes / 1e6 / peer.pages.seconds,
      ' ',
    );
  }
  if (pandoc.isHere) {
    const theirs = await pandocCost(out, slugs);
    const own = clean.processor / articles;
    console.log(
      `  processor an article: ours ${own.toFixed(2)} s for all files, pandoc ${theirs.toFixed(2)} s for HTML, EPUB, JATS and TEI: ${(own / theirs).toFixed(2)}`,
    );
  } else console.log(`  no comparison with pandoc: ${pandoc.missing}`);
  row('most memory', clean.megabytes, Math.max(peer.pages.megabytes, peer.search.megabytes), 'MB');
  await rm(path.join(repository, `.cache/bench-peer-${articles}`), { recursive: true, force: true });
}
