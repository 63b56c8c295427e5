import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/client/engine.ts';
import { outcomeOf } from '../../src/client/findings.ts';
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
    expect(engine.given).toBe(4);
    expect(first.hasMore).toBe(true);
    const second = await first.goOn();
    expect(second.results.length).toBe(first.results.length + 16);
  });

  test('finds words that stand together far behind passages that have them apart', async () => {
    const texts = Array.from({ length: 500 }, (_, number) => `بزرگ ${number} کتابی است که از قدرت می‌گوید.`);
    texts[450] = 'سخن از قدرت بزرگ است.';
    const engine = engineOf(texts);
    const { results } = await search(engine, 'قدرت بزرگ', {}, () => undefined);
    expect(results[0]?.passage.text).toBe(texts[450]);
    expect(engine.given).toBe(4);
  });

  test('asks for no more texts however many ways there are to space and spell the words', async () => {
    const apart = Array.from({ length: 500 }, (_, number) => `میان ${number} قدرت و ${number} نظام و ${number} جهان`);
    const engine = engineOf(apart);
    const { hasMore } = await search(engine, 'جهان قدرت نظام', {}, () => undefined);
    expect(engine.given).toBeLessThanOrEqual(8);
    expect(hasMore).toBe(true);
  });

  test('reads every passage once, and says when there are no more', async () => {
    const engine = engineOf(Array.from({ length: 90 }, (_, number) => `بند ${number} دربارۀ قدرت است.`));
    let findings = await search(engine, 'قدرت', {}, () => undefined);
    while (findings.hasMore) findings = await findings.goOn();
    expect(findings.results.length).toBe(90);
    expect(engine.given).toBe(90);
  });

  describe('finds what readers name by number or kind', () => {
    const kinds = Array.from(
      { length: 500 },
      (_, number): Passage => ({
        ...passage(number, number === 77 ? 'چنین است (Miller, 1994: 14).' : `سخن ${number} از دریا.`),
        kind: number % 50 === 3 ? 'abstract' : 'paragraph',
      }),
    );
    const found = async (typed: string, filters = {}) => {
      const engine = largeEngine(kinds);
      const { results } = await search(engine, typed, filters, () => undefined);
      return {
        places: results.map((one) => one.passage.path.replace(/^.*#/, '')),
        kinds: results,
        given: engine.given,
      };
    };

    test.each(['بند ۱۲', '¶12', 'p12'])('a paragraph: %s', async (typed) => {
      expect(await found(typed)).toMatchObject({ places: ['p12'], given: 1 });
    });

    test.each(['p. 14', 'ص ۱۴'])('the pages of a citation: %s', async (typed) => {
      expect((await found(typed)).places).toEqual(['p77']);
    });

    test('a kind, where it is no word of the texts', async () => {
      const { kinds: results } = await found('چکیده');
      expect(results.length).toBeGreaterThan(2);
      for (const { passage: one } of results) expect(one.kind).toBe('abstract');
    });

    test('in the article that is chosen', async () => {
      expect((await found('بند ۱۲', { article: 'article-12' })).places).toEqual(['p12']);
      expect((await found('بند ۱۲', { article: 'article-13' })).places).toEqual([]);
    });
  });

  /** Sixty passages of words that begin as those do that are asked for, and one that answers. */
  const amongOthers = (text: string) =>
    engineOf([
      ...Array.from({ length: 30 }, (_, number) => `gh ${number} har and others`),
      ...Array.from({ length: 30 }, (_, number) => `قد ${number} نظام است.`),
      text,
    ]);

  test.each([
    ['in Latin letters', 'ghodrat', 'سخن از قدرت است.'],
    ['with a wrong letter', 'غدرت', 'سخن از قدرت است.'],
    ['with two letters changed about', 'harbuor', 'The harbour is old.'],
    ['among words that are known', 'نظام غدرت', 'نظامی است که قدرت دارد.'],
  ])('a word %s finds what is near, and no text is read for words that only begin it', async (_, typed, text) => {
    const engine = amongOthers(text);
    const { results, near } = await search(engine, typed, {}, () => undefined);
    expect(results).toEqual([]);
    expect(near[0]?.passage.text).toBe(text);
    // Four for what is near, and one to see that what may have been meant finds something.
    expect(engine.given).toBeLessThanOrEqual(5);
  });

  test.each([['ghodrat'], ['harb'], ['قدر']])('a word that is still being written is known: %s', async (typed) => {
    const { results, near } = await search(engineOf(['ghodrati', 'harbour', 'قدرت']), typed, {}, () => undefined);
    expect([results.length, near]).toEqual([1, []]);
  });

  test('a piece of a joined word is known, and words that are spaced otherwise are found', async () => {
    const engine = engineOf(['از ابرقدرت‌های جهان', 'از قدرت‌های دور', 'پیمان قدرت بزرگ']);
    for (const [typed, count] of [
      ['قدرتبزرگ', 1],
      ['قدرت های دور', 1],
      ['قدرت', 2],
    ] as const)
      expect((await search(engine, typed, {}, () => undefined)).results.length, typed).toBeGreaterThanOrEqual(count);
  });

  test('words that are known and never stand in one passage cost few texts, and a reader may go on', async () => {
    const apart: Passage[] = Array.from({ length: 100 }, (_, number) => passage(number, 'از قدرت و از جهان'));
    const engine = largeEngine(apart);
    const never: Engine = {
      ...engine,
      // Of a leaf with both words, neither passage has both.
      texts: async (ids) =>
        (await engine.texts(ids)).flatMap((one) => [
          { ...one, text: 'از قدرت' },
          { ...one, text: 'از جهان' },
        ]),
    };
    let findings = await search(never, 'قدرت جهان', {}, () => undefined);
    expect(findings.results).toEqual([]);
    expect(findings.near.length).toBeGreaterThan(0);
    expect(outcomeOf(findings)).toBe('yet');
    expect(engine.given).toBeLessThanOrEqual(8);
    while (findings.hasMore) findings = await findings.goOn();
    expect(outcomeOf(findings)).toBe('nothing');
  });

  test('a damaged sentence is asked for by its longest words', async () => {
    const engine = amongOthers('دولت‌ها نه دوستان دائمی دارند نه دشمنان دائمی، بلکه فقط منافع دائمی دارند.');
    const asked = new Set<string>();
    const counting: Engine = {
      ...engine,
      find: (terms, wanted) => {
        for (const term of terms.replaceAll('"', '').split(' ')) asked.add(term);
        return engine.find(terms, wanted);
      },
    };
    const typed = 'دولت ها نه دوستان دایمی دارندد نه دشمنان دایمی بلکه فقط منافع دایمی دارند و هیچ چیز دیگر';
    const { near } = await search(counting, typed, {}, () => undefined);
    expect(near[0]?.passage.text).toContain('دوستان');
    expect(asked.size).toBeLessThanOrEqual(12);
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
