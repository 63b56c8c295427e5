/** Tables of a manuscript as tables of an edition: rows of cells, each on one line; `^^` and `>>` are merged with others. */
import { type Block, type Cell, noAttr, type Row, type TableContent } from './tree.ts';

/** A table as rows of written cells. */
export interface Grid {
  /** The first row is the head. */
  readonly rows: readonly (readonly string[])[];
  /** How many cells went from a first row without a head into others, and are cells of their own. */
  readonly parted: number;
  /** Whether the first row is taken for the head, since the manuscript has none. */
  readonly isHeadless: boolean;
}

/** @param write a cell, in one line; in a head below the first row it is bold */
export function gridOf(
  [, , columns, [, head], bodies, [, foot]]: TableContent,
  write: (cell: readonly Block[], isBold: boolean) => string,
): Grid {
  const groups: (readonly Row[])[] = [head, ...bodies.flatMap(([, , inner, rows]) => [inner, rows]), foot];
  const isHeadless = head.length === 0;
  let parted = 0;
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
          row.push('^^');
          continue;
        }
        const [, , down, across, content] = waiting.shift() ?? [noAttr, undefined, 1, 1, []];
        // No cell goes on from the head into the rows below it.
        const isParted = isHeadless && rows.length === 0 && down > 1;
        if (isParted) parted += 1;
        const isBold = group === head && rows.length > 0;
        for (let column = at; column < Math.min(at + across, columns.length); column += 1) {
          reaching[column] = isParted ? 0 : down - 1;
          row.push(column === at ? write(content, isBold) : '>>');
        }
      }
      rows.push(row);
    }
  }
  return { rows, parted, isHeadless };
}

/** The rows as Markdown has them. */
export const markdownOf = ({ rows }: Grid): string =>
  rows
    .flatMap((row, index) => [
      `| ${row.join(' | ')} |`,
      ...(index === 0 ? [`|${row.map(() => '---').join('|')}|`] : []),
    ])
    .join('\n');
