/** The blocks of a text: paragraphs, lists, quotations, definitions, and the elements that hold blocks. */
import type { Blockquote, List as MdList, Paragraph as MdParagraph, PhrasingContent, RootContent } from 'mdast';
import type { Block, Definitions, List, Paragraph, PartKind, Quotation } from '../../model.ts';
import { beginsWith, definitionMark, isDefinition, joined, linesOf, sourceMark, without } from '../lines.ts';
import { type JsxNode, jsxOf, lineOf, mostNested } from '../markdown.ts';
import type { Marked } from '../marks.ts';
import type { Surroundings, TextContext } from './context.ts';
import { attributesOf, partOf, refuse, sourceAttribute } from './elements.ts';
import { readFence } from './fences.ts';
import { readFigure } from './figures.ts';
import { Headings } from './headings.ts';
import type { InlineReader } from './inline.ts';
import { readTable } from './tables.ts';

export class BlockReader {
  private readonly inline: InlineReader;
  private readonly context: TextContext;
  private readonly headings: Headings;

  constructor(inline: InlineReader) {
    this.inline = inline;
    this.context = inline.context;
    this.headings = new Headings(inline);
  }

  /** Paragraphs that define terms are one list where nothing stands between them. */
  read(nodes: readonly RootContent[], where: Surroundings): Block[] {
    const blocks: Block[] = [];
    let definitions: MdParagraph[] = [];
    const endDefinitions = () => {
      if (definitions.length > 0) blocks.push(this.readDefinitions(definitions, where));
      definitions = [];
    };
    for (const node of nodes) {
      if (node.type === 'paragraph' && isDefinition(node.children)) {
        definitions.push(node);
        continue;
      }
      endDefinitions();
      blocks.push(...this.readBlock(node, where));
    }
    endDefinitions();
    return blocks;
  }

  private readBlock(node: RootContent, where: Surroundings): Block[] {
    const line = lineOf(node);
    switch (node.type) {
      case 'heading':
        return [this.headings.read(node, where)];
      case 'paragraph':
        return [this.readParagraph(node, where)];
      case 'blockquote':
        return this.nest(line, where, (deeper) => [this.readQuotation(node, deeper)]);
      case 'list':
        return this.nest(line, where, (deeper) => [this.readList(node, deeper)]);
      case 'code':
        return readFence(this.inline, node, where);
      case 'thematicBreak':
        return [{ type: 'rule', id: this.context.next('rule'), line, source: [] }];
      case 'table':
        this.context.fault(
          line,
          'a table that is in no <Table> or <Figure>',
          'put it between <Table> and </Table>, with its caption above it',
        );
        return [];
      default: {
        const jsx = jsxOf(node);
        const kind = jsx && partOf(jsx);
        if (kind) return this.readPart(jsx, kind, where);
        if (jsx?.name !== 'Table' && jsx?.name !== 'Figure') return refuse(this.context, node);
        if (!where.displays) {
          this.context.fault(line, `<${jsx.name}> inside another block`, 'put it between the blocks of the body');
          return [];
        }
        if (jsx.name === 'Figure' && !jsx.children.some((child) => child.type === 'table'))
          return [readFigure(this.inline, jsx)];
        return [readTable(this.inline, jsx)];
      }
    }
  }

  private readParagraph(node: MdParagraph, { inside, home, language }: Surroundings): Paragraph {
    const line = lineOf(node);
    if (inside === undefined) {
      const number = this.context.count('paragraph');
      const id = `p${number}`;
      return { type: 'paragraph', id, line, number, ...this.inline.running(node.children, id, language) };
    }
    const id = this.context.next(`${inside}-p`);
    return { type: 'paragraph', id, line, ...this.inline.running(node.children, home ?? id, language) };
  }

  private readDefinitions(nodes: readonly MdParagraph[], { home, language }: Surroundings): Definitions {
    const id = this.context.next('def');
    const block = home ?? id;
    const marked: Marked[] = [];
    const inline = (line: readonly PhrasingContent[]) => {
      const read = this.inline.read(line, block, language);
      marked.push(read);
      return read.children;
    };
    const entries = nodes.map((node) => {
      const [first = [], ...others] = linesOf(node.children);
      if (beginsWith(first, definitionMark))
        this.context.fault(
          lineOf(node),
          'a definition without a term',
          'write the term on the line above, with no empty line between',
        );
      const term = inline(first);
      const meanings: PhrasingContent[][] = [];
      for (const line of others) {
        if (beginsWith(line, definitionMark)) meanings.push(without(line, definitionMark));
        else meanings.push(joined([meanings.pop() ?? [], line]));
      }
      return { term, meanings: meanings.map(inline) };
    });
    const line = lineOf(nodes[0] as MdParagraph);
    return { type: 'definitions', id, line, entries, source: marked.flatMap(({ source }) => source) };
  }

