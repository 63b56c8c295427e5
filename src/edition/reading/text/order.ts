/** Where in a text its parts may stand. */
import { type Block, isEndMatter } from '../../model.ts';
import type { TextContext } from './context.ts';
import { partNames } from './elements.ts';

/** What opens a text stands before it, what closes it behind it. */
export function checkOrder(context: TextContext, body: readonly Block[]): void {
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
      context.fault(
        block.line,
        `${nameOf(block)} after other text`,
        'put it at the beginning of the text, or below a heading',
      );
    if (before && isEndMatter(before) && !isEndMatter(block))
      context.fault(
        block.line,
        `text after ${nameOf(before)}`,
        `put ${nameOf(before)} behind it, at the end of the text`,
      );
  }
}
