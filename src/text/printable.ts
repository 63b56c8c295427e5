/**
 * What no page, book or plain file can hold: controls, lone surrogates and noncharacters, which XML refuses (XML 1.0, Char
 * production, section 2.2) and readers take for line ends or drop.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
export const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}/gu;

/**
 * The text with U+FFFD, the replacement character, for each character that cannot be printed: the place stays seen, and the
 * file well-formed.
 */
export const printable = (text: string): string => text.replace(unprintable, '\ufffd');
