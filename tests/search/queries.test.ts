import { describe, expect, test } from 'vitest';
import { readQuery } from '../../src/search/query.ts';
import { stopWords } from '../../src/search/stop-words.ts';
import { termsOf } from '../../src/search/terms.ts';

const folds = (typed: string) => readQuery(typed).words.map(({ fold }) => fold);

describe('a query', () => {
  test('is read up to 300 characters, and what is pasted beyond is left out', () => {
    // Sixty words of four letters with their spaces.
    const typed = Array.from({ length: 60 }, (_, number) => `w${String(number).padStart(3, '0')}`).join(' ');
    expect(typed).toHaveLength(299);
    expect(folds(typed)).toHaveLength(60);
    expect(folds(`${typed} beyond`)).toHaveLength(60);
    expect(folds(`${typed}ab beyond`).at(-1)).toBe('w059a');
  });

  test('has its phrases between quotation marks of any kind, whose words are words too', () => {
    for (const typed of ['of "two notes"', 'of “two notes”', 'of «two notes»', 'of „two notes“']) {
      const { words, phrases } = readQuery(typed);
      expect(words.map(({ fold }) => fold)).toEqual(['of', 'two', 'notes']);
      expect(phrases.map((phrase) => phrase.map(({ fold }) => fold))).toEqual([['two', 'notes']]);
    }
  });

  test('has no phrase where a mark is unpaired or holds no word', () => {
    for (const typed of ['of "two notes', '""', '"…"']) expect(readQuery(typed).phrases).toEqual([]);
  });
});

describe('what the index is asked for', () => {
  const terms = (typed: string) => termsOf(readQuery(typed));

  test('is first the stems of the words, then with the older way of joining «به», then each pair of neighbours written together', () => {
    expect(terms('قدرت بزرگ جهان')).toEqual(['قدرت بزرگ جهان', 'قدرت بهزرگ جهان', 'قدرتبزرگ جهان', 'قدرت بزرگج']);
  });

  test('is for up to eight words each pair, and for more words the words alone', () => {
    const words = 'alpha bravo charlie delta echoes foxtrot golfer hotel india'.split(' ');
    const eight = terms(words.slice(0, 8).join(' '));
    expect(eight.filter((one) => one.split(' ').length === 7)).toHaveLength(7);
    const nine = terms(words.join(' '));
    expect(nine.filter((one) => one.split(' ').length === 8)).toEqual([]);
  });

  test('is of a word alone each way to part it in two of at least two letters, if it is no longer than 24', () => {
    expect(terms('قدرتمند')).toEqual(
      expect.arrayContaining(['قدرتمند', 'قد رتمند', 'قدر تمند', 'قدرت مند', 'قدرتم ند']),
    );
    expect(terms('قدرتمند').some((one) => one.split(' ').some((part) => part.length < 2))).toBe(false);
    expect(terms(`x${'y'.repeat(22)}z`).length).toBeGreaterThan(10);
    expect(terms(`x${'y'.repeat(23)}z`)).toHaveLength(1);
  });

  test('is the pieces of a joined word too, and the older way of joining a preposition', () => {
    expect(terms('تجدید‌نظر طلب')).toContain('تجدید نظر طلب');
    expect(terms('بعنوان نمونه')[1]).toBe(terms('به‌عنوان نمونه')[0]);
  });

  test('are no words that stand in nearly every passage', () => {
    expect(terms('the end of it')).toEqual(['end', 'theend', 'endof', 'end ofit']);
    expect(terms('و در')).toEqual(['ودر']);
    for (const word of ['و', 'در', 'که', 'the', 'of', 'and']) expect(stopWords()).toContain(word);
    for (const word of ['قدرت', 'power']) expect(stopWords()).not.toContain(word);
  });
});
