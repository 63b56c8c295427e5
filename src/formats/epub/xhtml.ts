/** XHTML documents of a book (EPUB 3.3, section 6.1). */
import type { Element, ElementContent, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { x } from 'xastscript';
import { directionOf } from '../../text/languages.ts';
import { printable } from '../../text/printable.ts';
import { xmlDocument } from '../xml.ts';

export type Content = ElementContent | string;

/** The language and the direction of a text, both in HTML's words and in XML's. */
export const langOf = (language: string) => ({
  lang: language,
  'xml:lang': language,
  dir: directionOf(language),
});

/** The tree with every text printable: a book with one stray control in it can still be read. */
function cleaned<T extends Root | ElementContent>(node: T): T {
  if (node.type === 'text') return { ...node, value: printable(node.value) };
  const attributes =
    node.type === 'element'
      ? {
          attributes: Object.fromEntries(
            Object.entries(node.attributes).map(([name, value]) => [name, value && printable(value)]),
          ),
        }
      : {};
  if (!('children' in node)) return node;
  return { ...node, ...attributes, children: node.children.map((child) => cleaned(child as ElementContent)) } as T;
}

/** An element as an XML file, every text printable. */
export const xmlFile = (root: Element): string => xmlDocument(cleaned(root));

/** A document with its title, in its language and direction. */
export function xhtml(title: string, language: string, body: readonly Content[]): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype', name: 'html' },
      x(
        'html',
        {
          xmlns: 'http://www.w3.org/1999/xhtml',
          'xmlns:epub': 'http://www.idpf.org/2007/ops',
          ...langOf(language),
        },
        x('head', {}, x('title', title), x('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' })),
        x('body', {}, ...body),
      ),
    ],
  };
  return xmlDocument(cleaned(root));
}

/** An address as a link may hold it (WHATWG URL); what is no address is none. */
export function safeAddress(url: string): string | undefined {
  try {
    const { href, protocol } = new URL(url);
    return /^(https?|mailto):$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** A link to another host, or its words alone where it is no address. */
export function outerLink(url: string, content: readonly Content[]): Element {
  const href = safeAddress(url);
  return href === undefined ? x('span', {}, ...content) : x('a', { href }, ...content);
}

/** An address that shows itself. */
export const shownAddress = (url: string): Element => {
  const href = safeAddress(url);
  return href === undefined ? x('bdi', { dir: 'ltr' }, url) : x('a', { href, dir: 'ltr' }, url);
};

/** What the CSL engine answered, escaped HTML with italics and links, as a tree. */
export function fromReference(html: string): ElementContent[] {
  const [root] = fromXml(`<span>${printable(html)}</span>`).children;
  return root?.type === 'element' ? root.children.map(withSafeLinks) : [];
}

function withSafeLinks(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const children = node.children.map(withSafeLinks);
  if (node.name !== 'a') return { ...node, children };
  const href = safeAddress(node.attributes['href'] ?? '');
  return href === undefined ? x('bdi', { dir: 'ltr' }, children) : x('a', { href, dir: 'ltr' }, children);
}
