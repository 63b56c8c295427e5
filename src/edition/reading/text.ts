/**
 * Reads the file of one version, `VERSION.mdx`, into blocks, notes and apparatus.
 *
 * A line of Markdown is a line of the file: every fault names the line on which it stands.
 */
import type {
  Code,
  FootnoteDefinition,
  Paragraph as MdParagraph,
  Table as MdTable,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { Fault } from '../../faults.ts';
import type { Language, Localised } from '../../text/languages.ts';
import { isolateLatin } from '../isolate.ts';
import {
  type Abstract,
  type Block,
  type LineRange,
  type Note,
  type Paragraph,
  type Reading,
  type Remark,
  runningTexts,
  type Table,
  type Version,
  walkInlines,
} from '../model.ts';
import { type JsxNode, jsxOf, lineOf, readMarkdown } from './markdown.ts';
import { type Marked, readLines, readMarks } from './marks.ts';
import { type ApparatusFile, apparatusSchema } from './schemas.ts';
import { faultsOfCharacters, readYaml } from './yaml.ts';

/** What the file of a version holds; the rest of a version comes from `versions.yaml`. */
export type VersionText = Pick<
  Version,
  'abstracts' | 'body' | 'notes' | 'readings' | 'remarks' | 'citations' | 'decodings' | 'accounted'
>;

const emptyApparatus: ApparatusFile = apparatusSchema.parse({});

/**
 * @param mdx the text of the file
 * @param file its path, to name in faults
 * @param language the language of the body
 * @param status rules that have become stricter since meet drafts alone: what is released cannot be fixed
 * @returns the text, and what is wrong with it; a text with faults must not be used
 */
export function readVersionText(
  mdx: string,
  file: string,
  language: Language,
  status: Version['status'] = 'draft',
): { text: VersionText; faults: Fault[] } {
  const faults: Fault[] = [];
  const root = readMarkdown(mdx, file, faults);
  const reader = new VersionReader(file, language, status === 'draft', faults);
  return { text: reader.read(root), faults };
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
  private readonly noteMarkers: { name: string; block: string; line: number }[] = [];
  private readonly readings: Reading[] = [];
  private readonly remarks: Remark[] = [];
  private readonly ids = new Set<string>();
  private block = '';
  private paragraphs = 0;
  private sections = 0;
  private subsections = 0;
  private lists = 0;
  private readonly counts = { table: 0, figure: 0 };

  constructor(file: string, language: Language, isDraft: boolean, faults: Fault[]) {
    this.file = file;
    this.language = language;
    this.isDraft = isDraft;
    this.faults = faults;
  }

  read(root: Root): VersionText {
    const content = root.children.filter((node) => !this.takeAside(node));
    const abstracts: Abstract[] = [];
    const body: Block[] = [];
    for (const node of content) {
      const jsx = jsxOf(node);
      if (jsx?.name === 'Abstract') abstracts.push(this.readAbstract(jsx));
      else body.push(...this.readBlock(node, true));
    }
    const notes = this.readNotes();
    this.checkApparatusIsUsed();
    const texts = [...abstracts.flatMap((abstract) => abstract.blocks), ...body].flatMap(runningTexts);
    const inlines = [...texts, ...notes.map((note) => note.children)].flatMap((text) => [...walkInlines(text)]);
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
    };
  }

  private fault(line: number, what: string, fix: string): void {
    this.faults.push({ file: this.file, line, what, fix });
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
    if (node.type !== 'code') return false;
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
    const blocks = jsx.children.flatMap((child, index) => {
      if (child.type !== 'paragraph') {
        this.fault(lineOf(child), `"${child.type}" in an abstract`, 'an abstract is made of paragraphs');
        return [];
      }
      return [this.readParagraph(child, `${id}-p${index + 1}`, language)];
    });
    return { id, language, kind: kind === 'extended' ? 'extended' : 'abstract', blocks };
  }

  private readBlock(node: RootContent, top: boolean): Block[] {
    const line = lineOf(node);
    switch (node.type) {
      case 'heading': {
        if (node.depth !== 2 && node.depth !== 3) {
          this.fault(line, `a heading of level ${node.depth}`, 'write ## for a section and ### for a part of it');
        }
        const depth = node.depth === 3 ? 3 : 2;
        const id = depth === 2 ? `s${this.nextSection()}` : `s${this.sections}-${++this.subsections}`;
        const { children, source } = this.readInline(node.children, id, this.language);
        return [{ type: 'heading', id, line, depth, children, source }];
      }
      case 'paragraph':
        return [this.readParagraph(node, `p${++this.paragraphs}`, this.language, this.paragraphs)];
      case 'blockquote': {
        const id = `q${this.paragraphs + 1}`;
        const blocks = node.children.flatMap((child) =>
          child.type === 'paragraph'
            ? [this.readParagraph(child, `p${++this.paragraphs}`, this.language, this.paragraphs)]
            : this.refuse(child),
        );
        return [{ type: 'quotation', id, line, blocks, source: blocks.flatMap((block) => block.source) }];
      }
      case 'list': {
        const id = `list${++this.lists}`;
        const read = node.children.map((item) => {
          const [only, ...others] = item.children;
          if (only?.type !== 'paragraph' || others.length > 0)
            this.fault(lineOf(item), 'a list item of several blocks', 'write each item as one line of text');
          return this.readInline(only?.type === 'paragraph' ? only.children : [], id, this.language);
        });
        return [
          {
            type: 'list',
            id,
            line,
            ordered: node.ordered ?? false,
            items: read.map((item) => item.children),
            source: read.flatMap((item) => item.source),
          },
        ];
      }
      case 'table':
        this.fault(
          line,
          'a table that is in no <Table> or <Figure>',
          'put it between <Table> and </Table>, with its caption above it',
        );
        return [];
      default: {
        const jsx = jsxOf(node);
        if (top && (jsx?.name === 'Table' || jsx?.name === 'Figure')) return [this.readTable(jsx)];
        return this.refuse(node);
      }
    }
  }

  private refuse(node: RootContent): never[] {
    const name = jsxOf(node)?.name;
    this.fault(
      lineOf(node),
      name ? `the element <${name}> is unknown` : `"${node.type}" is not allowed in a text`,
      'use plain Markdown, <Abstract>, <Table> and <Figure>; HTML is not read as markup',
    );
    return [];
  }

  private readTable(jsx: JsxNode): Table {
    const line = lineOf(jsx);
    const attributes = this.attributesOf(jsx, ['source']);
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
    return {
      type: 'table',
      id,
      line,
      kind,
      number,
      caption,
      header,
      rows: body,
      credit,
      source: this.sourceAttribute(attributes, line),
    };
  }

  private sourceAttribute(attributes: ReadonlyMap<string, string>, line: number): LineRange[] {
    const source = attributes.get('source')?.replaceAll(' ', '');
    if (source === undefined) return [];
    if (/^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(source)) return readLines(source);
    this.fault(line, `source="${source}" names no lines`, 'write line numbers, as in source="12-15,18"');
    return [];
  }

  private attributesOf(jsx: JsxNode, known: readonly string[]): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const { name, value } of jsx.attributes) {
      if (name === undefined || !known.includes(name) || typeof value !== 'string') {
        this.fault(
          lineOf(jsx),
          `unknown field "${name ?? '…'}" in <${jsx.name}>`,
          `use ${known.join(', ')}, each with a value in quotes`,
        );
      } else attributes.set(name, value);
    }
    return attributes;
  }

  private readParagraph(node: MdParagraph, id: string, language: Language, number?: number): Paragraph {
    const line = lineOf(node);
    const { children, source } = this.readInline(node.children, id, language);
    return { type: 'paragraph', id, line, ...(number === undefined ? {} : { number }), children, source };
  }

  private nextSection(): number {
    this.subsections = 0;
    this.sections += 1;
    return this.sections;
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
      noteRef: (name, line) => {
        if (this.noteMarkers.some((marker) => marker.name === name)) {
          this.fault(line, `the note [^${name}] is called twice`, 'give each marker a note of its own');
        }
        this.noteMarkers.push({ name, block: this.block, line });
        return { type: 'noteRef', note: `fn${this.noteMarkers.length}` };
      },
      readingText: (id) => this.apparatus.readings[id]?.text,
      apparatus: (kind, id, printed, line) => this.readApparatusMark(kind, id, printed, line),
    });
    return language === 'fa' ? { ...marked, children: isolateLatin(marked.children) } : marked;
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
    const called = new Set(this.noteMarkers.map((marker) => marker.name));
    for (const [name, definition] of this.definitions) {
      if (!called.has(name))
        this.fault(
          lineOf(definition),
          `no text calls the note [^${name}]`,
          `put [^${name}] where its marker stands, or remove the note`,
        );
    }
    return this.noteMarkers.flatMap(({ name, block, line }, index) => {
      const definition = this.definitions.get(name);
      const id = `fn${index + 1}`;
      if (!definition) {
        this.fault(line, `the note [^${name}] is not defined`, `add a line [^${name}]: with its text`);
        return [];
      }
      const [only, ...others] = definition.children;
      if (only?.type !== 'paragraph' || others.length > 0) {
        this.fault(lineOf(definition), `the note [^${name}] is not one paragraph`, 'write the note on one line');
        return [];
      }
      const { children, source, lost } = this.readInline(only.children, id, this.language);
      const isForeign = children.length === 1 && children[0]?.type === 'foreign';
      return [
        {
          id,
          number: index + 1,
          block,
          line: lineOf(definition),
          source,
          lost,
          language: isForeign ? 'en' : this.language,
          children,
        },
      ];
    });
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
