import { describe, expect, test } from 'vitest';
import { isLatin, isPersian, latinRuns, persianRuns } from '../../src/text/runs.ts';

const said = (text: string, runs: readonly { readonly start: number; readonly end: number }[]) =>
  runs.map(({ start, end }) => text.slice(start, end));

describe('Latin runs of a Persian text', () => {
  test.each([
    ['از Nye و Keohane تا امروز', ['Nye', 'Keohane']],
    ['کتاب Power and Interdependence 1977 را', ['Power and Interdependence 1977']],
    // A bracket around the run, or opened inside of it, is closed with it; another's is not.
    ['نای (Nye, 1988: 235) گفت', ['(Nye, 1988: 235)']],
    ['نای Nye (1988) گفت', ['Nye (1988)']],
    ['(به گفتۀ Nye) است', ['Nye']],
    ['(به گفتۀ Nye (1988)) است', ['Nye (1988)']],
    ['در سال 1988 بود', []],
    ['«Nye» گفت', ['Nye']],
  ])('%s', (text, runs) => {
    expect(said(text, latinRuns(text))).toEqual(runs);
  });
});

describe('Persian runs of a Latin text', () => {
  test.each([
    ['the word استناد means citation', ['استناد']],
    ['the journal فصلنامۀ آزمون‌های علمی-پژوهشی of 2000', ['فصلنامۀ آزمون‌های علمی-پژوهشی']],
    ['the year ۱۴۰۰ alone', []],
    ['و', ['و']],
  ])('%s', (text, runs) => {
    expect(said(text, persianRuns(text))).toEqual(runs);
  });
});

test.each([
  ['Nye ۱۹۸۸', true, false],
  ['Nye، 1988', true, false],
  ['نای', false, true],
  ['Nye نای', false, true],
  ['۱۹۸۸', false, false],
  ['1988', false, false],
])('%s is in Latin letters: %s, in Persian ones: %s', (text, latin, persian) => {
  expect([isLatin(text), isPersian(text)]).toEqual([latin, persian]);
});
