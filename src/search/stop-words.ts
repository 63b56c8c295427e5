import { stemOf, wordsOf } from '../text/fold.ts';

/**
 * Words that stand in nearly every passage and tell none apart. They are not indexed, which makes the index a third smaller,
 * and not asked for; in a phrase they are held against the text as every other word.
 */
const words =
  'و در به از که این را با است آن برای بر تا هم یا نیز شد شده شود بود بوده کرد کرده کند کنند می خود دو یک دیگر میان بین پس هر اما باید ' +
  'the of and to in a is that for on as with by was were are it its this be an or at from has have had which not';

let stems: ReadonlySet<string> | undefined;

/** Their stems; made when they are first needed, so that a page begins without them. */
export const stopWords = (): ReadonlySet<string> => {
  stems ??= new Set(wordsOf(words.replaceAll(' ', ' · ')).map((word) => stemOf(word.fold)));
  return stems;
};
