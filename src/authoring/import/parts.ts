/**
 * What stands apart in a manuscript, as every reader gives it to the writer of texts, whatever it was called before: divisions and
 * spans of the tree, by these classes.
 */
import type { PartKind } from '../../edition/model.ts';
import { type Attr, attributeOf, type Block, type Inline } from './tree.ts';

const boxes = ['boxed-text', 'callout', 'box', 'admonition'];

/** The elements of a text that pandoc knows no block for, by the class of their division. */
const kinds: readonly PartKind[] = ['dedication', 'epigraph', 'acknowledgements', 'appendix', 'glossary'];

/** The kind of part that a division is, if it is one. */
export function partIn([, classes]: Attr): PartKind | undefined {
  if (classes.some((one) => boxes.includes(one) || one.startsWith('callout-'))) return 'box';
  return kinds.find((kind) => classes.includes(kind));
}

type Div = Extract<Block, { t: 'Div' }>;

/** Whether a block says from where a quotation, a verse, a table or a figure is: a division of this class. */
export const isCredit = (block: Block): block is Div => block.t === 'Div' && block.c[0][1].includes('attrib');

/** Such a block; in a caption it is the credit of what has the caption. */
export const creditOf = (inlines: readonly Inline[], licence?: string): Div => ({
  t: 'Div',
  c: [['', ['attrib'], licence === undefined ? [] : [['licence', licence]]], [{ t: 'Plain', c: inlines }]],
});

/** A note of a table, within its caption: its cells lead to it by its id. */
export interface TreeTableNote {
  readonly id: string;
  /** What calls it. */
  readonly sign: string;
  readonly blocks: readonly Block[];
}

export const tableNoteOf = ({ id, sign, blocks }: TreeTableNote): Div => ({
  t: 'Div',
  c: [[id, ['table-note'], [['sign', sign]]], blocks],
});

/** A caption and what stands below its table or figure. */
export interface Captioned {
  readonly words: readonly Block[];
  readonly credits: readonly Div[];
  readonly notes: readonly TreeTableNote[];
}

/** @param caption of a table or a figure */
export function captionedIn(caption: readonly Block[]): Captioned {
  const isNote = (block: Block): block is Div => block.t === 'Div' && block.c[0][1].includes('table-note');
  return {
    words: caption.filter((block) => !isCredit(block) && !isNote(block)),
    credits: caption.filter(isCredit),
    notes: caption
      .filter(isNote)
      .map(({ c: [attr, blocks] }) => ({ id: attr[0], sign: attributeOf(attr, 'sign') ?? '', blocks })),
  };
}

/** An empty span, which says something of what it begins. */
const mark = (id: string, name: string): Inline => ({ t: 'Span', c: [[id, [name], []], []] });

/** The number of a paragraph in an export of ours, by which the text calls it; it begins the paragraph. */
export const paragraphMark = (id: string): Inline => mark(id, 'paragraph');

/** The name of a verse; it begins its first line. */
export const verseMark = (id: string): Inline => mark(id, 'verse');

/** The id in such a mark at the beginning of a text; that of a note is the name by which it may be called more than once. */
export function markIn(inlines: readonly Inline[], name: 'paragraph' | 'note' | 'verse'): string | undefined {
  const [first] = inlines;
  return first?.t === 'Span' && first.c[1].length === 0 && first.c[0][1].includes(name) ? first.c[0][0] : undefined;
}
