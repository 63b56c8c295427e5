import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

/**
 * An element as an XML document. The tree is built with xastscript, whose serializer closes and escapes everything; what XML
 * cannot hold at all is refused here.
 *
 * @throws RangeError for a character outside XML 1.0's Char production (section 2.2): a control, a lone surrogate
 */
export function xmlDocument(root: Element | Root): string {
  const xml = toXml(root, { closeEmptyElements: true });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const wrong = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.exec(xml);
  if (wrong)
    throw new RangeError(
      `U+${wrong[0].charCodeAt(0).toString(16).padStart(4, '0')} has no place in XML, near «${xml.slice(Math.max(0, wrong.index - 30), wrong.index)}»`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
