/** Merged cells and notes of tables, as they are read and as they are refused. */
import { describe, expect, test } from 'vitest';
import { plainText, type Row, type Table } from '../../../src/edition/model.ts';
import { readVersionText } from '../../../src/edition/reading/text.ts';

const read = (rows: readonly string[], notes = '', language: 'en' | 'fa' = 'en') => {
  const [head = ''] = rows;
  const line = `|${' --- |'.repeat(head.split('|').length - 2)}`;
  const text = ['<Table>', '', head, line, ...rows.slice(1), '', notes, '', '</Table>', ''].join('\n');
  const { text: version, faults } = readVersionText(text, 'a.mdx', language);
  return { table: version.body[0] as Table, faults };
};

/** A row as its cells, with what they go over and `!` for headers. */
const said = (row: Row) =>
  row.map(({ text, isHeader, columns, rows }) => `${isHeader ? '!' : ''}${plainText(text)} ${columns}×${rows}`);

describe('merged cells', () => {
  test('go over columns with >> and over rows with ^^', () => {
    const { table, faults } = read(['| a | b | c |', '| d | e | >> |', '| ^^ | ^^ | >> |', '| f | g | h |']);
    expect(faults).toEqual([]);
    expect(table.rows.map(said)).toEqual([['!d 1×2', 'e 2×2'], [], ['!f 1×1', 'g 1×1', 'h 1×1']]);
  });

  test('are no text that only looks so: a cell with other words beside it, code, an escaped sign', () => {
    const { table, faults } = read(['| a | b |', '| >> x | `^^` |', '| c | \\>> |']);
    expect(faults).toEqual([]);
    expect(table.rows.map(said)).toEqual([
      ['!>> x 1×1', '^^ 1×1'],
      ['!c 1×1', '>> 1×1'],
    ]);
  });

  test.each([
    ['a corner that is left out', ['| a | b |', '| c | >> |', '| ^^ | d |'], 'the cell "c" goes on over places'],
    ['what is above the first row', ['| ^^ | b |', '| c | d |'], 'a cell holds ^^, and there is none above it'],
    ['what is before the first column', ['| a | b |', '| >> | d |'], 'a cell holds >>, and there is none before it'],
    [
      'from the heading into the rows',
      ['| a | b |', '| ^^ | d |', '| e | f |'],
      'the cell "a" goes on from the heading into the rows below it',
    ],
    ['two that overlap', ['| a | b | c |', '| d | e | >> |', '| ^^ | >> | ^^ |'], 'the cell "d" goes on over places'],
  ] as const)('are refused with line and fix where they are no rectangle: %s', (_, rows, what) => {
    const { faults } = read(rows);
    const found = faults.filter((fault) => fault.what.startsWith(what));
    expect(found.map(({ line }) => line > 2)).toEqual([true]);
    expect(found[0]?.fix).toMatch(/^(?:write|end)/);
  });
});

describe('headings', () => {
  test('are the first row, and those below it whose cells are all bold', () => {
    const { table } = read(['| a | b | >> |', '| ^^ | **c** | **d** |', '| e | **f** | g |']);
    expect(table.head.map(said)).toEqual([
      ['!a 1×2', '!b 2×1'],
      ['!c 1×1', '!d 1×1'],
    ]);
    expect(table.rows.map(said)).toEqual([['!e 1×1', '!f 1×1', 'g 1×1']]);
  });

  test('are no row with one bold cell, and never the last row', () => {
    const { table } = read(['| a | b |', '| **c** | |', '| **d** | **e** |']);
    expect(table.head).toHaveLength(1);
  });
});

describe('notes of a table', () => {
  test('are called by the letter or the sign that is their name, and else by a letter that is free', () => {
    const { table, faults } = read(
      ['| x | y |', '| 1[^depth] | 2[^a] |', '| 3[^*] | 4[^depth] |'],
      '[^depth]: deep\n\n[^a]: an\n\n[^*]: star',
    );
    expect(faults).toEqual([]);
    expect(table.notes.map(({ sign, calls, text }) => `${sign} ${calls} ${plainText(text)}`)).toEqual([
      'b 2 deep',
      'a 1 an',
      '* 1 star',
    ]);
  });

  test('are letters of the language of the text', () => {
    const { table } = read(['| x | y |', '| 1[^n1] | 2[^n2] |'], '[^n1]: یک\n\n[^n2]: دو', 'fa');
    expect(table.notes.map(({ sign }) => sign)).toEqual(['الف', 'ب']);
  });

  test('can have the same name in each table, and are no notes of the text', () => {
    const table = '<Table>\n\n| a |\n| --- |\n| b[^a] |\n\n[^a]: one\n\n</Table>\n';
    const { text, faults } = readVersionText(`${table}\n${table.replace('one', 'two')}`, 'a.mdx', 'en');
    expect(faults).toEqual([]);
    expect(text.notes).toEqual([]);
    expect(text.body.map((block) => (block as Table).notes.map((note) => plainText(note.text)))).toEqual([
      ['one'],
      ['two'],
    ]);
  });

  test('that nothing calls, or that are several paragraphs, are refused', () => {
    expect(read(['| a |', '| b |'], '[^a]: one').faults.map(({ what }) => what)).toEqual([
      'no cell calls the note [^a]',
    ]);
    expect(read(['| a |', '| b[^a] |'], '[^a]: one\n\n    two').faults.map(({ what }) => what)).toEqual([
      'the note [^a] of a table is not one paragraph',
    ]);
  });
});
