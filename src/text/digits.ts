import type { Language } from './languages.ts';

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

/** A text with ASCII digits as a language prints it: in Persian with Persian ones. */
export const sayDigits = (text: string, language: Language): string =>
  language === 'fa' ? toPersianDigits(text) : text;

/** A whole number in the digits of a language, without grouping. */
export const sayNumber = (number: number, language: Language): string => sayDigits(String(number), language);
