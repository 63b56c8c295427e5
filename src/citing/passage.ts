/**
 * How a reference to a version becomes one to a passage of it. The same rule makes the page of passages in the build and
 * the dialog in the reader's browser, so it knows nothing but text.
 */
import { sayDigits } from '../text/digits.ts';
import { isArabic, isPersianTag } from '../text/languages.ts';

/** The languages in which references are written: each style is made for one of them. */
export type ReferenceLanguage = 'fa' | 'ar' | 'en';

/** That in which what is said in a language is cited. */
export function referenceLanguage(tag: string): ReferenceLanguage {
  if (isPersianTag(tag)) return 'fa';
  return isArabic(tag) ? 'ar' : 'en';
}

/** What references say of versions and passages. */
const words: Readonly<
  Record<ReferenceLanguage, { readonly version: string; readonly comma: string; readonly paragraph: string }>
> = {
  fa: { version: 'نسخۀ ', comma: '، ', paragraph: 'بند ' },
  ar: { version: 'الإصدار ', comma: '، ', paragraph: 'الفقرة ' },
  en: { version: 'Version ', comma: ', ', paragraph: '¶' },
};

/** How a version is named in a reference; a passage adds its number to these words. */
export function versionLabel(version: string, tag: string): string {
  const language = referenceLanguage(tag);
  return `${words[language].version}${sayDigits(version, language)}`;
}

/** What is cited of a text: its anchor, and what references call it in each language. */
export interface Passage extends Readonly<Record<ReferenceLanguage, string>> {
  /** Where it begins: `p12`, `fig2`. */
  readonly anchor: string;
}

/** A paragraph, or a range of them, by number. */
export function paragraphs(first: number, last = first): Passage {
  const said = first === last ? `${first}` : `${first}–${last}`;
  const called = (language: ReferenceLanguage) => `${words[language].paragraph}${sayDigits(said, language)}`;
  return { anchor: `p${first}`, fa: called('fa'), ar: called('ar'), en: called('en') };
}

/**
 * The end of an address that leads to words on a page (WICG, URL Fragment Text Directives): the words, or the first and the last
 * of many. Where a browser knows none, the anchor before it leads to the paragraph.
 *
 * @param words what was selected, as the page shows it
 */
export function textFragment(words: string): string {
  const all = words.trim().split(/\s+/);
  const coded = (some: readonly string[]) =>
    // A hyphen and a comma part the words of a directive from what stands around them.
    encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  return `:~:text=${all.length <= 8 ? coded(all) : `${coded(all.slice(0, 4))},${coded(all.slice(-4))}`}`;
}

/**
 * Puts a passage into a piece of a reference in a text or a note, where a passage belongs; a list of works has the
 * whole. What it is called goes behind the version's label, its anchor behind the address.
 *
 * @param text a reference, or a piece of one, as text or HTML
 * @param language the language of the reference
 * @param version the number of the version, `1.0.0`
 * @param address the permanent address of the version
 */
export function citePassage(
  text: string,
  language: string,
  version: string,
  address: string,
  passage: Passage,
): string {
  const own = referenceLanguage(language);
  const said = `${words[own].comma}${passage[own]}`;
  const label = versionLabel(version, language);
  // A style may have put the title into lower case.
  const at = text.toLowerCase().indexOf(label.toLowerCase());
  const numbered = at < 0 ? text : text.slice(0, at + label.length) + said + text.slice(at + label.length);
  return numbered.replaceAll(address, `${address}#${passage.anchor}`);
}
