/**
 * How a reference to a version becomes one to a passage of it. The same rule makes the page of passages in the build and
 * the dialog in the reader's browser, so it knows nothing but text.
 */
import { toPersianDigits } from '../text/digits.ts';

/** How a version is named in a reference; a passage adds its number to these words. */
export const versionLabel = (version: string, language: 'fa' | 'en'): string =>
  language === 'fa' ? `نسخۀ ${toPersianDigits(version)}` : `Version ${version}`;

/** A paragraph, or a range of them, by number; or a numbered part of another kind, by its anchor and what references call it. */
export type Passage = { readonly first: number; readonly last: number } | NumberedPart;

/** A figure, a table, a box: `fig2`, «شکل ۲», “Figure 2”. */
export interface NumberedPart {
  readonly anchor: string;
  readonly fa: string;
  readonly en: string;
}

/** Where a passage begins. */
export const anchorOf = (passage: Passage): string => ('anchor' in passage ? passage.anchor : `p${passage.first}`);

/** What a reference says of a passage, behind the version. */
function sayPassage(passage: Passage, language: 'fa' | 'en'): string {
  if ('anchor' in passage) return `${language === 'fa' ? '،' : ','} ${passage[language]}`;
  const { first, last } = passage;
  const number = first === last ? `${first}` : `${first}–${last}`;
  return language === 'fa' ? `، بند ${toPersianDigits(number)}` : `, ¶${number}`;
}

/**
 * Puts a passage into a piece of a reference: its number behind the version's label, its anchor behind the address.
 *
 * @param text a reference, or a piece of one, as text or HTML
 * @param language the language of the reference
 * @param version the number of the version, `1.0.0`
 * @param address the permanent address of the version
 */
export function citePassage(
  text: string,
  language: 'fa' | 'en',
  version: string,
  address: string,
  passage: Passage,
): string {
  const said = sayPassage(passage, language);
  const label = versionLabel(version, language);
  // A style may have put the title into lower case.
  const at = text.toLowerCase().indexOf(label.toLowerCase());
  const numbered = at < 0 ? text : text.slice(0, at + label.length) + said + text.slice(at + label.length);
  return numbered.replaceAll(address, `${address}#${anchorOf(passage)}`);
}
