import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/client/engine.ts';
import { search } from '../../src/client/searching.ts';
import type { Passage } from '../../src/search/passages.ts';

const passage = (number: number, text: string): Passage => ({
  article: `article-${number % 50}`,
  path: `articles/article-${number % 50}/#p${number}`,
  kind: 'paragraph',
  language: 'fa',
  text,
  also: '',
});

/** An engine that takes every passage for a candidate, in order, each a leaf of its own, and keeps count of the texts that it gives. */
function engineOf(texts: readonly string[]): Engine & { given: number } {
  const passages = new Map(texts.map((text, number) => [String(number), passage(number, text)]));
  const engine = {
    given: 0,
    find: async () => [...passages.keys()],
    texts: async (ids: readonly string[]) => {
      engine.given += ids.length;
      return ids.map((id) => passages.get(id) as Passage);
    },
    whole: () => undefined,
  };
  return engine;
}

describe('searching an edition whose texts are spread over files', () => {
  test('reads the first candidates of a common word, says that there are more, and goes on when asked', async () => {
    const engine = engineOf(Array.from({ length: 500 }, (_, number) => `بند ${number} دربارۀ قدرت است.`));
    const first = await search(engine, 'قدرت', {}, () => undefined);
    expect(first.results.length).toBe(engine.given);
    expect(engine.given).toBeLessThanOrEqual(60);
    expect(first.hasMore).toBe(true);
    const second = await first.goOn();
    expect(second.results.length).toBe(2 * first.results.length);
  });

  test('finds words that stand together far behind passages that have them apart', async () => {
    const texts = Array.from({ length: 500 }, (_, number) => `بزرگ ${number} کتابی است که از قدرت می‌گوید.`);
    texts[50] = 'سخن از قدرت بزرگ است.';
    const { results } = await search(engineOf(texts), 'قدرت بزرگ', {}, () => undefined);
    expect(results[0]?.passage.text).toBe(texts[50]);
  });

  test('asks for no more texts however many ways there are to space and spell the words', async () => {
    const apart = Array.from({ length: 500 }, (_, number) => `میان ${number} قدرت و ${number} نظام و ${number} جهان`);
    const engine = engineOf(apart);
    const { hasMore } = await search(engine, 'جهان قدرت نظام', {}, () => undefined);
    expect(engine.given).toBeLessThanOrEqual(64);
    expect(hasMore).toBe(true);
  });

  test('reads every passage once, and says when there are no more', async () => {
    const engine = engineOf(Array.from({ length: 90 }, (_, number) => `بند ${number} دربارۀ قدرت است.`));
    let findings = await search(engine, 'قدرت', {}, () => undefined);
    while (findings.hasMore) findings = await findings.goOn();
    expect(findings.results.length).toBe(90);
    expect(engine.given).toBe(90);
  });
});
