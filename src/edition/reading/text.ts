/**
 * Reads the file of one version, `VERSION.mdx`, into blocks, notes and apparatus.
 *
 * A line of Markdown is a line of the file: every fault names the line on which it stands.
 */
import type {
  Blockquote,
  Code,
  FootnoteDefinition,
  Image,
  Heading as MdHeading,
  List as MdList,
  Paragraph as MdParagraph,
  Table as MdTable,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { Fault } from '../../faults.ts';
import type { Language, Localised } from '../../text/languages.ts';
import { type ArticleFile, fileAddress, type ImageFile, isFileName } from '../article-files.ts';
import { isolateLatin } from '../isolate.ts';
import { labelOf } from '../labels.ts';
import {
  type Abstract,
  anchorsOf,
  type Block,
  type DisplayedFormula,
  type Figure,
  type FigureLicence,
  type Heading,
  type Inline,
  type LineRange,
  type List,
  type Note,
  type Paragraph,
  type Picture,
  plainText,
  type Quotation,
  type Reading,
  type Remark,
  runningTexts,
  type Table,
  textsOfNote,
  type Version,
  walkInlines,
} from '../model.ts';
import type { ArticleFiles } from './article-files.ts';
import { type JsxNode, jsxOf, lineOf, readMarkdown } from './markdown.ts';
import { type Marked, readLines, readMarks, troublesOfFormula } from './marks.ts';
import { type ApparatusFile, apparatusSchema } from './schemas.ts';
import { refusalOf, straysOf } from './strays.ts';
import { faultsOfCharacters, readYaml } from './yaml.ts';

/** What the file of a version holds; the rest of a version comes from `versions.yaml`. */
export type VersionText = Pick<
  Version,
  'abstracts' | 'body' | 'notes' | 'readings' | 'remarks' | 'citations' | 'decodings' | 'accounted' | 'files' | 'open'
>;

const emptyApparatus: ApparatusFile = apparatusSchema.parse({});

/**
 * @param mdx the text of the file
 * @param file its path, to name in faults
 * @param language the language of the body
 * @param status rules that have become stricter since meet drafts alone: what is released cannot be fixed
 * @param files what the article's folder of files holds
 * @returns the text, and what is wrong with it; a text with faults must not be used
 */
export function readVersionText(
  mdx: string,
  file: string,
  language: Language,
  status: Version['status'] = 'draft',
  files: ArticleFiles = new Map(),
): { text: VersionText; faults: Fault[] } {
  const faults: Fault[] = [];
  const strays = status === 'draft' ? straysOf(mdx, file) : { faults: [], readable: mdx };
  faults.push(...strays.faults);
  const root = readMarkdown(strays.readable, file, faults);
  const reader = new VersionReader(file, language, status === 'draft', faults, files);
  return { text: reader.read(root), faults };
}

/** Lists and quotations in one another: deeper ones leave no room for words on a phone. */
const mostNested = 6;

/** In what a block stands. */
interface Surroundings {
  /** With what the ids of paragraphs begin, which have no number then; in the body they have. */
  readonly inside?: string | undefined;
  /** The block that is one with all in it (`FlatBlock`): in it are the notes, readings and citations. */
  readonly home?: string | undefined;
  readonly language: Language;
  /** In how many lists and quotations. */
  readonly nested: number;
}

class VersionReader {
  readonly file: string;
  readonly language: Language;
  readonly isDraft: boolean;
  readonly faults: Fault[];

  private apparatus: ApparatusFile = emptyApparatus;
  private isApparatusRead = true;
  private apparatusLine: (path: readonly PropertyKey[]) => number = () => 1;
  private readonly definitions = new Map<string, FootnoteDefinition>();
  private citations = 0;
  /** In the order in which the text calls them first. */
  private readonly calls = new Map<string, { readonly line: number; readonly blocks: readonly string[] }>();
  private readonly readings: Reading[] = [];
  private readonly remarks: Remark[] = [];
  private readonly ids = new Set<string>();
  private block = '';
  /** Whether the note that is being read says that its text is lost. */
  private isLost = false;
  private paragraphs = 0;
  private sections = 0;
  private subsections = 0;
  private parts = 0;
  /** The level of the heading before. */
  private level = 1;
  /** How many paragraphs without a number, or headings, begin with that id. */
  private readonly inside = new Map<string, number>();
  private lists = 0;
  private readonly counts = { table: 0, figure: 0 };
  private readonly files: ArticleFiles;
  private readonly used = new Map<string, ArticleFile>();
  private readonly open: Fault[] = [];
  private readonly formulas = { named: 0, others: 0 };
  /** The anchors of the parts that have names, by these. */
  private readonly names = new Map<string, string>();
  private readonly references: { readonly target: string; readonly line: number }[] = [];

  constructor(file: string, language: Language, isDraft: boolean, faults: Fault[], files: ArticleFiles) {
    this.file = file;
    this.language = language;
    this.isDraft = isDraft;
    this.faults = faults;
    this.files = files;
  }

  read(root: Root): VersionText {
    const content = root.children.filter((node) => !this.takeAside(node));
    this.readNames(content);
    const abstracts: Abstract[] = [];
    const body: Block[] = [];
    for (const node of content) {
      const jsx = jsxOf(node);
      if (jsx?.name === 'Abstract') abstracts.push(this.readAbstract(jsx));
      else body.push(...this.readBlock(node, { language: this.language, nested: 0 }));
    }
    const notes = this.readNotes();
    this.checkApparatusIsUsed();
    this.checkReferences(body);
    const texts = [...abstracts.flatMap((abstract) => abstract.blocks), ...body].flatMap(runningTexts);
    const inlines = [...texts, ...notes.flatMap(textsOfNote)].flatMap((text) => [...walkInlines(text)]);
    return {
      abstracts,
      body,
      notes,
      readings: this.readings,
      remarks: this.remarks,
      citations: inlines.filter((inline) => inline.type === 'citation'),
      decodings: this.apparatus.decoded.flatMap(({ reason, numbers }) =>
        Object.entries(numbers).map(([source, text]) => ({ source, text, reason })),
      ),
      accounted: this.apparatus.lines.map(({ lines, as }) => ({ lines: readLines(lines.replaceAll(' ', '')), as })),
      files: [...this.used.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      open: this.open,
    };
  }

  private fault(line: number, what: string, fix: string): void {
    this.faults.push({ file: this.file, line, what, fix });
  }

  /** Reads the names that figures, tables and formulas have, before the text refers to them. */
  private readNames(content: readonly RootContent[]): void {
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
        this.fault(lineOf(jsx), `"${name}" is not a name`, 'write lower-case words joined by hyphens, such as fig-map');
      if (this.names.has(name)) this.fault(lineOf(jsx), `the name "${name}" is given twice`, 'give each part its own');
      this.names.set(name, `${kind}${counts[kind]}`);
    }
  }

  /** The part that a cross reference names: by the name that it was given, or by its anchor on the page. */
  private readReference(name: string, line: number): { target: string; label: string } | undefined {
    const target = this.names.get(name) ?? name;
    const label = labelOf(target, this.language);
    if (label !== undefined) {
      this.references.push({ target, line });
      return { target, label };
    }
    const known = [...this.names.keys()].map((one) => `#${one}`).join(', ');
    this.fault(
      line,
      `nothing is called "#${name}"`,
      `${known === '' ? 'give the figure, table or formula a name' : `write one of ${known}`}; a paragraph is #p12, a section #s2, its part #s2-1`,
    );
    return undefined;
  }

  /** Every cross reference leads somewhere. */
  private checkReferences(body: readonly Block[]): void {
    const ids = new Set(body.flatMap(anchorsOf));
    for (const { target, line } of this.references)
      if (!ids.has(target)) this.fault(line, `the text has no ${target}`, 'correct the reference');
  }

  /** What a draft may lack and a released version may not. */
  private lacks(line: number, what: string, fix: string): void {
    if (this.isDraft) this.open.push({ file: this.file, line, what, fix });
    else this.fault(line, what, fix);
  }

  /** Puts notes and the apparatus by; they are read when the text refers to them. */
  private takeAside(node: RootContent): boolean {
    if (node.type === 'footnoteDefinition') {
      if (this.definitions.has(node.identifier)) {
        this.fault(lineOf(node), `the note [^${node.identifier}] is defined twice`, 'give each note a name of its own');
      }
      this.definitions.set(node.identifier, node);
      return true;
    }
    if (node.type !== 'code' || node.lang === 'math') return false;
    this.readApparatus(node);
    return true;
  }

  private readApparatus(node: Code): void {
    if (node.lang !== 'yaml' || node.meta !== 'apparatus') {
      this.fault(
        lineOf(node),
        'code blocks are not allowed in a text',
        'the apparatus is a fence that opens with ```yaml apparatus',
      );
      return;
    }
    if (node.position?.end.line === node.position?.start.line || (node.position?.end.column ?? 0) !== 4) {
      this.fault(lineOf(node), 'the apparatus is not closed', 'end it with a line of three backticks');
    }
    const result = readYaml(node.value, apparatusSchema, this.file, lineOf(node) + 1);
    if ('faults' in result) {
      this.faults.push(...result.faults);
      this.isApparatusRead = false;
      return;
    }
    if (this.isDraft) this.faults.push(...faultsOfCharacters(result.value, this.file, result.lineOf));
    this.apparatus = result.value;
    this.apparatusLine = result.lineOf;
  }

  private readAbstract(jsx: JsxNode): Abstract {
    const line = lineOf(jsx);
    const attributes = this.attributesOf(jsx, ['lang', 'kind']);
    const language = attributes.get('lang') === 'en' ? 'en' : 'fa';
    if (!['fa', 'en'].includes(attributes.get('lang') ?? '')) {
      this.fault(line, 'the abstract does not say its language', 'write <Abstract lang="fa"> or <Abstract lang="en">');
    }
    const kind = attributes.get('kind') ?? 'abstract';
    if (kind !== 'abstract' && kind !== 'extended') {
      this.fault(line, `"${kind}" is not a kind of abstract`, 'write kind="extended" or leave it out');
    }
    const id = kind === 'extended' ? `abstract-${language}-extended` : `abstract-${language}`;
    this.claim(id, line);
    const blocks = jsx.children.flatMap((child) =>
      child.type === 'heading'
        ? [this.readPart(child, id, language)]
        : this.readBlock(child, { inside: id, language, nested: 0 }),
    );
    return { id, language, kind: kind === 'extended' ? 'extended' : 'abstract', blocks };
  }

  /** The heading of a part of an abstract. */
  private readPart(node: MdHeading, inside: string, language: Language): Heading {
    const line = lineOf(node);
    if (node.depth !== 3)
      this.fault(line, `a heading of level ${node.depth} in an abstract`, 'write ### for its parts');
    const id = this.next(`${inside}-s`);
    return { type: 'heading', id, line, depth: 3, ...this.running(node.children, id, language) };
  }

  /** The next id that begins so: `fn1-p1`, `fn1-p2`. */
  private next(start: string): string {
    const number = (this.inside.get(start) ?? 0) + 1;
    this.inside.set(start, number);
    return `${start}${number}`;
  }

  private readBlock(node: RootContent, where: Surroundings): Block[] {
    const line = lineOf(node);
    switch (node.type) {
      case 'heading':
        return [this.readHeading(node, where)];
      case 'paragraph':
        return [this.readParagraph(node, where)];
      case 'blockquote':
        return this.nest(line, where, (deeper) => [this.readQuotation(node, deeper)]);
      case 'list':
        return this.nest(line, where, (deeper) => [this.readList(node, deeper)]);
      case 'code':
        return node.lang === 'math' ? [this.readFormula(node)] : this.refuse(node);
      case 'table':
        this.fault(
          line,
          'a table that is in no <Table> or <Figure>',
          'put it between <Table> and </Table>, with its caption above it',
        );
        return [];
      default: {
        const jsx = jsxOf(node);
        if (jsx?.name !== 'Table' && jsx?.name !== 'Figure') return this.refuse(node);
        if (where.nested > 0 || where.inside !== undefined) {
          this.fault(line, `<${jsx.name}> inside another block`, 'put it between the blocks of the body');
          return [];
        }
        if (jsx.name === 'Figure' && !jsx.children.some((child) => child.type === 'table'))
          return [this.readFigure(jsx)];
        return [this.readTable(jsx)];
      }
    }
  }

  /** Reads a block that is in one list or quotation more, unless these are too many. */
  private nest(line: number, where: Surroundings, read: (deeper: Surroundings) => Block[]): Block[] {
    if (where.nested < mostNested) return read({ ...where, nested: where.nested + 1 });
    this.fault(
      line,
      `lists or quotations stand more than ${mostNested} deep in one another`,
      'end some of them before this line, or indent it less',
    );
    return [];
  }

  private readHeading(node: MdHeading, { inside, nested }: Surroundings): Heading {
    const line = lineOf(node);
    if (inside !== undefined || nested > 0)
      this.fault(line, 'a heading inside another block', 'put it between the blocks of the body');
    const { depth } = node;
    if (depth !== 2 && depth !== 3 && depth !== 4) {
      this.fault(
        line,
        `a heading of level ${depth}`,
        'write ## for a section, ### for a part of it and #### for a part of that',
      );
    } else if (this.isDraft && depth > this.level + 1) {
      this.fault(
        line,
        `a heading of level ${depth} comes after one of level ${this.level}`.replace(
          ' comes after one of level 1',
          ' comes before any section',
        ),
        `write ${'#'.repeat(this.level + 1)}, or the heading between the two`,
      );
    }
    this.level = depth;
    const own = depth === 3 || depth === 4 ? depth : 2;
    const id = this.sectionId(own);
    return { type: 'heading', id, line, depth: own, ...this.running(node.children, id, this.language) };
  }

  /** `s2`, `s2-1`, `s2-1-3`. */
  private sectionId(depth: Heading['depth']): string {
    if (depth === 2) {
      this.subsections = 0;
      this.parts = 0;
      this.sections += 1;
      return `s${this.sections}`;
    }
    if (depth === 3) {
      this.parts = 0;
      this.subsections += 1;
      return `s${this.sections}-${this.subsections}`;
    }
    this.parts += 1;
    return `s${this.sections}-${this.subsections}-${this.parts}`;
  }

  private readQuotation(node: Blockquote, where: Surroundings): Quotation {
    const id = this.unused(where.inside === undefined ? `q${this.paragraphs + 1}` : this.next(`${where.inside}-q`));
    const blocks = node.children.flatMap((child) => this.readBlock(child, where));
    if (blocks.length === 0) this.fault(lineOf(node), 'an empty quotation', 'write its text, or remove the >');
    return { type: 'quotation', id, line: lineOf(node), blocks, source: blocks.flatMap((block) => block.source) };
  }

  private readList(node: MdList, where: Surroundings): List {
    const id = `list${++this.lists}`;
    const within: Surroundings = { ...where, inside: id, home: where.home ?? id };
    const items = node.children.map((item) => {
      if (item.children.length === 0)
        this.fault(lineOf(item), 'an empty item of a list', 'write its text, or remove it');
      return item.children.flatMap((child) => this.readBlock(child, within));
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

  /** The id, or, where two quotations would have it, with a number behind it. */
  private unused(id: string): string {
    const own = this.ids.has(id) ? this.next(`${id}-`) : id;
    this.ids.add(own);
    return own;
  }

  /** A fence ```` ```math ````; with a name, ```` ```math eq-heat ````, it has a number and can be referred to. */
  private readFormula(node: Code): DisplayedFormula {
    const line = lineOf(node);
    const name = node.meta?.trim() || undefined;
    if (name !== undefined && !/^eq-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
      this.fault(line, `"${name}" is no name of a formula`, 'write eq- and lower-case letters, as in ```math eq-heat');
    if (name !== undefined) this.claim(name, line);
    if (node.position?.end.line === line || (node.position?.end.column ?? 0) < 4)
      this.fault(line, 'the formula is not closed', 'end it with a line of three backticks');
    for (const { what, fix } of troublesOfFormula(node.value, true)) this.fault(line, what, fix);
    const number = name === undefined ? undefined : ++this.formulas.named;
    const id = number === undefined ? `formula${++this.formulas.others}` : `eq${number}`;
    return {
      type: 'formula',
      id,
      line,
      tex: node.value.trim(),
      source: [],
      ...(name === undefined ? {} : { name, number }),
    };
  }

  private refuse(node: RootContent): never[] {
    const name = jsxOf(node)?.name;
    const { what, fix } = name
      ? { what: `the element <${name}> is unknown`, fix: 'use <Abstract>, <Table> and <Figure>, or plain Markdown' }
      : refusalOf(node.type);
    this.fault(lineOf(node), what, fix);
    return [];
  }

  private readTable(jsx: JsxNode): Table {
    const line = lineOf(jsx);
    const attributes = this.attributesOf(jsx, ['id', 'source']);
    const kind = jsx.name === 'Figure' ? 'figure' : 'table';
    const number = ++this.counts[kind];
    const id = kind === 'figure' ? `fig${number}` : `table${number}`;
    const at = jsx.children.findIndex((child) => child.type === 'table');
    const table = jsx.children[at] as MdTable | undefined;
    if (!table)
      this.fault(
        line,
        `<${jsx.name}> has no table`,
        'write a Markdown table between an empty line above and one below',
      );
    const inline = (nodes: readonly PhrasingContent[]) => this.readInline(nodes, id, this.language).children;
    const text = (nodes: readonly RootContent[]) =>
      nodes.flatMap((child) => (child.type === 'paragraph' ? inline(child.children) : this.refuse(child)));
    const caption = text(jsx.children.slice(0, Math.max(0, at)));
    const rows = (table?.children ?? []).map((row) => row.children.map((cell) => inline(cell.children)));
    const credit = text(jsx.children.slice(at + 1));
    const [header = [], ...body] = rows;
    this.claim(id, line);
    const label = attributes.has('id') ? labelOf(id, this.language) : undefined;
    if (label !== undefined) this.checkCaption(caption, label, line);
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
      source: this.sourceAttribute(attributes, line),
    };
  }

  /**
   * A figure of one image, which `src` names, or of several, each a line such as `![what it shows](files/a.png)`; what else stands in
   * it is its caption.
   */
  private readFigure(jsx: JsxNode): Figure {
    const line = lineOf(jsx);
    const attributes = this.attributesOf(jsx, ['id', 'source', 'src', 'alt', 'credit', 'licence'], ['decorative']);
    const number = ++this.counts.figure;
    const id = `fig${number}`;
    this.claim(id, line);
    const isDecorative = attributes.has('decorative');
    const src = attributes.get('src');
    const panels = jsx.children.flatMap((child) => imagesOf(child) ?? []);
    if ((src === undefined) === (panels.length === 0))
      this.fault(
        line,
        src === undefined ? '<Figure> has neither an image nor a table' : '<Figure> names an image and holds others',
        'write src="files/NAME" and alt="…" for one image, or for several a line ![what it shows](files/NAME) for each inside it',
      );
    const pictures =
      src === undefined
        ? panels.map((image) => this.readPicture(image.url, image.alt ?? '', isDecorative, lineOf(image)))
        : [this.readPicture(src, attributes.get('alt') ?? '', isDecorative, line)];
    const caption = jsx.children
      .filter((child) => imagesOf(child) === undefined)
      .flatMap((child) =>
        child.type === 'paragraph' ? [this.readInline(child.children, id, this.language)] : this.refuse(child),
      );
    const label = labelOf(id, this.language) as string;
    const [first, ...others] = caption;
    if (others.length > 0) this.fault(line, 'the caption of a figure is several paragraphs', 'write it on one line');
    this.checkCaption(first?.children ?? [], label, line);
    return {
      type: 'figure',
      id,
      line,
      number,
      label,
      pictures,
      caption: first?.children ?? [],
      credit: this.readAttribute(attributes.get('credit'), id, line),
      licence: this.readLicence(attributes.get('licence'), line),
      source: [...this.sourceAttribute(attributes, line), ...(first?.source ?? [])],
    };
  }

  /** A label stands before the caption; one that says it again would print it twice. */
  private checkCaption(caption: readonly Inline[], label: string, line: number): void {
    if (plainText(caption).startsWith(label))
      this.fault(
        line,
        `the caption says "${label}", which stands before it anyway`,
        'leave the number out: figures and tables are counted in the order of the text',
      );
  }

  private readPicture(address: string, alt: string, isDecorative: boolean, line: number): Picture {
    const name = this.fileName(address, line);
    const file = name === undefined ? undefined : this.useFile(name, line);
    if (file && !file.size)
      this.fault(line, `${address} is not an image`, 'images are PNG, JPEG, WebP or SVG; a link offers any other file');
    if (isDecorative ? alt !== '' : alt.trim() === '')
      if (isDecorative) this.fault(line, `${address} is decorative and says what it shows`, 'take one of the two away');
      else
        this.lacks(
          line,
          `${address} does not say what it shows`,
          'add alt="…" (or ![…]) for readers who do not see it, or decorative if it says nothing that the text does not',
        );
    return { name: name ?? address, alt: alt.trim(), file: file?.size ? (file as ImageFile) : undefined };
  }

  /** The name of a file in the folder of the article, by its address in the text. */
  private fileName(address: string, line: number): string | undefined {
    const name = address.startsWith(fileAddress('')) ? address.slice(fileAddress('').length) : '';
    if (isFileName(name)) return name;
    this.fault(
      line,
      `"${address}" is not a file of the article`,
      'put it into the folder files/ beside the text, under a name of ASCII letters, digits, hyphens and dots, and write files/NAME',
    );
    return undefined;
  }

  /** A file that the version publishes. */
  private useFile(name: string, line: number): ArticleFile | undefined {
    const file = this.files.get(name);
    if (file === undefined)
      this.lacks(line, `${fileAddress(name)} is not there`, 'put the file there, or correct its name');
    else if ('what' in file) this.fault(line, `${fileAddress(name)} ${file.what}`, file.fix);
    else {
      this.used.set(name, file);
      return file;
    }
    return undefined;
  }

  /** Running text of an attribute, with its marks. */
  private readAttribute(text: string | undefined, block: string, line: number): Figure['credit'] {
    if (text === undefined) return [];
    // On its own line of the file, so that what is wrong in it is found there.
    const { children } = readMarkdown(`${'\n'.repeat(line - 1)}${text.trim()}\n`, this.file, this.faults);
    return children.flatMap((child) =>
      child.type === 'paragraph' ? this.readInline(child.children, block, this.language).children : this.refuse(child),
    );
  }

  /** An address names itself where it is one of Creative Commons; anything else is words. */
  private readLicence(text: string | undefined, line: number): FigureLicence | undefined {
    if (text === undefined) return undefined;
    const licence = text.trim();
    if (licence === '') {
      this.lacks(
        line,
        'the licence of the figure is not chosen yet',
        'write its address or words, or take licence away',
      );
      return undefined;
    }
    if (!/^https?:/.test(licence)) return { name: licence };
    const [, kind, number] = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)\//.exec(licence) ?? [];
    if (kind !== undefined) return { name: `CC ${kind.toUpperCase()} ${number}`, url: licence };
    if (/^https?:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\//.test(licence))
      return { name: 'CC0 1.0', url: licence };
    if (!URL.canParse(licence)) this.fault(line, `"${licence}" is not a valid address`, 'correct the address');
    return { name: licence, url: licence };
  }

  private sourceAttribute(attributes: ReadonlyMap<string, string>, line: number): LineRange[] {
    const source = attributes.get('source')?.replaceAll(' ', '');
    if (source === undefined) return [];
    if (/^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(source)) return readLines(source);
    this.fault(line, `source="${source}" names no lines`, 'write line numbers, as in source="12-15,18"');
    return [];
  }

  /** @param flags what is said by standing there, without a value */
  private attributesOf(
    jsx: JsxNode,
    known: readonly string[],
    flags: readonly string[] = [],
  ): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const { name, value } of jsx.attributes) {
      if (name !== undefined && flags.includes(name) && value === null) attributes.set(name, '');
      else if (name === undefined || !known.includes(name) || typeof value !== 'string') {
        this.fault(
          lineOf(jsx),
          `unknown field "${name ?? '…'}" in <${jsx.name}>`,
          `use ${known.join(', ')}, each with a value in quotes${flags.length > 0 ? `, and ${flags.join(', ')} without` : ''}`,
        );
      } else attributes.set(name, value);
    }
    return attributes;
  }

  private readParagraph(node: MdParagraph, { inside, home, language }: Surroundings): Paragraph {
    const line = lineOf(node);
    if (inside === undefined) {
      this.paragraphs += 1;
      const id = `p${this.paragraphs}`;
      return { type: 'paragraph', id, line, number: this.paragraphs, ...this.running(node.children, id, language) };
    }
    const id = this.next(`${inside}-p`);
    return { type: 'paragraph', id, line, ...this.running(node.children, home ?? id, language) };
  }

  private running(nodes: readonly PhrasingContent[], block: string, language: string) {
    const { children, source } = this.readInline(nodes, block, language);
    return { children, source };
  }

  private claim(id: string, line: number): void {
    if (this.ids.has(id)) this.fault(line, `the id "${id}" is used twice`, 'keep one of the two');
    this.ids.add(id);
  }

  private readInline(nodes: readonly PhrasingContent[], block: string, language: string): Marked {
    this.block = block;
    const marked = readMarks(nodes, {
      isDraft: this.isDraft,
      fault: (line, what, fix) => this.fault(line, what, fix),
      citation: (citation) => {
        this.citations += 1;
        return { ...citation, id: `c${this.citations}` };
      },
      noteRef: (name, line) => this.readCall(name, line),
      part: (name, line) => this.readReference(name, line),
      file: (address, line) => {
        const name = this.fileName(address, line);
        const mediaType = name === undefined ? undefined : this.useFile(name, line)?.mediaType;
        return name === undefined ? undefined : { name, mediaType };
      },
      readingText: (id) => this.apparatus.readings[id]?.text,
      apparatus: (kind, id, printed, line) => this.readApparatusMark(kind, id, printed, line),
    });
    this.isLost ||= marked.lost;
    return language === 'fa' ? { ...marked, children: isolateLatin(marked.children) } : marked;
  }

  private readCall(name: string, line: number): Inline {
    const blocks = this.calls.get(name)?.blocks ?? [];
    if (this.isDraft && /^fn\d+$/.test(this.block))
      this.fault(line, `the note [^${name}] is called in another note`, 'write its text into that note');
    this.calls.set(name, { line, blocks: [...blocks, this.block] });
    return { type: 'noteRef', note: `fn${[...this.calls.keys()].indexOf(name) + 1}`, call: blocks.length + 1 };
  }

  private readApparatusMark(kind: 'reading' | 'remark', id: string, printed: string, line: number): void {
    // What a broken apparatus lacks is no fault of the text.
    if (!this.isApparatusRead) return;
    if (this.readings.some((reading) => reading.id === id) || this.remarks.some((remark) => remark.id === id)) {
      this.fault(line, `"${id}" is marked twice in the text`, 'give each place an entry of its own in the apparatus');
      return;
    }
    if (kind === 'remark') {
      const text = this.apparatus.remarks[id];
      if (text) this.remarks.push({ id, block: this.block, text });
      else
        this.fault(
          line,
          `the remark "${id}" is not in the apparatus`,
          `add ${id} under remarks: at the end of the file`,
        );
      return;
    }
    const entry = this.apparatus.readings[id];
    if (!entry) {
      this.fault(
        line,
        `the reading "${id}" is not in the apparatus`,
        `add ${id} under readings: at the end of the file`,
      );
      return;
    }
    if (entry.text !== printed) {
      this.fault(
        line,
        `the text has "${printed}" where the apparatus reads "${entry.text}" (${id})`,
        'make the two agree',
      );
    }
    const reason = this.reasonOf(entry.reason, id);
    this.readings.push({
      id,
      block: this.block,
      text: entry.text,
      source: entry.source,
      candidates: entry.candidates,
      certainty: entry.certainty,
      reason,
    });
  }

  private reasonOf(reason: string | Localised, id: string): Localised {
    if (typeof reason !== 'string') return reason;
    const shared = this.apparatus.reasons[reason];
    if (shared) return shared;
    this.fault(
      this.apparatusLine(['readings', id, 'reason']),
      `the reason "${reason}" of ${id} is not in reasons:`,
      'add it there, in both languages',
    );
    return { fa: reason, en: reason };
  }

  private readNotes(): Note[] {
    const calls = [...this.calls];
    for (const [name, definition] of this.definitions) {
      if (!this.calls.has(name))
        this.fault(
          lineOf(definition),
          `no text calls the note [^${name}]`,
          `put [^${name}] where its marker stands, or remove the note`,
        );
    }
    return calls.flatMap(([name, { blocks: calledIn, line }], index) => {
      const definition = this.definitions.get(name);
      if (definition) return [this.readNote(name, definition, index + 1, calledIn)];
      this.fault(line, `the note [^${name}] is not defined`, `add a line [^${name}]: with its text`);
      return [];
    });
  }

  private readNote(name: string, node: FootnoteDefinition, number: number, calledIn: readonly string[]): Note {
    const id = `fn${number}`;
    const line = lineOf(node);
    if (node.children.length === 0) this.fault(line, `the note [^${name}] is empty`, 'write its text behind the colon');
    const where: Surroundings = { inside: id, home: id, language: this.language, nested: 0 };
    this.isLost = false;
    const blocks = node.children.flatMap((child) => this.readBlock(child, where));
    const texts = blocks.flatMap(runningTexts);
    const languages = new Set(
      texts.map((text) => (text.length === 1 && text[0]?.type === 'foreign' ? text[0].language : this.language)),
    );
    const source = blocks.flatMap((block) => block.source);
    return {
      ...{ id, number, calledIn, line, source, lost: this.isLost },
      language: (languages.size === 1 ? [...languages][0] : undefined) ?? this.language,
      blocks: this.isLost ? [] : blocks,
    };
  }

  private checkApparatusIsUsed(): void {
    const used = new Set([...this.readings, ...this.remarks].map((entry) => entry.id));
    for (const kind of ['readings', 'remarks'] as const) {
      for (const id of Object.keys(this.apparatus[kind])) {
        if (!used.has(id)) {
          this.fault(
            this.apparatusLine([kind, id]),
            `no place of the text is marked with ${id}`,
            `mark it with [text](${kind.slice(0, -1)}:${id}), or remove the entry`,
          );
        }
      }
    }
  }
}

/** The images of a paragraph that holds nothing else; nothing of any other block. */
function imagesOf(node: RootContent): readonly Image[] | undefined {
  if (node.type !== 'paragraph') return undefined;
  const said = node.children.filter(
    (child) => child.type !== 'break' && !(child.type === 'text' && /^\s*$/.test(child.value)),
  );
  const images = said.filter((child) => child.type === 'image');
  return images.length > 0 && images.length === said.length ? images : undefined;
}

/** A node and the blocks within it, in the order of the text. */
const withinOf = (node: RootContent): RootContent[] => [
  node,
  ...('children' in node ? (node.children as RootContent[]).flatMap(withinOf) : []),
];
