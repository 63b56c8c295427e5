/** Makes the search index of an edition and nothing else: `node search-only.ts ROOT`. */

import { loadSound } from '../../src/build/article-batch.ts';
import { loadFacts } from '../../src/edition/reading/load.ts';
import { type IndexedPassage, indexedPassagesOf, makeIndex } from '../../src/search/index.ts';

const [root = ''] = process.argv.slice(2);
const passages: IndexedPassage[] = [];
for (const slug of (await loadFacts(root)).slugs) {
  const [article] = (await loadSound(root, [slug])).articles;
  if (article) passages.push(...indexedPassagesOf(article));
}
await makeIndex(passages);
