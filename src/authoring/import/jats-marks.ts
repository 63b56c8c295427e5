/**
 * Pandoc reads the text of JATS and drops much of what it is: the language of words, verses, what a note or a formula is called by,
 * from where a quotation is. Signs are put in the way of each before it reads, and found again in its tree.
 */
import type { Element, ElementContent, Root, RootContent } from 'xast';
import { x } from 'xastscript';
import { languageTag } from '../../text/languages.ts';
import { creditOf, tableNoteOf, verseMark } from './parts.ts';
import { caesura } from './signs.ts';
import { type Attr, attributeOf, type Block, type Inline, wordsOf } from './tree.ts';

/** Characters for private use: what opens a division, what closes it; the same of a span; a line and a rule that have no words. */
const signs = { opens: '\ue010', closes: '\ue011', begins: '\ue012', ends: '\ue013', behind: '\ue014' } as const;
const emptyLine = '\ue015';
const rule = '\ue016';

/** What pandoc reads by itself, or nobody as text. */
const whole = new Set([
  'front',
  'ref-list',
  'tex-math',
  'mml:math',
  'math',
  'code',
  'preformat',
  'graphic',
  'title-group',
]);

const isElement = (node: ElementContent | RootContent): node is Element => node.type === 'element';
const named = (parent: Element, name: string): Element[] =>
  parent.children.filter((child): child is Element => isElement(child) && child.name === name);
const has = (element: Element, name: string): string | undefined => element.attributes[name] ?? undefined;
const textOf = (node: ElementContent): string =>
  node.type === 'text' || node.type === 'cdata'
    ? node.value
    : isElement(node)
      ? node.children.map(textOf).join('')
      : '';

const isBlank = (node: ElementContent): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');

/** What pandoc takes for words where it stands in a paragraph. */
const asBlocks = new Set(['verse-group', 'boxed-text', 'disp-quote', 'list', 'def-list']);

/** Elements behind the text, as divisions of it. */
const ends: Readonly<Record<string, string>> = { ack: 'acknowledgements', app: 'appendix', glossary: 'glossary' };

export class JatsMarks {
  private readonly attrs: Attr[] = [];
  private readonly called: ReadonlySet<string>;
  private readonly isOwn: boolean;

  /**
   * @param root of the whole article
   * @param isOwn whether an edition exported it: its paragraphs are called by their numbers
   */
  constructor(root: Root, isOwn: boolean) {
    this.called = new Set(
      elementsIn(root)
        .filter(({ name }) => name === 'xref')
        .flatMap((xref) => (has(xref, 'rid') ?? '').split(/\s+/)),
    );
    this.isOwn = isOwn;
  }

  /** The article with the signs in it. */
  put(root: Root): Root {
    return { ...root, children: root.children.flatMap((child) => (isElement(child) ? [this.article(child)] : [])) };
  }

  /** What closes the text stands in `back`, of which pandoc reads sections alone. */
  private article(article: Element): Element {
    const children = article.children.map((child) => {
      if (!isElement(child) || child.name !== 'back') return child;
      return {
        ...child,
        children: child.children.filter((one) => !isElement(one) || !(isEnd(one) || isApparatus(one))),
      };
    });
    const closing = named(article, 'back')
      .flatMap((back) => back.children.filter(isElement).filter(isEnd))
      .flatMap((end) => (end.name === 'app-group' ? named(end, 'app') : [end]))
      .flatMap((end) => this.end(end));
    const marked = this.children({ ...article, children });
    return {
      ...article,
      children: marked.map((child) =>
        isElement(child) && child.name === 'body' ? { ...child, children: [...child.children, ...closing] } : child,
      ),
    };
  }

