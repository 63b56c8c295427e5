/**
 * The cells of a Markdown table. GFM has neither merged cells nor headers of rows, and shows what says them here as it stands: a cell that
 * holds only `^^` continues the one above it, `>>` the one before it; what is bold as a whole heads its row or its column.
 */
import type { TableCell as MdCell, TableRow as MdRow } from 'mdast';
import { type Cell, type Inline, plainText, type Row } from '../../model.ts';
import { lineOf } from '../markdown.ts';
import type { TextContext } from './context.ts';

/** The rows of a table that head its columns, and the others. */
interface Rows {
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
}

/** A cell as it is written, with the places that it turns out to have. */
interface Written {
  readonly row: number;
  readonly column: number;
  readonly line: number;
  readonly text: readonly Inline[];
  readonly places: { readonly row: number; readonly column: number }[];
}

const above = '^^';
const before = '>>';

/**
 * @param rows those of the Markdown table, the first of which heads the columns
 * @param read reads the running text of a cell
 */
export function readCells(
  rows: readonly MdRow[],
  read: (nodes: MdCell['children']) => readonly Inline[],
  context: TextContext,
): Rows {
  const grid: (Written | undefined)[][] = [];
  for (const [row, { children }] of rows.entries()) {
    const owners: (Written | undefined)[] = [];
    grid.push(owners);
    for (const [column, cell] of children.entries()) {
      const mark = markOf(cell);
      const line = lineOf(cell);
      const owner: Written | undefined =
        mark === before
          ? owners[column - 1]
          : mark === above
            ? grid[row - 1]?.[column]
            : { row, column, line, text: read(cell.children), places: [] };
      if (!owner)
        context.fault(
          line,
          `a cell holds ${mark}, and there is none ${mark === above ? 'above it' : 'before it'}`,
          mark === above ? 'write ^^ below the cell that goes on' : 'write >> behind the cell that goes on',
        );
      owner?.places.push({ row, column });
      owners.push(owner);
    }
  }
  const heads = headRows(grid);
  const own = grid.map((row, index) => row.filter((cell, column) => cell?.row === index && cell.column === column));
  for (const cell of own.flat()) if (cell) checkPlaces(cell, heads, context);
  const cellsOf = (row: readonly (Written | undefined)[]): Row =>
    row.flatMap((cell) => (cell ? [finished(cell, grid, heads)] : []));
  return { head: own.slice(0, heads).map(cellsOf), rows: own.slice(heads).map(cellsOf) };
}

/**
 * What a cell holds that only says where another goes on. Two carets are a superscript of nothing to the parser; a sign with a backslash
 * before it stands for itself.
 */
function markOf({ children }: MdCell): typeof above | typeof before | undefined {
  const [only, ...others] = children;
  if (others.length > 0) return undefined;
  if (only?.type === 'superscript' && only.children.length === 0) return above;
  if (only?.type !== 'text' || (only.value !== above && only.value !== before)) return undefined;
  const { start, end } = only.position ?? {};
  const isEscaped = (end?.offset ?? 0) - (start?.offset ?? 0) > only.value.length;
  return isEscaped ? undefined : only.value;
}

/** How many rows head the columns: the first, and those below it whose cells are all bold, two at least. The last is never one. */
function headRows(grid: readonly (readonly (Written | undefined)[])[]): number {
  const isHead = (row: readonly (Written | undefined)[], index: number) => {
    const said = row.filter((cell) => cell?.row === index && plainText(cell.text).trim() !== '');
    return new Set(said).size > 1 && said.every((cell) => cell && isBold(cell.text));
  };
  let count = Math.min(1, grid.length);
  while (count < grid.length - 1 && isHead(grid[count] ?? [], count)) count += 1;
  return count;
}

/** Whether the words are bold, all of them; what calls a note is none. */
function isBold(text: readonly Inline[]): boolean {
  const words = text.filter((inline) => plainText([inline]).trim() !== '');
  return words.length > 0 && words.every((inline) => inline.type === 'styled' && inline.style === 'strong');
}

const extentOf = ({ places }: Written) => ({
  rows: new Set(places.map(({ row }) => row)).size,
  columns: new Set(places.map(({ column }) => column)).size,
});

/** The places of a cell are a rectangle that ends where the headings do. */
function checkPlaces(cell: Written, heads: number, context: TextContext): void {
  const { rows, columns } = extentOf(cell);
  const said = plainText(cell.text).trim();
  const name = said === '' ? 'an empty cell' : `the cell "${said}"`;
  if (rows * columns !== cell.places.length)
    context.fault(
      cell.line,
      `${name} goes on over places that are no rectangle, or overlap with another`,
      'write ^^ or >> into every place of the rectangle that it fills, and into no other',
    );
  if (cell.row < heads && cell.row + rows > heads)
    context.fault(
      cell.line,
      `${name} goes on from the heading into the rows below it`,
      'end it above, or make all cells of the row bold that belongs to the heading',
    );
}

/** The first cell of a row heads it, and so do bold ones that follow it. */
function finished(cell: Written, grid: readonly (readonly (Written | undefined)[])[], heads: number): Cell {
  const isFirst = cell.column === 0;
  const follows = (grid[cell.row] ?? [])
    .slice(1, cell.column + 1)
    .every((one) => one && (one.column === 0 || isBold(one.text)));
  return { text: cell.text, isHeader: cell.row < heads || isFirst || follows, ...extentOf(cell) };
}
