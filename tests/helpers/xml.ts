import { XmlDocument } from 'libxml2-wasm';

/** What an XPath finds in a document, as texts. */
export function found(xml: string, xpath: string, namespaces: Readonly<Record<string, string>> = {}): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content);
}

/** The namespaces of what articles are exported to, by the letters that tests write. */
export const namespaces = {
  t: 'http://www.tei-c.org/ns/1.0',
  h: 'http://www.w3.org/1999/xhtml',
  m: 'http://www.w3.org/1998/Math/MathML',
  x: 'http://www.w3.org/1999/xlink',
} as const;

/** What a format has for a construct: how many places each XPath finds. */
export type Places = Readonly<Record<string, number>>;

/** How many places of a file each XPath finds. */
export function counted(xml: string, places: Places): Places {
  using document = XmlDocument.fromString(xml);
  return Object.fromEntries(Object.keys(places).map((xpath) => [xpath, document.find(xpath, namespaces).length]));
}
