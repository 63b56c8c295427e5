import {
  type Block,
  flatBlocks,
  type Inline,
  type LineRange,
  type LineUse,
  runningTexts,
  sourcedText,
  textsOfNote,
  type Version,
  type VersionOf,
} from '../model.ts';

/** What became of a source line. */
export type LineFate =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly ids: readonly string[] }
  | { readonly kind: 'aside'; readonly use: LineUse };

/** A row of the source page: a block of the text, or lines that are not part of it, with the source lines. */
export interface AlignedRow {
  readonly lines: readonly LineRange[];
  readonly id?: string | undefined;
  readonly block?: Block | undefined;
  readonly use?: LineUse | undefined;
}

const contains = (ranges: readonly LineRange[], line: number) =>
  ranges.some(({ first, last }) => first <= line && line <= last);

/** A part of the text with the source lines that it names. */
export interface SourcedPart {
  readonly id: string;
  readonly source: readonly LineRange[];
  readonly line: number;
  readonly text: string;
  /** How many note markers hang in it: each is a digit of the source that is not of the text. */
  readonly markers: number;
  /** A note whose text is lost has no lines. */
  readonly lost: boolean;
  readonly isTable: boolean;
}

/** Everything of a version that stands in the source: its blocks and its notes. */
export function sourcedParts(version: Version): SourcedPart[] {
  const markersIn = (block: string) =>
    version.notes.flatMap((note) => note.calledIn).filter((place) => place === block).length;
  return [
    ...flatBlocks(version).map((block) => ({
      id: block.id,
      source: block.source,
      line: block.line,
      text: runningTexts(block).map(sourcedText).join(' '),
      markers: markersIn(block.id),
      lost: false,
      isTable: block.type === 'table',
    })),
    // The label before a note's text, «1.», is a marker too.
    ...version.notes.map((note) => ({
      id: note.id,
      source: note.source,
      line: note.line,
      text: textsOfNote(note).map(sourcedText).join(' '),
      markers: 1,
      lost: note.lost,
      isTable: false,
    })),
  ];
}

/**
 * The fate of each source line, in order: which parts of the text it went into, or as what it was left aside. A line
 * that nothing accounts for is `undefined`.
 */
export function fatesOfLines({ article, version }: VersionOf): (LineFate | undefined)[] {
  const { lines = [] } = article.source ?? {};
  const count = lines.length;
  const idsOf = new Map<number, string[]>();
  for (const { id, source } of sourcedParts(version)) {
    // A part that names a line twice went into it once; a range that is wrong may name more lines than there are.
    const lines = source.flatMap(({ first, last }) =>
      Array.from({ length: Math.max(0, Math.min(last, count) - first + 1) }, (_, index) => first + index),
    );
    for (const line of new Set(lines)) idsOf.set(line, [...(idsOf.get(line) ?? []), id]);
  }
  return lines.map((content, index) => {
    const line = index + 1;
    const ids = idsOf.get(line) ?? [];
    if (content.trim() === '') return { kind: 'blank' };
    if (ids.length > 0) return { kind: 'text', ids };
    const use = version.accounted.find((entry) => contains(entry.lines, line))?.as;
    return use === undefined ? undefined : { kind: 'aside', use };
  });
}

/** Between the paragraphs of a note that is shown as one. */
const lineBreak: Inline = { type: 'lineBreak' };

/** The rows of the source page, in the order of the source's lines. */
export function alignedRows(version: Version): AlignedRow[] {
  const blocks = flatBlocks(version);
  const rows: AlignedRow[] = [
    ...blocks.map((block) => ({ lines: block.source, id: block.id, block })),
    ...version.notes
      .filter((note) => note.source.length > 0)
      .map((note) => ({
        lines: note.source,
        id: note.id,
        block: {
          type: 'paragraph' as const,
          id: note.id,
          line: note.line,
          source: note.source,
          children: textsOfNote(note).flatMap((text, index) => [...(index > 0 ? [lineBreak] : []), ...text]),
        },
      })),
    ...version.accounted.map((entry) => ({ lines: entry.lines, use: entry.as })),
  ];
  return rows.sort((a, b) => (a.lines[0]?.first ?? 0) - (b.lines[0]?.first ?? 0));
}
