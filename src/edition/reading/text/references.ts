/** The names of figures, tables and formulas, and the cross references that call them. */
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

  /** Reads the names that figures, tables and formulas have, before the text refers to them. */
  readNames(content: readonly RootContent[]): void {
    const counts = { fig: 0, table: 0, eq: 0 };
    for (const node of content.flatMap(withinOf)) {
      if (node.type === 'code' && node.lang === 'math' && node.meta) {
        counts.eq += 1;
        this.names.set(node.meta.trim(), `eq${counts.eq}`);
      }
      const jsx = jsxOf(node);
      if (jsx?.name !== 'Figure' && jsx?.name !== 'Table') continue;
      const kind = jsx.name === 'Figure' ? 'fig' : 'table';
      counts[kind] += 1;
      const { value: name } = jsx.attributes.find((attribute) => attribute.name === 'id') ?? {};
      if (typeof name !== 'string') continue;
      if (!/^[a-z]{2,}(?:-[a-z0-9]+)+$/.test(name))
        this.context.fault(
          lineOf(jsx),
          `"${name}" is not a name`,
          'write lower-case words joined by hyphens, such as fig-map',
        );
      if (this.names.has(name))
        this.context.fault(lineOf(jsx), `the name "${name}" is given twice`, 'give each part its own');
      this.names.set(name, `${kind}${counts[kind]}`);
    }
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
      `${known === '' ? 'give the figure, table or formula a name' : `write one of ${known}`}; a paragraph is #p12, a section #s2, its part #s2-1`,
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

/** A node and the blocks within it, in the order of the text. */
const withinOf = (node: RootContent): RootContent[] => [
  node,
  ...('children' in node ? (node.children as RootContent[]).flatMap(withinOf) : []),
];
