/** Whether two words of one stem are forms of one word. Endings cut blindly bring others together: «هسته» and «هست», `US` and `use`. */

/** Endings that make another word: «نظر» and «نظریه», «اتحاد» and «اتحادیه», «دور» and «دوره». */
const makesAnother = /^ی?ه(?!ا)|^یات/;

/** The endings before which a final he is dropped: «نویسنده», «نویسندگان», «نویسندگی», «نظریات». */
const afterHe = /^(?:گ(?:ان|ی)|ات)/;

/** The least length of an English stem that tells a word. */
const leastLatin = 3;

/**
 * @param a a folded word
 * @param b another of the same stem
 * @param stem what they have in common
 */
export function areKin(a: string, b: string, stem: string): boolean {
  if (a === b) return true;
  if (/^[a-z]/.test(stem)) return stem.length >= leastLatin && !isOddPair(a, b);
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [x, y] = [a.slice(same), b.slice(same)];
  if (makesAnother.test(x)) return afterHe.test(y);
  return !makesAnother.test(y) || afterHe.test(x);
}

/** Porter's rules cut both to «intern». */
const isOddPair = (a: string, b: string): boolean => a.startsWith('internat') !== b.startsWith('internat');
