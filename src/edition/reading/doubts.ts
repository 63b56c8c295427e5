/** What may be a slip in a draft and may be meant: `check` says it, and it keeps nobody from anything. */
import { type CitedWork, titlesOf } from '../../bibliography/work.ts';
import type { Fault } from '../../faults.ts';
import { baseOf, directionOf, textsOf } from '../../text/languages.ts';
import { isLatin } from '../../text/runs.ts';
import { type Block, type Metadata, sayBlocks } from '../model.ts';
import type { LineOf } from './yaml.ts';

/** The same without its place. */
type Doubt = Pick<Fault, 'what' | 'fix'>;

/**
 * What is odd in words that are said to be of a language: its script runs from right to left, and all their letters are Latin.
 *
 * @param what names the words
 * @param tag a BCP 47 tag
 */
export function doubtOfLetters(what: string, text: string, tag: string): Doubt | undefined {
  if (directionOf(tag) !== 'rtl' || !isLatin(text)) return undefined;
  return {
    what: `${what} has the tag of a language that is written from right to left (${tag}), and Latin letters alone`,
    fix: `write the tag of the language that it is in, or, if these are words of it in Latin letters, ${baseOf(tag)}-Latn`,
  };
}

/** What is odd in the letters of the facts of a draft, of its text and of the works that it cites, each with its line. */
export function doubtsOfLetters(
  facts: { readonly metadata: Metadata; readonly file: string; readonly lineOf: LineOf },
  body: readonly Block[],
  works: readonly CitedWork[],
): Fault[] {
  const { metadata, file, lineOf } = facts;
  const at = (path: readonly PropertyKey[], what: string, text: string, tag: string): Fault[] => {
    const doubt = doubtOfLetters(what, text, tag);
    return doubt ? [{ file, line: lineOf(path), ...doubt }] : [];
  };
  return [
    ...at(['language'], 'the text', sayBlocks(body).join(' '), metadata.language),
    ...textsOf(metadata.titles).flatMap(({ language, value }) =>
      at(['titles', language], 'a title', value.value, language),
    ),
    ...textsOf(metadata.keywords).flatMap(({ language, value }) =>
      at(['keywords', language], 'the list of keywords', value.join(' '), language),
    ),
    ...works.flatMap((work) => {
      const doubt = doubtOfLetters(`the title of ${work.key}`, titlesOf(work).title ?? '', work.language);
      return doubt ? [{ file: work.file, line: work.line, ...doubt }] : [];
    }),
  ];
}
