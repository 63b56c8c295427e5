/**
 * The name of the file that holds the text of a passage.
 *
 * @param id Pagefind's id of it, `fa_` and hexadecimal digits
 * @param count how many files there are
 */
export const shardOf = (id: string, count: number): string =>
  count === 1 ? 'all' : String(Number.parseInt(id.slice(3, 10), 16) % count);
