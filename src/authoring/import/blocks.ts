/** Blocks of a manuscript as the text of an edition writes them (CONTRIBUTING.md, "The text"). */

import type { PartKind } from '../../edition/model.ts';
import { troublesOfFormula } from '../../edition/reading/marks.ts';
import { partNames } from '../../edition/reading/text/elements.ts';
import { unhandled } from '../../exhaustive.ts';
import { wordsOf as localeOf } from '../../locales/index.ts';
import { type Anchors, idsOfDisplay, labelsIn } from './anchors.ts';
import type { Citations } from './citations.ts';
import type { Figures } from './figures.ts';
import { InlineWriter, type Scope, tidyTex } from './inlines.ts';
import type { ManuscriptLanguage } from './language.ts';
import { captionedIn, isCredit, markIn, partIn, type TreeTableNote } from './parts.ts';
import { texReference } from './raw.ts';
import type { Remarks } from './remarks.ts';
import { caesura, escapeAttribute, escapeLineStart } from './signs.ts';
import type { Structure } from './structure.ts';
import { gridOf, markdownOf } from './tables.ts';
import { type Attr, attributeOf, type Block, type Inline, linesOf, type TableContent, wordsOf } from './tree.ts';

/** Lists and quotations in one another, as the edition allows them. */
const mostNested = 6;

/** A label before a caption: the edition prints its own. */
const captionLabel =
  /^(\*\*|\*)?(?:figure|fig\.?|table|شکل|تصویر|نمودار|جدول)[\s\u00a0]*([0-9۰-۹]+)(?:[-–.][0-9۰-۹]+)*(?:\\?[.:]|[–—-])?(?:(\*\*|\*)(?=[\s.:]|$)[.:]?)?\s*/iu;

interface Place {
  readonly scope: Scope;
  readonly nested: number;
}

/** A text of an edition, and where its parts begin. */
export interface WrittenText {
  readonly text: string;
  readonly lineOf: (part: number) => number;
}

export class TextWriter {
  readonly inlines: InlineWriter;
  private readonly language: ManuscriptLanguage;
  private readonly remarks: Remarks;
  private readonly anchors: Anchors;
  private readonly figures: Figures;
  private readonly parts: string[] = [];
  private readonly notes: string[] = [];
  /** Tables and figures that stand where the edition has none, for the place behind the block. */
  private lifted: string[] = [];
  private isInNote = false;
  /** The numbers of notes that have a name, and so may be called again. */
  private readonly noteNumbers = new Map<string, number>();

  constructor(
    language: ManuscriptLanguage,
    remarks: Remarks,
    citations: Citations,
    anchors: Anchors,
    figures: Figures,
  ) {
    this.language = language;
    this.remarks = remarks;
    this.anchors = anchors;
    this.figures = figures;
    this.inlines = new InlineWriter(remarks, citations, anchors, figures.offered, (blocks) => this.note(blocks));
  }

  write({ abstracts, body, closing }: Structure): WrittenText {
    for (const { language, isExtended, blocks } of abstracts) {
      const kind = isExtended ? ' kind="extended"' : '';
      this.enclosed(`<Abstract lang="${language}"${kind}>`, '</Abstract>', blocks, language);
    }
    for (const block of body) this.top(block);
    for (const { kind, id, title, blocks } of closing) {
      const name = partNames[kind].slice(1, -1);
      this.part(`<${name}${this.named([id])}>`);
      // What the edition prints there of its own needs no title.
      if (title && !usualTitles(kind, this.language).includes(wordsOf(title).trim()))
        this.part(`## ${this.line(title)}`);
      for (const block of blocks) this.top(block);
      this.part(`</${name}>`);
    }
    this.remarks.part = undefined;
    const parts = [...this.parts, ...this.notes];
    const lines: number[] = [];
    let line = 1;
    for (const part of parts) {
      lines.push(line);
      line += part.split('\n').length + 1;
    }
    return { text: `${parts.join('\n\n')}\n`, lineOf: (part) => lines[part] ?? 1 };
  }

  private get scope(): Scope {
    return { language: this.language };
  }

  private part(text: string): void {
    if (text !== '') this.parts.push(text);
  }

  private enclosed(open: string, close: string, blocks: readonly Block[], language: string): void {
    this.part(open);
    for (const block of blocks) {
      this.remarks.part = this.parts.length;
      if (block.t === 'Header') this.part(`${'#'.repeat(block.c[0])} ${this.line(block.c[2])}`);
      else for (const text of this.block(block, { scope: { language }, nested: 0 })) this.part(text);
    }
    this.part(close);
    this.flush();
  }

