import { expect, test } from 'vitest';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { type IndexFile, indexedPassagesOf, makeIndex } from '../../src/search/index.ts';
import type { Passage } from '../../src/search/passages.ts';
import { changed, makeEdition } from '../helpers/edition.ts';

const textsOf = (files: readonly IndexFile[]): (readonly Passage[])[] =>
  files
    .filter(({ path }) => path.startsWith('texts/'))
    .flatMap(({ path, content }) => {
      const texts = JSON.parse(Buffer.from(content).toString('utf8'));
      return path === 'texts/all.json' ? Object.values(texts) : [texts];
    });

test('every passage has its text beside the index, one of nothing but the commonest words too', async () => {
  const root = await makeEdition({
    ...changed('content/articles/yek-dastan/1.0.0.mdx', '## آغاز', '## از این و آن'),
    ...changed('content/articles/yek-dastan/source.txt', 'آغاز\n', 'از این و آن\n'),
  });
  const passages = (await loadEdition(root)).articles.flatMap(indexedPassagesOf);
  const index = await makeIndex(passages);
  // By the names that Pagefind gives its fragments, which a search answers with.
  const all = index.find((file) => file.path === 'texts/all.json');
  const names = Object.keys(JSON.parse(Buffer.from(all?.content ?? []).toString('utf8')));
  expect(names.length).toBe(passages.length);
  for (const name of names) expect(name).toMatch(/^fa_[0-9a-f]+$/);
  const stored = textsOf(index).flat();
  expect(stored.map(({ text }) => text).toSorted()).toEqual(passages.map(({ passage }) => passage.text).toSorted());
});

test('in a large edition neighbours of one article and kind are indexed as one, each passage once', async () => {
  const passages = Array.from({ length: 1600 }, (_, number) => ({
    passage: {
      path: `articles/a-${number % 3}/1.0.0/#p${number}`,
      kind: number % 10 === 0 ? ('heading' as const) : ('paragraph' as const),
      article: `a-${number % 3}`,
      language: 'fa' as const,
      text: `بند ${number}`,
      also: '',
    },
    terms: `بند ${number}`,
  }));
  const leaves = textsOf(await makeIndex(passages));
  expect(leaves.length).toBeLessThan(passages.length / 7);
  for (const leaf of leaves) expect(new Set(leaf.map(({ article, kind }) => `${article} ${kind}`)).size).toBe(1);
  const paths = leaves.flat().map((passage) => passage.path);
  expect(paths.toSorted()).toEqual(passages.map(({ passage }) => passage.path).toSorted());
});

test('an index of many articles and kinds comes out the same, byte for byte, whenever it is made', async () => {
  const kinds = ['paragraph', 'heading', 'note', 'table', 'title', 'work'] as const;
  const passages = Array.from({ length: 120 }, (_, number) => ({
    passage: {
      path: `articles/a-${number % 20}/1.0.0/#p${number}`,
      kind: kinds[number % kinds.length] as (typeof kinds)[number],
      article: `a-${number % 20}`,
      language: number % 2 === 0 ? ('fa' as const) : ('en' as const),
      text: `بند ${number}`,
      also: '',
    },
    terms: `بند ${number}`,
  }));
  const first = await makeIndex(passages);
  expect(first.filter(({ path }) => path.startsWith('pagefind/filter/'))).toHaveLength(3);
  for (const _ of [2, 3, 4]) expect(await makeIndex(passages)).toEqual(first);
});
