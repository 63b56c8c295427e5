/** Tables without merged cells and notes. */
import type { Inline, Row, Table } from '../../src/edition/model.ts';

const rowOf = (cells: readonly (readonly Inline[])[], isHead: boolean): Row =>
  cells.map((text, column) => ({ text, isHeader: isHead || column === 0, columns: 1, rows: 1 }));

/** The cells of a table whose first row heads the columns. */
export const tableCells = (
  header: readonly (readonly Inline[])[],
  rows: readonly (readonly (readonly Inline[])[])[],
): Pick<Table, 'head' | 'rows' | 'notes'> => ({
  head: [rowOf(header, true)],
  rows: rows.map((row) => rowOf(row, false)),
  notes: [],
});