  private flush(): void {
    for (const text of this.lifted) this.part(text);
    this.lifted = [];
  }

  /** A block of the body, where figures, tables, headings and boxes may stand. */
  private top(block: Block): void {
    this.remarks.part = this.parts.length;
    switch (block.t) {
      case 'Header':
        this.part(`${'#'.repeat(block.c[0])} ${this.line(block.c[2])}`);
        break;
      case 'Figure':
      case 'Table':
        for (const text of this.display(block)) this.part(text);
        break;
      case 'Div':
        this.element(block);
        break;
      default:
        for (const text of this.block(block, { scope: this.scope, nested: 0 })) this.part(text);
    }
    this.flush();
  }

  /** An element of the text, `<Box>`, with its title; a credit that stands alone is a paragraph. */
  private element({ c: [attr, blocks] }: Extract<Block, { t: 'Div' }>): void {
    const kind = partIn(attr);
    if (kind === undefined) {
      for (const text of this.blocks(blocks, { scope: this.scope, nested: 0 })) this.part(text);
      return;
    }
    const name = partNames[kind].slice(1, -1);
    const [first] = blocks;
    this.part(`<${name}${this.named([attr[0]])}>`);
    if (first?.t === 'Header') this.part(`## ${this.line(first.c[2])}`);
    for (const block of first?.t === 'Header' ? blocks.slice(1) : blocks) {
      if (block.t === 'Header') this.part(this.boldLine(block.c[2], this.scope));
      else if (isCredit(block)) this.part(this.source(block, this.scope));
      else this.top(block);
    }
    this.part(`</${name}>`);
  }

  /** The name of an element, as its tag says it. */
  private named(ids: readonly string[]): string {
    const name = this.anchors.nameOf(ids);
    return name === undefined ? '' : ` id="${name}"`;
  }

  /** From where a quotation is. */
  private source({ c: [, blocks] }: Extract<Block, { t: 'Div' }>, scope: Scope): string {
    return `— ${this.line(this.flattened(blocks), scope).replace(/^—\s*/, '')}`;
  }

  private line(inlines: readonly Inline[], scope = this.scope): string {
    return this.inlines.write(inlines, { ...scope, isOneLine: true });
  }

  private boldLine(inlines: readonly Inline[], scope: Scope): string {
    const isStrong = inlines.length === 1 && inlines[0]?.t === 'Strong';
    return this.inlines.write(isStrong ? inlines : [{ t: 'Strong', c: inlines }], scope);
  }

  /** A block, as the texts between which an empty line stands. */
  private block(block: Block, place: Place): string[] {
    switch (block.t) {
      case 'Plain':
      case 'Para':
        return this.paragraph(block.c, place);
      case 'Header':
        this.remarks.add('a heading within another block became a bold line', wordsOf(block.c[2]));
        return [this.boldLine(block.c[2], place.scope)];
      case 'LineBlock':
        return [this.verse(block.c, place.scope)];
      case 'CodeBlock':
        return this.code(block.c[0], block.c[1]);
      case 'RawBlock':
        return this.raw(block.c[0], block.c[1]);
      case 'BlockQuote':
        return this.deeper(block, place, (inner) =>
          this.blocks(block.c, inner)
            .join('\n\n')
            .split('\n')
            .map((line) => (line === '' ? '>' : `> ${line}`))
            .join('\n'),
        );
      case 'BulletList':
        return this.deeper(block, place, (inner) => this.list(block.c, inner, () => '- '));
      case 'OrderedList': {
        const [[start, style], items] = block.c;
        if (style.t !== 'Decimal' && style.t !== 'DefaultStyle' && style.t !== 'Example')
          this.remarks.add('a list with letters or Roman numbers counts with numbers', linesOf(items[0] ?? [])[0]);
        return this.deeper(block, place, (inner) => this.list(items, inner, (index) => `${start + index}. `));
      }
      case 'DefinitionList':
        return this.definitions(block.c, place.scope);
      case 'HorizontalRule':
        return ['***'];
      case 'Figure':
      case 'Table':
        this.remarks.add(
          `a ${block.t.toLowerCase()} within another block stands behind it`,
          linesOf(block.c[1][1]).join(' '),
        );
        this.lifted.push(...this.display(block));
        return [];
      case 'Div':
        return isCredit(block) && place.nested > 0 ? [this.source(block, place.scope)] : this.blocks(block.c[1], place);
      default:
        return unhandled(block);
    }
  }

