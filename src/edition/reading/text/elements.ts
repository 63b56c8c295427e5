/** The elements of a version's text: their names, and what their tags say. */
import type { RootContent } from 'mdast';
import type { LineRange, PartKind } from '../../model.ts';
import { type JsxNode, jsxOf, lineOf } from '../markdown.ts';
import { readLines } from '../marks.ts';
import { refusalOf } from '../strays.ts';
import type { TextContext } from './context.ts';

/** The elements that hold blocks, as the file names them. */
export const partNames: Readonly<Record<PartKind, string>> = {
  box: '<Box>',
  epigraph: '<Epigraph>',
  dedication: '<Dedication>',
  acknowledgements: '<Acknowledgements>',
  appendix: '<Appendix>',
  glossary: '<Glossary>',
};

/** The kind of part that an element is, if it is one. */
export const partOf = ({ name }: JsxNode): PartKind | undefined =>
  (Object.keys(partNames) as PartKind[]).find((kind) => partNames[kind] === `<${name}>`);

/**
 * What the tag of an element says.
 *
 * @param known the fields that it may have
 * @param flags what is said by standing there, without a value
 */
export function attributesOf(
  context: TextContext,
  jsx: JsxNode,
  known: readonly string[],
  flags: readonly string[] = [],
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const { name, value } of jsx.attributes) {
    if (name !== undefined && flags.includes(name) && value === null) attributes.set(name, '');
    else if (name === undefined || !known.includes(name) || typeof value !== 'string') {
      context.fault(
        lineOf(jsx),
        `unknown field "${name ?? '…'}" in <${jsx.name}>`,
        `use ${known.join(', ')}, each with a value in quotes${flags.length > 0 ? `, and ${flags.join(', ')} without` : ''}`,
      );
    } else attributes.set(name, value);
  }
  return attributes;
}

/** The source lines that `source="…"` names. */
export function sourceAttribute(
  context: TextContext,
  attributes: ReadonlyMap<string, string>,
  line: number,
): LineRange[] {
  const source = attributes.get('source')?.replaceAll(' ', '');
  if (source === undefined) return [];
  if (/^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(source)) return readLines(source);
  context.fault(line, `source="${source}" names no lines`, 'write line numbers, as in source="12-15,18"');
  return [];
}

/** Says that a block has no place in a text. */
export function refuse(context: TextContext, node: RootContent): never[] {
  const name = jsxOf(node)?.name;
  const { what, fix } = name
    ? {
        what: `the element <${name}> is unknown`,
        fix: `use <Abstract>, <Table>, <Figure>, ${Object.values(partNames).join(', ')}, or plain Markdown`,
      }
    : refusalOf(node.type);
  context.fault(lineOf(node), what, fix);
  return [];
}
