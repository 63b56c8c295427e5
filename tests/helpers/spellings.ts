/** Ways in which readers spell a phrase: what phones, old keyboards and habits make of it. Deterministic. */

export interface Spelling {
  /** What was done to the phrase. */
  readonly how: string;
  readonly spell: (phrase: string) => string;
}

const replaceAll = (pairs: Readonly<Record<string, string>>) => (phrase: string) =>
  [...phrase].map((character) => pairs[character] ?? character).join('');

const arabicDigits = (zero: number) => (phrase: string) =>
  phrase.replace(/[۰-۹]/g, (digit) => String.fromCharCode(zero + digit.charCodeAt(0) - 0x06f0));

export const spellings: readonly Spelling[] = [
  { how: 'as it stands', spell: (phrase) => phrase },
  { how: 'spaces for joiners', spell: (phrase) => phrase.replaceAll('\u200c', ' ') },
  { how: 'joined', spell: (phrase) => phrase.replaceAll('\u200c', '') },
  { how: 'Arabic Yeh and Kaf', spell: replaceAll({ ی: 'ي', ک: 'ك' }) },
  { how: 'Heh for Heh with hamza', spell: replaceAll({ ۀ: 'ه' }) },
  { how: 'Heh, joiner and Yeh for the ezafe', spell: (phrase) => phrase.replaceAll('ۀ', 'ه\u200cی') },
  { how: 'Heh, space and Yeh for the ezafe', spell: (phrase) => phrase.replaceAll('ۀ', 'ه ی') },
  { how: 'Heh with a combining hamza', spell: (phrase) => phrase.replaceAll('ۀ', 'ه\u0654') },
  { how: 'hamza carriers folded', spell: replaceAll({ أ: 'ا', ؤ: 'و', ئ: 'ی', آ: 'ا' }) },
  { how: 'ASCII digits', spell: arabicDigits(0x30) },
  { how: 'Arabic-Indic digits', spell: arabicDigits(0x0660) },
  { how: 'a stretch', spell: (phrase) => phrase.replace(/([بتسشنیل])(?=[\u0621-\u06cc])/u, '$1ـ') },
  { how: 'vowel marks', spell: (phrase) => phrase.replace(/([\u0628-\u06cc])/u, '$1\u064e') },
  { how: 'straight quotation marks gone', spell: (phrase) => phrase.replace(/[«»()،؛.:]/g, '') },
  {
    how: 'everything at once',
    spell: (phrase) => replaceAll({ ی: 'ي', ک: 'ك', ۀ: 'ه', أ: 'ا', ؤ: 'و', آ: 'ا' })(phrase.replaceAll('\u200c', ' ')),
  },
];

/** A generator of whole numbers below a bound, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** Phrases of three to six words from texts, each with the index of its text. */
export function phrasesOf(texts: readonly string[], count: number, seed = 1): { phrase: string; text: number }[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    for (;;) {
      const text = random(texts.length);
      const words = (texts[text] as string).split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
      const length = 3 + random(4);
      if (words.length < length) continue;
      const from = random(words.length - length + 1);
      const phrase = words.slice(from, from + length).join(' ');
      return { phrase, text };
    }
  });
}
