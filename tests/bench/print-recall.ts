/** Prints what readers find of the questions that they ask, with and without the tables of words, and how much noise there is. */
import path from 'node:path';
import { loadEdition, loadFacts } from '../../src/edition/reading/load.ts';
import type { Row } from '../../src/search/field.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { persianRows } from '../../src/search/rows.ts';
import { noiseOf } from './noise.ts';
import { askOurs, casesFolder, questionsOf, recallOf, wholeOf } from './recall.ts';

export async function printRecall(): Promise<void> {
  const root = path.resolve('.');
  const passages = passagesOf(await loadEdition(root));
  const { searchWords } = await loadFacts(root);
  const questions = await questionsOf(path.join(casesFolder, 'questions.tsv'));
  const recalls = await Promise.all(
    [[], [...persianRows(), ...searchWords]].map(async (rows: readonly Row[]) => {
      const whole = await wholeOf(passages, rows);
      return recallOf(questions, (typed) => askOurs(whole, typed));
    }),
  );
  const [without = [], withRows = []] = recalls;
  const line = (kind: string, ...cells: readonly (string | number)[]) =>
    console.log(kind.padEnd(20), ...cells.map((cell) => String(cell).padStart(12)));
  console.log('\nQuestions answered at the first place, among the first three; without the tables of words');
  line('kind', 'asked', 'first', 'first three', 'first', 'first three');
  for (const [index, { kind, asked, first, third }] of withRows.entries())
    line(kind, asked, first, third, without[index]?.first ?? 0, without[index]?.third ?? 0);
  const sum = (all: typeof withRows, key: 'asked' | 'first' | 'third') =>
    all.reduce((one, recall) => one + recall[key], 0);
  line(
    'all',
    sum(withRows, 'asked'),
    sum(withRows, 'first'),
    sum(withRows, 'third'),
    sum(without, 'first'),
    sum(without, 'third'),
  );
  const whole = await wholeOf(passages, []);
  const noise = await noiseOf(passages, async (word) => (await askOurs(whole, word)).results);
  console.log(
    `\nNoise: of ${noise.results} results for ${noise.words} words, ${noise.without} without the word, ${noise.above} of them above one with it`,
  );
}
