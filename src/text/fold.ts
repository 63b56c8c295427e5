/**
 * The one folding for search: index, query, matching and marking use it alike. It brings spellings that a reader takes for
 * the same to one form, and cuts text into words whose places in the original are kept.
 */
import { stemmer } from 'stemmer';
import { baseOf } from './languages.ts';

/** A word of a text. */
export interface Word {
  /** Offsets in the original, UTF-16; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The folded form, written together: «قدرت‌های» is `قدرتهای`. */
  readonly fold: string;
  /** The folded pieces between joiners: `قدرت`, `های`. */
  readonly parts: readonly string[];
  /** The form without endings: `قدرت`. */
  readonly stem: string;
  /** Of a word of an Arabic text, the folded form without its article: `مینا` of «الميناء». */
  readonly bare?: string;
}

/**
 * Letters that readers and keyboards write for one another, of Persian, Arabic, Urdu, Pashto, Sorani, Azerbaijani and of Latin
 * alphabets; what is not here is folded by Unicode (NFKD, marks dropped). A text may quote any of these languages, and who searches
 * does not say which one is meant: there is one table.
 */
const letters: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ے: 'ی',
  ۓ: 'یی',
  ێ: 'ی',
  ؽ: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ګ: 'گ',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ۂ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ڕ: 'ر',
  ڵ: 'ل',
  ڤ: 'ف',
  ں: 'ن',
  ء: '',
  ـ: '',
  ı: 'i',
  ə: 'e',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Spellings that no rule gives, after folding: the beginning of a word, and what it is folded to. */
export const spellings: readonly (readonly [from: string, to: string])[] = [
  ['هییت', 'هیات'],
  ['مسیله', 'مساله'],
  ['مسوول', 'مسیول'],
  ['شوون', 'شیون'],
  ['رووس', 'ریوس'],
  ['روبرو', 'روبهرو'],
  ['علاقمند', 'علاقهمند'],
  ['منحصربفرد', 'منحصربهفرد'],
  ['امپراطور', 'امپراتور'],
  ['اطاق', 'اتاق'],
  ['بلیط', 'بلیت'],
  ['طهران', 'تهران'],
  ['واشنگتن', 'واشینگتن'],
  ['دمکرا', 'دموکرا'],
  ['ژیوپولیتی', 'ژیوپلیتی'],
  ['ژیوپلتی', 'ژیوپلیتی'],
  ['ایدولوژی', 'ایدیولوژی'],
  ['نیوواقع', 'نوواقع'],
  ['نیولیبرال', 'نولیبرال'],
];

/** Prefixes and endings that people write apart, with a joiner, or joined. */
export const prefixes: ReadonlySet<string> = new Set(['می', 'نمی']);
export const endings: ReadonlySet<string> = new Set(
  'ها های هایی هایم هایت هایش هایمان هایتان هایشان هام هات هاش هامان هاتان هاشان تر ترین تری ترین‌ها ای اند ام ات اش ایم اید مان تان شان'.split(
    ' ',
  ),
);

/** Endings of a Persian word, longest first, each with the fewest letters that must be left before it. */
export const persianEndings: readonly (readonly [ending: string, left: number])[] = [
  ['هایمان', 2],
  ['هاشان', 2],
  ['هامان', 2],
  ['هاتان', 2],
  ['هایتان', 2],
  ['هایشان', 2],
  ['هایی', 2],
  ['هایش', 2],
  ['هایم', 2],
  ['هایت', 2],
  ['های', 2],
  ['هاش', 2],
  ['هام', 2],
  ['هات', 2],
  ['ها', 2],
  ['ترین', 3],
  ['ات', 3],
  ['گان', 3],
  ['یان', 3],
  ['شان', 3],
  ['مان', 3],
  ['تان', 3],
  ['ان', 3],
  ['تر', 3],
  ['ای', 3],
  ['اش', 3],
  ['ی', 3],
  ['ه', 3],
];

const joiners = /[\u200c\u200d\u2010\u2011-]/;
const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u0640'’]|[\u200c\u200d\u2010\u2011-](?=[\p{L}\p{N}]))*/gu;