  /** Blocks whose last line may say from where they are: `— [(Doe, 1999)](cite:doe1999)`. */
  private readSourced(nodes: readonly RootContent[], where: Surroundings): Block[] {
    const last = nodes.at(-1);
    const lines = last?.type === 'paragraph' ? linesOf(last.children) : [];
    const line = lines.at(-1) ?? [];
    if (last?.type !== 'paragraph' || !beginsWith(line, sourceMark)) return this.read(nodes, where);
    const above = lines.slice(0, -1);
    const text: MdParagraph[] = above.length > 0 ? [{ ...last, children: joined(above) }] : [];
    const blocks = this.read([...nodes.slice(0, -1), ...text], where);
    const id = this.context.next(`${where.inside ?? `q${this.context.counted('paragraph')}`}-from`);
    const read = this.inline.running(without(line, sourceMark), where.home ?? id, where.language);
    return [...blocks, { type: 'paragraph', id, line: lineOf(line[0] ?? last), isSource: true, ...read }];
  }

  /** Reads a block that is in one list or quotation more, unless these are too many. */
  private nest(line: number, where: Surroundings, read: (deeper: Surroundings) => Block[]): Block[] {
    if (where.nested < mostNested)
      return read({ ...where, nested: where.nested + 1, displays: false, headings: undefined });
    this.context.fault(
      line,
      `lists or quotations stand more than ${mostNested} deep in one another`,
      'end some of them before this line, or indent it less',
    );
    return [];
  }

  private readQuotation(node: Blockquote, where: Surroundings): Quotation {
    const id = this.context.unused(
      where.inside === undefined ? `q${this.context.counted('paragraph') + 1}` : this.context.next(`${where.inside}-q`),
    );
    const blocks = this.readSourced(node.children, where);
    // What was refused in it is no reason to call it empty.
    if (node.children.length === 0)
      this.context.fault(lineOf(node), 'an empty quotation', 'write its text, or remove the >');
    return { type: 'quotation', id, line: lineOf(node), blocks, source: blocks.flatMap((block) => block.source) };
  }

  private readList(node: MdList, where: Surroundings): List {
    const id = `list${this.context.count('list')}`;
    const within: Surroundings = { ...where, inside: id, home: where.home ?? id };
    const items = node.children.map((item) => {
      if (item.children.length === 0)
        this.context.fault(lineOf(item), 'an empty item of a list', 'write its text, or remove it');
      return this.read(item.children, within);
    });
    const start = node.start ?? 1;
    return {
      type: 'list',
      id,
      line: lineOf(node),
      ordered: node.ordered ?? false,
      ...(start === 1 ? {} : { start }),
      items,
      source: items.flat().flatMap((block) => block.source),
    };
  }

  /**
   * `<Box>`, `<Epigraph>` and the other elements that hold blocks. A heading with ## that opens one is its title; only an appendix
   * has other headings.
   */
  private readPart(jsx: JsxNode, kind: PartKind, where: Surroundings): Block[] {
    const line = lineOf(jsx);
    if (!where.displays || where.headings !== 'sections') {
      this.context.fault(line, `<${jsx.name}> inside another block`, 'put it between the blocks of the body');
      return [];
    }
    const number = kind === 'box' || kind === 'appendix' || kind === 'epigraph' ? this.context.count(kind) : undefined;
    const id = `${kind}${number ?? ''}`;
    this.context.claim(id, line);
    const source = sourceAttribute(
      this.context,
      attributesOf(this.context, jsx, kind === 'box' || kind === 'appendix' ? ['id', 'source'] : ['source']),
      line,
    );
    const within: Surroundings = {
      inside: id,
      language: this.context.language,
      nested: 0,
      displays: kind !== 'epigraph' && kind !== 'dedication',
      ...(kind === 'appendix' ? { headings: 'parts' as const } : {}),
    };
    const [first, ...others] = jsx.children;
    const title = first?.type === 'heading' && first.depth === 2 ? [this.headings.title(first, `${id}-title`)] : [];
    const nodes = title.length > 0 ? others : jsx.children;
    const blocks = kind === 'epigraph' ? this.readSourced(nodes, within) : this.read(nodes, within);
    if (nodes.length === 0)
      this.context.fault(
        line,
        `<${jsx.name}> holds no text`,
        'write it between an empty line above and one below, or remove the element',
      );
    // Epigraphs are counted for their ids alone.
    const said = kind === 'epigraph' ? undefined : number;
    return [
      {
        type: 'part',
        id,
        line,
        kind,
        ...(said === undefined ? {} : { number: said }),
        blocks: [...title, ...blocks],
        source,
      },
    ];
  }
}
