import { expect, test } from 'vitest';
import { loadEdition } from '../../src/edition/load.ts';
import { indexedPassagesOf, makeIndex } from '../../src/search/index.ts';
import type { Passage } from '../../src/search/passages.ts';
import { changed, makeEdition } from '../helpers/edition.ts';

test('every passage has its text beside the index, one of nothing but the commonest words too', async () => {
  const root = await makeEdition({
    ...changed('content/articles/yek-dastan/1.0.0.mdx', '## آغاز', '## از این و آن'),
    ...changed('content/articles/yek-dastan/source.txt', 'آغاز\n', 'از این و آن\n'),
  });
  const passages = (await loadEdition(root)).articles.flatMap(indexedPassagesOf);
  const texts = (await makeIndex(passages)).find((file) => file.path === 'texts/all.json');
  const stored: Passage[] = Object.values(JSON.parse(Buffer.from(texts?.content ?? []).toString('utf8')));
  expect(stored.map(({ text }) => text).toSorted()).toEqual(passages.map(({ passage }) => passage.text).toSorted());
});
