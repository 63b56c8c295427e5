/** What references call the numbered parts of a text. */
import { labelOf } from '../edition/labels.ts';
import { type Passage, paragraphs } from './passage.ts';

/**
 * The passage at an anchor.
 *
 * @param anchor of a paragraph, `p12`, or of a part that has a label, `fig2`
 */
export function passageAt(anchor: string): Passage {
  const number = Number(/^p(\d+)$/.exec(anchor)?.[1]);
  if (number > 0) return paragraphs(number);
  return { anchor, fa: labelOf(anchor, 'fa') ?? '', en: labelOf(anchor, 'en') ?? '' };
}
