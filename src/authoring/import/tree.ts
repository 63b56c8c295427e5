/** The syntax tree of pandoc as its JSON has it (pandoc-types 1.23, Text.Pandoc.Definition). */
import { unhandled } from '../../exhaustive.ts';

export type Attr = readonly [
  id: string,
  classes: readonly string[],
  attributes: readonly (readonly [name: string, value: string])[],
];
export type Target = readonly [url: string, title: string];

/** One work of a citation. */
export interface TreeCitation {
  readonly citationId: string;
  readonly citationPrefix: readonly Inline[];
  readonly citationSuffix: readonly Inline[];
  readonly citationMode: { readonly t: 'NormalCitation' | 'AuthorInText' | 'SuppressAuthor' };
}

type Styles = 'Emph' | 'Strong' | 'Underline' | 'Strikeout' | 'Superscript' | 'Subscript' | 'SmallCaps';

export type Inline =
  | { readonly t: 'Str'; readonly c: string }
  | { readonly t: 'Space' | 'SoftBreak' | 'LineBreak' }
  | { readonly t: Styles; readonly c: readonly Inline[] }
  | { readonly t: 'Quoted'; readonly c: readonly [{ readonly t: 'SingleQuote' | 'DoubleQuote' }, readonly Inline[]] }
  | { readonly t: 'Cite'; readonly c: readonly [readonly TreeCitation[], readonly Inline[]] }
  | { readonly t: 'Code'; readonly c: readonly [Attr, string] }
  | { readonly t: 'Math'; readonly c: readonly [{ readonly t: 'InlineMath' | 'DisplayMath' }, string] }
  | { readonly t: 'RawInline'; readonly c: readonly [format: string, text: string] }
  | { readonly t: 'Link'; readonly c: readonly [Attr, readonly Inline[], Target] }
  | { readonly t: 'Image'; readonly c: readonly [Attr, readonly Inline[], Target] }
  | { readonly t: 'Note'; readonly c: readonly Block[] }
  | { readonly t: 'Span'; readonly c: readonly [Attr, readonly Inline[]] };

export type Caption = readonly [short: readonly Inline[] | null, long: readonly Block[]];
export type Cell = readonly [Attr, align: unknown, rows: number, columns: number, content: readonly Block[]];
export type Row = readonly [Attr, readonly Cell[]];
export type TableBody = readonly [Attr, headColumns: number, head: readonly Row[], rows: readonly Row[]];
export type TableContent = readonly [
  Attr,
  Caption,
  columns: readonly unknown[],
  head: readonly [Attr, readonly Row[]],
  bodies: readonly TableBody[],
  foot: readonly [Attr, readonly Row[]],
];

export type Block =
  | { readonly t: 'Plain' | 'Para'; readonly c: readonly Inline[] }
  | { readonly t: 'LineBlock'; readonly c: readonly (readonly Inline[])[] }
  | { readonly t: 'CodeBlock'; readonly c: readonly [Attr, string] }
  | { readonly t: 'RawBlock'; readonly c: readonly [format: string, text: string] }
  | { readonly t: 'BlockQuote'; readonly c: readonly Block[] }
  | {
      readonly t: 'OrderedList';
      readonly c: readonly [
        readonly [start: number, style: { readonly t: string }, delimiter: { readonly t: string }],
        readonly (readonly Block[])[],
      ];
    }
  | { readonly t: 'BulletList'; readonly c: readonly (readonly Block[])[] }
  | {
      readonly t: 'DefinitionList';
      readonly c: readonly (readonly [readonly Inline[], readonly (readonly Block[])[]])[];
    }
  | { readonly t: 'Header'; readonly c: readonly [level: number, Attr, readonly Inline[]] }
  | { readonly t: 'HorizontalRule' }
  | { readonly t: 'Table'; readonly c: TableContent }
  | { readonly t: 'Figure'; readonly c: readonly [Attr, Caption, readonly Block[]] }
  | { readonly t: 'Div'; readonly c: readonly [Attr, readonly Block[]] };

export type MetaValue =
  | { readonly t: 'MetaMap'; readonly c: Readonly<Record<string, MetaValue>> }
  | { readonly t: 'MetaList'; readonly c: readonly MetaValue[] }
  | { readonly t: 'MetaBool'; readonly c: boolean }
  | { readonly t: 'MetaString'; readonly c: string }
  | { readonly t: 'MetaInlines'; readonly c: readonly Inline[] }
  | { readonly t: 'MetaBlocks'; readonly c: readonly Block[] };

export interface Tree {
  readonly meta: Readonly<Record<string, MetaValue>>;
  readonly blocks: readonly Block[];
}

export const noAttr: Attr = ['', [], []];

/** The value of an attribute. */
export const attributeOf = ([, , attributes]: Attr, name: string): string | undefined =>
  attributes.find(([one]) => one === name)?.[1];

/** What running text says, notes apart. */
export const wordsOf = (inlines: readonly Inline[]): string => inlines.map(wordsOfOne).join('');

function wordsOfOne(inline: Inline): string {
  switch (inline.t) {
    case 'Str':
      return inline.c;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Emph':
    case 'Strong':
    case 'Underline':
    case 'Strikeout':
    case 'Superscript':
    case 'Subscript':
    case 'SmallCaps':
      return wordsOf(inline.c);
    case 'Quoted':
      return `“${wordsOf(inline.c[1])}”`;
    case 'Cite':
    case 'Span':
    case 'Link':
    case 'Image':
      return wordsOf(inline.c[1]);
    case 'Code':
    case 'Math':
      return inline.c[1];
    case 'RawInline':
    case 'Note':
      return '';
    default:
      return unhandled(inline);
  }
}

/** What blocks say, each on a line. */
export const linesOf = (blocks: readonly Block[]): string[] => blocks.flatMap(linesOfOne);

function linesOfOne(block: Block): string[] {
  switch (block.t) {
    case 'Plain':
    case 'Para':
      return [wordsOf(block.c)];
    case 'Header':
      return [wordsOf(block.c[2])];
    case 'LineBlock':
      return block.c.map(wordsOf);
    case 'CodeBlock':
      return [block.c[1]];
    case 'BlockQuote':
      return linesOf(block.c);
    case 'Div':
      return linesOf(block.c[1]);
    case 'Figure':
      return [...linesOf(block.c[1][1]), ...linesOf(block.c[2])];
    case 'OrderedList':
      return block.c[1].flatMap(linesOf);
    case 'BulletList':
      return block.c.flatMap(linesOf);
    case 'DefinitionList':
      return block.c.flatMap(([term, meanings]) => [wordsOf(term), ...meanings.flatMap(linesOf)]);
    case 'Table':
      return [...block.c[3][1], ...block.c[4].flatMap(([, , head, rows]) => [...head, ...rows])].flatMap(([, cells]) =>
        cells.flatMap((cell) => linesOf(cell[4])),
      );
    case 'RawBlock':
    case 'HorizontalRule':
      return [];
    default:
      return unhandled(block);
  }
}

/** A text as running text, its words apart. */
export const inlinesOf = (text: string): Inline[] =>
  text
    .trim()
    .split(/\s+/)
    .flatMap((word, index): Inline[] => [...(index > 0 ? [{ t: 'Space' } as const] : []), { t: 'Str', c: word }]);