  private end(end: Element): Element[] {
    const [title] = named(end, 'title');
    const content = this.children({
      ...end,
      children: end.children.filter((child) => !isElement(child) || child !== title),
    });
    const isLabelled = (child: ElementContent) => isElement(child) && child.name === 'label';
    const blocks = content.filter((child) => !isLabelled(child));
    const kind = ends[end.name] as string;
    return this.division(
      [has(end, 'id') ?? '', [kind], []],
      [title ? x('sec', {}, x('title', {}, ...this.children(title)), ...blocks) : x('sec', {}, ...blocks)],
    );
  }

  private children(parent: Element): ElementContent[] {
    return parent.children.flatMap((child) => (isElement(child) ? this.marked(child, parent) : [child]));
  }

  private marked(element: Element, parent: Element): ElementContent[] {
    if (whole.has(element.name)) return [element];
    const inside = (): Element => ({ ...element, children: this.children(element) });
    const id = has(element, 'id') ?? '';
    switch (element.name) {
      case 'p':
        return this.paragraph(element);
      case 'boxed-text':
        return this.division([id, ['boxed-text'], []], this.children(element));
      case 'disp-quote': {
        const kind = has(element, 'content-type');
        return kind === 'epigraph' || kind === 'dedication'
          ? this.division([id, [kind], []], this.children(element))
          : [inside()];
      }
      case 'attrib':
        return [x('p', {}, ...this.span(['', ['attrib'], []], this.children(element)))];
      case 'permissions':
        return parent.name === 'fig' ? this.licence(element) : [element];
      case 'verse-group':
        return this.division([id, ['verse'], []], this.verse(element));
      case 'disp-formula': {
        const isNumbered = named(element, 'label').length > 0 || this.called.has(id);
        if (id === '' || !isNumbered) return [element];
        return parent.name === 'p'
          ? this.span([id, [], []], [element])
          : this.division([id, ['formula'], []], [x('p', {}, element)]);
      }
      case 'object-id':
        return [];
      case 'fig':
        return [this.withAddress(inside(), element)];
      case 'table-wrap': {
        const isNumbered = named(element, 'label').length > 0 || this.called.has(id);
        const { id: _, ...attributes } = element.attributes;
        const whole = this.withAddress(inside(), element);
        return [isNumbered ? whole : { ...whole, attributes }];
      }
      case 'fn':
        return parent.name === 'table-wrap-foot' ? [this.tableNote(element)] : [this.note(inside())];
      case 'styled-content':
      case 'named-content': {
        const language = languageTag(has(element, 'xml:lang') ?? '');
        return language === undefined ? [inside()] : this.span(['', [], [['lang', language]]], this.children(element));
      }
      case 'inline-supplementary-material':
        return [{ ...inside(), name: 'ext-link' }];
      default:
        return [inside()];
    }
  }

  private paragraph(element: Element): ElementContent[] {
    if (has(element, 'content-type') === 'thematic-break') return [x('p', {}, rule)];
    const said = element.children.filter((child) => !isBlank(child));
    const [only] = said;
    if (said.length === 1 && only && isElement(only) && only.name === 'disp-formula')
      return this.marked(only, { ...element, name: 'body' });
    // A paragraph that only holds another block.
    if (said.length > 0 && said.every((child) => isElement(child) && asBlocks.has(child.name)))
      return said.flatMap((child) => this.marked(child as Element, element));
    const id = has(element, 'id') ?? '';
    const mark = this.isOwn && this.called.has(id) && /^p\d+$/.test(id) ? this.span([id, ['paragraph'], []], []) : [];
    return [{ ...element, children: [...mark, ...this.children(element)] }];
  }

  /** Lines as paragraphs; between stanzas an empty one. */
  private verse(group: Element): Element[] {
    const lines: Element[] = [];
    for (const child of group.children.filter(isElement)) {
      if (child.name === 'verse-line') lines.push(x('p', {}, ...this.children(child)));
      else if (child.name === 'attrib') lines.push(...(this.marked(child, group) as Element[]));
      else if (child.name === 'verse-group' && has(child, 'content-type') === 'couplet') {
        const halves = named(child, 'verse-line').map((half) => this.children(half));
        lines.push(
          x('p', {}, ...halves.flatMap((half, index) => [...(index > 0 ? [text(` ${caesura} `)] : []), ...half])),
        );
      } else if (child.name === 'verse-group') {
        if (lines.length > 0) lines.push(x('p', {}, emptyLine));
        lines.push(...this.verse(child));
      }
    }
    return lines;
  }

