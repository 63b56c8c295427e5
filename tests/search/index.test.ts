import { expect, test } from 'vitest';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { passagesOfPages } from '../../src/html/own-page.ts';
import { type IndexFile, indexedPassagesOf, indexedWider, makeIndex } from '../../src/search/index.ts';
import { type Passage, passagesOf, widerPassagesOf } from '../../src/search/passages.ts';
import { changed, makeEdition } from '../helpers/edition.ts';
import { harbour } from '../helpers/harbour.ts';

const textsOf = (files: readonly IndexFile[]): (readonly Passage[])[] =>
  files
    .filter(({ path }) => path.startsWith('texts/'))
    .map(({ content }) => JSON.parse(Buffer.from(content).toString('utf8')));

test('every passage has its text beside the index, one of nothing but the commonest words too', async () => {
  const root = await makeEdition({
    ...changed('content/articles/yek-dastan/1.0.0.mdx', '## آغاز', '## از این و آن'),
    ...changed('content/articles/yek-dastan/source.txt', 'آغاز\n', 'از این و آن\n'),
  });
  const passages = (await loadEdition(root)).articles.flatMap(indexedPassagesOf);
  const index = await makeIndex(passages);
  const stored = textsOf(index).flat();
  const latest = passages.filter(({ isWider }) => !isWider);
  expect(stored.map(({ text }) => text)).toEqual(latest.map(({ passage }) => passage.text));
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
  const files = await makeIndex(passages);
  const leaves = textsOf(files);
  expect(leaves.length).toBeLessThan(passages.length / 7);
  for (const leaf of leaves) expect(new Set(leaf.map(({ article, kind }) => `${article} ${kind}`)).size).toBe(1);
  const paths = leaves.flat().map((passage) => passage.path);
  expect(paths.toSorted()).toEqual(passages.map(({ passage }) => passage.path).toSorted());
  // What a misspelled word may stand for, and what conditions ask for.
  const read = (path: string) =>
    JSON.parse(Buffer.from(files.find((one) => one.path === path)?.content ?? []).toString());
  expect(read('forms/b.json')).toEqual(['بند']);
  expect(read('articles.json')).toHaveLength(3);
});

test('what a reader may ask for beyond stands apart: earlier texts, remarks of the editors and their pages', async () => {
  const edition = await harbour();
  const wider = edition.articles.flatMap(widerPassagesOf);
  const page = passagesOfPages(edition);
  expect(page.some(({ path, text, language }) => path.startsWith('about/#') && text !== '' && language === 'fa')).toBe(
    true,
  );
  expect(new Set(wider.map(({ kind }) => kind)).has('editorial')).toBe(true);
  const latest = new Set(passagesOf(edition).map(({ path, text }) => `${path} ${text}`));
  const earlier = wider.filter(({ kind }) => kind !== 'editorial');
  expect(earlier.length).toBeGreaterThan(0);
  for (const { path, text } of earlier) expect(latest).not.toContain(`${path} ${text}`);
  const files = await makeIndex([...edition.articles.flatMap(indexedPassagesOf), ...indexedWider(page)]);
  const stored = files
    .filter(({ path }) => path.startsWith('more/texts/'))
    .flatMap(({ content }) => JSON.parse(Buffer.from(content).toString('utf8')) as Passage[]);
  const sorted = (passages: readonly Passage[]) => passages.map(({ path, text }) => `${path} ${text}`).toSorted();
  expect(sorted(stored)).toEqual(sorted([...wider, ...page]));
  // Of a small edition the latest versions have no index: their texts are searched.
  expect(files.filter(({ path }) => path.startsWith('pagefind/'))).toEqual([]);
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
    isWider: true as const,
  }));
  const first = await makeIndex(passages);
  expect(first.filter(({ path }) => path.startsWith('more/pagefind/filter/'))).toHaveLength(3);
  for (const _ of [2, 3, 4]) expect(await makeIndex(passages)).toEqual(first);
});

test('words that mean the same are kept where a text has one of them, however it is spelled and spaced', async () => {
  const text = 'در کنسرت قواي بزرگ، هدف‌ها گوناگون است.';
  const passage = {
    path: 'articles/a/1.0.0/#p1',
    kind: 'paragraph' as const,
    article: 'a',
    language: 'fa' as const,
    text,
    also: '',
  };
  const rows = [
    ['کنسرت قوا', 'concert of powers'],
    ['آتش‌بس', 'ceasefire'],
  ];
  const words = (await makeIndex([{ passage, terms: text }], rows)).find(({ path }) => path === 'words.json');
  const kept: string[][] = JSON.parse(Buffer.from(words?.content ?? []).toString('utf8'));
  expect(kept).toContainEqual(rows[0]);
  expect(kept).not.toContainEqual(rows[1]);
  // Of general Persian, which comes with the engine.
  expect(kept).toContainEqual(['هدف', 'اهداف']);
});
