/** Tables of a manuscript as tables of an edition: rows of cells, each on one line. */
import type { Block, Cell, Row, TableContent } from './tree.ts';

/** A table as rows of written cells. */
export interface Grid {
  /** The first row is the head; it is empty where the manuscript has none. */
  readonly rows: readonly (readonly string[])[];
  /** How many cells extend over others. */
  readonly merged: number;
  /** How many rows of the head stand with the others. */
  readonly heads: number;
}

/** @param write a cell, in one line */
export function gridOf(
  [, , columns, [, head], bodies, [, foot]]: TableContent,
  write: (cell: readonly Block[]) => string,
): Grid {
  const groups: (readonly Row[])[] = [head, ...bodies.flatMap(([, , inner, rows]) => [inner, rows]), foot];
  let merged = 0;
  const rows: string[][] = [];
  for (const group of groups) {
    /** How many rows more the cell above reaches down, by column. */
    const reaching: number[] = columns.map(() => 0);
    for (const [, cells] of group) {
      const row: string[] = [];
      const waiting: Cell[] = [...cells];
      while (row.length < columns.length) {
        const at = row.length;
        if ((reaching[at] ?? 0) > 0) {
          reaching[at] = (reaching[at] as number) - 1;
          row.push('');
          continue;
        }
        const cell = waiting.shift();
        if (!cell) {
          row.push('');
          continue;
        }
        const [, , down, across, content] = cell;
        if (down > 1 || across > 1) merged += 1;
        for (let column = at; column < Math.min(at + across, columns.length); column += 1) {
          reaching[column] = down - 1;
          row.push(column === at ? write(content) : '');
        }
      }
      rows.push(row);
    }
  }
  const heads = head.length;
  return { rows: heads > 0 ? rows : [columns.map(() => ''), ...rows], merged, heads: Math.max(0, heads - 1) };
}

/** The rows as Markdown has them. */
export const markdownOf = ({ rows }: Grid): string =>
  rows
    .flatMap((row, index) => [
      `| ${row.join(' | ')} |`,
      ...(index === 0 ? [`|${row.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n');