  /** Where its publisher has a figure or a table, below it: pandoc prints the number before the caption. */
  private withAddress(marked: Element, { children }: Element): Element {
    const [doi] = children.filter(
      (child): child is Element =>
        isElement(child) && child.name === 'object-id' && has(child, 'pub-id-type') === 'doi',
    );
    if (doi === undefined) return marked;
    const number = textOf(doi).trim();
    const link = x('ext-link', { 'xlink:href': `https://doi.org/${number}` }, number);
    const credit = x('p', {}, ...this.span(['', ['attrib'], []], [link]));
    return { ...marked, children: [...marked.children, credit] };
  }

  private licence(permissions: Element): Element[] {
    const [licence] = named(permissions, 'license');
    const address = licence && (has(licence, 'xlink:href') ?? named(licence, 'license-p').map(textOf).join(' '));
    return address === undefined || address === ''
      ? []
      : [x('p', {}, ...this.span(['', ['attrib'], [['licence', address]]], []))];
  }

  /** Its label is what calls it; its paragraphs are one. */
  private tableNote(note: Element): Element {
    const sign = named(note, 'label').map(textOf).join('').trim();
    const words = named(note, 'p').flatMap((one, index) => [...(index > 0 ? [text(' ')] : []), ...this.children(one)]);
    return x('p', {}, ...this.span([has(note, 'id') ?? '', ['table-note'], [['sign', sign]]], words));
  }

  /** Its id is its name, by which it may be called more than once. */
  private note(note: Element): Element {
    const id = has(note, 'id') ?? '';
    const [first] = named(note, 'p');
    if (first === undefined || id === '') return note;
    const mark = this.span([id, ['note'], []], []);
    if (has(note, 'specific-use') === 'lost')
      return { ...note, children: [x('p', {}, ...mark, ...this.span(['', ['lost'], []], []))] };
    const paragraph: Element = { ...first, children: [...mark, ...first.children] };
    return { ...note, children: note.children.map((child) => (child === first ? paragraph : child)) };
  }

  private division(attr: Attr, children: readonly ElementContent[]): Element[] {
    const blocks = children.flatMap((child) => (isElement(child) ? [child] : []));
    return [x('p', {}, `${signs.opens}${this.keep(attr)}${signs.behind}`), ...blocks, x('p', {}, signs.closes)];
  }

  private span(attr: Attr, children: readonly ElementContent[]): ElementContent[] {
    return [text(`${signs.begins}${this.keep(attr)}${signs.behind}`), ...children, text(signs.ends)];
  }

  private keep(attr: Attr): number {
    this.attrs.push(attr);
    return this.attrs.length - 1;
  }

  /** The tree that pandoc made of the article, with what the signs stand for. */
  found(blocks: readonly Block[]): Block[] {
    const open: { readonly attr: Attr; readonly blocks: Block[] }[] = [];
    const result: Block[] = [];
    for (const block of blocks) {
      const into = open.at(-1)?.blocks ?? result;
      const said = block.t === 'Para' || block.t === 'Plain' ? wordsOf(block.c).trim() : '';
      const attr = said.startsWith(signs.opens) ? this.attrs[Number.parseInt(said.slice(1), 10)] : undefined;
      if (attr) open.push({ attr, blocks: [] });
      else if (said === signs.closes) {
        const closed = open.pop();
        if (closed) (open.at(-1)?.blocks ?? result).push(divisionOf(closed.attr, closed.blocks));
      } else if (said === rule) into.push({ t: 'HorizontalRule' });
      else into.push(told(this.within(block) as Block));
    }
    return [...result, ...open.flatMap((one) => one.blocks)];
  }

