/** Renders the pages of articles and nothing else: `node pages-only.ts ROOT SLUG…`. What a plain Astro site is held against. */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { loadSound } from '../../src/build/article-batch.ts';
import { makePages } from '../../src/build/pages.ts';
import { makeFonts } from '../../src/fonts/web.ts';
import { cacheOf, packageRoot } from '../../src/root.ts';

const [root = '', ...slugs] = process.argv.slice(2);
const edition = await loadSound(root, slugs);
const work = await mkdtemp(path.join(cacheOf(packageRoot), 'bench-'));
await makeFonts('', path.join(work, 'fonts'));
const shown = { edition: { ...edition, articles: [] }, outlines: [], articles: edition.articles, isWhole: false };
await makePages(shown, path.join(work, 'fonts'), work);
await rm(work, { recursive: true });
