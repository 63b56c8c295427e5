import { expect, test } from 'vitest';
import { togetherFirst } from '../../src/client/hits.ts';

const hit = (id: string, ...words: number[]) => ({ id, words });

test('leaves whose words stand together are read before those that have them apart', () => {
  expect(togetherFirst([hit('apart', 3, 300), hit('passage', 20, 50), hit('neighbours', 90, 91)], 2)).toEqual([
    'neighbours',
    'passage',
    'apart',
  ]);
});

test('three words are together where all three are', () => {
  expect(togetherFirst([hit('two', 1, 2, 200), hit('three', 7, 3, 9)], 3)).toEqual(['three', 'two']);
});

test('as near as one another, and of one word, they stay as the engine has them', () => {
  const hits = [hit('a', 10, 13), hit('b', 4, 6), hit('c', 1)];
  expect(togetherFirst(hits.slice(0, 2), 2)).toEqual(['a', 'b']);
  expect(togetherFirst(hits, 1)).toEqual(['a', 'b', 'c']);
});

test('what holds fewer places than words comes last', () => {
  expect(togetherFirst([hit('one', 5), hit('both', 5, 500)], 2)).toEqual(['both', 'one']);
});
