/** The elements of HTML and XHTML for styles of text; for small capitals they have none. */
export const styledElements = { strong: 'strong', superscript: 'sup', subscript: 'sub', underline: 'u' } as const;
