/** `<Table>`, and a `<Figure>` that the edition gives as a table. */
import type { Table as MdTable, PhrasingContent, RootContent } from 'mdast';
import { labelOf } from '../../labels.ts';
import type { Table } from '../../model.ts';
import { type JsxNode, lineOf } from '../markdown.ts';
import { checkCaption } from './captions.ts';
import { attributesOf, refuse, sourceAttribute } from './elements.ts';
import type { InlineReader } from './inline.ts';

/** Reads a Markdown table, its caption above and its credit below. */
export function readTable(reader: InlineReader, jsx: JsxNode): Table {
  const { context } = reader;
  const line = lineOf(jsx);
  const attributes = attributesOf(context, jsx, ['id', 'source']);
  const kind = jsx.name === 'Figure' ? 'figure' : 'table';
  const number = context.count(kind);
  const id = kind === 'figure' ? `fig${number}` : `table${number}`;
  const at = jsx.children.findIndex((child) => child.type === 'table');
  const table = jsx.children[at] as MdTable | undefined;
  if (!table)
    context.fault(
      line,
      `<${jsx.name}> has no table`,
      'write a Markdown table between an empty line above and one below',
    );
  const inline = (nodes: readonly PhrasingContent[]) => reader.read(nodes, id, context.language).children;
  const text = (nodes: readonly RootContent[]) =>
    nodes.flatMap((child) => (child.type === 'paragraph' ? inline(child.children) : refuse(context, child)));
  const caption = text(jsx.children.slice(0, Math.max(0, at)));
  const rows = (table?.children ?? []).map((row) => row.children.map((cell) => inline(cell.children)));
  const credit = text(jsx.children.slice(at + 1));
  const [header = [], ...body] = rows;
  context.claim(id, line);
  const label = attributes.has('id') ? labelOf(id, context.language) : undefined;
  if (label !== undefined) checkCaption(context, caption, label, line);
  return {
    type: 'table',
    id,
    line,
    kind,
    number,
    ...(label === undefined ? {} : { label }),
    caption,
    header,
    rows: body,
    credit,
    source: sourceAttribute(context, attributes, line),
  };
}
