/** What is asked of elements of XML, such as JATS. */
import type { Element, Root } from 'xast';

export type Parent = Element | Root;

/** The elements of a name right below one. */
export const childrenNamed = (parent: Parent | undefined, name: string): Element[] =>
  (parent?.children ?? []).filter((child): child is Element => child.type === 'element' && child.name === name);

/** All elements of a name below one, in the order of the file. */
export const allNamed = (parent: Parent | undefined, name: string): Element[] =>
  (parent?.children ?? []).flatMap((child) =>
    child.type === 'element' ? [...(child.name === name ? [child] : []), ...allNamed(child, name)] : [],
  );

/** The words of an element on one line, those of some elements in it left out. */
export const textOf = (node: Parent | undefined, without: readonly string[] = []): string =>
  (node?.children ?? [])
    .map((child) =>
      child.type === 'text' || child.type === 'cdata'
        ? child.value
        : child.type === 'element' && !without.includes(child.name)
          ? textOf(child, without)
          : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of the first element of a name. */
export const said = (parent: Parent | undefined, name: string, without: readonly string[] = []): string | undefined => {
  const [first] = allNamed(parent, name);
  return textOf(first, without) || undefined;
};

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes[name] ?? undefined;
