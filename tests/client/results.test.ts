import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/client/engine.ts';
import { nearSpellings, search } from '../../src/client/searching.ts';
import type { Passage, PassageKind } from '../../src/search/passages.ts';

const passage = (place: string, text: string, known: Partial<Passage> = {}): Passage => ({
  article: 'a-tale',
  path: `articles/a-tale/1.0.0/#${place}`,
  kind: 'paragraph',
  language: 'en',
  text,
  also: '',
  ...known,
});

/** An engine of a small edition, which gives every passage whole and finds none by itself. */
const engineOf = (passages: readonly Passage[], found: readonly string[] = []): Engine => ({
  find: async () => found,
  texts: async (ids) => ids.map((id) => passages[Number(id)] as Passage),
  all: async () => passages,
});

const placesOf = async (passages: readonly Passage[], typed: string, filters = {}) =>
  (await search(engineOf(passages), typed, filters)).results.map(({ passage: { path } }) => path.split('#')[1]);

describe('the order of results', () => {
  test('that answer alike is by what they are: the text itself before what stands around it', async () => {
    const kinds: readonly PassageKind[] = ['work', 'table', 'heading', 'abstract', 'creator', 'paragraph'];
    const passages = kinds.map((kind) => passage(kind, 'A tale of two notes', { kind }));
    expect(await placesOf(passages, 'two notes')).toEqual([
      'paragraph',
      'creator',
      'abstract',
      'heading',
      'table',
      'work',
    ]);
    const equals = (one: PassageKind, other: PassageKind) =>
      Promise.all(
        [
          [one, other],
          [other, one],
        ].map((pair) =>
          placesOf(
            pair.map((kind) => passage(kind, 'A tale of two notes', { kind })),
            'two notes',
          ),
        ),
      );
    for (const [one, other] of [
      ['title', 'paragraph'],
      ['table', 'note'],
      ['keywords', 'work'],
    ] as const)
      expect(await equals(one, other)).toEqual([
        [one, other],
        [other, one],
      ]);
  });

  test('is by how well they answer: together before apart, whole words before beginnings', async () => {
    const passages = [
      passage('apart', 'Two of the many notes'),
      passage('begun', 'Two notesmiths'),
      passage('together', 'Of two notes'),
    ];
    expect(await placesOf(passages, 'two notes')).toEqual(['together', 'begun', 'apart']);
  });

  test('keeps up to ten of an article together, that with the best one first, and puts its others behind all', async () => {
    const of = (article: string, count: number, text: string) =>
      Array.from({ length: count }, (_, index) => passage(`${article}${index + 1}`, text, { article }));
    const passages = [...of('b', 2, 'two or three notes'), ...of('a', 12, 'of two notes')];
    expect(await placesOf(passages, 'two notes')).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `a${index + 1}`),
      'b1',
      'b2',
      'a11',
      'a12',
    ]);
  });
});

describe('filters', () => {
  const passages = [
    passage('one', 'two notes'),
    passage('other', 'two notes', { article: 'yek-dastan', language: 'fa' }),
    passage('table', 'two notes', { kind: 'table' }),
  ];

  test.each([
    [{ article: 'yek-dastan' }, ['other']],
    [{ lang: 'en' }, ['one', 'table']],
    [{ kind: 'table' }, ['table']],
    [{ article: 'a-tale', kind: 'paragraph' }, ['one']],
    [{ article: 'none' }, []],
  ])('%o leave what agrees', async (filters, places) => {
    expect(await placesOf(passages, 'two notes', filters)).toEqual(places);
  });
});

describe('what is looked at', () => {
  test('is nothing for a query without words', async () => {
    const { results, hasMore } = await search(engineOf([passage('p1', 'two notes')], ['0']), '…', {});
    expect([results, hasMore]).toEqual([[], false]);
  });

  test('is a small edition whole where the index found nothing that has the words together', async () => {
    const passages = [passage('p1', 'two or three notes'), passage('p2', 'of two notes')];
    const { results } = await search(engineOf(passages, ['0']), 'two notes', {});
    expect(results.map(({ passage: { path } }) => path.split('#')[1])).toEqual(['p2', 'p1']);
  });

  test('is each text once although it stands twice', async () => {
    const twice = passage('p1', 'of two notes');
    expect(await placesOf([twice, twice], 'two notes')).toEqual(['p1']);
  });
});

describe('words that are spelled nearly alike', () => {
  const passages = [
    passage('p1', 'The concert of the powers'),
    passage('p2', 'A concert in Vienna, and another concert'),
  ];
  const near = (typed: string) => nearSpellings(engineOf(passages), typed);

  test('are offered, the query with each in the place of the other', async () => {
    expect(await near('koncert of powers')).toEqual([{ word: 'concert', query: 'concert of powers' }]);
    expect(await near('the powars')).toEqual([{ word: 'powers', query: 'the powers' }]);
  });

  test('are those that differ in two letters at most, of a short word in one', async () => {
    expect(await near('consart')).toEqual([{ word: 'concert', query: 'concert' }]);
    expect(await near('consarp')).toEqual([]);
    // Another first letter counts for half a letter more.
    expect(await near('konsert')).toEqual([]);
    expect(await near('viena')).toEqual([{ word: 'Vienna', query: 'Vienna' }]);
    expect(await near('tho')).toEqual([]);
  });

  test('are none for a word that a text has, or a number', async () => {
    expect(await near('concert')).toEqual([]);
    expect(await near('1999')).toEqual([]);
  });
});
