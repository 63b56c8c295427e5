import { XmlDocument } from 'libxml2-wasm';

/** What an XPath finds in a document, as texts. */
export function found(xml: string, xpath: string, namespaces: Readonly<Record<string, string>> = {}): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content);
}
