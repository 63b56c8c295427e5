/** The file of a version's plain text, to which records of other formats lead. */
export const textFile = {
  name: 'Plain text',
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
} as const;
