/** What a manuscript's cross references call: figures, tables, formulas and sections, under the names that the edition gives. */
import { sayDigits } from '../../text/digits.ts';
import type { ManuscriptLanguage } from './language.ts';
import { markIn, partIn } from './parts.ts';
import { texReference } from './raw.ts';
import type { Closing } from './structure.ts';
import { type Attr, attributeOf, type Block, type Inline } from './tree.ts';

/** A part that can be called. */
export interface Anchor {
  /** Behind the `#` of a cross reference: `fig-map`, `eq-heat`, `s2-1`. */
  readonly name: string;
  /** As the edition counts it, in the digits of the text. */
  readonly number: string;
}

/** The labels that TeX sets in running text or in a formula. */
export const labelsIn = (tex: string): string[] =>
  [...tex.matchAll(/\\label\s*\{([^{}]+)\}/g)].map(([, id = '']) => id.trim());

const idsOf = ([id]: Attr): readonly string[] => (id === '' ? [] : [id]);

export class Anchors {
  private readonly byId = new Map<string, Anchor>();
  private readonly taken = new Set<string>();
  /** The names that parts of the text have got. */
  private readonly given = new Set<string>();
  private readonly counts = { fig: 0, tbl: 0, eq: 0, box: 0, verse: 0, code: 0, appendix: 0 };
  /** The ids that the text calls. */
  private readonly called: ReadonlySet<string>;
  private readonly sections: [number, number, number] = [0, 0, 0];
  private readonly language: ManuscriptLanguage;

  /**
   * @param blocks the body, with headings of the levels 2 to 4
   * @param closing what closes the text
   */
  constructor(blocks: readonly Block[], language: ManuscriptLanguage, closing: readonly Closing[] = []) {
    this.language = language;
    this.called = new Set(calledIn([blocks, closing]));
    for (const block of blocks) this.visit(block);
    for (const { kind, id, blocks: inner } of closing) {
      if (kind === 'appendix') this.other('appendix', id);
      // Its sections are counted within it.
      for (const block of inner) if (block.t !== 'Header') this.visit(block);
    }
  }

  of(id: string): Anchor | undefined {
    return this.byId.get(id);
  }

  /** The name of a part that has one of these ids; of two parts with one id the first has it. */
  nameOf(ids: readonly string[]): string | undefined {
    const name = ids.map((id) => this.byId.get(id)?.name).find((one) => one !== undefined);
    if (name === undefined || this.given.has(name)) return undefined;
    this.given.add(name);
    return name;
  }

  private visit(block: Block): void {
    if (block.t === 'Header') this.section(block.c[0], idsOf(block.c[1]));
    else if (block.t === 'Table') this.display('tbl', idsOfDisplay(block));
    else if (block.t === 'Figure') this.figure(block);
    else if (block.t === 'Plain' || block.t === 'Para') {
      const paragraph = markIn(block.c, 'paragraph');
      // In an export of ours, whose paragraphs are counted as they will be here.
      if (paragraph !== undefined) this.give([paragraph], paragraph, paragraph.slice(1));
      for (const inline of block.c) this.running(inline);
    } else if (block.t === 'CodeBlock') this.other('code', block.c[0][0]);
    else if (block.t === 'LineBlock') this.other('verse', markIn(block.c[0] ?? [], 'verse') ?? '');
    else if (block.t === 'Div' && partIn(block.c[0]) !== undefined) {
      if (partIn(block.c[0]) === 'box') this.other('box', block.c[0][0]);
      for (const inner of block.c[1]) if (inner.t !== 'Header') this.visit(inner);
    } else for (const inner of withinOf(block)) this.visit(inner);
  }

  /** A figure of a picture or a table; of other things it is a box. */
  private figure(block: Extract<Block, { t: 'Figure' }>): void {
    const [, , content] = block.c;
    const ids = idsOfDisplay(block);
    if (holdsTable(content)) this.display('tbl', ids);
    else if (JSON.stringify(content).includes('"t":"Image"')) this.display('fig', ids);
    else {
      const id = ids.find((one) => this.called.has(one));
      this.counts.box += 1;
      if (id !== undefined) this.give(ids, this.unused('box', id), `${this.counts.box}`);
    }
  }

