import { describe, expect, test } from 'vitest';
import { search, searchWhole } from '../../src/client/searching.ts';
import { Collection } from '../../src/search/collection.ts';
import { Field } from '../../src/search/field.ts';
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

describe('a pasted page', () => {
  /** A list that counts how often something is taken from it. */
  const counted = <T>(list: readonly T[], count: () => void): T[] =>
    new Proxy([...list], {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) count();
        return Reflect.get(target, key, receiver);
      },
    });

  test('of ten thousand letters is held against no more forms and passages than ten sentences', async () => {
    const passages = Array.from({ length: 60 }, (_, number) =>
      passage(
        number,
        `بندی با واژه‌های ${'ابتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'.slice(number % 20, (number % 20) + 6)} و شمارۀ ${number}`,
      ),
    );
    const workOf = async (typed: string) => {
      let work = 0;
      const count = () => {
        work += 1;
      };
      const collection = await Collection.of(passages, () => undefined);
      Object.defineProperty(collection, 'forms', { value: counted(collection.forms, count) });
      Object.defineProperty(collection, 'entries', { value: counted(collection.entries, count) });
      await searchWhole({ collection, field: new Field([]) }, typed, {}, () => undefined);
      return work;
    };
    const sentence = 'جمله‌ای ناشناس با چند غلط املایی که هیچ بندی آن را ندارد';
    const page = Array.from({ length: 500 }, (_, number) => `کلمۀنادرست${number}`)
      .join(' ')
      .slice(0, 10_000);
    const inSentence = await workOf(sentence);
    expect(inSentence).toBeGreaterThan(passages.length);
    expect(await workOf(page.padEnd(10_000, ' ن'))).toBeLessThanOrEqual(10 * inSentence);
    expect(await workOf('ق'.repeat(10_000))).toBeLessThanOrEqual(10 * inSentence);
  });
});
