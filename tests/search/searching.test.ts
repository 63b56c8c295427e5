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

/** An engine that takes every passage for a candidate, in order, and keeps count of the texts that it gives. */
function engineOf(texts: readonly string[]): Engine & { given: number } {
  const passages = new Map(texts.map((text, number) => [String(number), passage(number, text)]));
  const engine = {
    given: 0,
    find: async () => [...passages.keys()],
    texts: async (ids: readonly string[]) => {
      engine.given += ids.length;
      return new Map(ids.map((id) => [id, passages.get(id) as Passage]));
    },
    all: () => undefined,
  };
  return engine;
}

describe('searching an edition whose texts are spread over files', () => {
  test('reads the first candidates of a common word, says how many more there are, and goes on when asked', async () => {
    const engine = engineOf(Array.from({ length: 500 }, (_, number) => `بند ${number} دربارۀ قدرت است.`));
    const first = await search(engine, 'قدرت', {});
    expect(first.results.length).toBe(engine.given);
    expect(engine.given).toBeLessThanOrEqual(60);
    expect(first.results.length + first.unread).toBe(500);
    const second = await first.goOn();
    expect(second.results.length).toBe(2 * first.results.length);
    expect(second.results.length + second.unread).toBe(500);
  });

  test('finds words that stand together far behind passages that have them apart', async () => {
    const texts = Array.from({ length: 500 }, (_, number) => `بزرگ ${number} کتابی است که از قدرت می‌گوید.`);
    texts[150] = 'سخن از قدرت بزرگ است.';
    const { results } = await search(engineOf(texts), 'قدرت بزرگ', {});
    expect(results[0]?.passage.text).toBe(texts[150]);
  });

  test('reads every passage once, and says when there are no more', async () => {
    const engine = engineOf(Array.from({ length: 90 }, (_, number) => `بند ${number} دربارۀ قدرت است.`));
    let findings = await search(engine, 'قدرت', {});
    while (findings.unread > 0) findings = await findings.goOn();
    expect(findings.results.length).toBe(90);
    expect(engine.given).toBe(90);
  });
});