  private within(tree: unknown): unknown {
    if (Array.isArray(tree)) {
      const isOf = (kinds: ReadonlySet<string>) =>
        tree.some((one) => typeof one === 'object' && one !== null && kinds.has(String(one.t)));
      if (isOf(blockKinds)) return this.found(tree);
      return isOf(textKinds) ? this.spans(tree) : tree.map((one) => this.within(one));
    }
    if (typeof tree !== 'object' || tree === null) return tree;
    return Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, this.within(one)]));
  }

  private spans(line: readonly Inline[]): Inline[] {
    const open: { readonly attr: Attr; readonly inlines: Inline[] }[] = [];
    const result: Inline[] = [];
    const add = (inline: Inline) => (open.at(-1)?.inlines ?? result).push(inline);
    for (const inline of line) {
      if (inline.t !== 'Str') {
        add(this.within(inline) as Inline);
        continue;
      }
      for (const part of inline.c.split(/(\ue012\d+\ue014|\ue013)/)) {
        const attr = part.startsWith(signs.begins) ? this.attrs[Number.parseInt(part.slice(1), 10)] : undefined;
        if (attr) open.push({ attr, inlines: [] });
        else if (part === signs.ends) {
          const closed = open.pop();
          if (closed) add({ t: 'Span', c: [closed.attr, closed.inlines] });
        } else if (part !== '') add({ t: 'Str', c: part });
      }
    }
    return [...result, ...open.flatMap((one) => one.inlines)];
  }
}

const blockKinds = new Set(
  'Plain Para Header BlockQuote BulletList OrderedList DefinitionList CodeBlock Div Table Figure'.split(' '),
);
const textKinds = new Set('Str Space SoftBreak Emph Strong Span Link Note Cite Math Code'.split(' '));

const isEnd = ({ name }: Element): boolean => name === 'app-group' || name in ends;

/** What an edition says of doubtful readings of a text as received, in its exports. */
const isApparatus = (element: Element): boolean => element.attributes['notes-type'] === 'apparatus';

const text = (value: string): ElementContent => ({ type: 'text', value });

const elementsIn = (parent: Root | Element): Element[] =>
  parent.children.flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []));

/** A division that was closed; of a verse its lines, of a formula the formula. */
function divisionOf(attr: Attr, blocks: readonly Block[]): Block {
  if (attr[1].includes('formula'))
    return { t: 'Para', c: [{ t: 'Span', c: [[attr[0], [], []], blocks.flatMap(lineOf)] }] };
  if (!attr[1].includes('verse')) return { t: 'Div', c: [attr, blocks] };
  const lines = blocks.map((block): readonly Inline[] => {
    if (block.t === 'Div') return [{ t: 'Span', c: [['', ['attrib'], []], block.c[1].flatMap(lineOf)] }];
    return lineOf(block);
  });
  const [first = [], ...others] = lines;
  return { t: 'LineBlock', c: [[verseMark(attr[0]), ...first], ...others] };
}

const lineOf = (block: Block): readonly Inline[] => {
  if (block.t === 'Div') return block.c[1].flatMap(lineOf);
  if (block.t !== 'Para' && block.t !== 'Plain') return [];
  return wordsOf(block.c) === emptyLine ? [] : block.c;
};

/** A paragraph that a span fills as what that says it is: a credit, a note of a table. */
function told(block: Block): Block {
  if (block.t !== 'Para' && block.t !== 'Plain') return block;
  const [only, ...others] = block.c;
  if (only?.t !== 'Span' || others.length > 0) return block;
  const [attr, words] = only.c;
  if (attr[1].includes('attrib')) return creditOf(words, attributeOf(attr, 'licence'));
  if (!attr[1].includes('table-note')) return block;
  return tableNoteOf({ id: attr[0], sign: attributeOf(attr, 'sign') ?? '', blocks: [{ t: 'Plain', c: words }] });
}
