import { expect, test } from 'vitest';
import { candidatesOf } from '../../../src/edition/fidelity/candidates.ts';
import { confusions, tableFor } from '../../../src/edition/fidelity/confusions.ts';
import { checkFidelity } from '../../../src/edition/fidelity/fidelity.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { makeEdition, soundFiles } from '../../helpers/edition.ts';

const merged = confusions['merged-digits'];
const years = { least: 1300, most: 1404 };

test.each([
  ['11۸2', years, '۱۳۹۲ ۱۳۹۵ ۱۳۹۶'],
  ['1091', years, '۱۴۰۱ ۱۴۰۳'],
  ['222', { least: 265, most: 282 }, '۲۶۵ ۲۶۶'],
  ['1۸1', undefined, '۱۹۱ ۱۹۳ ۱۹۷ ۳۹۱ ۳۹۳ ۳۹۷ ۷۹۱ ۷۹۳ ۷۹۷'],
  ['2', undefined, '۲ ۵ ۶'],
  ['11۸9', years, '۱۳۹۰'],
  ['190', undefined, '۱۰۴ ۳۰۴ ۷۰۴'],
])('%s within %j can be %s', (source, within, expected) => {
  expect(candidatesOf({ source, within }, merged)?.join(' ')).toBe(expected);
});

test('a sound number and a word have no candidates that a table gives', () => {
  expect(candidatesOf({ source: '۸۱' }, merged)).toBeUndefined();
  expect(candidatesOf({ source: 'استسیا' }, merged)).toBeUndefined();
  expect(candidatesOf({ source: '1392' }, confusions.intact)).toBeUndefined();
});

test('what the table said of a digit before holds for released texts alone', () => {
  expect(tableFor('merged-digits', 'released').digits.get('9')).toBe('۰۶');
  expect(tableFor('merged-digits', 'draft').digits.get('9')).toBe('۰');
  expect(tableFor('merged-digits', 'released').digits.get('2')).toBe('۲۵۶');
  expect(tableFor('intact', 'released')).toBe(confusions.intact);
});

const article = 'content/articles/yek-dastan';

/** What the check says of a draft that reads 11۸2 as 1392. */
async function faultsOf(reading: string): Promise<string[]> {
  const root = await makeEdition({
    [`${article}/source.txt`]: 'آغاز\nدر سال 11۸2 آمد\n',
    [`${article}/1.0.0.mdx`]: [
      '## آغاز [](source:1)',
      '',
      'در سال [۱۳۹۲](reading:r1) آمد [](source:2)',
      '',
      '```yaml apparatus',
      'readings:',
      `  r1: { text: "۱۳۹۲", source: "11۸2", certainty: uncertain, reason: { fa: رقم‌ها, en: Digits }, ${reading} }`,
      '```',
      '',
    ].join('\n'),
    [`${article}/article.yaml`]: soundFiles[`${article}/article.yaml`]?.replace(
      'profile: intact',
      'profile: merged-digits',
    ) as string,
  });
  return checkFidelity(await loadEdition(root)).map(({ line, what }) => `${line}: ${what}`);
}

test('a draft states every reading of a damaged number, and no other', async () => {
  expect(await faultsOf('within: 1300-1404, candidates: ["۱۳۹۲", "۱۳۹۵", "۱۳۹۶"]')).toEqual([]);
  expect(await faultsOf('within: 1300-1404, candidates: ["۱۳۹۲", "۱۳۹۵"]')).toEqual([
    '7: 11۸2 can be ۱۳۹۲ ۱۳۹۵ ۱۳۹۶ between 1300 and 1404; r1 leaves out ۱۳۹۶',
  ]);
  expect(await faultsOf('within: 1300-1404, candidates: ["۱۳۹۲", "۱۳۹۵", "۱۳۹۶", "۱۳۹۸"]')).toEqual([
    '7: 11۸2 can be ۱۳۹۲ ۱۳۹۵ ۱۳۹۶ between 1300 and 1404; r1 has ۱۳۹۸ beside',
  ]);
});
