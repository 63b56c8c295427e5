/** What references call the numbered parts of a text. */
import { labelOf } from '../edition/labels.ts';
import { type Passage, paragraphs, type ReferenceLanguage } from './passage.ts';

/**
 * The passage at an anchor.
 *
 * @param anchor of a paragraph, `p12`, or of a part that has a label, `fig2`
 */
export function passageAt(anchor: string): Passage {
  const number = Number(/^p(\d+)$/.exec(anchor)?.[1]);
  if (number > 0) return paragraphs(number);
  const called = (language: ReferenceLanguage) => labelOf(anchor, language) ?? '';
  return { anchor, fa: called('fa'), ar: called('ar'), en: called('en') };
}
