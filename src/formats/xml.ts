import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** Refuses what XML cannot hold. In the tree: the serializer drops controls without a word. */
function refuseWrong(node: Root | Root['children'][number]): void {
  const texts = 'attributes' in node ? Object.values(node.attributes) : 'value' in node ? [node.value] : [];
  for (const text of texts) {
    const wrong = outsideXml.exec(String(text));
    if (wrong)
      throw new RangeError(
        `U+${wrong[0].charCodeAt(0).toString(16).padStart(4, '0')} has no place in XML, near "${String(text).slice(Math.max(0, wrong.index - 30), wrong.index)}"`,
      );
  }
  if ('children' in node) for (const child of node.children) refuseWrong(child);
}

/**
 * An element as an XML document. The tree is built with xastscript, whose serializer closes and escapes everything; what XML
 * cannot hold at all is refused here.
 *
 * @throws RangeError for a character outside XML 1.0's Char production (section 2.2): a control, a lone surrogate
 */
export function xmlDocument(root: Element | Root): string {
  refuseWrong(root);
  // The serializer leaves > alone, and ]]> may not stand in text (XML 1.0, section 2.4).
  const xml = toXml(root, { closeEmptyElements: true }).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
