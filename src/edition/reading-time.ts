import { plainText, runningTexts, type Version } from './model.ts';

/**
 * Words a minute. Silent reading of plain texts in 17 languages took 184 words a minute on average (Trauzettel-Klosinski and
 * Dietz, «Standardized assessment of reading performance», IOVS 53(9), 2012); Persian was not among them, and scholarly prose
 * is no faster.
 */
const wordsPerMinute = 180;

/** How many minutes the body of a version takes to read, tables included; a part of a minute is a whole one. */
export function readingMinutes(version: Version): number {
  const words = version.body
    .flatMap(runningTexts)
    .flatMap((text) => plainText(text).split(/\s+/))
    .filter((word) => word !== '');
  return Math.max(1, Math.ceil(words.length / wordsPerMinute));
}
