import { baseOf } from './languages.ts';

const persianZero = 0x06f0;
const arabicZero = 0x0660;

/** Writes every ASCII digit as the Persian one (U+06F0–U+06F9); all else is kept. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(persianZero + Number(digit)));
}

/** Writes every Persian and Arabic-Indic digit as the ASCII one; all else is kept. */
export function toLatinDigits(text: string): string {
  return text
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - persianZero))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - arabicZero));
}

/** The zeros of languages that do not print ASCII digits (Unicode CLDR, default numbering systems), where the script is Arabic. */
const zeros: Readonly<Record<string, number>> = {
  fa: persianZero,
  ps: persianZero,
  mzn: persianZero,
  lrc: persianZero,
  ar: arabicZero,
  ckb: arabicZero,
  sd: arabicZero,
};

/** A text with ASCII digits as a language prints it: in Persian with Persian ones, in Arabic with Arabic ones. */
export function sayDigits(text: string, language: string): string {
  const zero = /-latn/i.test(language) ? undefined : zeros[baseOf(language)];
  if (zero === undefined) return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

/**
 * The numbering system (BCP 47, U extension `nu`) that `Intl` has to be told so that it prints a language as {@link sayDigits} does;
 * nothing where it does so anyway. Of Arabic, Unicode CLDR has the digits of Morocco as those of the language.
 */
export const numberingSystem = (language: string): 'arab' | undefined =>
  baseOf(language) === 'ar' ? 'arab' : undefined;

/** A whole number in the digits of a language, without grouping. */
export const sayNumber = (number: number, language: string): string => sayDigits(String(number), language);
