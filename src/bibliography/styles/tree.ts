/** A style or a locale of CSL as a tree, as citeproc works on it. */
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** An element as citeproc reads it. */
export interface CslTree {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslTree | string)[];
}

export const isTree = (child: CslTree | string): child is CslTree => typeof child !== 'string';

/** A style in XML as a tree; the white space between its elements is none of it. */
export function treeOfXml(xml: string): CslTree {
  const tree = ({ name, attributes, children }: Element): CslTree => ({
    name,
    attrs: Object.fromEntries(Object.entries(attributes).map(([attribute, value]) => [attribute, value ?? ''])),
    children: children.flatMap((child) =>
      child.type === 'element' ? tree(child) : child.type === 'text' && child.value.trim() !== '' ? child.value : [],
    ),
  });
  return tree(fromXml(xml).children.find((child) => child.type === 'element') as Element);
}

/** A tree with each element changed, or left out, those inside first. */
export function changed(
  tree: CslTree,
  change: (element: CslTree, parent: string) => CslTree | undefined,
  parent = '',
): CslTree {
  const visit = (element: CslTree, above: string): CslTree | undefined =>
    change(
      {
        ...element,
        children: element.children.flatMap((child) => (isTree(child) ? (visit(child, element.name) ?? []) : child)),
      },
      above,
    );
  return visit(tree, parent) as CslTree;
}

/** A style whose references are not numbered: the number belongs to a list, not to one reference. */
export const unnumbered = (style: CslTree): CslTree =>
  changed(style, (element) => {
    if (element.attrs['variable'] === 'citation-number') return undefined;
    const { 'second-field-align': _margin, ...attrs } = element.attrs;
    return { ...element, attrs };
  });
