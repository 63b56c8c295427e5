/** What was typed with the keyboard set to the other language (ISIRI 9147, and Microsoft's older Persian layout). */

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,";
const persian = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو';

const toPersian = new Map([...latin].map((key, index) => [key, persian[index] as string]));
const toLatin = new Map([...persian].map((letter, index) => [letter, latin[index] as string]));
// Letters on other keys of the older layout, or with Shift, and letters of the Arabic layout.
for (const [letter, key] of [...'ئmپ`آhژcيdكlأh'.matchAll(/(.)(.)/gu)].map(([, letter, key]) => [letter, key])) {
  if (letter !== undefined && key !== undefined && !toLatin.has(letter)) toLatin.set(letter, key);
}

/**
 * The same keys on the other layout.
 *
 * @returns the words that may have been meant, one reading or two (the older layout has ئ where the other has پ); none where the
 * text has letters of both scripts or of neither
 * @example otherLayout('rnvj') // ['قدرت']
 */
export function otherLayout(typed: string): string[] {
  const text = typed.normalize('NFC');
  const hasLatin = /[a-z]/i.test(text);
  if (hasLatin === /[\u0620-\u06d3]/.test(text)) return [];
  if (!hasLatin) return [[...text].map((letter) => toLatin.get(letter) ?? letter).join('')];
  const keys = [...text.toLowerCase()];
  const first = keys.map((key) => toPersian.get(key) ?? key).join('');
  return first.includes('پ') ? [first, first.replaceAll('پ', 'ئ')] : [first];
}