/** A function that keeps its answers: texts have few different letters, and most of their words again and again. */
function keeping<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const value = kept.get(text) ?? make(text);
    kept.set(text, value);
    return value;
  };
}

const foldCharacter = keeping((character) => {
  const known = letters[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) as number;
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  return character.normalize('NFKD').replace(/[\p{M}'’ʿʾ]/gu, '');
});

/** Folds letters, digits and marks; white space and punctuation are kept. */
export function foldLetters(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFKC').toLowerCase()) folded += foldCharacter(character);
  return folded;
}

function foldSpelling(fold: string): string {
  for (const [from, to] of spellings) if (fold.startsWith(from)) return to + fold.slice(from.length);
  // ‑ایسم and its older spelling.
  return fold.replace(/یزم(?=$|ی)/, 'یسم');
}

/** A folded word without its endings: plural, possessive, comparative and ‑ی in Persian, Porter's rules in English. */
export function stemOf(fold: string): string {
  if (/^[a-z]+$/.test(fold)) return stemmer(fold);
  // Ending after ending, so that a word and its joined or parted forms come to the same.
  for (const [ending, left] of persianEndings) {
    if (fold.endsWith(ending) && fold.length - ending.length >= left) return stemOf(fold.slice(0, -ending.length));
  }
  return fold;
}

/** The Arabic article with what is written joined before it: «ال», «وال», «بال», «كال», «لل». Enough must be left to be a word. */
const article = /^[وف]?(?:[بک]?ال|لل)(?=.{3})/;

/** A folded word without the Arabic article. Of other languages it would cut words: the caller knows that a text is Arabic. */
export const withoutArticle = (fold: string): string => fold.replace(article, '');

/** What French writes joined to the next word: «l’article», «qu’elle». */
const elided = /^((?:[ldjmtsnc]|(?:jus|lors|puis|quoi)?qu)['’])(?=\p{L})/iu;

/** The folded pieces of a word as it is written. */
const partsOf = keeping((written): readonly string[] =>
  written
    .replace(/['’]s$/u, '')
    .replace(elided, '$1\u200c')
    // The ezafe after a silent he is written ه‌ی by some, ۀ by others.
    .replace(/ه\u200c[یي]$/u, 'ه')
    .split(joiners)
    .map(foldLetters)
    .filter((part) => part !== ''),
);

const formsOf = keeping((joined) => {
  const fold = foldSpelling(joined);
  return { fold, stem: stemOf(fold) };
});

const makeWord = (start: number, end: number, parts: readonly string[]): Word => ({
  start,
  end,
  parts,
  ...formsOf(parts.join('')),
});

/**
 * The words of a text, affixes that stand apart joined to their words: «می شود», «قدرت های».
 *
 * @param language of the text, where it is known: a BCP 47 tag
 * @example wordsOf('قدرت‌های بزرگ').map((word) => word.fold) // ['قدرتهای', 'بزرگ']
 */
export function wordsOf(text: string, language?: string): Word[] {
  const isArabic = language !== undefined && baseOf(language) === 'ar';
  const words: Word[] = [];
  for (const match of text.matchAll(word)) {
    const start = match.index;
    const end = start + match[0].length;
    const parts = partsOf(match[0]);
    if (parts.length === 0) continue;
    const before = words.at(-1);
    const isApart = before !== undefined && /^\s$/.test(text.slice(before.end, start));
    const [first] = parts as [string];
    // The ezafe that stands alone, «حوزه ی نفوذ», is part of the word before it.
    if (isApart && before.fold.endsWith('ه') && parts.length === 1 && parts[0] === 'ی') {
      words[words.length - 1] = { ...before, end };
      continue;
    }
    const joins =
      isApart &&
      ((parts.length === 1 && endings.has(first) && /[؀-ۿ]/.test(before.fold)) ||
        (before.parts.length === 1 && prefixes.has(before.fold)));
    if (joins) words[words.length - 1] = makeWord(before.start, end, [...before.parts, ...parts]);
    else words.push(makeWord(start, end, parts));
  }
  return isArabic ? words.map((one) => ({ ...one, bare: withoutArticle(one.fold) })) : words;
}
