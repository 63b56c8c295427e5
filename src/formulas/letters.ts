/** The letters of a formula as a source would have them: no commands, no signs of TeX. */
export const lettersOf = (tex: string): string => tex.replace(/\\[A-Za-z]+|[\\{}^_&$]/g, '');
