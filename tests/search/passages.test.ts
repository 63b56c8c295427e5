import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/edition/model.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { itemOf } from '../helpers/articles.ts';
import { tableCells } from '../helpers/tables.ts';
import { articleWith, cited } from '../helpers/works.ts';

const place = { source: [], line: 1 } as const;
const text = (value: string) => [{ type: 'text', value }] as const;

/** The passages of an article with that body, as `kind anchor: text`. */
async function passages(body: readonly Block[]) {
  const { edition } = await articleWith({ body });
  return passagesOf(edition).map(({ kind, path, text: said }) => `${kind} ${path.split('#')[1]}: ${said}`);
}

describe('what is searched', () => {
  test('are the caption, the rows and the credit of a table, each under its anchor', async () => {
    const found = await passages([
      {
        type: 'table',
        kind: 'table',
        number: 1,
        id: 'table1',
        ...place,
        caption: text('Tales by year'),
        ...tableCells(
          [text('Year'), text('Tales')],
          [
            [text('1999'), text('two')],
            [text('2001'), text('three')],
          ],
        ),
        credit: text('Counted by Ann Writer'),
      },
    ]);
    expect(found.filter((one) => one.startsWith('table'))).toEqual([
      'table table1: Tales by year',
      'table table1: Year | Tales',
      'table table1: 1999 | two',
      'table table1: 2001 | three',
      'table table1: Counted by Ann Writer',
    ]);
  });

  test('is of a table without caption and credit what it has', async () => {
    const found = await passages([
      {
        type: 'table',
        kind: 'figure',
        number: 1,
        id: 'fig1',
        ...place,
        caption: [],
        ...tableCells([text('Year')], []),
        credit: [],
      },
    ]);
    expect(found.filter((one) => one.startsWith('table'))).toEqual(['table fig1: Year']);
  });

  test('are headings, paragraphs, the paragraphs of quotations and the items of lists', async () => {
    const found = await passages([
      { type: 'heading', id: 's1', depth: 2, ...place, children: text('On tales') },
      { type: 'paragraph', id: 'p1', number: 1, ...place, children: text('It began') },
      {
        type: 'quotation',
        id: 'q1',
        ...place,
        blocks: [{ type: 'paragraph', id: 'q1-p1', ...place, children: text('They said so') }],
      },
      { type: 'list', id: 'list1', ...place, ordered: false, items: [itemOf(text('one')), itemOf(text('another'))] },
    ]);
    expect(found.slice(found.indexOf('heading s1: On tales'), -1)).toEqual([
      'heading s1: On tales',
      'paragraph p1: It began',
      'paragraph q1-p1: They said so',
      'paragraph list1: one',
      'paragraph list1: another',
    ]);
    expect(found).toEqual([
      'title title: A Tale of Two Notes',
      'creator creators: نویسنده (Ann Writer)',
      'abstract abstract-en-p1: What it is about.',
      'heading s1: On tales',
      'paragraph p1: It began',
      'paragraph q1-p1: They said so',
      'paragraph list1: one',
      'paragraph list1: another',
      'note fn1: Nobody knows why',
    ]);
  });

  test('is a cited work under its reference, and beside it its names, English titles and printed forms', async () => {
    const { edition } = await articleWith({
      works: [
        cited({
          language: 'fa',
          author: { list: [{ family: 'نویسنده', given: 'آن' }], others: false },
          authorLatin: { list: [{ family: 'Writer', given: 'Ann' }], others: false },
          title: 'قصه',
          titleTranslated: 'The tale',
          container: 'مجله',
          containerTranslated: 'The magazine',
          printed: ['(نویسنده، ۱۳۹۰)', '(Writer)'],
        }),
      ],
    });
    const [work] = passagesOf(edition).filter(({ kind }) => kind === 'work');
    expect(work).toMatchObject({
      path: 'articles/a-tale/1.0.0/#ref-writer2000',
      article: 'a-tale',
      language: 'fa',
      also: 'Ann Writer آن نویسنده The tale The magazine (نویسنده، ۱۳۹۰) (Writer)',
    });
    expect(work?.text).toContain('«قصه»');
  });

  test('is marked with its language, by its letters', async () => {
    const { edition } = await articleWith({});
    const languages = passagesOf(edition).map(({ kind, language }) => `${kind} ${language}`);
    expect(languages).toContain('creator fa');
    expect(languages).toContain('title en');
    expect(languages).toContain('paragraph en');
  });
});
