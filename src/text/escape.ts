const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as it stands in XML or HTML, between tags or as the value of an attribute in double quotation marks. A tree and its
 * serializer are better where there is one.
 */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => named[character] as string);

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The text that was escaped so: by {@link escapeXml}, or with the decimal references of the citation engine. */
export const unescapeXml = (markup: string): string =>
  markup.replace(/&(?:#(\d+)|(lt|gt|amp|quot));/g, (_, code?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(Number(code)) : (characters[name] as string),
  );
