/** The words of the field that an editor lists for the search. */
import { expect, test } from 'vitest';
import { loadFacts } from '../../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../../src/faults.ts';
import { makeEdition } from '../../helpers/edition.ts';

const file = 'content/search-words.yaml';

const faultsOf = async (content: string): Promise<readonly Fault[]> =>
  loadFacts(await makeEdition({ [file]: content })).then(
    () => [],
    (error: unknown) => {
      if (error instanceof ContentFaults) return error.faults;
      throw error;
    },
  );

test('an edition may have none', async () => {
  expect((await loadFacts(await makeEdition())).searchWords).toEqual([]);
});

test('they are rows, in groups that say why; a number is a word', async () => {
  const root = await makeEdition({
    [file]:
      '- why: short and full names\n  rows:\n    - [UN, United Nations]\n- why: years\n  rows:\n    - [1453, ۸۵۷]\n',
  });
  expect((await loadFacts(root)).searchWords).toEqual([
    ['UN', 'United Nations'],
    ['1453', '۸۵۷'],
  ]);
});

test.each([
  ['no reason', '- rows:\n    - [a, b]\n', 1],
  ['a row of one word', '- why: x\n  rows:\n    - [a, b]\n    - [c]\n', 4],
  ['a row without a word', '- why: x\n  rows:\n    - [a, "…"]\n', 3],
  ['another field', '- why: x\n  because: y\n  rows:\n    - [a, b]\n', 2],
])('%s is told with its line', async (_, content, line) => {
  const faults = await faultsOf(content);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file, line });
  expect(faults[0]?.fix).not.toBe('');
});
