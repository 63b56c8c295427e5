/**
 * Where text of another direction stands inside a text, so that it can be isolated (Unicode Bidirectional Algorithm,
 * UAX #9, section 6.1: use isolates rather than marks).
 */

/** A stretch of text of one script direction; `start` and `end` are UTF-16 offsets, `end` is exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

const latin = /\p{Script=Latin}/u;
const persian = /\p{Script=Arabic}/u;
const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”', '"': '"', '‘': '’' };

/** Whether the text has Latin letters and none of the Arabic script. */
export function isLatin(text: string): boolean {
  return latin.test(text) && !persian.test(text.replace(/[۰-۹٠-٩،؛؟]/g, ''));
}

/** Whether the text has letters of the Arabic script. */
export const isPersian = (text: string): boolean => /(?!\p{N})\p{Script=Arabic}/u.test(text);

/** Moves the end over closing marks that belong to a bracket opened inside or just before the run. */
function widenOverBrackets(text: string, start: number, end: number): Run {
  const before = text[start - 1] ?? '';
  const closing = pairs[before];
  if (closing !== undefined && text[end] === closing) return { start: start - 1, end: end + 1 };
  let open = 0;
  for (const character of text.slice(start, end)) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
  }
  return open === 1 && text[end] === ')' ? { start, end: end + 1 } : { start, end };
}

/**
 * The Latin runs of a Persian text: from a Latin letter to the last Latin letter or ASCII digit before a Persian letter
 * or digit comes, or a Persian comma, behind which another member of a Persian list follows; a closing bracket included with its
 * opening one. ASCII digits alone are no run: the algorithm orders
 * them well in a right-to-left text.
 */
export function latinRuns(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(/\p{Script=Latin}(?:[^\p{Script=Arabic}۰-۹«»،؛؟]*[\p{Script=Latin}0-9])?/gu)) {
    runs.push(widenOverBrackets(text, match.index, match.index + match[0].length));
  }
  return runs;
}

/** The Persian runs of a Latin text: words of the Arabic script with what joins them. Digits alone are in no language. */
export function persianRuns(text: string): Run[] {
  return [...text.matchAll(/[\u0621-\u06cc](?:[\s\u200c-]*[\u0621-\u06cc])*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
