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
  type Definitions,
  type DisplayedFormula,
  type Figure,
  type FigureLicence,
  type Heading,
  type Inline,
  isEndMatter,
  type LineRange,
  type List,
  type Note,
  type Paragraph,
  type PartKind,
  type Picture,
  plainText,
  type Quotation,
  type Reading,
  type Remark,
  runningTexts,
  type Table,
  textsOfNote,
  type Verse,
  type VerseLine,
  type Version,
  walkInlines,
} from '../model.ts';
import type { ArticleFiles } from './article-files.ts';
import { beginsWith, definitionMark, isDefinition, joined, linesOf, sourceMark, without } from './lines.ts';
import { type JsxNode, jsxOf, lineOf, readLine, readMarkdown } from './markdown.ts';
import { type Marked, readLines, readMarks, troublesOfFormula, unseenIn } from './marks.ts';
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
  /** Which headings may stand in it. */
  readonly headings?: 'sections' | 'parts' | undefined;
  /** Whether tables and figures may. */
  readonly displays?: boolean | undefined;
}

/** The elements that hold blocks, as the file names them. */
const partNames: Readonly<Record<PartKind, string>> = {
  box: '<Box>',
  epigraph: '<Epigraph>',
  dedication: '<Dedication>',
  acknowledgements: '<Acknowledgements>',
  appendix: '<Appendix>',
  glossary: '<Glossary>',
};

