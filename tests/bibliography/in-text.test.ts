/** What a text prints where it cites a work, in the words and the digits of the language of the work. */
import { describe, expect, test } from 'vitest';
import { InText, readLocator } from '../../src/bibliography/in-text.ts';
import type { Work } from '../../src/bibliography/work.ts';

const families = (...list: readonly string[]) => ({
  list: list.map((family) => ({ family, given: 'س' })),
  others: false,
});
const work = (key: string, language: string, author: Work['author'], date?: string): Work => ({
  key,
  type: 'book',
  title: 'كتاب',
  language,
  author,
  date,
});
const works: readonly Work[] = [
  work('one', 'ar', families('كاتب'), '2010'),
  work('two', 'ar', families('كاتب', 'قارئ'), '2010'),
  work('three', 'ar', families('كاتب', 'قارئ', 'ناشر'), '2010'),
  work('four', 'ar', families('كاتب', 'قارئ', 'ناشر', 'طابع'), '2010'),
  work('others', 'ar', { ...families('كاتب'), others: true }, '2010'),
  work('undated', 'ar', families('كاتب')),
  work('urdu', 'ur', families('مصنف', 'مدیر'), '2010'),
  { ...work('persian', 'fa', families('قوام', 'نمونه'), '2012'), yearPrinted: '1391' },
  work('english', 'en', families('Doe', 'Roe'), '2010'),
];
const inText = new InText(works);

describe('a citation', () => {
  test.each([
    ['one', 'كاتب، ٢٠١٠: ١٢–١٤', 'كاتب', '٢٠١٠'],
    ['two', 'كاتب وقارئ، ٢٠١٠: ١٢–١٤', 'كاتب وقارئ', '٢٠١٠'],
    ['three', 'كاتب، قارئ وناشر، ٢٠١٠: ١٢–١٤', 'كاتب، قارئ وناشر', '٢٠١٠'],
    ['four', 'كاتب وآخرون، ٢٠١٠: ١٢–١٤', 'كاتب وآخرون', '٢٠١٠'],
    ['others', 'كاتب وآخرون، ٢٠١٠: ١٢–١٤', 'كاتب وآخرون', '٢٠١٠'],
    ['undated', 'كاتب، د.ت: ١٢–١٤', 'كاتب', 'د.ت'],
    ['urdu', 'مصنف اور مدیر، 2010: 12–14', 'مصنف اور مدیر', '2010'],
    ['persian', 'قوام و نمونه، ۱۳۹۱: ۱۲–۱۴', 'قوام و نمونه', '۱۳۹۱'],
    ['english', 'Doe & Roe, 2010, pp. 12–14', 'Doe and Roe', '2010'],
  ])('of the work %s', (key, within, authors, year) => {
    expect(inText.within({ key, pages: '12-14' })).toBe(within);
    expect(inText.authors(key)).toBe(authors);
    expect(inText.withoutAuthors({ key })).toBe(year);
  });

  test('of an Arabic work stays so where another style is chosen for the others', () => {
    const chosen = new InText(works, { tree: { name: 'style', attrs: {}, children: [] }, locale: 'en-US' });
    expect(chosen.within({ key: 'two' })).toBe('كاتب وقارئ، ٢٠١٠');
  });
});

test.each([
  ['ص ١٢', '12'],
  ['، ص ١٢-١٤', '12-14'],
  ['الصفحات ١٢–١٤', '12-14'],
  ['الصفحة ٧', '7'],
  ['ص. ۱۲', '12'],
  [', p. 12', '12'],
])('«%s» names pages', (written, pages) => {
  expect(readLocator(written)).toEqual({ pages, suffix: '' });
});
