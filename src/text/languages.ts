/**
 * Languages: those of the interface, and those of texts, which are all that have a BCP 47 tag. What a language is like (its direction,
 * its digits, its script) is asked here; nothing outside of `text/` and `locales/` compares a language with one that it knows.
 */

/** The languages of the interface. */
export type Language = 'fa' | 'en' | 'ar';

/** The interface languages. What is said in several stands in this order. */
export const languages: readonly Language[] = ['fa', 'en', 'ar'];

/** Whether a BCP 47 tag is that of a language of the interface. */
export const isLanguage = (tag: string): tag is Language => languages.some((language) => language === tag);

/** One text in each language of the interface: the program's own words. */
export type Localised<T = string> = Readonly<Record<Language, T>>;

/** What people say, by the BCP 47 tag of the language in which they say it; that it is said in one at least its schema knows. */
export interface Texts<T = string> {
  readonly [tag: string]: T | undefined;
}

/** A text with its language. */
export interface Said<T = string> {
  readonly language: string;
  readonly value: T;
}

/** The tag of what a bibliography has in Persian beside Latin letters. */
export const persianTag = 'fa';

/** Under which the form of a name in Latin letters stands, whatever its language. */
export const latinForm = 'en';

/** A name in Latin letters (`en`), and in the letters of other languages where it has such a form: none is made up. */
export interface Forms<T = string> extends Texts<T> {
  readonly en: T;
}

/** The language without script, region and variants: `pt` of `pt-BR`. */
export const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? tag;

/** The language of the interface whose words stand in and around a text: its own where the interface speaks it, else English. */
export function wordsLanguage(tag: string): Language {
  const base = baseOf(tag);
  return isLanguage(base) ? base : 'en';
}

/** The languages of the program's own words in a file about a text: that of the text, and English. */
export function wordsLanguages(tag: string): readonly Language[] {
  const own = wordsLanguage(tag);
  return languages.filter((language) => language === own || language === 'en');
}

const place = (tag: string): number => {
  const found = isLanguage(tag) ? languages.indexOf(tag) : -1;
  return found < 0 ? languages.length : found;
};

/** Tags in the order in which texts stand: the languages of the interface first, others by the alphabet. */
export const inOrder = (tags: Iterable<string>): string[] =>
  [...tags].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));

/** What is said, language by language, in their order. */
export const textsOf = <T>(texts: Texts<T>): Said<T>[] =>
  inOrder(Object.keys(texts)).flatMap((language) => {
    const value = texts[language];
    return value === undefined ? [] : [{ language, value }];
  });

/** What is said, language by language, changed; what becomes nothing is left out. */
export const eachOf = <T, U>(texts: Texts<T>, change: (value: T, language: string) => U | undefined): Texts<U> =>
  Object.fromEntries(
    textsOf(texts).flatMap(({ language, value }) => {
      const changed = change(value, language);
      return changed === undefined ? [] : [[language, changed]];
    }),
  );

/** The same, what is said in one language before all else. */
export const ownFirst = <T>(said: readonly Said<T>[], own: string): readonly Said<T>[] => [
  ...said.filter(({ language }) => language === own),
  ...said.filter(({ language }) => language !== own),
];

/**
 * What is said, for who reads a language: in that, in another form of it, in English, or in the first language in which it is said.
 * The answer names its language, with which whoever shows it marks it.
 *
 * @throws RangeError if nothing is said
 */
export function textIn<T>(texts: Texts<T>, language: string): Said<T> {
  const said = textsOf(texts);
  const found =
    said.find((one) => one.language === language) ??
    said.find((one) => baseOf(one.language) === baseOf(language)) ??
    said.find((one) => baseOf(one.language) === 'en') ??
    said[0];
  if (!found) throw new RangeError('a text in no language');
  return found;
}

/** What is said for who reads a language, where nothing can say which language it is in ({@link textIn}). */
export const sayIn = (texts: Texts, language: string): string => textIn(texts, language).value;

