/** The lines of a paragraph, where they say what it is: a definition, the source of a quotation. */
import type { PhrasingContent, Text } from 'mdast';

/** The running text of a paragraph, a part for each line of the file on which its words begin. */
export function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type !== 'text') {
      lines.at(-1)?.push(node);
      continue;
    }
    let from = 0;
    for (const [index, value] of node.value.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (value !== '') lines.at(-1)?.push(textAt(node, value, index, from));
      from += value.length + 1;
    }
  }
  return lines;
}

/** A part of a text that begins so many lines below it, and so many letters behind its first. */
function textAt(node: Text, value: string, below: number, from: number): Text {
  const text = { ...cut(node, from), value };
  const { position } = node;
  if (!position) return text;
  const start = { ...position.start, line: position.start.line + below };
  return { ...text, position: { start, end: position.end } };
}

/** A text without its first letters; the signs that are meant as such stay so. */
function cut({ value, data, ...text }: Text, from: number): Text {
  const meant = data?.meant?.map((at) => at - from);
  return { ...text, value: value.slice(from), ...(meant === undefined ? {} : { data: { ...data, meant } }) };
}

/** Whether a line begins with that, as a mark. */
export const beginsWith = ([first]: readonly PhrasingContent[], mark: string): boolean =>
  first?.type === 'text' && first.value.startsWith(mark) && !first.data?.meant?.includes(0);

/** The line without what it begins with. */
export const without = ([first, ...others]: readonly PhrasingContent[], mark: string): PhrasingContent[] =>
  first?.type === 'text' ? [cut(first, mark.length), ...others] : [...others];

/** What a line that names the source of a quotation begins with. */
export const sourceMark = '— ';

/** What a line that defines a term begins with, as in pandoc's Markdown (section «Definition lists»). */
export const definitionMark = ': ';

/** Some lines as one running text. */
export const joined = (lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] =>
  lines.flatMap((line, index) => [...(index > 0 ? [{ type: 'text', value: '\n' } as const] : []), ...line]);

/** Whether a paragraph defines a term. */
export const isDefinition = (nodes: readonly PhrasingContent[]): boolean =>
  linesOf(nodes).some((line) => beginsWith(line, definitionMark));
