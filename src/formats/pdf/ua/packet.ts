/** The XMP packet of a file (ISO 16684-1): its properties, each with the namespace that its prefix stands for. */
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';

export interface Property {
  readonly prefix: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly text: string;
  /** Whether it has a text for any language (`x-default`). */
  readonly hasDefault: boolean;
}

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

type Scope = ReadonlyMap<string, string>;

/** Reads a packet; nothing of one that is no XML. */
export function propertiesOf(xml: string): readonly Property[] | undefined {
  const properties: Property[] = [];
  const visit = (element: Element, outer: Scope): void => {
    const scope = scopeOf(element, outer);
    const isDescription = isNamed(element.name, rdf, 'Description', scope);
    if (isDescription) properties.push(...attributesOf(element, scope));
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      if (isDescription) properties.push(propertyOf(child, scopeOf(child, scope)));
      else visit(child, scope);
    }
  };
  try {
    for (const child of fromXml(xml.replace(/^\ufeff/, '')).children)
      if (child.type === 'element') visit(child, new Map());
  } catch {
    return undefined;
  }
  return properties;
}

const scopeOf = ({ attributes }: Element, outer: Scope): Scope => {
  const own = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    name.startsWith('xmlns:') && value ? [[name.slice('xmlns:'.length), value]] : [],
  );
  return own.length === 0 ? outer : new Map([...outer, ...own]);
};

const split = (name: string): readonly [prefix: string, name: string] => {
  const [prefix = '', local] = name.split(':');
  return local === undefined ? ['', prefix] : [prefix, local];
};

function isNamed(qualified: string, namespace: string, name: string, scope: Scope): boolean {
  const [prefix, local] = split(qualified);
  return local === name && scope.get(prefix) === namespace;
}

const attributesOf = ({ attributes }: Element, scope: Scope): Property[] =>
  Object.entries(attributes).flatMap(([qualified, value]) => {
    const [prefix, name] = split(qualified);
    if (prefix === '' || prefix === 'xmlns' || prefix === 'xml') return [];
    return [{ prefix, namespace: scope.get(prefix), name, text: value ?? '', hasDefault: false }];
  });

function propertyOf(element: Element, scope: Scope): Property {
  const [prefix, name] = split(element.name);
  return { prefix, namespace: scope.get(prefix), name, text: textOf(element), hasDefault: hasDefault(element) };
}

const textOf = ({ children }: Element): string =>
  children
    .map((child) => (child.type === 'element' ? textOf(child) : child.type === 'text' ? child.value : ''))
    .join('')
    .trim();

const hasDefault = ({ attributes, children }: Element): boolean =>
  attributes['xml:lang'] === 'x-default' || children.some((child) => child.type === 'element' && hasDefault(child));
