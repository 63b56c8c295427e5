/**
 * A long text that was pasted: a sentence with an error, a line out of a PDF with the number of a note among its words, a line of
 * a broken source. Its letters, four by four, tell which passage it is of: damage and changed order leave most of them together.
 */
import { wordsOf } from '../text/fold.ts';
import type { Collection, Entry, Pause } from './collection.ts';

/** How many letters are looked for together. */
const together = 4;

/** Of fewer letters than this nothing is told. */
const fewest = 24;

/** A share of the letters below this is chance. */
const least = 0.16;

/**
 * The letters of a text without digits and without ز, for which damaged texts have the stroke that lengthens a word; nothing
 * where there are too few.
 */
export function lettersOf(text: string): string | undefined {
  const letters = plain(
    wordsOf(text)
      .map((word) => word.fold)
      .join(''),
  );
  return letters.length >= fewest ? letters : undefined;
}

const plain = (fold: string): string => fold.replace(/[\dز]/g, '');

/**
 * The passages that have the letters of a text in the same order, stretch by stretch.
 *
 * @returns each with the share that it has, weighed by how rare the stretches are
 */
export async function longPassages(
  collection: Collection,
  letters: string,
  pause: Pause,
): Promise<{ readonly entry: Entry; readonly share: number }[]> {
  const stretches = new Map<string, number>();
  for (let at = 0; at + together <= letters.length; at += 1) {
    const stretch = letters.slice(at, at + together);
    stretches.set(stretch, stretches.get(stretch) ?? stretches.size);
  }
  const passages = new Float64Array(stretches.size);
  const found: { entry: Entry; has: Set<number> }[] = [];
  for (const entry of collection.entries) {
    const text = plain(entry.prepared.shown.text);
    const has = new Set<number>();
    for (let at = 0; at + together <= text.length; at += 1) {
      const id = stretches.get(text.slice(at, at + together));
      if (id !== undefined) has.add(id);
    }
    for (const id of has) passages[id] = (passages[id] as number) + 1;
    if (has.size > 2) found.push({ entry, has });
    await pause();
  }
  const size = collection.entries.length;
  const rarity = Array.from(passages, (count) => Math.log(1 + size / (count + 0.5)));
  const all = rarity.reduce((sum, one) => sum + one, 0);
  return found
    .map(({ entry, has }) => ({
      entry,
      share: [...has].reduce((sum, id) => sum + (rarity[id] as number), 0) / all,
    }))
    .filter(({ share }) => share >= least);
}
