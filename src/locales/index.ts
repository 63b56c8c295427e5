/** The words of all outputs, by language. A language is a file of this folder and a row here. */
import { type Localised, languageTag, wordsLanguage } from '../text/languages.ts';
import * as ar from './ar.ts';
import * as en from './en.ts';
import * as fa from './fa.ts';
import type {
  BookStrings,
  ChangesStrings,
  ConformanceStrings,
  PreservationStrings,
  PrinciplesStrings,
  ReadingStrings,
  ReadmeStrings,
  Strings,
} from './words.ts';

export const strings: Localised<Strings> = { fa: fa.strings, en: en.strings, ar: ar.strings };
/** The name of a language, in another. */
export function sayLanguage(tag: string, language: string): string {
  const own = wordsLanguage(language);
  const known = strings[own].languages[tag];
  if (known !== undefined || languageTag(tag) === undefined) return known ?? tag;
  return new Intl.DisplayNames(own, { type: 'language' }).of(tag) ?? tag;
}

/** The words that stand in and around a text in a language. */
export const wordsOf = (tag: string): Strings => strings[wordsLanguage(tag)];
export const changesStrings: Localised<ChangesStrings> = { fa: fa.changes, en: en.changes, ar: ar.changes };
export const readingStrings: Localised<ReadingStrings> = { fa: fa.reading, en: en.reading, ar: ar.reading };
export const conformanceStrings: Localised<ConformanceStrings> = {
  fa: fa.conformance,
  en: en.conformance,
  ar: ar.conformance,
};
export const bookStrings: Localised<BookStrings> = { fa: fa.book, en: en.book, ar: ar.book };
export const principlesStrings: Localised<PrinciplesStrings> = {
  fa: fa.principles,
  en: en.principles,
  ar: ar.principles,
};
export const readmeStrings: Localised<ReadmeStrings> = { fa: fa.readme, en: en.readme, ar: ar.readme };
export const preservationStrings: Localised<PreservationStrings> = {
  fa: fa.preservation,
  en: en.preservation,
  ar: ar.preservation,
};
