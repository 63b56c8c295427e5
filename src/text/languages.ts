/** The languages of the interface. Persian is the default; English is a full second language. */
export type Language = 'fa' | 'en';

/** The interface languages, the default first. */
export const languages: readonly Language[] = ['fa', 'en'];

/** Whether a BCP 47 tag is that of a language of the interface. */
export const isLanguage = (tag: string): tag is Language => languages.some((language) => language === tag);

/** One text in each language of the interface. */
export type Localised<T = string> = Readonly<Record<Language, T>>;

/** A text that may be known in one language only. */
export type PartlyLocalised<T = string> = { readonly [language in Language]?: T | undefined };

/** A name in Latin letters, and in Persian ones where it has such a form: none is made up. */
export interface Forms<T = string> {
  readonly fa?: T | undefined;
  readonly en: T;
}

/** The form that a text in a language has of a name: its own, else the Latin one. */
export function formIn<T>({ fa, en }: Forms<T>, language: Language): T {
  return language === 'fa' ? (fa ?? en) : en;
}

/** The forms that are known of a name, each with its language, the default first. */
export function formsOf<T>({ fa, en }: Forms<T>): readonly { readonly language: Language; readonly value: T }[] {
  const latin = { language: 'en', value: en } as const;
  return fa === undefined ? [latin] : [{ language: 'fa', value: fa }, latin];
}

/** The other language of the interface. */
export function otherLanguage(language: Language): Language {
  return language === 'fa' ? 'en' : 'fa';
}

/** The scripts that run from right to left (ISO 15924). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/**
 * A BCP 47 tag in its canonical form, `fa-AF` for `FA-af`.
 *
 * @returns nothing if it is none
 */
export function languageTag(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return undefined;
  }
}

/**
 * The base direction of a language's script, as an HTML `dir` value: that of the script which the tag names, or in which the
 * language is written most (Unicode CLDR, likely subtags).
 *
 * @param language a BCP 47 tag
 */
export function directionOf(language: string): 'rtl' | 'ltr' {
  if (language === 'fa') return 'rtl';
  if (language === 'en' || languageTag(language) === undefined) return 'ltr';
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}
