/** References as Iranian journals print them, in Persian and in Latin script. */
import { describe, expect, test } from 'vitest';
import { printedItem } from '../../src/bibliography/csl-item.ts';
import { InText } from '../../src/bibliography/in-text.ts';
import { formatItems, formatList, styleOf } from '../../src/bibliography/references.ts';
import type { Name } from '../../src/bibliography/work.ts';
import { referenceTo } from '../../src/citing/references.ts';
import { cited } from '../helpers/works.ts';

const people = (count: number, language: 'en' | 'fa'): readonly Name[] =>
  Array.from({ length: count }, (_, index) =>
    language === 'fa'
      ? { family: `نمونه${'ابپتثج'[index]}`, given: 'علی' }
      : { family: `Sample${'abcdef'[index]}`, given: 'Ann' },
  );
const inStyle = (id: 'persian-latin' | 'persian', known: Parameters<typeof cited>[0]) => {
  const work = cited({ language: id === 'persian' ? 'fa' : 'en', date: '2000', yearPrinted: '1379', ...known });
  return formatItems([printedItem(work)], styleOf(id)).get(work.key) as string;
};

describe('authors in the style of Iranian journals', () => {
  test.each([
    [1, 'نمونها، علی (۱۳۷۹)', 'Samplea, Ann (2000)'],
    [2, 'نمونها، علی و علی نمونهب (۱۳۷۹)', 'Samplea, Ann and Ann Sampleb (2000)'],
    [3, 'نمونها، علی، علی نمونهب و علی نمونهپ (۱۳۷۹)', 'Samplea, Ann, Ann Sampleb and Ann Samplec (2000)'],
    [6, 'علی نمونهث و علی نمونهج (۱۳۷۹)', 'Ann Samplee and Ann Samplef (2000)'],
  ])('%i have «و» and “and” before the last', (count, persian, latin) => {
    expect(inStyle('persian', { author: { list: people(count, 'fa'), others: false } })).toContain(persian);
    expect(inStyle('persian-latin', { author: { list: people(count, 'en'), others: false } })).toContain(latin);
  });
});

test.each([
  [1, 'نمونها، علی و دیگران (۱۳۷۹)', 'نمونها، علی، و دیگران (۱۳۷۹)', '(نمونها و دیگران، ۱۳۷۹)'],
  [2, 'نمونها، علی، علی نمونهب و دیگران (۱۳۷۹)', 'علی نمونهب، و دیگران (۱۳۷۹)', '(نمونها، نمونهب و دیگران، ۱۳۷۹)'],
  [4, 'علی نمونهت و دیگران (۱۳۷۹)', 'علی نمونهت، و دیگران (۱۳۷۹)', '(نمونها و همکاران، ۱۳۷۹)'],
])('%i known authors and others have one «و»', (count, whole, listed, inText) => {
  const author = { list: people(count, 'fa'), others: true };
  expect(inStyle('persian', { author })).toContain(whole);
  const work = cited({ language: 'fa', yearPrinted: '1379', author });
  expect(formatList([work], 'text').get(work.key)).toContain(listed);
  expect(`(${new InText([work]).within({ key: work.key })})`).toBe(inText);
});

test('a paper names its conference, and once where its proceedings are called after it', () => {
  const paper = {
    type: 'inproceedings',
    title: 'موج',
    eventTitle: 'همایش بندرها',
    author: { list: people(1, 'fa'), others: false },
  } as const;
  const said = (container: string | undefined) => {
    const work = cited({ language: 'fa', yearPrinted: '1379', ...paper, container });
    return [
      formatList([work], 'text')
        .get(work.key)
        ?.replace(/^.*«موج»، /, ''),
      referenceTo(work, styleOf('persian'))
        .html.replace(/^.*«موج»، /, '')
        .replace(/<\/?i>/g, ''),
    ];
  };
  expect(said(undefined)).toEqual(Array(2).fill('همایش بندرها.'));
  expect(said('دریا و ساحل')).toEqual(Array(2).fill('در: دریا و ساحل، همایش بندرها.'));
  expect(said('مجموعۀ همایش بندرها')).toEqual(Array(2).fill('در: مجموعۀ همایش بندرها.'));
});

test('a work without a date says so in its language', () => {
  const undated = { author: { list: people(1, 'fa'), others: false }, date: undefined, yearPrinted: undefined };
  expect(inStyle('persian', undated)).toContain('علی (بی‌تا)');
  expect(inStyle('persian-latin', { ...undated, author: { list: people(1, 'en'), others: false } })).toContain(
    'Ann (n.d.)',
  );
});

test('edition, editor and translator are named in the words of each', () => {
  const book = {
    type: 'book',
    edition: '2',
    editor: { list: people(1, 'fa'), others: false },
    contributors: { translator: { list: people(1, 'fa'), others: false } },
  } as const;
  expect(inStyle('persian', book)).toMatch(/ترجمۀ علی نمونها، به کوشش علی نمونها، چاپ ۲/);
  expect(inStyle('persian-latin', book)).toMatch(/translated by علی نمونها, edited by علی نمونها, 2nd ed\./);
});

test('a work in Latin letters keeps them, and the words of its language, in a Persian list', () => {
  const work = cited({ language: 'en', date: '2000', pages: '5--9', author: { list: people(2, 'en'), others: false } });
  expect(referenceTo(work, styleOf('persian'))).toMatchObject({
    language: 'en',
    html: 'Samplea, Ann and Ann Sampleb (2000), “On tales”, pp. 5–9.',
  });
});

test('a chapter names who collected the book before its title', () => {
  const chapter = {
    type: 'incollection',
    container: 'کتاب',
    editor: { list: people(2, 'fa'), others: false },
  } as const;
  expect(inStyle('persian', chapter)).toContain('، در: علی نمونها و علی نمونهب (گردآورندگان)، <i>کتاب</i>');
  expect(inStyle('persian-latin', { ...chapter, editor: { list: people(1, 'en'), others: false } })).toContain(
    ', In: Ann Samplea (ed.), <i>کتاب</i>',
  );
});

test('signs of others keep their digits', () => {
  expect(inStyle('persian', { type: 'resolution', number: 'A/RES/3314' })).toContain('قطعنامه، شمارۀ A/RES/3314');
  expect(inStyle('persian', { number: '12' })).toContain('شمارۀ ۱۲');
});

test.each([
  ['12', 'ص. ۱۲'],
  ['12--14', 'صص. ۱۲-۱۴'],
  ['e12', 'ص. e12'],
])('pages %s are %s', (pages, said) => {
  const work = cited({ language: 'fa', pages });
  expect(referenceTo(work, styleOf('persian')).html).toContain(`، ${said}.`);
});

test('lists of works keep the commas with which the released texts were printed', () => {
  const work = cited({ language: 'fa', yearPrinted: '1379', author: { list: people(2, 'fa'), others: false } });
  expect(formatList([work], 'text').get(work.key)).toContain('نمونها، علی، علی نمونهب (۱۳۷۹)');
});
