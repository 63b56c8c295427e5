import { describe, expect, test } from 'vitest';
import { search } from '../../src/client/searching.ts';
import type { Passage } from '../../src/search/passages.ts';
import { largeEngine } from '../helpers/search-engine.ts';

const passage = (number: number, text: string): Passage => ({
  article: `article-${number % 50}`,
  path: `articles/article-${number % 50}/#p${number}`,
  kind: 'paragraph',
  language: 'fa',
  text,
  also: '',
});

const engineOf = (texts: readonly string[]) => largeEngine(texts.map((text, number) => passage(number, text)));

describe('searching an edition whose texts are spread over files', () => {
  test('reads the first candidates of a common word, says that there are more, and goes on when asked', async () => {
    const engine = engineOf(Array.from({ length: 500 }, (_, number) => `بند ${number} دربارۀ قدرت است.`));
    const first = await search(engine, 'قدرت', {}, () => undefined);
    expect(first.results.length).toBe(engine.given);
    expect(engine.given).toBeLessThanOrEqual(60);
    expect(first.hasMore).toBe(true);
    const second = await first.goOn();
    expect(second.results.length).toBe(first.results.length + 16);
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
