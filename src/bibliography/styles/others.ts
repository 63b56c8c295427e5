/**
 * "And others" behind the names that are known. CSL has no variable for it: a style writes "et al." where a list of names is
 * longer than it allows (CSL 1.0.2, "Et-al Abbreviation"). So it gets one name more than is known, and is allowed the known ones.
 */
import { type CslTree, changed, isTree } from './tree.ts';

/** The name more, which is never printed. */
export const oneMore = { literal: 'others' } as const;

/** Whether an element prints authors: by itself, or in place of what is not there (`substitute`). */
const printsAuthors = ({ attrs, children }: CslTree): boolean =>
  (attrs['variable'] ?? '').split(' ').includes('author') ||
  children
    .filter(isTree)
    .some((child) => child.name === 'substitute' && child.children.filter(isTree).some(printsAuthors));

/**
 * A style that abbreviates authors after so many, in its own way: with or without a comma, upright or in italics. Where it
 * abbreviates one name more anyhow (MLA: three), its own number counts.
 *
 * @param isWithComma whether a comma stands before "et al." behind one name too
 */
export function abbreviatedAfter(known: number, style: CslTree, isWithComma = false): CslTree {
  const isShort = ({ attrs }: CslTree) => Number(attrs['et-al-min'] ?? Number.POSITIVE_INFINITY) <= known + 1;
  const list = style.children.filter(isTree).find(({ name }) => name === 'bibliography');
  if (list && isShort(list)) return style;
  const limits = {
    'et-al-min': `${known + 1}`,
    'et-al-use-first': `${known}`,
    'et-al-use-last': 'false',
    ...(isWithComma ? { 'delimiter-precedes-et-al': 'always' } : {}),
  };
  const limited = (child: CslTree | string) =>
    isTree(child) && child.name === 'name' && !isShort(child)
      ? { ...child, attrs: { ...child.attrs, ...limits } }
      : child;
  return changed(style, (element, parent) => {
    if (element.name !== 'names' || !printsAuthors(element)) return element;
    // One without a name of its own prints names as the one does in whose place it stands.
    const isNamed = parent === 'substitute' || element.children.some((child) => isTree(child) && child.name === 'name');
    const children = isNamed ? element.children : [{ name: 'name', attrs: {}, children: [] }, ...element.children];
    return { ...element, children: children.map(limited) };
  });
}
