/** Formulas as MathML in HTML. */
import type { Element, ElementContent } from 'hast';
import type { Element as XmlElement } from 'xast';
import { mathOf } from '../formulas/mathml.ts';

/** @param isDisplay whether it stands on a line of its own */
export const renderFormula = (tex: string, isDisplay: boolean): Element => asHtml(mathOf(tex, isDisplay));

const asHtml = ({ name, attributes, children }: XmlElement): Element => ({
  type: 'element',
  tagName: name,
  properties: { ...attributes },
  children: children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') return [asHtml(child)];
    return child.type === 'text' ? [{ type: 'text', value: child.value }] : [];
  }),
});
