/** `<Table>`, and a `<Figure>` that the edition gives as a table. */
import type { PhrasingContent, RootContent } from 'mdast';
import { labelOf } from '../../labels.ts';
import type { Table } from '../../model.ts';
import { type JsxNode, lineOf } from '../markdown.ts';
import { checkCaption } from './captions.ts';
import { readCells } from './cells.ts';
import { attributesOf, refuse, sourceAttribute } from './elements.ts';
import type { InlineReader } from './inline.ts';
import { TableNotes } from './table-notes.ts';

/** Reads a Markdown table, its caption above, its notes and its credit below. */
export function readTable(reader: InlineReader, jsx: JsxNode): Table {
  const { context } = reader;
  const line = lineOf(jsx);
  const attributes = attributesOf(context, jsx, ['id', 'source']);
  const kind = jsx.name === 'Figure' ? 'figure' : 'table';
  const number = context.count(kind);
  const id = kind === 'figure' ? `fig${number}` : `table${number}`;
  const table = jsx.children.find((child) => child.type === 'table');
  if (!table)
    context.fault(
      line,
      `<${jsx.name}> has no table`,
      'write a Markdown table between an empty line above and one below',
    );
  const inline = (nodes: readonly PhrasingContent[]) => reader.read(nodes, id, context.language).children;
  const text = (nodes: readonly RootContent[]) =>
    nodes.flatMap((child) => (child.type === 'paragraph' ? inline(child.children) : refuse(context, child)));
  const content = jsx.children.filter((child) => child.type !== 'footnoteDefinition');
  const notes = new TableNotes(
    context,
    id,
    jsx.children.filter((child) => child.type === 'footnoteDefinition'),
  );
  reader.tableNotes = notes;
  const at = content.findIndex((child) => child.type === 'table');
  const caption = text(content.slice(0, Math.max(0, at)));
  const { head, rows } = readCells(table?.children ?? [], inline, context);
  reader.tableNotes = undefined;
  const said = notes.read(reader);
  const credit = text(content.slice(at + 1));
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
    head,
    rows,
    notes: said,
    credit,
    source: sourceAttribute(context, attributes, line),
  };
}
