/** Renders the pages of articles and nothing else: `node pages-only.ts ROOT SLUG…`. What a plain Astro site is held against. */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { loadSound } from '../../src/build/article-batch.ts';
import { makePages, packageRoot } from '../../src/build/pages.ts';
import { makeFonts } from '../../src/fonts/web.ts';

const [root = '', ...slugs] = process.argv.slice(2);
const edition = await loadSound(root, slugs);
const work = await mkdtemp(path.join(packageRoot, '.cache/bench-'));
await makeFonts('', path.join(work, 'fonts'));
const shown = { edition: { ...edition, articles: [] }, outlines: [], articles: edition.articles, isWhole: false };
await makePages(shown, path.join(work, 'fonts'), work);
await rm(work, { recursive: true });
