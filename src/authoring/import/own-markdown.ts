/**
 * The Markdown that an edition exports (`formats/md`), as a manuscript again: what the export says around the text goes, and what
 * pandoc's Markdown has no block for becomes what it was. Ids are those of the page.
 */
import { labelOf } from '../../edition/labels.ts';
import { wordsOf as localeOf } from '../../locales/index.ts';
import { creditOf, paragraphMark, tableNoteOf, verseMark } from './parts.ts';
import { caesura } from './signs.ts';
import { splitKeywords } from './structure.ts';
import {
  attributeOf,
  type Block,
  type Inline,
  inlinesOf,
  linesOf,
  type MetaValue,
  noAttr,
  type Tree,
  wordsOf,
} from './tree.ts';

/** Whether a text is such an export, by what its head says of itself and by its numbered paragraphs. */
export const isOwnMarkdown = (text: string): boolean =>
  /^---\ntitle: [\s\S]*?\ndir: (?:rtl|ltr)\n(?:[\s\S]*?\n)?version: .*\nurl: [\s\S]*?\n---\n/.test(text) &&
  /^(?:> )*\[¶[^\]]+\]\{#p\d+ \.paragraph\} /m.test(text);

/** The export with the name of each note in it: pandoc gives a note that is called twice as two. */
export function withNamedNotes(text: string): string {
  const at = text.lastIndexOf('\n[^1]: ') + 1;
  if (at === 0) return text;
  return (
    text.slice(0, at) +
    text.slice(at).replace(/^\[\^(\d+)\]: (?!:::|```)/gm, (whole, number: string) => `${whole}[]{#fn${number} .note}`)
  );
}

/** The export as pandoc read it, as a manuscript. */
export interface OwnMarkdown {
  readonly tree: Tree;
  readonly abstracts: readonly (readonly Block[])[];
  /** Those that stand below an abstract in another language than the text. */
  readonly keywords: readonly string[];
}

/** What the head says of the export, not of the article. */
const ofTheExport = ['dir', 'version', 'url', 'source', 'date', 'csl', 'link-citations'];

/** @param tree what pandoc read */
export function readOwnMarkdown({ meta, blocks }: Tree): OwnMarkdown {
  const language = textIn(meta['lang']);
  const { rights, ...known } = Object.fromEntries(Object.entries(meta).filter(([name]) => !ofTheExport.includes(name)));
  const isText = (block: Block) => block.t !== 'Para' || (block.c[0]?.t === 'Span' && block.c[0].c[0][0] !== '');
  const content = blocks.slice(Math.max(0, blocks.findIndex(isText)));
  const isAbstract = (block: Block): block is Div =>
    block.t === 'Div' && headingIn(block)?.startsWith('abstract') === true;
  const abstracts = content.filter(isAbstract).map((block) => abstractOf(block));
  return {
    tree: {
      meta: { ...known, ...(rights && /creativecommons/.test(textIn(rights)) ? { license: rights } : {}) },
      blocks: parted(
        content.filter((block) => !isAbstract(block)),
        language,
      ),
    },
    abstracts: abstracts.map(({ blocks: own }) => own),
    keywords: abstracts.filter((one) => one.language !== language).flatMap(({ keywords }) => keywords),
  };
}

type Div = Extract<Block, { t: 'Div' }>;

const textIn = (value: MetaValue | undefined): string =>
  value?.t === 'MetaInlines' ? wordsOf(value.c) : value?.t === 'MetaString' ? value.c : '';

/** The id of the heading that a division begins with. */
const headingIn = ({ c: [, [first]] }: Div): string | undefined => (first?.t === 'Header' ? first.c[1][0] : undefined);

function abstractOf({ c: [attr, [heading, ...others]] }: Div) {
  const language = attributeOf(attr, 'lang') ?? '';
  const lead = `${localeOf(language).keywords}:`;
  const isKeywords = (block: Block) =>
    block.t === 'Para' && block.c[0]?.t === 'Strong' && wordsOf(block.c[0].c) === lead;
  const isExtended = heading?.t === 'Header' && heading.c[1][0].includes('extended');
  const title: Block = { t: 'Header', c: [1, noAttr, inlinesOf(isExtended ? 'Extended abstract' : 'Abstract')] };
  const content = others.filter((block) => !isKeywords(block)).flatMap((block) => restored(block, language));
  return {
    language,
    blocks: [{ t: 'Div', c: [attr, [title, ...content]] } satisfies Block],
    keywords: others
      .filter(isKeywords)
      .flatMap((block) => splitKeywords(linesOf([block]).join(' ').slice(lead.length))),
  };
}

/** What closes the text is below a heading in the export, and an element in a manuscript; apparatus and list of works go. */
function parted(blocks: readonly Block[], language: string): Block[] {
  const result: Block[] = [];
  let open: Block[] = result;
  for (const block of blocks) {
    const id = block.t === 'Header' ? block.c[1][0] : '';
    const [kind = ''] = /^(?:appendix(?=\d+$)|acknowledgements$|glossary$)/.exec(id) ?? [];
    if (id === 'apparatus' || id === 'works') open = [];
    else if (block.t === 'Header' && kind !== '') {
      const title = kind === 'appendix' ? withoutLabel(block.c[2], labelOf(id, language)) : block.c[2];
      open = title.length > 0 ? [{ t: 'Header', c: [1, noAttr, inlines(title)] }] : [];
      result.push({ t: 'Div', c: [[id, [kind], []], open] });
    } else open.push(...restored(block, language));
  }
  return result;
}

/** A block of the export as the blocks that it was made of. */
function restored(block: Block, language: string): Block[] {
  const all = (blocks: readonly Block[]) => blocks.flatMap((one) => restored(one, language));
  switch (block.t) {
    case 'Plain':
    case 'Para':
      return [paragraph(block)];
    case 'Header':
      return [{ t: 'Header', c: [block.c[0], block.c[1], inlines(block.c[2])] }];
    case 'BlockQuote':
      return [{ t: 'BlockQuote', c: all(block.c) }];
    case 'BulletList':
      return [{ t: 'BulletList', c: block.c.map(all) }];
    case 'OrderedList':
      return [{ t: 'OrderedList', c: [block.c[0], block.c[1].map(all)] }];
    case 'DefinitionList':
      return [{ t: 'DefinitionList', c: block.c.map(([term, meanings]) => [inlines(term), meanings.map(all)]) }];
    case 'Div':
      return division(block, language);
    default:
      return [block];
  }
}

/** A paragraph without the number that it prints and the id that it has; one that says from where something is is a credit. */
function paragraph(block: Extract<Block, { t: 'Plain' | 'Para' }>): Block {
  const [first, ...others] = block.c;
  if (first?.t !== 'Span') return { t: block.t, c: inlines(block.c) };
  const [[id, classes], words] = first.c;
  if (classes.includes('paragraph')) return { t: block.t, c: [paragraphMark(id), ...inlines(others).slice(1)] };
  // A number behind it says that the formula has one.
  if (classes.includes('formula'))
    return { t: 'Para', c: [others.length > 0 ? first : ({ t: 'Span', c: [noAttr, words] } as const)] };
  if (words.length > 0 || id === '' || classes.includes('note')) return { t: block.t, c: inlines(block.c) };
  return /-from\d+$/.test(id) ? creditOf(withoutDash(others)) : { t: block.t, c: inlines(others) };
}

/** Behind the dash with which the export says from where something is. */
function withoutDash(line: readonly Inline[]): Inline[] {
  const isDashed = line[0]?.t === 'Str' && line[0].c === '—';
  return inlines(isDashed ? line.slice(2) : line);
}

function division(block: Div, language: string): Block[] {
  const [[id, classes], inner] = block.c;
  const all = (blocks: readonly Block[]) => blocks.flatMap((one) => restored(one, language));
  if (classes.includes('verse')) return [verse(id, inner)];
  if (inner.some((one) => one.t === 'Table')) return [table(id, inner, language)];
  if (classes.includes('figure')) return [figure(id, inner, language)];
  const [kind] = classes;
  if (kind === undefined) return all(inner);
  const [first] = inner;
  const title =
    first?.t === 'Para' && first.c[0]?.t === 'Span' && first.c[0].c[0][1].includes('title')
      ? first.c[0].c[1]
      : undefined;
  const words = title && withoutLabel(title, labelOf(id, language));
  const heading: Block[] = words && words.length > 0 ? [{ t: 'Header', c: [1, noAttr, inlines(words)] }] : [];
  return [
    {
      t: 'Div',
      c: [
        [id, [kind], []],
        [...heading, ...all(title ? inner.slice(1) : inner)],
      ],
    },
  ];
}

/** A line that is indented is the second half of the one above it. */
function verse(id: string, blocks: readonly Block[]): Block {
  const lines: Inline[][] = [];
  for (const line of blocks.flatMap((block) => (block.t === 'LineBlock' ? block.c : []))) {
    const [first] = line;
    const before = lines.at(-1);
    if (first?.t === 'Str' && /^\u00a0/.test(first.c) && before) {
      const half: Inline = { t: 'Str', c: first.c.replace(/^\u00a0+/, '') };
      before.push(space, { t: 'Str', c: caesura }, space, ...inlines([half, ...line.slice(1)]));
    } else lines.push(inlines(line));
  }
  const credit = blocks.flatMap((block) => (block.t === 'Para' ? [withoutDash(block.c)] : []));
  const [first = [], ...others] = lines;
  return {
    t: 'LineBlock',
    c: [
      [verseMark(id), ...first],
      ...others,
      ...credit.map((words): Inline[] => [{ t: 'Span', c: [['', ['attrib'], []], words] }]),
    ],
  };
}

const space: Inline = { t: 'Space' };

/** A table with its notes and its credit. */
function table(id: string, blocks: readonly Block[], language: string): Block {
  const own = blocks.find((one) => one.t === 'Table') as Extract<Block, { t: 'Table' }>;
  const [, [, caption], ...rest] = own.c;
  const label = labelOf(id, language);
  const foot = blocks.flatMap((block): Block[] => {
    if (block.t !== 'Para') return [];
    const [first, sign, ...others] = block.c;
    if (first?.t === 'Span' && first.c[1].length === 0 && sign?.t === 'Superscript')
      return [
        tableNoteOf({
          id: first.c[0][0],
          sign: wordsOf(sign.c),
          blocks: [{ t: 'Plain', c: inlines(others).slice(1) }],
        }),
      ];
    return [creditOf(inlines(block.c))];
  });
  const lines = caption.flatMap((one) => (one.t === 'Plain' || one.t === 'Para' ? [one.c] : []));
  const words = lines.map((line): Block => ({ t: 'Plain', c: inlines(withoutLabel(line, label)) }));
  // One without a number is not called.
  const isNumbered = lines.some((line) => withoutLabel(line, label) !== line);
  return {
    t: 'Table',
    c: [[isNumbered ? id : '', [], []], [null, [...words, ...foot]], ...(walked(rest) as typeof rest)],
  };
}

/** A figure of one image, whose caption is that of the image, or of several below their caption. */
function figure(id: string, blocks: readonly Block[], language: string): Block {
  const label = labelOf(id, language);
  const [first, ...others] = blocks;
  const captions: Inline[][] = [];
  const pictures: Block[] = [];
  const below: Block[] = [];
  for (const block of first?.t === 'Para' && first.c[0]?.t !== 'Image' ? others : blocks) {
    if (block.t === 'Figure') {
      const [, [, caption], content] = block.c;
      captions.push(...caption.flatMap((one) => (one.t === 'Plain' || one.t === 'Para' ? [[...one.c]] : [])));
      pictures.push(...content);
    } else if (block.t === 'Div') captions.push(...block.c[1].flatMap((one) => (one.t === 'Para' ? [[...one.c]] : [])));
    else if (block.t === 'Para' && block.c.some((one) => one.t === 'Image')) pictures.push(block);
    else if (block.t === 'Para') below.push(credited(block.c));
  }
  const words = captions.map((caption): Block => ({ t: 'Plain', c: inlines(withoutLabel(caption, label)) }));
  return { t: 'Figure', c: [[id, [], []], [null, [...words, ...below]], pictures] };
}

/** The credit of a figure, whose last words can be its licence. */
function credited(line: readonly Inline[]): Block {
  const last = line.at(-1);
  const link = last?.t === 'Span' && last.c[1].length === 1 ? last.c[1][0] : last;
  if (link?.t !== 'Link' || !/^CC\b/.test(wordsOf(link.c[1]))) return creditOf(inlines(line));
  const words = line.slice(0, -1);
  return creditOf(inlines(words.at(-1)?.t === 'Space' ? words.slice(0, -1) : words), link.c[2][0]);
}

/** Words behind a label and the sign that parts it from them. */
function withoutLabel(line: readonly Inline[], label: string | undefined): readonly Inline[] {
  let left = label ?? '';
  for (const [index, inline] of line.entries()) {
    if (left === '') break;
    const said = inline.t === 'Str' ? inline.c : inline.t === 'Space' || inline.t === 'SoftBreak' ? ' ' : undefined;
    if (said === undefined) return line;
    if (left.startsWith(said)) {
      left = left.slice(said.length);
      if (left === '') return line.slice(index + 1);
    } else if (said.startsWith(left) && /^[.:]$/.test(said.slice(left.length)))
      return line.slice(index + 1).filter((one, at) => at > 0 || one.t !== 'Space');
    else return line;
  }
  return line;
}

/** Running text without what the export adds to it: links to the apparatus, brackets around what editors supplied. */
function inlines(line: readonly Inline[]): Inline[] {
  return walked(line) as Inline[];
}

function walked(tree: unknown): unknown {
  if (Array.isArray(tree)) return bare(tree.flatMap((one) => (isSpan(one) ? spanned(one) : [walked(one)])));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, one]) => [name, walked(one)]));
}

type Span = Extract<Inline, { t: 'Span' }>;

const isSpan = (one: unknown): one is Span => typeof one === 'object' && one !== null && 't' in one && one.t === 'Span';

function spanned(span: Span): unknown[] {
  const [[, classes], words] = span.c;
  // A link to the apparatus, around the words.
  if (classes.includes('reading') || classes.includes('remark'))
    return words.flatMap((one) => (one.t === 'Link' ? inlines(one.c[1]) : inlines([one])));
  return [{ t: 'Span', c: [span.c[0], inlines(words)] }];
}

/** What editors supplied without the brackets that the export prints around it. */
function bare(list: unknown[]): unknown[] {
  return list.map((one, index) => {
    const isSupplied = (other: unknown) => isSpan(other) && other.c[0][1].includes('supplied');
    const inline = one as Inline | undefined;
    if (typeof inline !== 'object' || inline === null || inline.t !== 'Str') return one;
    const open = isSupplied(list[index + 1]) ? inline.c.replace(/\[$/, '') : inline.c;
    return { t: 'Str', c: isSupplied(list[index - 1]) ? open.replace(/^\]/, '') : open };
  });
}
