/** The words of all outputs, by language. A language is a file of this folder and a row here. */
import type { Localised } from '../text/languages.ts';
import * as en from './en.ts';
import * as fa from './fa.ts';
import type { ChangesStrings, ConformanceStrings, ReadingStrings, Strings } from './words.ts';

export const strings: Localised<Strings> = { fa: fa.strings, en: en.strings };
export const changesStrings: Localised<ChangesStrings> = { fa: fa.changes, en: en.changes };
export const readingStrings: Localised<ReadingStrings> = { fa: fa.reading, en: en.reading };
export const conformanceStrings: Localised<ConformanceStrings> = { fa: fa.conformance, en: en.conformance };