const partOf = ({ name }: JsxNode): PartKind | undefined =>
  (Object.keys(partNames) as PartKind[]).find((kind) => partNames[kind] === `<${name}>`);

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
  private subsubsections = 0;
  /** The level of the heading before. */
  private level = 1;
  /** How many paragraphs without a number, or headings, begin with that id. */
  private readonly inside = new Map<string, number>();
  private lists = 0;
  private readonly files: ArticleFiles;
  private readonly used = new Map<string, ArticleFile>();
  private readonly open: Fault[] = [];
  private readonly formulas = { named: 0, others: 0 };
  /** The anchors of the parts that have names, by these. */
  private readonly names = new Map<string, string>();
  private readonly references: { readonly target: string; readonly line: number }[] = [];
  private readonly counts = { table: 0, figure: 0, listing: 0, verse: 0 };
  private readonly parts = { box: 0, appendix: 0, epigraph: 0 };

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
    let run: RootContent[] = [];
    const endRun = () => {
      body.push(...this.readBlocks(run, { language: this.language, nested: 0, headings: 'sections', displays: true }));
      run = [];
    };
    // In the order of the file, in which notes and citations are counted.
    for (const node of content) {
      const jsx = jsxOf(node);
      if (jsx?.name !== 'Abstract') {
        run.push(node);
        continue;
      }
      endRun();
      abstracts.push(this.readAbstract(jsx));
    }
    endRun();
    this.checkOrder(body);
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
    if (node.type !== 'code' || node.lang !== 'yaml' || node.meta !== 'apparatus') return false;
    this.readApparatus(node);
    return true;
  }

  private readApparatus(node: Code): void {
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
    const blocks = this.readBlocks(jsx.children, { inside: id, language, nested: 0, headings: 'parts' });
    return { id, language, kind: kind === 'extended' ? 'extended' : 'abstract', blocks };
  }

  /**
   * `<Box>`, `<Epigraph>` and the other elements that hold blocks. A heading with ## that opens one is its title; only an appendix
   * has other headings.
   */
  private readPart(jsx: JsxNode, kind: PartKind, where: Surroundings): Block[] {
    const line = lineOf(jsx);
    if (!where.displays || where.headings !== 'sections') {
      this.fault(line, `<${jsx.name}> inside another block`, 'put it between the blocks of the body');
      return [];
    }
    const number = kind === 'box' || kind === 'appendix' || kind === 'epigraph' ? ++this.parts[kind] : undefined;
    const id = `${kind}${number ?? ''}`;
    this.claim(id, line);
    const source = this.sourceAttribute(this.attributesOf(jsx, ['source']), line);
    const within: Surroundings = {
      inside: id,
      language: this.language,
      nested: 0,
      displays: kind !== 'epigraph' && kind !== 'dedication',
      ...(kind === 'appendix' ? { headings: 'parts' as const } : {}),
    };
    const [first, ...others] = jsx.children;
    const title = first?.type === 'heading' && first.depth === 2 ? [this.readTitle(first, `${id}-title`)] : [];
    const nodes = title.length > 0 ? others : jsx.children;
    const blocks = kind === 'epigraph' ? this.readSourced(nodes, within) : this.readBlocks(nodes, within);
    if (blocks.length === 0)
      this.fault(
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

  private readTitle(node: MdHeading, id: string): Heading {
    return { type: 'heading', id, line: lineOf(node), depth: 2, ...this.running(node.children, id, this.language) };
  }

  /** What opens a text stands before it, what closes it behind it. */
  private checkOrder(body: readonly Block[]): void {
    const nameOf = (block: Block) => (block.type === 'part' ? partNames[block.kind] : '');
    const isOpening = (block: Block) =>
      block.type === 'part' && (block.kind === 'epigraph' || block.kind === 'dedication');
    for (const [index, block] of body.entries()) {
      const before = body[index - 1];
      // A dedication is that of the whole text; an epigraph can be that of a section.
      const isAstray =
        block.type === 'part' && block.kind === 'dedication'
          ? !body.slice(0, index).every(isOpening)
          : isOpening(block) && before && before.type !== 'heading' && !isOpening(before);
      if (isAstray)
        this.fault(
          block.line,
          `${nameOf(block)} after other text`,
          'put it at the beginning of the text, or below a heading',
        );
      if (before && isEndMatter(before) && !isEndMatter(block))
        this.fault(
          block.line,
          `text after ${nameOf(before)}`,
          `put ${nameOf(before)} behind it, at the end of the text`,
        );
    }
  }

  /** The next id that begins so: `fn1-p1`, `fn1-p2`. */
  private next(start: string): string {
    const number = (this.inside.get(start) ?? 0) + 1;
    this.inside.set(start, number);
    return `${start}${number}`;
  }

  /** Paragraphs that define terms are one list where nothing stands between them. */
  private readBlocks(nodes: readonly RootContent[], where: Surroundings): Block[] {
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
        return [this.readHeading(node, where)];
      case 'paragraph':
        return [this.readParagraph(node, where)];
      case 'blockquote':
        return this.nest(line, where, (deeper) => [this.readQuotation(node, deeper)]);
      case 'list':
        return this.nest(line, where, (deeper) => [this.readList(node, deeper)]);
      case 'code':
        return node.lang === 'math' ? [this.readFormula(node)] : this.readFence(node, where);
      case 'thematicBreak':
        return [{ type: 'rule', id: this.next('rule'), line, source: [] }];
      case 'table':
        this.fault(
          line,
          'a table that is in no <Table> or <Figure>',
          'put it between <Table> and </Table>, with its caption above it',
        );
        return [];
      default: {
        const jsx = jsxOf(node);
        const kind = jsx && partOf(jsx);
        if (kind) return this.readPart(jsx, kind, where);
        if (jsx?.name !== 'Table' && jsx?.name !== 'Figure') return this.refuse(node);
        if (!where.displays) {
          this.fault(line, `<${jsx.name}> inside another block`, 'put it between the blocks of the body');
          return [];
        }
        if (jsx.name === 'Figure' && !jsx.children.some((child) => child.type === 'table'))
          return [this.readFigure(jsx)];
        return [this.readTable(jsx)];
      }
    }
  }

  private readDefinitions(nodes: readonly MdParagraph[], { home, language }: Surroundings): Definitions {
    const id = this.next('def');
    const block = home ?? id;
    const marked: Marked[] = [];
    const inline = (line: readonly PhrasingContent[]) => {
      const read = this.readInline(line, block, language);
      marked.push(read);
      return read.children;
    };
    const entries = nodes.map((node) => {
      const [first = [], ...others] = linesOf(node.children);
      if (beginsWith(first, definitionMark))
        this.fault(
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

  private readFence(node: Code, where: Surroundings): Block[] {
    const line = lineOf(node);
    const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1, column: 1 } };
    const lines = node.value === '' ? 0 : node.value.split('\n').length;
    if (end.line - start.line <= lines || end.column < 4) {
      this.fault(line, 'a fence is not closed', 'end it with a line of as many backticks');
      return [];
    }
    if (node.lang === 'verse') return [this.readVerse(node, where)];
    if (node.meta) {
      this.fault(
        line,
        `"${node.meta}" behind the language of a fence`,
        node.lang === 'yaml'
          ? 'write ```yaml apparatus for the apparatus, or ```yaml alone'
          : 'write the language alone',
      );
    }
    for (const { what, fix } of unseenIn(node.value, this.isDraft)) this.fault(line, what, fix);
    if (node.value.trim() === '') this.fault(line, 'a fence holds nothing', 'write what it shows, or remove it');
    const number = ++this.counts.listing;
    const language = node.lang ?? undefined;
    return [{ type: 'listing', id: `code${number}`, line, number, language, value: node.value, source: [] }];
  }

  /** ```` ```verse ````: a line of verse a line, a slash between spaces between hemistichs, an empty line between stanzas. */
  private readVerse(node: Code, { home, language }: Surroundings): Verse {
    const line = lineOf(node);
    const number = ++this.counts.verse;
    const id = `verse${number}`;
    const block = home ?? id;
    const marked: Marked[] = [];
    const inline = (text: string, at: number) => {
      const nodes = readLine(text.trim(), at, this.definitions.keys());
      if (!nodes)
        this.fault(at, 'a line of verse cannot be read', 'write a brace or an angle bracket of the text as \\{ or \\<');
      const read = this.readInline(nodes ?? [], block, language);
      marked.push(read);
      return read.children;
    };
    const stanzas: VerseLine[][] = [[]];
    let credit: readonly Inline[] = [];
    const texts = node.value.split('\n');
    for (const [index, text] of texts.entries()) {
      const at = line + 1 + index;
      const hemistichs = text.split(/(?:^|\s)\/(?:\s|$)/);
      if (text.trim() === '') stanzas.push([]);
      else if (text.startsWith(sourceMark) && index === texts.length - 1)
        credit = inline(text.slice(sourceMark.length), at);
      else if (hemistichs.length > 2 || hemistichs.some((half) => half.trim() === ''))
        this.fault(
          at,
          'a line of verse is no couplet',
          'write one slash between spaces between its two halves: first / second',
        );
      else stanzas.at(-1)?.push(hemistichs.map((half) => inline(half, at)));
    }
    const found = stanzas.filter((stanza) => stanza.length > 0);
    if (node.value.trim() === '')
      this.fault(line, 'a verse without couplets', 'write each on a line: first half / second half');
    return { type: 'verse', id, line, number, stanzas: found, credit, source: marked.flatMap(({ source }) => source) };
  }

  /** Blocks whose last line may say from where they are: `— [(Doe, 1999)](cite:doe1999)`. */
  private readSourced(nodes: readonly RootContent[], where: Surroundings): Block[] {
    const last = nodes.at(-1);
    const lines = last?.type === 'paragraph' ? linesOf(last.children) : [];
    const line = lines.at(-1) ?? [];
    if (last?.type !== 'paragraph' || !beginsWith(line, sourceMark)) return this.readBlocks(nodes, where);
    const above = lines.slice(0, -1);
    const text: MdParagraph[] = above.length > 0 ? [{ ...last, children: joined(above) }] : [];
    const blocks = this.readBlocks([...nodes.slice(0, -1), ...text], where);
    const id = this.next(`${where.inside ?? `q${this.paragraphs}`}-from`);
    const read = this.running(without(line, sourceMark), where.home ?? id, where.language);
    return [...blocks, { type: 'paragraph', id, line: lineOf(line[0] ?? last), isSource: true, ...read }];
  }

  /** Reads a block that is in one list or quotation more, unless these are too many. */
  private nest(line: number, where: Surroundings, read: (deeper: Surroundings) => Block[]): Block[] {
    if (where.nested < mostNested)
      return read({ ...where, nested: where.nested + 1, displays: false, headings: undefined });
    this.fault(
      line,
      `lists or quotations stand more than ${mostNested} deep in one another`,
      'end some of them before this line, or indent it less',
    );
    return [];
  }

  private readHeading(node: MdHeading, { headings, inside, language }: Surroundings): Heading {
    const line = lineOf(node);
    const { depth } = node;
    const isPart = inside !== undefined;
    if (headings === undefined)
      this.fault(
        line,
        'a heading inside another block',
        'put it between the blocks of the body; ## may open an element as its title',
      );
    else if (depth > 4 || depth < (isPart ? 3 : 2))
      this.fault(
        line,
        `a heading of level ${depth}`,
        isPart
          ? 'write ### for a part of it and #### for a part of that'
          : 'write ## for a section, ### for a part of it and #### for a part of that',
      );
    else this.checkLevel(line, depth, isPart ? 2 : 1);
    const own = depth === 3 || depth === 4 ? depth : isPart ? 3 : 2;
    const id = isPart ? this.next(`${inside}-s`) : this.sectionId(own);
    return { type: 'heading', id, line, depth: own, ...this.running(node.children, id, language) };
  }

  /**
   * A heading is at most one level below the one before.
   *
   * @param above the level of what holds the first
   */
  private checkLevel(line: number, depth: number, above: number): void {
    const before = Math.max(this.level, above);
    this.level = depth;
    if (!this.isDraft || depth <= before + 1) return;
    this.fault(
      line,
      before === 1
        ? `a heading of level ${depth} before any section`
        : `a heading of level ${depth} below one of level ${before}`,
      `write ${'#'.repeat(before + 1)}, or the heading between the two`,
    );
  }

  /** `s2`, `s2-1`, `s2-1-3`. */
  private sectionId(depth: Heading['depth']): string {
    if (depth === 2) {
      this.subsections = 0;
      this.subsubsections = 0;
      this.sections += 1;
      return `s${this.sections}`;
    }
    if (depth === 3) {
      this.subsubsections = 0;
      this.subsections += 1;
      return `s${this.sections}-${this.subsections}`;
    }
    this.subsubsections += 1;
    return `s${this.sections}-${this.subsections}-${this.subsubsections}`;
  }

  private readQuotation(node: Blockquote, where: Surroundings): Quotation {
    const id = this.unused(where.inside === undefined ? `q${this.paragraphs + 1}` : this.next(`${where.inside}-q`));
    const blocks = this.readSourced(node.children, where);
    if (blocks.length === 0) this.fault(lineOf(node), 'an empty quotation', 'write its text, or remove the >');
    return { type: 'quotation', id, line: lineOf(node), blocks, source: blocks.flatMap((block) => block.source) };
  }

  private readList(node: MdList, where: Surroundings): List {
    const id = `list${++this.lists}`;
    const within: Surroundings = { ...where, inside: id, home: where.home ?? id };
    const items = node.children.map((item) => {
      if (item.children.length === 0)
        this.fault(lineOf(item), 'an empty item of a list', 'write its text, or remove it');
      return this.readBlocks(item.children, within);
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
      ? {
          what: `the element <${name}> is unknown`,
          fix: `use <Abstract>, <Table>, <Figure>, ${Object.values(partNames).join(', ')}, or plain Markdown`,
        }
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
    const blocks = this.readBlocks(node.children, where);
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
