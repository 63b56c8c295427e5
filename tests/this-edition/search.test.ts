/** What readers find in the two articles. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { flatBlocks, latestVersion } from '../../src/edition/model.ts';
import { loadEdition, loadFacts } from '../../src/edition/reading/load.ts';
import type { Whole } from '../../src/search/collection.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { persianRows } from '../../src/search/rows.ts';
import { noiseOf } from '../bench/noise.ts';
import { askOurs, casesFolder, placeOfAnswer, questionsOf, recallOf, wholeOf } from '../bench/recall.ts';

const root = path.resolve('.');
const edition = await loadEdition(root);
const passages = passagesOf(edition);

let made: Promise<Whole> | undefined;
const whole = () => {
  made ??= loadFacts(root).then(({ searchWords }) => wholeOf(passages, [...persianRows(), ...searchWords]));
  return made;
};

const file = path.join(casesFolder, 'questions.tsv');
test.skipIf(!existsSync(file))('nine of ten questions are answered at the first place', async () => {
  const questions = await questionsOf(file);
  const all = await whole();
  const recalls = await recallOf(questions, (typed) => askOurs(all, typed));
  const first = recalls.reduce((sum, recall) => sum + recall.first, 0);
  expect(questions.length).toBeGreaterThanOrEqual(70);
  expect(first / questions.length, JSON.stringify(recalls)).toBeGreaterThanOrEqual(0.9);
});

test('nine of ten lines of the broken sources find the paragraph that was restored from them', async () => {
  const all = await whole();
  const missed: string[] = [];
  let asked = 0;
  for (const article of edition.articles) {
    const lines = article.source?.lines ?? [];
    const ids = new Map<number, string[]>();
    for (const { id, source } of flatBlocks(latestVersion(article))) {
      for (const { first, last } of source)
        for (let line = first; line <= last; line += 1) ids.set(line, [...(ids.get(line) ?? []), id]);
    }
    // Every ninth of the long ones.
    const long = [...ids.keys()].filter((line) => (lines[line - 1] ?? '').replace(/\s/g, '').length > 45);
    for (const line of long.filter((_, index) => index % 9 === 0)) {
      asked += 1;
      const typed = (lines[line - 1] as string).trim();
      const answer = `id:${(ids.get(line) ?? []).map((id) => `${article.slug}#${id}`).join(',')}`;
      const place = placeOfAnswer({ kind: 'broken-source', typed, answer }, await askOurs(all, typed));
      if (place < 0 || place > 2) missed.push(typed);
    }
  }
  expect(asked).toBeGreaterThan(60);
  expect(missed.length / asked, missed.join('\n')).toBeLessThanOrEqual(0.1);
});

test('of the results for every word of the texts, at most one of a hundred is without it, and none of those stands above one with it', async () => {
  const all = await wholeOf(passages, []);
  const noise = await noiseOf(passages, async (word) => (await askOurs(all, word)).results);
  expect(noise.words).toBeGreaterThan(2000);
  expect(noise.without / noise.results, noise.examples.join('\n')).toBeLessThanOrEqual(0.01);
  expect(noise.above, noise.examples.join('\n')).toBe(0);
});
