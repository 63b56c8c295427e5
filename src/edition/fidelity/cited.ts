/** What a draft says where it cites, held against what its bibliography says: a slip in either reaches every reader. */

import type { Fault } from '../../faults.ts';
import { toLatinDigits } from '../../text/digits.ts';
import { wordsOf } from '../../text/fold.ts';
import { worksOf } from '../mentions.ts';
import { flatBlocks, plainText, runningTexts, textsOfNote, type Version } from '../model.ts';

const stemsOf = (text: string): string[] => wordsOf(text).map(({ stem }) => stem);

/** Numbers, and those of Roman figures that a place is told by: `xii`. */
const numbersIn = (text: string): string[] =>
  toLatinDigits(text)
    .toLowerCase()
    .match(/\d+|(?<![\p{L}\d])[ivxlcdm]+(?!\p{L})/gu) ?? [];

/** Released versions are left alone: they cannot be mended. */
export function checkCitations(version: Version): Fault[] {
  if (version.status !== 'draft') return [];
  const texts = [...flatBlocks(version).flatMap((block) => runningTexts(block)), ...version.notes.flatMap(textsOfNote)];
  const stems = new Set(texts.flatMap((text) => stemsOf(plainText(text))));
  const foreign = worksOf(version).flatMap(({ key, printed, file, line }): Fault[] =>
    printed
      .filter((form) => !stemsOf(form).every((stem) => stems.has(stem)))
      .map((form) => ({
        file,
        line,
        what: `${key} has the printed form "${form}", which does not occur in the text of ${version.number}`,
        fix: 'write under printed how the text names the work',
      })),
  );
  const astray = version.citations.flatMap(({ key, locator, locatorKind = 'page', line, children }): Fault[] => {
    const said = numbersIn(plainText(children));
    // Persian has no Roman figures: where it says `xii`, it says it with a word or a number.
    const hasLatin = /\p{Script=Latin}/u.test(plainText(children));
    const missing = numbersIn(locator ?? '').filter(
      (number) => !said.includes(number) && (hasLatin || /\d/.test(number)),
    );
    return missing.length === 0
      ? []
      : [
          {
            file: version.file,
            line,
            what: `the citation of ${key} is of ${locatorKind} ${missing.join(', ')}, and the text says "${plainText(children)}"`,
            fix: 'give after ? the pages, or another place, that the text names',
          },
        ];
  });
  return [...foreign, ...astray];
}
