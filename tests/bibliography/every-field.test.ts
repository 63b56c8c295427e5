/** A work of which everything is known, in the two forms that have a place for each field: CSL-JSON and COinS. */
import { describe, expect, test } from 'vitest';
import { coins } from '../../src/bibliography/coins.ts';
import { cslItem } from '../../src/bibliography/csl-item.ts';
import type { WorkType } from '../../src/bibliography/work.ts';
import { cited } from '../helpers/works.ts';

const whole = cited({
  author: { list: [{ family: 'Writer', given: 'Ann' }, { literal: 'World Bank' }], others: false },
  editor: { list: [{ family: 'Doe', given: 'Jane' }], others: false },
  container: 'Journal of Tales',
  publisher: 'Tale Press',
  institution: 'University of Tales',
  location: 'London',
  volume: '3',
  number: '2',
  pages: '4--9',
  date: '2000-05-06',
  edition: '2',
  version: '1.1',
  doi: '10.5555/tale',
  isbn: '978-0-00-000000-2',
  issn: '1234-5679',
  url: 'https://tales.example/1',
  abstract: 'What it is about.',
  keywords: ['tales', 'notes'],
  note: 'Seen twice.',
});

test('CSL-JSON has each field in its variable (CSL 1.0.2, appendix IV)', () => {
  expect(cslItem(whole)).toMatchObject({
    id: 'writer2000',
    type: 'article-journal',
    author: [{ family: 'Writer', given: 'Ann' }, { literal: 'World Bank' }],
    editor: [{ family: 'Doe', given: 'Jane' }],
    title: 'On tales',
    'container-title': 'Journal of Tales',
    publisher: 'Tale Press',
    authority: 'University of Tales',
    'publisher-place': 'London',
    volume: '3',
    issue: '2',
    page: '4–9',
    issued: { 'date-parts': [[2000, 5, 6]] },
    edition: '2',
    version: '1.1',
    DOI: '10.5555/tale',
    ISBN: '978-0-00-000000-2',
    ISSN: '1234-5679',
    URL: 'https://tales.example/1',
    language: 'en',
    abstract: 'What it is about.',
    keyword: 'tales, notes',
    note: 'Seen twice.',
  });
});

test.each<[WorkType, string, string | undefined]>([
  ['article', 'article-journal', undefined],
  ['book', 'book', undefined],
  ['incollection', 'chapter', undefined],
  ['thesis', 'thesis', 'Thesis'],
  ['report', 'report', undefined],
  ['resolution', 'report', 'Resolution'],
  ['online', 'webpage', undefined],
  ['misc', 'document', undefined],
])('CSL-JSON has %s as %s', (type, cslType, genre) => {
  const item = cslItem({ ...whole, type });
  expect([item.type, item['genre']]).toEqual([cslType, genre]);
  const isSerial = type === 'article' || type === 'online';
  expect([item['issue'], item['number']]).toEqual(isSerial ? ['2', undefined] : [undefined, '2']);
});

describe('COinS (ANSI/NISO Z39.88-2004, formats in key/encoded-value form)', () => {
  const said = (type: WorkType) =>
    coins({ ...whole, type })
      .split('&')
      .map((pair) => pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' '))));
  const head = (format: string) => [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${format}`],
  ];
  const people = [
    ['rft.aulast', 'Writer'],
    ['rft.aufirst', 'Ann'],
    // A name in one piece ends with a comma, so that nobody parts it at its spaces.
    ['rft.au', 'World Bank,'],
  ];
  const pages = [
    ['rft.pages', '4–9'],
    ['rft.spage', '4'],
    ['rft.epage', '9'],
  ];
  const tail = [
    ['rft.date', '2000-05-06'],
    ['rft.language', 'en'],
    ['rft_id', 'info:doi/10.5555/tale'],
  ];
  const numbers = [
    ['rft.isbn', '978-0-00-000000-2'],
    ['rft.issn', '1234-5679'],
  ];

  test.each<[WorkType, string, string, string[][]]>([
    [
      'article',
      'journal',
      'article',
      [
        ['rft.atitle', 'On tales'],
        ['rft.jtitle', 'Journal of Tales'],
      ],
    ],
    [
      'incollection',
      'book',
      'bookitem',
      [
        ['rft.atitle', 'On tales'],
        ['rft.btitle', 'Journal of Tales'],
      ],
    ],
    [
      'book',
      'book',
      'book',
      [
        ['rft.btitle', 'On tales'],
        ['rft.btitle', 'Journal of Tales'],
      ],
    ],
    [
      'report',
      'book',
      'report',
      [
        ['rft.btitle', 'On tales'],
        ['rft.btitle', 'Journal of Tales'],
      ],
    ],
    [
      'resolution',
      'book',
      'report',
      [
        ['rft.btitle', 'On tales'],
        ['rft.btitle', 'Journal of Tales'],
      ],
    ],
    [
      'thesis',
      'dissertation',
      'dissertation',
      [
        ['rft.title', 'On tales'],
        ['rft.btitle', 'Journal of Tales'],
      ],
    ],
  ])('of %s', (type, format, genre, titles) => {
    const issue = type === 'article' ? [['rft.issue', '2']] : [];
    const made = type === 'thesis' ? ['rft.inst', 'University of Tales'] : ['rft.pub', 'Tale Press'];
    expect(said(type)).toEqual([
      ...head(format),
      ['rft.genre', genre],
      ...titles,
      ...people,
      ...(format === 'book' ? [['rft.edition', '2']] : []),
      ['rft.volume', '3'],
      ...issue,
      ...pages,
      ...(format === 'book' ? [['rft.place', 'London']] : []),
      made,
      ...numbers,
      ...tail,
    ]);
  });

  test('of a film names its director, where it has no other author', () => {
    const director = { director: { list: [{ family: 'Reel', given: 'Rosa' }], others: false } };
    const film = coins({ ...whole, type: 'movie', author: undefined, contributors: director });
    expect(new URLSearchParams(film).get('rft.creator')).toBe('Reel, Rosa');
  });

  test.each<[WorkType, string]>([
    ['online', 'webpage'],
    ['misc', 'document'],
  ])('of %s, as Dublin Core', (type, dcType) => {
    expect(said(type)).toEqual([
      ...head('dc'),
      ['rft.type', dcType],
      ['rft.title', 'On tales'],
      ['rft.publisher', 'Tale Press'],
      ['rft.identifier', 'https://tales.example/1'],
      ['rft.creator', 'Writer, Ann'],
      ['rft.creator', 'World Bank,'],
      ...tail,
    ]);
  });

  test('of a work in a language that is not known, without a language; without a DOI, by its address', () => {
    const { doi: _, ...rest } = whole;
    const pairs = coins({ ...rest, language: 'und' });
    expect(pairs).not.toContain('rft.language');
    expect(pairs).toMatch(/&rft_id=https:\/\/tales\.example\/1$/);
  });
});
