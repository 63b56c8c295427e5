/** A table as a grid, for formats that have no merged cells. */
import { type Cell, plainText, type Row, type Table } from './model.ts';

/** A place of the grid. */
export interface Place {
  readonly cell: Cell;
  /** Whether the cell begins there; else it goes on there, and its words are only said again. */
  readonly isFirst: boolean;
}

const empty: Cell = { text: [], isHeader: false, columns: 1, rows: 1 };

/** How many columns a table has: those of its longest row. */
export const columnsOf = ({ head, rows }: Pick<Table, 'head' | 'rows'>): number =>
  Math.max(0, ...gridOf([...head, ...rows]).map((row) => row.length));

/** Some rows place by place: a merged cell stands in every place that it covers. Rows are as long as they are written. */
export function gridOf(rows: readonly Row[]): readonly (readonly Place[])[] {
  const grid: Place[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[index]?.[column]) column += 1;
      for (let below = 0; below < cell.rows; below += 1)
        for (let beside = 0; beside < cell.columns; beside += 1) {
          const places = grid[index + below];
          if (places) places[column + beside] = { cell, isFirst: below === 0 && beside === 0 };
        }
    }
  }
  // A row that ends before one that is merged into it has a gap.
  return grid.map((row) => Array.from(row, (place) => place ?? { cell: empty, isFirst: true }));
}

/** The rows as plain text, a merged cell in every place. */
export const sayRows = (rows: readonly Row[]): readonly (readonly string[])[] =>
  gridOf(rows).map((row) => row.map(({ cell }) => plainText(cell.text)));

/** What heads each column, in words: its headings from the first row to the last, each once. */
export function columnLabels({ head }: Pick<Table, 'head'>): readonly string[] {
  const rows = sayRows(head);
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    [...new Set(rows.map((row) => row[column]?.trim() ?? ''))].filter(Boolean).join(', '),
  );
}
