/** The names of figures, tables and other numbered parts, and the cross references that call them. */
import type { RootContent } from 'mdast';
import { labelOf } from '../../labels.ts';
import { anchorsOf, type Block } from '../../model.ts';
import { jsxOf, lineOf } from '../markdown.ts';
import type { TextContext } from './context.ts';

export class References {
  private readonly context: TextContext;
  /** The anchors of the parts that have names, by these. */
  private readonly names = new Map<string, string>();
  private readonly made: { readonly target: string; readonly line: number }[] = [];

  constructor(context: TextContext) {
    this.context = context;
  }

  /** Reads the names that parts have, before the text refers to them. */
  readNames(content: readonly RootContent[]): void {
    const counts = new Map<string, number>();
    for (const node of content.flatMap(withinOf)) {
      const kind = kindOf(node);
      if (kind === undefined) continue;
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      const name = nameOf(node);
      if (name === undefined) continue;
      // Those of fences are checked where these are read.
      if (node.type !== 'code') this.checkName(name, lineOf(node));
      this.names.set(name, `${kind}${number}`);
    }
  }

  private checkName(name: string, line: number): void {
    if (!/^[a-z]{2,}(?:-[a-z0-9]+)+$/.test(name))
      this.context.fault(line, `"${name}" is not a name`, 'write lower-case words joined by hyphens, such as fig-map');
    if (this.names.has(name)) this.context.fault(line, `the name "${name}" is given twice`, 'give each part its own');
  }

  /** The part that a cross reference names: by the name that it was given, or by its anchor on the page. */
  refer(name: string, line: number): { target: string; label: string } | undefined {
    const target = this.names.get(name) ?? name;
    const label = labelOf(target, this.context.language);
    if (label !== undefined) {
      this.made.push({ target, line });
      return { target, label };
    }
    const known = [...this.names.keys()].map((one) => `#${one}`).join(', ');
    this.context.fault(
      line,
      `nothing is called "#${name}"`,
      `${known === '' ? 'give the figure, table, formula, box, appendix, verse or code a name' : `write one of ${known}`}; a paragraph is #p12, a section #s2, its part #s2-1`,
    );
    return undefined;
  }

  /** Every cross reference leads somewhere. */
  checkTargets(body: readonly Block[]): void {
    const ids = new Set(body.flatMap(anchorsOf));
    for (const { target, line } of this.made)
      if (!ids.has(target)) this.context.fault(line, `the text has no ${target}`, 'correct the reference');
  }
}

/** With what the anchor of a part begins that is counted and can have a name; of a formula only one with a name is counted. */
function kindOf(node: RootContent): string | undefined {
  if (node.type === 'code') {
    if (node.lang === 'math') return node.meta ? 'eq' : undefined;
    return node.lang === 'verse' ? 'verse' : 'code';
  }
  const element = jsxOf(node)?.name ?? '';
  return { Figure: 'fig', Table: 'table', Box: 'box', Appendix: 'appendix' }[element];
}

/** The name that a part is given: behind the word of a fence, or as `id`. */
function nameOf(node: RootContent): string | undefined {
  if (node.type === 'code') return node.meta?.trim() || undefined;
  const { value } = jsxOf(node)?.attributes.find((attribute) => attribute.name === 'id') ?? {};
  return typeof value === 'string' ? value : undefined;
}

/** A node and the blocks within it, in the order of the text. */
const withinOf = (node: RootContent): RootContent[] => [
  node,
  ...('children' in node ? (node.children as RootContent[]).flatMap(withinOf) : []),
];
