/**
 * What readers find: the questions of `../shared/cases/search`, asked of the passages of this edition, with a judge that knows
 * nothing of how they are searched.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { searchWhole } from '../../src/client/searching.ts';
import { Collection, type Whole } from '../../src/search/collection.ts';
import { Field, type Row } from '../../src/search/field.ts';
import type { Passage } from '../../src/search/passages.ts';

export interface Question {
  readonly kind: string;
  readonly typed: string;
  /** What counts as an answer, as the file has it. */
  readonly answer: string;
}

/** What was found: what has the words, and what is near. */
export interface Found {
  readonly results: readonly Passage[];
  readonly near: readonly Passage[];
}

export const casesFolder = path.resolve('../shared/cases/search');

/** Reads a table of questions. */
export async function questionsOf(file: string): Promise<Question[]> {
  return (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', typed = '', answer = ''] = line.split('\t');
      return { kind, typed, answer };
    });
}

/** At which place the answer is, from 0; -1 where it is not found. */
export function placeOfAnswer({ answer }: Question, { results, near }: Found): number {
  const places = answer.split(' || ').map((one) => {
    if (one === 'none') return results.length === 0 ? 0 : -1;
    const not = /^not:(.*?) re:(.*)$/.exec(one);
    if (not) {
      if (results.some(({ text }) => new RegExp(not[1] as string, 'u').test(text))) return -1;
      return results.findIndex(({ text }) => new RegExp(not[2] as string, 'iu').test(text));
    }
    return [...results, ...near].findIndex((passage) => isAnswer(one, passage));
  });
  const found = places.filter((place) => place >= 0);
  return found.length > 0 ? Math.min(...found) : -1;
}

function isAnswer(answer: string, { path, text, article }: Passage): boolean {
  if (answer.startsWith('re:')) return new RegExp(answer.slice(3), 'iu').test(text);
  const here = `${article}#${path.split('#')[1] ?? ''}`;
  return answer
    .slice(3)
    .split(',')
    .some((id) => {
      const pattern = id
        .trim()
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      return new RegExp(`^${pattern}$`).test(here);
    });
}

export const wholeOf = async (passages: readonly Passage[], rows: readonly Row[]): Promise<Whole> => ({
  collection: await Collection.of(passages, () => undefined),
  field: new Field(rows),
});

/** Our answer to a question. */
export async function askOurs(whole: Whole, typed: string): Promise<Found> {
  const { results, near } = await searchWhole(whole, typed, {}, () => undefined);
  return { results: results.map(({ passage }) => passage), near: near.map(({ passage }) => passage) };
}

export interface Recall {
  readonly kind: string;
  readonly asked: number;
  readonly first: number;
  readonly third: number;
  readonly missed: readonly string[];
}

/** How many of the questions of each kind are answered at the first place, and among the first three. */
export async function recallOf(
  questions: readonly Question[],
  answer: (typed: string) => Promise<Found>,
): Promise<Recall[]> {
  const recalls: Recall[] = [];
  for (const [kind, group] of Map.groupBy(questions, (question) => question.kind)) {
    let first = 0;
    let third = 0;
    const missed: string[] = [];
    for (const question of group) {
      const place = placeOfAnswer(question, await answer(question.typed));
      if (place === 0) first += 1;
      if (place >= 0 && place < 3) third += 1;
      else missed.push(question.typed);
    }
    recalls.push({ kind, asked: group.length, first, third, missed });
  }
  return recalls;
}
