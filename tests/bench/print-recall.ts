/** Prints what readers find of the questions that they ask, with and without the tables of words, beside other engines, and how much noise there is. */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { loadEdition, loadFacts } from '../../src/edition/reading/load.ts';
import type { Row } from '../../src/search/field.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { persianRows } from '../../src/search/rows.ts';
import { noiseOf } from './noise.ts';
import { type Peer, peersOn } from './peers.ts';
import { askOurs, casesFolder, questionsOf, type Recall, recallOf, wholeOf } from './recall.ts';

/** @param file a table of questions, beside the open ones of `../shared/cases/search` */
export async function printRecall(browser: Browser, file = path.join(casesFolder, 'questions.tsv')): Promise<void> {
  const root = path.resolve('.');
  const passages = passagesOf(await loadEdition(root));
  const { searchWords } = await loadFacts(root);
  const questions = await questionsOf(file);
  const ours = async (name: string, rows: readonly Row[]): Promise<Peer> => {
    const whole = await wholeOf(passages, rows);
    return { name, answer: (typed) => askOurs(whole, typed) };
  };
  const engines = [
    await ours('ours', [...persianRows(), ...searchWords]),
    await ours('without word lists', []),
    ...(await peersOn(browser, passages)),
  ];
  const recalls: (readonly Recall[])[] = [];
  for (const { answer, close } of engines) {
    recalls.push(await recallOf(questions, answer));
    await close?.();
  }
  const line = (kind: string, cells: readonly string[]) =>
    console.log(kind.padEnd(18), ...cells.map((cell) => cell.padStart(22)));
  console.log(`\n${questions.length} questions: answered at the first place, among the first three`);
  line(
    'kind',
    engines.map(({ name }) => name),
  );
  const cell = (some: readonly Recall[]) => {
    const sum = (key: 'asked' | 'first' | 'third') => some.reduce((all, recall) => all + recall[key], 0);
    return `${sum('first')}, ${sum('third')} of ${sum('asked')}`;
  };
  for (const [index, { kind }] of (recalls[0] ?? []).entries())
    line(
      kind,
      recalls.map((recall) => cell([recall[index] as Recall])),
    );
  line('all', recalls.map(cell));
  const whole = await wholeOf(passages, []);
  const noise = await noiseOf(passages, async (word) => (await askOurs(whole, word)).results);
  console.log(
    `\nNoise: of ${noise.results} results for ${noise.words} words, ${noise.without} without the word, ${noise.above} of them above one with it`,
  );
}
