/** A text on one line, for formats of one value a line: every run of white space is one space, and there is none at the ends. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
