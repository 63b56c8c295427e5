/** The link of a numbered part to itself: it can be copied, and the script, which knows what references call the part, offers to cite it. */
import type { Element } from 'hast';
import { h } from 'hastscript';

/**
 * @param id the anchor of the part
 * @param text what is printed: the label of the part, or its number
 * @param given more that the link has
 */
export function permanentLink(
  id: string,
  text: string | undefined,
  {
    className = [],
    ariaLabel,
  }: { readonly className?: readonly string[]; readonly ariaLabel?: string | undefined } = {},
): Element {
  return h('a', { className: ['at', ...className], href: `#${id}`, ariaLabel }, text);
}