  private blocks(blocks: readonly Block[], place: Place): string[] {
    return blocks.flatMap((block, index) => {
      const texts = this.block(block, place);
      const before = blocks[index - 1];
      // Two lists that follow one another would be one.
      const isSame = before && before.t === block.t && (block.t === 'BulletList' || block.t === 'OrderedList');
      return isSame ? texts.map((text) => text.replaceAll(/^- /gm, '* ').replaceAll(/^(\d+)\. /gm, '$1) ')) : texts;
    });
  }

  private deeper(block: Block, { scope, nested }: Place, write: (inner: Place) => string): string[] {
    if (nested >= mostNested) {
      this.remarks.add('a list or quotation too deep in others is plain paragraphs', linesOf([block])[0]);
      return linesOf([block]).map((line) => this.inlines.write([{ t: 'Str', c: line }], scope));
    }
    const text = write({ scope, nested: nested + 1 });
    return text.replaceAll('>', '').trim() === '' ? [] : [text];
  }

  /** Running text; what stands on a line of its own, formulas and images, is taken out of it. */
  private paragraph(inlines: readonly Inline[], place: Place): string[] {
    const texts: string[] = [];
    let run: Inline[] = [];
    const endRun = () => {
      const text = this.inlines.write(run, place.scope);
      if (text !== '') texts.push(text.split('\n').map(escapeLineStart).join('\n'));
      run = [];
    };
    const images: Extract<Inline, { t: 'Image' }>[] = [];
    const visit = (inline: Inline, isTop: boolean) => {
      if (inline.t === 'Math' && inline.c[0].t === 'DisplayMath') {
        endRun();
        texts.push(this.formula(inline.c[1], []));
      } else if (inline.t === 'Span' && inline.c[1].some((one) => one.t === 'Math' && one.c[0].t === 'DisplayMath')) {
        for (const one of inline.c[1]) {
          if (one.t !== 'Math') visit(one, false);
          else {
            endRun();
            texts.push(this.formula(one.c[1], [inline.c[0][0]]));
          }
        }
      } else if (inline.t === 'Image') images.push(inline as Extract<Inline, { t: 'Image' }>);
      else if (inline.t === 'Link' && isTop && inline.c[1].some((one) => one.t === 'Image'))
        for (const one of inline.c[1]) visit(one, false);
      else run.push(inline);
    };
    for (const inline of inlines) visit(inline, true);
    const isAlone = run.every((one) => one.t === 'Space' || one.t === 'SoftBreak' || one.t === 'LineBreak');
    endRun();
    for (const image of images) {
      if (!isAlone) this.remarks.add('a picture within a paragraph stands behind it', wordsOf(inlines));
      // A picture of a formula has no caption and says what nobody can read out of it.
      const display = this.figure([image], [], image.c[0][0] === '' ? [] : [image.c[0][0]]);
      if (place.nested === 0 && isAlone && !this.isInNote && place.scope.language === this.language)
        texts.push(display);
      else this.lifted.push(display);
    }
    return texts;
  }

  private formula(written: string, ids: readonly string[]): string {
    const labels = [...ids.filter((id) => id !== ''), ...labelsIn(written)];
    const name = this.anchors.nameOf(labels);
    // A formula that has a number has it by its name here.
    const tex = tidyTex(written)
      .replace(/\\(?:nonumber|notag)\b/g, '')
      .replace(/^\\begin\{(equation|displaymath|math)\*?\}([\s\S]*)\\end\{\1\*?\}$/, '$2')
      // On a line of its own, where each row would have a number, it has one for all.
      .replace(/\\(begin|end)\{(?:align|flalign|eqnarray)\*?\}/g, '\\$1{aligned}')
      .replace(/\\(begin|end)\{(?:gather|multline)\*?\}/g, '\\$1{gathered}')
      .trim();
    if (troublesOfFormula(tex, true).length > 0) {
      this.remarks.add('a formula that the edition cannot read stands as code', tex);
      return this.fenced('tex', tex);
    }
    this.inlines.counts.formulas += 1;
    return this.fenced(name === undefined ? 'math' : `math ${name}`, tex);
  }

