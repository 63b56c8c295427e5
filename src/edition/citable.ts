/** What of a version can be cited by itself: its paragraphs and its numbered parts. */
import { labelOf } from './labels.ts';
import { type Block, blocksIn, type Inline, plainText, sayBlocks, titledBlocks, type Version } from './model.ts';

export interface Citable {
  /** Its anchor: `p12`, `fig2`. */
  readonly id: string;
  /** The words with which it opens, or its caption. */
  readonly opening: string;
}

/** In the order of the text. */
export const citablesOf = ({ body }: Version): readonly Citable[] => body.flatMap(citablesIn);

function citablesIn(block: Block): Citable[] {
  const inside = blocksIn(block).flatMap(citablesIn);
  // Sections have addresses, and no words of their own; a paragraph that is not counted has no label.
  const isCitable = block.type !== 'heading' && labelOf(block.id, 'en') !== undefined;
  return isCitable ? [{ id: block.id, opening: openingOf(block) }, ...inside] : inside;
}

function openingOf(block: Block): string {
  const said = (text: readonly Inline[] | undefined) => plainText(text ?? []);
  switch (block.type) {
    case 'table':
    case 'figure':
      return said(block.caption);
    case 'verse':
      return block.stanzas[0]?.[0]?.map(plainText).join(' ') ?? '';
    case 'listing':
      return block.value.trim().split('\n')[0] ?? '';
    case 'formula':
      return block.tex;
    case 'part': {
      const { title, blocks } = titledBlocks(block);
      return title ? said(title.children) : (sayBlocks(blocks)[0] ?? '');
    }
    default:
      return sayBlocks([block])[0] ?? '';
  }
}
