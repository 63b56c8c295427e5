const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as it stands in XML or HTML, between tags or as the value of an attribute in double quotation marks. A tree and its
 * serializer are better where there is one.
 */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => named[character] as string);
