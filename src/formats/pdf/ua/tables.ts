/** What PDF/UA-1 asks of tables (ISO 14289-1, 7.2 and 7.5). */
import { PDFHexString, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { textIn } from '../objects.ts';
import { attributeOf, type Element, elementsIn } from '../tree.ts';
import { type Condition, each, eachOf, nameElement } from './condition.ts';
import type { File } from './file.ts';
import { holdsOnly, kidTypes, standsIn } from './structure.ts';

const groups = ['THead', 'TBody', 'TFoot'];

const count = (table: Element, type: string): number => kidTypes(table).filter((kid) => kid === type).length;

/** Where there is a row of that kind there is a body. */
const withBody = (id: string, type: string): Condition => ({
  id,
  asks: `A table with ${type} has a body`,
  failures: eachOf('Table', (table) => count(table, type) === 0 || count(table, 'TBody') > 0),
});

const atMostOne = (id: string, type: string): Condition => ({
  id,
  asks: `A table has one ${type} at most`,
  failures: eachOf('Table', (table) => count(table, type) <= 1),
});

/** How the cells of a table lie. */
interface Grid {
  readonly cells: readonly Element[];
  /** A cell that lies on another. */
  readonly doubled: readonly Element[];
  /** A cell that reaches below the last row. */
  readonly tooLong: readonly Element[];
  /** A row that is wider or narrower than the first. */
  readonly wider: readonly Element[];
  readonly narrower: readonly Element[];
}

/** A cell of more columns or rows than a page could show is no cell of these: it counts as far as this. */
const most = 1000;

function spanOf(cell: Element, key: string): number {
  const value = attributeOf(cell, 'Table', key);
  return value instanceof PDFNumber ? Math.min(most, Math.max(1, Math.trunc(value.asNumber()))) : 1;
}

const isCell = ({ standard }: Element): boolean => standard === 'TH' || standard === 'TD';

const rowsOf = (table: Element): Element[] =>
  elementsIn(table).flatMap((kid) =>
    kid.standard === 'TR'
      ? [kid]
      : groups.includes(kid.standard ?? '')
        ? elementsIn(kid).filter(({ standard }) => standard === 'TR')
        : [],
  );

/** Lays the cells of a table out: each at the first free place of its row (ISO 32000-1, table 349). */
function layOut(table: Element): Grid {
  const rows = rowsOf(table);
  const grid = { cells: [], doubled: [], tooLong: [], wider: [], narrower: [] } as {
    [key in keyof Grid]: Element[];
  };
  const taken = rows.map(() => new Set<number>());
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of elementsIn(row).filter(isCell)) {
      grid.cells.push(cell);
      while (taken[at]?.has(column)) column += 1;
      const [across, down] = [spanOf(cell, 'ColSpan'), spanOf(cell, 'RowSpan')];
      if (at + down > rows.length) grid.tooLong.push(cell);
      let isDoubled = false;
      for (const below of taken.slice(at, at + down))
        for (let place = column; place < column + across; place += 1) {
          isDoubled ||= below.has(place);
          below.add(place);
        }
      if (isDoubled) grid.doubled.push(cell);
      column += across;
    }
  }
  const width = taken[0]?.size ?? 0;
  for (const [at, row] of rows.entries()) {
    const places = taken[at] as Set<number>;
    if ([...places].some((place) => place >= width)) grid.wider.push(row);
    else if (places.size < width) grid.narrower.push(row);
  }
  return grid;
}

const grids = new WeakMap<Element, Grid>();

function gridOf(table: Element): Grid {
  const grid = grids.get(table) ?? layOut(table);
  grids.set(table, grid);
  return grid;
}

const none = (id: string, asks: string, of: (grid: Grid) => readonly Element[], fix?: string): Condition => ({
  id,
  asks,
  ...(fix === undefined ? {} : { fix }),
  failures: each(
    (file) => file.of('Table').flatMap((table) => of(gridOf(table))),
    () => false,
    nameElement,
  ),
});

/** The headings that a cell names, by their IDs. */
function headersOf(cell: Element): string[] {
  const value = attributeOf(cell, 'Table', 'Headers');
  const items = value !== undefined && 'asArray' in value ? (value as { asArray(): unknown[] }).asArray() : [];
  return items.flatMap((item) =>
    item instanceof PDFString || item instanceof PDFHexString ? [item.decodeText()] : [],
  );
}

/** The data cells with what holds in their tables. */
const dataCells = (file: File) =>
  file.of('Table').flatMap((table) => {
    const { cells } = gridOf(table);
    const headings = cells.filter(({ standard }) => standard === 'TH');
    const known = new Set(headings.map(({ dict }) => textIn(dict, 'ID')));
    const haveScopes = headings.every((heading) => attributeOf(heading, 'Table', 'Scope') !== undefined);
    return cells
      .filter(({ standard }) => standard === 'TD')
      .map((cell) => ({ cell, headers: headersOf(cell), known, haveScopes }));
  });

export const tableConditions: readonly Condition[] = [
  holdsOnly('7.2-3', 'Table', 'TR', ...groups, 'Caption'),
  standsIn('7.2-4', 'TR', 'Table', ...groups),
  standsIn('7.2-5', 'THead', 'Table'),
  standsIn('7.2-6', 'TBody', 'Table'),
  standsIn('7.2-7', 'TFoot', 'Table'),
  standsIn('7.2-8', 'TH', 'TR'),
  standsIn('7.2-9', 'TD', 'TR'),
  holdsOnly('7.2-10', 'TR', 'TH', 'TD'),
  atMostOne('7.2-11', 'THead'),
  atMostOne('7.2-12', 'TFoot'),
  withBody('7.2-13', 'TFoot'),
  withBody('7.2-14', 'THead'),
  none('7.2-15', 'No cell of a table lies on another', ({ doubled }) => doubled),
  {
    id: '7.2-16',
    asks: 'A caption comes first or last in a table',
    failures: eachOf('Table', (table) => !kidTypes(table).slice(1, -1).includes('Caption')),
  },
  holdsOnly('7.2-36', 'THead', 'TR'),
  holdsOnly('7.2-37', 'TBody', 'TR'),
  holdsOnly('7.2-38', 'TFoot', 'TR'),
  atMostOne('7.2-39', 'Caption'),
  none('7.2-41', 'The cells of a table end with its last row', ({ tooLong }) => tooLong),
  none('7.2-42', 'No row of a table is wider than its first', ({ wider }) => wider),
  none('7.2-43', 'No row of a table is narrower than its first', ({ narrower }) => narrower),
  {
    id: '7.5-1',
    asks: 'A data cell that names no headings stands in a table where each says what it is the heading of',
    failures: each(
      dataCells,
      ({ headers, haveScopes }) => headers.length > 0 || haveScopes,
      ({ cell }, file) => file.where(cell),
    ),
  },
  {
    id: '7.5-2',
    asks: 'The headings that a data cell names are in its table',
    failures: each(
      dataCells,
      ({ headers, known }) => headers.every((id) => known.has(id)),
      ({ cell }, file) => file.where(cell),
    ),
  },
];