/** The form that a text in a language has of a name: its own, else one in its letters, else the Latin one. */
export function formIn<T>(forms: Forms<T>, language: string): T {
  return saidForm(forms, language).value;
}

/** The same with the language of the form. */
export function saidForm<T>(forms: Forms<T>, language: string): Said<T> {
  const script = scriptOf(language);
  const all = formsOf(forms);
  return (
    all.find((form) => form.language === language) ??
    all.find((form) => baseOf(form.language) === baseOf(language)) ??
    (script === 'Latn' ? undefined : all.find((form) => scriptOf(form.language) === script)) ?? {
      language: 'en',
      value: forms.en,
    }
  );
}

/** A name for a text in a language: by its forms where one of them is Latin, else by the languages in which it is said. */
export function nameIn<T>(name: Texts<T>, language: string): Said<T> {
  return isForms(name) ? saidForm(name, language) : textIn(name, language);
}

const isForms = <T>(name: Texts<T>): name is Forms<T> => name[latinForm] !== undefined;

/** The forms that are known of a name, each with its language, the Latin one that all have last. */
export function formsOf<T>(forms: Forms<T>): readonly Said<T>[] {
  const others = textsOf<T>(forms).filter(({ language }) => language !== latinForm);
  return [...others, { language: latinForm, value: forms.en }];
}

/** The scripts that run from right to left (ISO 15924). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** Whether a script runs from right to left. */
export const isRightToLeft = (script: string): boolean => rightToLeft.has(script);

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

/** Whether a tag is that of a language that has a name in Unicode CLDR: `qq` is well-formed, and none. */
export function isKnownLanguage(tag: string): boolean {
  const canonical = languageTag(tag);
  if (canonical === undefined) return false;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(baseOf(canonical)) !== undefined;
}

/** The scripts of the tags that were asked for: a build asks some hundred thousand times for a few. */
const scripts = new Map<string, string>();

/**
 * The script that a tag names, or in which its language is written most (Unicode CLDR, likely subtags), as ISO 15924 calls it.
 * Of what is no tag, and of a language of no script that is known, Latin.
 */
export function scriptOf(tag: string): string {
  const known = scripts.get(tag);
  if (known !== undefined) return known;
  const script = languageTag(tag) === undefined ? 'Latn' : (new Intl.Locale(tag).maximize().script ?? 'Latn');
  scripts.set(tag, script);
  return script;
}

/** Whether a text in a language is written in Latin letters. */
export const isLatinScript = (tag: string): boolean => scriptOf(tag) === 'Latn';

/**
 * The base direction of a language's script, as an HTML `dir` value.
 *
 * @param language a BCP 47 tag
 */
export const directionOf = (language: string): 'rtl' | 'ltr' => (isRightToLeft(scriptOf(language)) ? 'rtl' : 'ltr');

/** What stands between the members of a list in a text. */
export const listComma = (language: string): string => (directionOf(language) === 'rtl' ? '، ' : ', ');

/**
 * Whether the rules of Persian hold for a text: its ی and ک, its digits and the isolation of Latin runs in it. Other languages of
 * the same script keep their letters.
 */
export const hasPersianRules = (tag: string): boolean => isPersianTag(tag) && scriptOf(tag) === 'Arab';

/** Whether a text is Arabic, in its own letters. */
export const isArabic = (tag: string): boolean => baseOf(tag) === 'ar' && scriptOf(tag) === 'Arab';

/** Whether a tag is one of Persian, in whatever letters. */
export const isPersianTag = (tag: string): boolean => /^fa\b/i.test(tag);

/** Whether who reads a language counts years by the Solar Hijri calendar first. */
export const isSolarFirst = (tag: string): boolean => hasPersianRules(tag);

/** The tag of a name or title of a language in Latin letters: `fa-Latn` (BCP 47, section 4.1); of what is in them anyway, its own. */
export const romanisedTag = (tag: string): string =>
  isLatinScript(tag) || languageTag(tag) === undefined ? tag : `${baseOf(tag)}-Latn`;
