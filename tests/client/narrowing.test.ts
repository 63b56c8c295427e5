import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/client/engine.ts';
import type { Filters } from '../../src/client/findings.ts';
import { articlesOn, narrowed, newestFirst, type Places } from '../../src/client/narrowing.ts';
import { search } from '../../src/client/searching.ts';
import { Collection } from '../../src/search/collection.ts';
import { Field } from '../../src/search/field.ts';
import type { Passage } from '../../src/search/passages.ts';

const places: Places = {
  old: { on: ['issue=1-1', 'year=2021', 'author=ann', 'type=editorial'], date: '2021 2026-01-01' },
  middle: { on: ['issue=1-2', 'year=2021', 'author=ann', 'author=bea'], date: '2021 2026-02-01' },
  young: { on: ['issue=2-1', 'year=2022', 'author=bea'], date: '2022 2026-01-01' },
};
const slugs = ['old', 'young', 'middle'];
const passages = slugs.map(
  (article): Passage => ({
    path: `articles/${article}/1.0.0/#p1`,
    kind: 'paragraph',
    article,
    language: 'en',
    // The older, the better it answers.
    text: `harbour ${article === 'old' ? 'lights' : `and many other words before ${article} lights`}`,
    also: '',
  }),
);

/** An edition that is loaded whole, and one whose texts are spread over files, as Pagefind would find in them. */
const engines: Record<'whole' | 'spread', Engine> = {} as Record<'whole' | 'spread', Engine>;
beforeAll(async () => {
  const whole = { collection: await Collection.of(passages, () => undefined), field: new Field([]) };
  const base = {
    find: async () => [],
    texts: async () => [],
    wider: undefined,
    field: async () => new Field([]),
    articles: async () => [],
    forms: async () => [],
  };
  engines.whole = { ...base, whole: () => Promise.resolve(whole) };
  engines.spread = {
    ...base,
    find: async (_, { article }) =>
      slugs.filter((slug) => article === undefined || (typeof article === 'object' && article.any.includes(slug))),
    texts: async (ids) => passages.filter(({ article }) => ids.includes(article)),
    whole: () => undefined,
  };
});

async function found(kind: 'whole' | 'spread', chosen: Filters, isByDate = false): Promise<string[]> {
  const engine = narrowed(engines[kind], articlesOn(chosen, places), places, isByDate);
  const findings = await search(engine, 'harbour lights', {}, () => undefined);
  return (isByDate ? newestFirst(findings, places) : findings).results.map(({ passage }) => passage.article);
}

describe.each(['whole', 'spread'] as const)('a search in an edition that is %s', (kind) => {
  test.each([
    [{ issue: '1-2' }, ['middle']],
    [{ year: '2021' }, ['middle', 'old']],
    [{ author: 'bea' }, ['middle', 'young']],
    [{ type: 'editorial' }, ['old']],
    [{ author: 'ann', year: '2021', issue: '1-1' }, ['old']],
    [{ author: 'bea', type: 'editorial' }, []],
    [{ issue: 'of-none' }, []],
  ])('finds on the shelves %o alone', async (chosen, expected) => {
    expect((await found(kind, chosen as Filters)).sort()).toEqual(expected);
  });

  test('stands by what answers best, or by date', async () => {
    expect((await found(kind, {}))[0]).toBe('old');
    expect(await found(kind, {}, true)).toEqual(['young', 'middle', 'old']);
    expect(await found(kind, { year: '2021' }, true)).toEqual(['middle', 'old']);
  });
});

test('what may answer is looked at in the order of the dates where the results stand so', async () => {
  const ids = await narrowed(engines.spread, undefined, places, true).find('harbour', {});
  expect(ids).toEqual(['young', 'middle', 'old']);
});
