/** Whether two words of one stem are forms of one word. Endings cut blindly bring others together: «هسته» and «هست», `US` and `use`. */

/** Endings that make another word: «نظر» and «نظریه», «اتحاد» and «اتحادیه», «دور» and «دوره». */
const makesAnother = /^ی?ه(?!ا)|^یات/;

/** The endings before which a final he is dropped: «نویسنده», «نویسندگان», «نویسندگی», «نظریات». */
const afterHe = /^(?:گ(?:ان|ی)|ات)/;

/** Words that end as if they had an ending: «سازمان» is not «ساز» of ours, «ناتوان» not several of «ناتو». Folded; every page has them. */
const wholes =
  'سازمان گفتمان درمان فرمان ارمان پیمان زمان ناتوان توانا نگران چندان شناسا جداگانه دوران پایان نشان جریان'.split(' ');

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
  if (wholes.some((whole) => whole.length > stem.length && a.startsWith(whole) !== b.startsWith(whole))) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  // The he of «ها» is none of the word's: «رویدادها» and «روی‌داده».
  if (a[same - 1] === 'ه' && same > stem.length && (a[same] === 'ا') !== (b[same] === 'ا')) same -= 1;
  const [x, y] = [a.slice(same), b.slice(same)];
  if (makesAnother.test(x)) return afterHe.test(y);
  return !makesAnother.test(y) || afterHe.test(x);
}

/** Porter's rules cut both to «intern». */
const isOddPair = (a: string, b: string): boolean => a.startsWith('internat') !== b.startsWith('internat');
