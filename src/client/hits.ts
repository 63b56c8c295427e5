/** What Pagefind finds, in the order in which it is read. */

/** What Pagefind answers of a leaf. */
export interface Hit {
  readonly id: string;
  /** The places of the words that match, as numbers of words in the leaf. */
  readonly words: readonly number[];
}

/** How many words Pagefind is asked for. */
export const wordsIn = (terms: string): number => terms.split(' ').filter((term) => term !== '').length;

/**
 * The ids of hits, those first in which as many places as there are words stand near to each other: there a passage is likely to
 * have all of them. Nearness counts in doublings; where it is equal, the order stays as Pagefind has it.
 *
 * @param words how many words were asked for
 */
export function togetherFirst(hits: readonly Hit[], words: number): string[] {
  if (words < 2) return hits.map(({ id }) => id);
  return hits
    .map(({ id, words: places }) => ({ id, distance: Math.floor(Math.log2(spanOf(places, words))) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ id }) => id);
}

/** The shortest stretch that holds so many of the places: 1 for two neighbours. */
function spanOf(places: readonly number[], count: number): number {
  const sorted = places.toSorted((a, b) => a - b);
  let shortest = Number.POSITIVE_INFINITY;
  for (let last = count - 1; last < sorted.length; last += 1)
    shortest = Math.min(shortest, (sorted[last] as number) - (sorted[last - count + 1] as number));
  return Math.max(shortest, 1);
}