  private fenced(head: string, value: string): string {
    const longest = Math.max(2, ...(value.match(/^`+/gm) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${head}\n${value.replace(/^\n+|\s+$/g, '')}\n${fence}`;
  }

  private code([id, classes]: Attr, value: string): string[] {
    const [language = ''] = classes.map((one) => one.replace(/^\{|\}$/g, ''));
    if (value.trim() === '') return [];
    if (language === 'math') return [this.formula(value, [])];
    const isName = /^[A-Za-z0-9+#._-]+$/.test(language) && language !== 'verse';
    const name = this.anchors.nameOf([id]);
    // A name stands behind the word of the fence.
    const word = isName ? language : name === undefined ? '' : 'text';
    return [this.fenced(name === undefined ? word : `${word} ${name}`, value)];
  }

  private raw(format: string, text: string): string[] {
    const reference = texReference(text);
    if (reference || /^\\(?:label|maketitle|newpage|clearpage|tableofcontents|pagebreak|appendix)\b/.test(text.trim()))
      return [];
    if (format === 'html' && /^\s*<!--[\s\S]*-->\s*$/.test(text)) this.remarks.add('a comment was left out', text);
    else if (format === 'html' && /^\s*<\/?[a-z][^>]*>\s*$/i.test(text))
      this.remarks.add('a tag of HTML was left out, the words in it stayed', text);
    else this.remarks.add(`a piece of ${format} was left out`, text);
    return [];
  }

  private verse(lines: readonly (readonly Inline[])[], scope: Scope): string {
    const name = this.anchors.nameOf([markIn(lines[0] ?? [], 'verse') ?? '']);
    const texts = lines.map((line) => {
      const credit = creditIn(line);
      if (credit) return `— ${this.line(credit, scope)}`;
      return this.line(line, scope)
        .replaceAll(/(^|\s)\/(?=\s|$)/g, '$1\\/')
        .replaceAll(caesura, '/')
        .replace(/^—/, '\\—');
    });
    return this.fenced(name === undefined ? 'verse' : `verse ${name}`, texts.join('\n'));
  }

  private list(items: readonly (readonly Block[])[], inner: Place, markOf: (index: number) => string): string {
    let index = -1;
    const texts = items.flatMap((item) => {
      const blocks = this.blocks(item, inner);
      if (blocks.length === 0) return [];
      index += 1;
      const mark = markOf(index);
      const indent = ' '.repeat(mark.length);
      const lines = blocks.join('\n\n').split('\n');
      return [
        {
          text: lines
            .map((line, at) => (at === 0 ? `${mark}${line}` : line === '' ? '' : `${indent}${line}`))
            .join('\n'),
          blocks: blocks.length,
        },
      ];
    });
    if (texts.length < items.length)
      this.remarks.count('an empty item of a list was left out', items.length - texts.length);
    return texts.map(({ text }) => text).join(texts.some(({ blocks }) => blocks > 1) ? '\n\n' : '\n');
  }

  private definitions(
    entries: readonly (readonly [readonly Inline[], readonly (readonly Block[])[]])[],
    scope: Scope,
  ): string[] {
    return entries.flatMap(([term, meanings]) => {
      const said = meanings.flatMap((blocks) => {
        const flat = this.flattened(blocks, 'a definition of several blocks is one paragraph');
        const text = this.line(flat, scope);
        return text === '' ? [] : [`: ${text}`];
      });
      const name = escapeLineStart(this.line(term, scope));
      return said.length === 0 ? [name] : [[name, ...said].join('\n')];
    });
  }

  /** Blocks as running text: their words stay, with a space between two. */
  private flattened(blocks: readonly Block[], what?: string): Inline[] {
    const simple = blocks.filter((block) => block.t !== 'RawBlock');
    if (what !== undefined && simple.length > 1) this.remarks.add(what, linesOf(simple).join(' '));
    return simple.flatMap((block, index): Inline[] => {
      const inner: Inline[] =
        block.t === 'Para' || block.t === 'Plain'
          ? [...block.c]
          : block.t === 'Div'
            ? this.flattened(block.c[1])
            : block.t === 'Header'
              ? [...block.c[2]]
              : block.t === 'BulletList'
                ? block.c.flatMap((item, at): Inline[] => [
                    ...(at > 0 ? [{ t: 'Space' } as const] : []),
                    ...this.flattened(item),
                  ])
                : block.t === 'OrderedList'
                  ? block.c[1].flatMap((item, at): Inline[] => [
                      ...(at > 0 ? [{ t: 'Space' } as const] : []),
                      ...this.flattened(item),
                    ])
                  : [{ t: 'Str', c: linesOf([block]).join(' ') }];
      return index > 0 && inner.length > 0 ? [{ t: 'Space' }, ...inner] : inner;
    });
  }

  private note(blocks: readonly Block[]): string {
    const name = nameOfNote(blocks);
    const known = name === undefined ? undefined : this.noteNumbers.get(name);
    if (known !== undefined) return `[^${known}]`;
    const number = this.notes.length + 1;
    if (name !== undefined) this.noteNumbers.set(name, number);
    // Its place is kept: a note may hold what calls no other, but is read after it.
    this.notes.push('');
    this.isInNote = true;
    const texts = this.blocks(blocks, { scope: { ...this.scope, isInNote: true }, nested: 0 });
    this.isInNote = false;
    if (texts.length === 0) {
      this.remarks.add('an empty note was left out');
      this.notes.pop();
      return '';
    }
    const lines = texts.join('\n\n').split('\n');
    this.notes[number - 1] = lines
      .map((line, index) => (index === 0 ? `[^${number}]: ${line}` : line === '' ? '' : `    ${line}`))
      .join('\n');
    return `[^${number}]`;
  }

  private display(block: Extract<Block, { t: 'Figure' | 'Table' }>): string[] {
    if (block.t === 'Table') return [this.table(block.c, block.c[1][1], idsOfDisplay(block))];
    const [, [, caption], content] = block.c;
    const images = content.flatMap(imagesIn);
    const tables = content.flatMap(tablesIn);
    const ids = idsOfDisplay(block);
    const [first, ...others] = tables;
    if (first) {
      if (images.length > 0)
        this.remarks.add('the picture of a table was left out; its cells came in', linesOf(caption).join(' '));
      return [
        this.table(first.c, caption.length > 0 ? caption : first.c[1][1], ids),
        ...others.map((table) => this.table(table.c, table.c[1][1], [])),
      ];
    }
    if (images.length > 0) return [this.figure(images, caption, ids)];
    // A figure of other things: code, text.
    this.remarks.add('a figure without a picture is a box', linesOf(caption).join(' '));
    const inner = [...caption, ...content].flatMap((one) => this.block(one, { scope: this.scope, nested: 1 }));
    return inner.length === 0 ? [] : [`<Box${this.named(ids)}>`, ...inner, '</Box>'];
  }

  private caption(blocks: readonly Block[], kind: string, scope = this.scope): string {
    const text = this.line(this.flattened(blocks), scope);
    const found = captionLabel.exec(text);
    if (!found) return escapeLineStart(text);
    const rest = text.slice(found[0].length);
    const opened = found[1] !== undefined && found[3] === undefined ? found[1] : '';
    this.remarks.count(`the number of a ${kind} was taken out of its caption: the edition counts`);
    return escapeLineStart(`${opened}${rest}`);
  }

  private figure(
    images: readonly Extract<Inline, { t: 'Image' }>[],
    caption: readonly Block[],
    ids: readonly string[],
  ): string {
    const { words: own, credits } = captionedIn(caption);
    const text = this.caption(own, 'figure');
    const said = linesOf(own).join(' ').replace(/\s+/g, ' ').trim();
    const altOf = ([attr, words]: Extract<Inline, { t: 'Image' }>['c']) => {
      const alt = (attributeOf(attr, 'alt') ?? attributeOf(attr, 'fig-alt') ?? wordsOf(words))
        .replace(/\s+/g, ' ')
        .trim();
      // What only repeats the caption says nothing to those who do not see.
      return alt === said || /^image\d*$/i.test(alt) ? '' : alt;
    };
    const credit = credits.map(({ c: [, blocks] }) => this.line(this.flattened(blocks))).filter((one) => one !== '');
    const licence = credits.map(({ c: [attr] }) => attributeOf(attr, 'licence')).find((one) => one !== undefined);
    const id = [
      this.named(ids),
      ...(credit.length > 0 ? [` credit="${escapeAttribute(credit.join('; '))}"`] : []),
      ...(licence === undefined ? [] : [` licence="${escapeAttribute(licence)}"`]),
    ].join('');
    const [only] = images;
    const lines =
      images.length === 1 && only
        ? [
            `<Figure${id} src="files/${this.figures.nameOf(only.c[2][0])}"${altOf(only.c) === '' ? '' : ` alt="${escapeAttribute(altOf(only.c))}"`}>`,
          ]
        : [
            `<Figure${id}>`,
            ...images.map(
              (image) =>
                `![${this.line([{ t: 'Str', c: altOf(image.c) }])}](files/${this.figures.nameOf(image.c[2][0])})`,
            ),
          ];
    return [...lines, ...(text === '' ? [] : [text]), '</Figure>'].join('\n\n');
  }

  private table(content: TableContent, caption: readonly Block[], ids: readonly string[]): string {
    const { words: own, credits, notes } = captionedIn(caption);
    const names = namesOfNotes(notes);
    const scope = { ...this.scope, tableNotes: names };
    const grid = gridOf(content, (cell, isBold) => {
      const flat = this.flattened(cell, 'a cell of several paragraphs is one line');
      const words: readonly Inline[] =
        isBold && !flat.some((one) => one.t === 'Strong') ? [{ t: 'Strong', c: flat }] : flat;
      return this.inlines.write(words, { ...scope, isOneLine: true, isCell: true });
    });
    const text = this.caption(own, 'table', scope);
    const markdown = markdownOf(grid);
    const called = notes.filter(({ id }) => `${text}${markdown}`.includes(`[^${names.get(id)}]`));
    // What no cell calls stands below the table, behind its sign.
    const others = notes.filter((note) => !called.includes(note));
    if (grid.parted > 0)
      this.remarks.add(
        'cells of the first row went down into others; they are cells of their own',
        linesOf(own).join(' '),
      );
    if (grid.isHeadless)
      this.remarks.add('a table has no head; its first row is taken for one', linesOf(own).join(' '));
    const credit = this.line([...others.flatMap(signedNote), ...this.flattened(credits)]);
    return [
      `<Table${this.named(ids)}>`,
      ...(text === '' ? [] : [text]),
      markdown,
      ...called.map(({ id, blocks }) => `[^${names.get(id)}]: ${this.line(this.flattened(blocks))}`),
      ...(credit === '' ? [] : [escapeLineStart(credit)]),
      '</Table>',
    ].join('\n\n');
  }
}

const imagesIn = (block: Block): Extract<Inline, { t: 'Image' }>[] => {
  if (block.t === 'Div') return block.c[1].flatMap(imagesIn);
  if (block.t === 'Figure') return block.c[2].flatMap(imagesIn);
  if (block.t !== 'Plain' && block.t !== 'Para') return [];
  const find = (inline: Inline): Extract<Inline, { t: 'Image' }>[] => {
    if (inline.t === 'Image') return [inline as Extract<Inline, { t: 'Image' }>];
    return inline.t === 'Link' || inline.t === 'Span' ? inline.c[1].flatMap(find) : [];
  };
  return block.c.flatMap(find);
};

/** What the edition calls a part that has no title. */
function usualTitles(kind: PartKind, language: ManuscriptLanguage): readonly string[] {
  return kind === 'acknowledgements' || kind === 'glossary' ? [localeOf(language)[kind]] : [];
}

/** The name of a note, which its first paragraph begins with. */
function nameOfNote([first]: readonly Block[]): string | undefined {
  return first?.t === 'Para' || first?.t === 'Plain' ? markIn(first.c, 'note') : undefined;
}

/** The words of a line of verse that says from where it is. */
const creditIn = (line: readonly Inline[]): readonly Inline[] | undefined => {
  const [only, ...others] = line;
  return only?.t === 'Span' && others.length === 0 && only.c[0][1].includes('attrib') ? only.c[1] : undefined;
};

/** What each note of a table is called by: its sign, if the edition prints it, and no other has it. */
function namesOfNotes(notes: readonly TreeTableNote[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    notes.map(({ id, sign }, index) => {
      const isSign = /^(?:\p{L}|الف|[^\p{L}\p{N}\s[\]]{1,3})$/u.test(sign) && !taken.has(sign);
      const name = isSign ? sign : `n${index + 1}`;
      taken.add(name);
      return [id, name];
    }),
  );
}

/** A note of a table as running text behind its sign. */
const signedNote = ({ sign, blocks }: TreeTableNote): Inline[] => {
  const words = linesOfNote(blocks);
  return [...(sign === '' ? [] : [{ t: 'Superscript', c: [{ t: 'Str', c: sign }] } as const, space]), ...words, space];
};

const space = { t: 'Space' } as const;

const linesOfNote = (blocks: readonly Block[]): Inline[] =>
  blocks.flatMap((block) => (block.t === 'Para' || block.t === 'Plain' ? [...block.c] : []));

const tablesIn = (block: Block): Extract<Block, { t: 'Table' }>[] =>
  block.t === 'Table' ? [block] : block.t === 'Div' ? block.c[1].flatMap(tablesIn) : [];
