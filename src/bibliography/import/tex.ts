/**
 * Letters that TeX writes as commands, as themselves: accents (LaTeX: A Document Preparation System, table 3.1), the letters of
 * other alphabets (table 3.2 and the T1 encoding), quotation marks and dashes of the text companion fonts.
 */

/** The command of an accent, and the mark that Unicode combines with its letter. */
const accents: Readonly<Record<string, string>> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', u: '\u0306', '.': '\u0307' },
  ...{ '"': '\u0308', r: '\u030a', H: '\u030b', v: '\u030c', d: '\u0323', c: '\u0327', k: '\u0328', b: '\u0331' },
  ...{ textsubdot: '\u0323', textcommabelow: '\u0326' },
};

const letters: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', SS: 'ẞ', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', aa: 'å', AA: 'Å', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł' },
  ...{ i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', dj: 'đ', DJ: 'Đ', th: 'þ', TH: 'Þ', ng: 'ŋ', NG: 'Ŋ' },
  ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”', textquotesingle: "'" },
  ...{ guillemotleft: '"', guillemotright: '"', guilsinglleft: '‹', guilsinglright: '›', quotedblbase: '„' },
  ...{ quotesinglbase: '‚', textendash: '–', textemdash: '—', textellipsis: '…', ldots: '…', dots: '…' },
  ...{ textexclamdown: '¡', textquestiondown: '¿', textdegree: '°', textmu: 'µ', textpm: '±', texttimes: '×' },
  ...{ textonehalf: '½', textonequarter: '¼', textthreequarters: '¾', textregistered: '®', texttrademark: '™' },
  ...{
    textordfeminine: 'ª',
    textordmasculine: 'º',
    S: '§',
    P: '¶',
    copyright: '©',
    pounds: '£',
    euro: '€',
    texteuro: '€',
  },
  ...{ ayn: 'ʿ', hamza: 'ʾ', textdotlessi: 'ı', textdotlessj: 'ȷ', textasciimacron: '¯' },
};

const namesOf = (table: Readonly<Record<string, string>>) =>
  Object.keys(table).filter((name) => /^[A-Za-z]+$/.test(name));
const longestFirst = (names: readonly string[]) => names.toSorted((one, other) => other.length - one.length).join('|');

/** A command of letters ends where its letters do; the spaces behind it belong to it, and so do empty braces. */
const letter = new RegExp(`\\\\(${longestFirst(namesOf(letters))})(?![A-Za-z])(?:\\{\\}|[ \\t]+)?`, 'g');

/** What an accent stands over: a letter with the marks that it has already, in braces or bare. */
const base = '(?:\\{\\s*([\\p{L}]\\p{M}*)\\s*\\}|([\\p{L}]\\p{M}*))';
const accent = new RegExp(`\\\\(?:([\`'^"~=.])\\s*|(${longestFirst(namesOf(accents))})(?:\\s+|(?=\\{)))${base}`, 'gu');

/** Braces around one letter, or around a quotation mark, that only kept its command together. */
const kept = /\{([\p{L}\p{M}‘’“”""‹›„‚]{1,4})\}/gu;

/** Over an accent a dotless letter has its dot again: it is gone in print anyway. */
const dotted = (text: string) => text.replace('ı', 'i').replace('ȷ', 'j');

/**
 * A text with its letters as themselves. Every other command stays; braces around a letter that was a command go (in BibTeX
 * they keep no capital: a command at the depth of one brace is a «special character»).
 */
export function texLetters(text: string): string {
  if (!text.includes('\\')) return text;
  const decoded = new Set<string>();
  const keep = (value: string) => {
    decoded.add(value);
    return value;
  };
  let result = text.replace(letter, (_, name: string) => keep(letters[name] as string));
  // Accents may stand over letters with accents, «\d{\"u}»: from the inside out.
  for (let before = ''; before !== result; ) {
    before = result;
    result = result.replace(accent, (_, sign: string | undefined, name: string, braced: string, bare: string) =>
      keep((dotted(braced ?? bare) + accents[sign ?? name]).normalize('NFC')),
    );
  }
  return result.replace(kept, (whole, inner: string) => (decoded.has(inner.normalize('NFC')) ? inner : whole));
}

/** The commands of a value that mark it up and leave its words. */
const markup =
  /^(?:emph|text(?:it|bf|sc|sl|rm|sf|tt|up|md|superscript|subscript)|mkbib(?:emph|italic|bold|quote)|enquote|url|href|it|bf|sc|em|itshape|bfseries|scshape|newblock|relax)$/;

/** The commands of a value that nobody here knows: what they stand for is not in the text that is read. */
export const unknownCommands = (value: string): string[] => [
  ...new Set(
    [...value.matchAll(/\\([A-Za-z]+)/g)].map(([, name]) => name as string).filter((name) => !markup.test(name)),
  ),
];
