import { describe, expect, test } from 'vitest';
import { pagesIn, placeOf, placeTerms, termsOfPlace } from '../../src/search/places.ts';

describe('a place that readers name', () => {
  test.each([
    ['چکیده', 'abstract'],
    ['abstract', 'abstract'],
    ['کلیدواژه‌ها', 'keywords'],
    ['keywords', 'keywords'],
    ['منابع', 'work'],
    ['References', 'work'],
    ['bibliography', 'work'],
    ['یادداشت‌ها', 'note'],
    ['footnotes', 'note'],
    ['نویسندگان', 'creator'],
    ['author', 'creator'],
    ['عنوان', 'title'],
    ['tables', 'table'],
  ])('by its kind: %s', (typed, of) => {
    expect(placeOf(typed)).toEqual({ kind: 'passages', of });
  });

  test.each([
    ['بند ۱۲', 'p12'],
    ['¶12', 'p12'],
    ['p12', 'p12'],
    ['پانوشت ۳', 'fn3'],
    ['note 3', 'fn3'],
    ['§2', 's2'],
    ['بخش ۲.۱', 's2-1'],
  ])('by its number: %s', (typed, anchor) => {
    expect(placeOf(typed)).toEqual({ kind: 'anchor', anchor });
  });

  test.each(['قدرت', 'بند', '12', 'p. twelve'])('is none: %s', (typed) => {
    expect(placeOf(typed)).toBeUndefined();
  });

  test('is known to Pagefind by one word, of the passage and of the question', () => {
    for (const typed of ['بند ۱۲', 'note 3', 'بخش ۲.۱']) {
      const place = placeOf(typed);
      if (place?.kind !== 'anchor') throw new Error(typed);
      expect(placeTerms(`articles/a-tale/1.0.0/#${place.anchor}`)).toEqual([termsOfPlace(place)]);
    }
    expect(placeTerms('articles/a-tale/1.0.0/#title')).toEqual([]);
  });
});

test('the pages of citations are found by their numbers, alone and in a range', () => {
  const text = '(Miller, 1994: 14) و (والتز، ۱۳۹۲: ۲۰–۲۵)، ص ۱۴۰';
  const found = (pages: string) => pagesIn(text, pages).map(({ start, end }) => text.slice(start, end));
  expect(found('14')).toEqual(['14']);
  expect(found('20-25')).toEqual(['۲۰–۲۵']);
  expect(found('140')).toEqual(['۱۴۰']);
  expect(found('15')).toEqual([]);
});
