/** The leader and the control fields, by position. */
import type { VersionOf } from '../../edition/model.ts';
import { iso639 } from '../../text/iso-639-2.ts';
import { isLatinScript, scriptOf } from '../../text/languages.ts';
import { titleOf } from './titles.ts';

/** 008/33, the script of the title, by ISO 15924; `b` is extended Roman, letters with diacritics, `z` any other. */
const titleScripts: Readonly<Record<string, string>> = {
  Cyrl: 'c',
  Jpan: 'd',
  Hans: 'e',
  Hant: 'e',
  Arab: 'f',
  Grek: 'g',
  Hebr: 'h',
  Thai: 'i',
  Deva: 'j',
  Kore: 'k',
  Taml: 'l',
};

/** `a` is basic Roman, of a title without a diacritic. */
const titleScript = (title: string, language: string): string =>
  isLatinScript(language) ? (/(?!\p{ASCII})\p{L}/u.test(title) ? 'b' : 'a') : (titleScripts[scriptOf(language)] ?? 'z');

/**
 * Leader: 05 n (new), 06 a (language material), 07 b (serial component part, which has a host in 773), 09 a (UCS/Unicode),
 * 17 7 (minimal level), 18 c (ISBD elements without punctuation). Lengths are zeros, as whoever writes ISO 2709 counts them.
 */
export const leader = '00000nab a22000007c 4500';

/** 007: c electronic, r remote; what was not coded is filled. */
export const physical = `cr ${'|'.repeat(11)}`;

/**
 * 008 for continuing resources, which 07 b asks for: 00 entered, 06 e (detailed date) and the date, 15 xx (no place known),
 * 23 o (online), 33 the script of the title, 35 language, 39 d (not by a national agency).
 */
export function fixedData({ article, version }: VersionOf): string {
  const date = version.date.replaceAll('-', '');
  const resource = `|| ||o||||||   ${titleScript(titleOf(article), article.language)}|`;
  return `${date.slice(2)}e${date}xx ${resource}${iso639(article.language)} d`;
}
