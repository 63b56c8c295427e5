import type { Element } from 'xast';

const mathml = 'http://www.w3.org/1998/Math/MathML';

/**
 * A formula for XML: in the namespace of MathML.
 *
 * @param prefix of the names, which stand bare without one
 */
export function inNamespace(math: Element, prefix?: string): Element {
  const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  const named = prefix === undefined ? math : withPrefix(math, prefix);
  return { ...named, attributes: { [declaration]: mathml, ...named.attributes } };
}

const withPrefix = (node: Element, prefix: string): Element => ({
  ...node,
  name: `${prefix}:${node.name}`,
  children: node.children.map((child) => (child.type === 'element' ? withPrefix(child, prefix) : child)),
});
