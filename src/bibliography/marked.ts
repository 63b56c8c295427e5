/** Titles in which words are set off: CO₂ with its subscript, a species in italics. */

/** How words of a title are set off. */
export type TitleStyle = 'emphasis' | 'strong' | 'superscript' | 'subscript' | 'smallCaps' | 'underline' | 'code';

/** A title in pieces: plain text, and words that are set off from it. */
export type MarkedText = readonly (string | { readonly style: TitleStyle; readonly children: MarkedText })[];
