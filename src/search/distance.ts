/** How far a misspelled word is from a word of the texts. */

/** Letters of one sound: who writes by ear takes one for another. */
const sounds = ['صسث', 'قغ', 'زذضظ', 'تط', 'حه', 'اع', 'ck', 'sz', 'iy', 'vw'];
/** Letters of one shape but for their dots, and vowels of Latin words. */
const shapes = ['بپتثنی', 'جچحخ', 'دذ', 'رزژ', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'کگ', 'aeiouy'];
/** Letters that Persian spelling writes in a foreign word or leaves out. */
const weak = new Set('اویعهءaeiouh');

/** What two letters cost that were changed about. */
const changedAbout = 0.7;

const pairs = new Map<string, number>();
for (const [groups, cost] of [
  [shapes, 0.6],
  [sounds, 0.3],
] as const) {
  for (const group of groups) for (const a of group) for (const b of group) if (a !== b) pairs.set(a + b, cost);
}

/**
 * The edits from one word to another, letter by letter (Damerau's distance, no letter edited twice): a letter for another of its
 * sound or shape, a doubled letter, a weak one too many or too few, and two letters changed about cost less than one.
 *
 * @param most the search ends, with more than that, where every way costs more
 */
export function distanceOf(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most * 2) return most + 1;
  let before: number[] = [];
  let leastBefore = 0;
  let row = [0];
  for (let j = 0; j < b.length; j += 1) row.push((row[j] as number) + loose(b, j));
  for (let i = 0; i < a.length; i += 1) {
    const next = [(row[0] as number) + loose(a, i)];
    let least = next[0] as number;
    for (let j = 0; j < b.length; j += 1) {
      const same = a[i] === b[j];
      let cost = Math.min(
        (row[j] as number) + (same ? 0 : (pairs.get(`${a[i]}${b[j]}`) ?? 1)),
        (row[j + 1] as number) + loose(a, i),
        (next[j] as number) + loose(b, j),
      );
      if (i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j] && !same)
        cost = Math.min(cost, (before[j - 1] as number) + changedAbout);
      next.push(cost);
      if (cost < least) least = cost;
    }
    // Two letters changed about go on from the row before the last.
    if (least > most && leastBefore + changedAbout > most) return most + 1;
    leastBefore = least;
    before = row;
    row = next;
  }
  return row.at(-1) as number;
}

/** What it costs to leave out a letter. */
function loose(word: string, index: number): number {
  if (word[index] === word[index - 1]) return 0.4;
  return index > 0 && weak.has(word[index] as string) ? 0.7 : 1;
}

/** Whether two words begin with letters of one sound. */
export const soundsAlike = (a: string, b: string): boolean =>
  sounds.some((group) => group.includes(a[0] ?? ' ') && group.includes(b[0] ?? ' '));

/** How far a word may be from another, by its length: in a short one every letter tells. */
export const mostEdits = (length: number): number => (length <= 3 ? 0.3 : length <= 5 ? 1 : length <= 8 ? 1.4 : 2);