  private running(inline: Inline): void {
    if (inline.t === 'Span') {
      const ids = idsOf(inline.c[0]);
      for (const one of inline.c[1]) {
        if (one.t === 'Math' && one.c[0].t === 'DisplayMath') this.equation([...ids, ...labelsIn(one.c[1])]);
        else this.running(one);
      }
    }
    if (inline.t === 'Math' && inline.c[0].t === 'DisplayMath') this.equation(labelsIn(inline.c[1]));
    if (inline.t === 'Image') this.display('fig', idsOf(inline.c[0]));
  }

  private section(level: number, ids: readonly string[]): void {
    const at = level - 2;
    this.sections[at as 0 | 1 | 2] += 1;
    for (let below = at + 1; below < 3; below += 1) this.sections[below as 0 | 1 | 2] = 0;
    const numbers = this.sections.slice(0, at + 1);
    this.give(ids, `s${numbers.join('-')}`, numbers.join('.'));
  }

  private equation(ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.counts.eq += 1;
    this.give(ids, this.unused('eq', ids[0] as string), `${this.counts.eq}`);
  }

  private display(kind: 'fig' | 'tbl', ids: readonly string[]): void {
    this.counts[kind] += 1;
    if (ids.length > 0) this.give(ids, this.unused(kind, ids[0] as string), `${this.counts[kind]}`);
  }

  /** What has a name only where it is called. */
  private other(kind: 'box' | 'verse' | 'code' | 'appendix', id: string): void {
    this.counts[kind] += 1;
    if (this.called.has(id)) this.give([id], this.unused(kind, id), `${this.counts[kind]}`);
  }

  private give(ids: readonly string[], name: string, number: string): void {
    for (const id of ids) if (!this.byId.has(id)) this.byId.set(id, { name, number: sayDigits(number, this.language) });
  }

  /** A name that the edition allows, made of an id that others gave. */
  private unused(kind: string, id: string): string {
    const words = id
      .toLowerCase()
      .replace(/^(?:fig(?:ure)?|tab(?:le)?|tbl|eq(?:n|uation)?|box|verse|code|appendix)(?:[:_.-]|(?=\d))/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    let name = `${kind}-${words || 'x'}`;
    for (let count = 2; this.taken.has(name); count += 1) name = `${kind}-${words || 'x'}-${count}`;
    this.taken.add(name);
    return name;
  }
}

/** The ids that links and commands of TeX call. */
function calledIn(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(calledIn);
  if (typeof tree !== 'object' || tree === null) return [];
  const { t, c } = tree as { readonly t?: unknown; readonly c?: unknown };
  const url = t === 'Link' ? (c as Extract<Inline, { t: 'Link' }>['c'])[2][0] : '';
  const tex = t === 'RawInline' || t === 'RawBlock' ? texReference((c as readonly [string, string])[1]) : undefined;
  const own = [...(url.startsWith('#') ? [url.slice(1)] : []), ...(tex ? [tex.id] : [])];
  return [...own, ...Object.values(tree).flatMap(calledIn)];
}

/** The blocks within one that holds others. */
function withinOf(block: Block): readonly Block[] {
  if (block.t === 'Div') return block.c[1];
  if (block.t === 'BlockQuote') return block.c;
  if (block.t === 'BulletList') return block.c.flat();
  return block.t === 'OrderedList' ? block.c[1].flat() : [];
}

const holdsTable = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.t === 'Table' || (block.t === 'Div' && holdsTable(block.c[1])));

/** The ids of a figure or a table: its own, and the labels in its caption. */
export function idsOfDisplay(block: Extract<Block, { t: 'Figure' | 'Table' }>): readonly string[] {
  const [attr, [, caption]] = block.c;
  const labels = caption.flatMap((one) =>
    one.t === 'Plain' || one.t === 'Para'
      ? one.c.flatMap((inline) =>
          inline.t === 'RawInline'
            ? labelsIn(inline.c[1])
            : inline.t === 'Span'
              ? [...idsOf(inline.c[0]), ...(attributeOf(inline.c[0], 'label') ?? '').split(' ').filter(Boolean)]
              : [],
        )
      : [],
  );
  const inner = block.t === 'Figure' ? block.c[2].flatMap(idsWithin) : [];
  return [...idsOf(attr), ...labels, ...inner];
}

const idsWithin = (block: Block): readonly string[] => {
  if (block.t === 'Div') return [...idsOf(block.c[0]), ...block.c[1].flatMap(idsWithin)];
  if (block.t === 'Table') return idsOf(block.c[0]);
  if (block.t !== 'Plain' && block.t !== 'Para') return [];
  return block.c.flatMap((inline) => (inline.t === 'Image' ? idsOf(inline.c[0]) : []));
};
