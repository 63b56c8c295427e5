import * as jalaali from 'jalaali-js';
import { sayDigits, toPersianDigits } from './digits.ts';
import { baseOf, hasPersianRules, isSolarFirst, type Language, listComma, scriptOf } from './languages.ts';
import {
  arabicLunarMonths,
  daysOfLunar,
  englishLunarMonths,
  type LunarHijriDate,
  persianLunarMonths,
} from './lunar.ts';

/**
 * A date of the Gregorian calendar as ISO 8601 writes it, with reduced precision where the day or the month is not
 * known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export type IsoDate = string;

/** A date of the Solar Hijri calendar in the same three forms, `1402-05-09`. */
export type SolarHijriDate = string;

/** A date in both calendars. What one has no single month or year for is an interval of two: `2025-06/2025-07`. */
export interface BothCalendars {
  readonly solarHijri: SolarHijriDate;
  readonly gregorian: IsoDate;
  /** Of a date that is stated in the lunar calendar: the others follow from it, as an interval where its day is uncertain. */
  readonly lunarHijri?: LunarHijriDate | undefined;
}

/** A date that is stated in one calendar. */
export interface InOneCalendar {
  readonly solarHijri?: SolarHijriDate | undefined;
  readonly gregorian?: IsoDate | undefined;
  readonly lunarHijri?: LunarHijriDate | undefined;
}

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The months of the Solar Hijri calendar in Persian. */
export const persianMonths = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
/** The months of the Gregorian calendar in Persian. */
export const persianGregorianMonths = 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(
  ' ',
);
/** The months of the Gregorian calendar in English. */
export const englishMonths =
  'January February March April May June July August September October November December'.split(' ');
/** The months of the Solar Hijri calendar in English. */
export const englishPersianMonths =
  'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' ');

interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

function partsOf(date: string): Parts | undefined {
  const match = form.exec(date);
  if (!match) return undefined;
  const [, year, month, day] = match;
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

const two = (number: number) => String(number).padStart(2, '0');
const join = (year: number, month: number, day: number) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** Whether the text is a Gregorian date that exists, in one of the three forms. */
export function isIsoDate(text: string): boolean {
  const parts = partsOf(text);
  if (!parts) return false;
  const { year, month = 1, day = 1 } = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether the text is a Solar Hijri date that exists, in one of the three forms. */
export function isSolarHijriDate(text: string): boolean {
  const parts = partsOf(text);
  return parts !== undefined && jalaali.isValidJalaaliDate(parts.year, parts.month ?? 1, parts.day ?? 1);
}

/**
 * The Gregorian date of a Solar Hijri one, as precise as that: a day for a day. A month or a year has no single
 * Gregorian month or year; it is answered by its first and last, `2025-06/2025-07` (ISO 8601-2 interval).
 *
 * @throws RangeError if the date does not exist
 */
export function gregorianOf(date: SolarHijriDate): IsoDate {
  const parts = partsOf(date);
  if (!parts || !isSolarHijriDate(date)) throw new RangeError(`${date} is no Solar Hijri date`);
  const { year, month } = parts;
  return inOtherCalendar(parts, jalaali.jalaaliMonthLength(year, month ?? 12), (m, d) => {
    const { gy, gm, gd } = jalaali.toGregorian(year, m, d);
    return join(gy, gm, gd);
  });
}

/**
 * The Solar Hijri date of a Gregorian one, as precise as that, by the same rules as {@link gregorianOf}.
 *
 * @throws RangeError if the date does not exist
 */
export function solarHijriOf(date: IsoDate): SolarHijriDate {
  const parts = partsOf(date);
  if (!parts || !isIsoDate(date)) throw new RangeError(`${date} is no Gregorian date`);
  const { year, month } = parts;
  const lastDay = new Date(Date.UTC(year, month ?? 12, 0)).getUTCDate();
  return inOtherCalendar(parts, lastDay, (m, d) => {
    const { jy, jm, jd } = jalaali.toJalaali(year, m, d);
    return join(jy, jm, jd);
  });
}

/**
 * A date that is stated in one calendar, in both.
 *
 * @throws RangeError if the date does not exist, or is stated in none
 */
export function inBothCalendars({ solarHijri, gregorian, lunarHijri }: InOneCalendar): BothCalendars {
  const span = lunarHijri === undefined ? undefined : daysOfLunar(lunarHijri);
  if (lunarHijri !== undefined && span) {
    const spanned = (days: readonly string[]) =>
      [...new Set(days.map((one) => one.slice(0, lunarHijri.length)))].join('/');
    return { solarHijri: spanned(span.map(solarHijriOf)), gregorian: spanned(span), lunarHijri };
  }
  if (solarHijri !== undefined) return { solarHijri, gregorian: gregorianOf(solarHijri) };
  if (gregorian !== undefined) return { solarHijri: solarHijriOf(gregorian), gregorian };
  throw new RangeError('a date in no calendar');
}

/** @param lastDay of the month, or of the last month if none is known */
function inOtherCalendar(
  { month, day }: Parts,
  lastDay: number,
  convert: (month: number, day: number) => string,
): string {
  if (month !== undefined && day !== undefined) return convert(month, day);
  const precision = month === undefined ? 4 : 7;
  const first = convert(month ?? 1, 1).slice(0, precision);
  const last = convert(month ?? 12, lastDay).slice(0, precision);
  return first === last ? first : `${first}/${last}`;
}

/** A month before its year: in Persian a final ه takes the hamza of the ezafe, «ژوئیۀ ۲۰۲۳». */
const beforeYear = (month: string, language: string): string =>
  hasPersianRules(language) ? month.replace(/ه$/, 'ۀ') : month;

function sayParts({ year, month, day }: Parts, months: readonly string[], language: string, withYear: boolean): string {
  const name = month === undefined ? undefined : (months[month - 1] as string);
  const text = [day, name && (withYear ? beforeYear(name, language) : name), withYear ? year : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
  return sayDigits(text, language);
}

/**
 * Names of months: those of this file, and of other languages those of Unicode CLDR. Where it has none, or none in the letters of the
 * language (Azerbaijani in Arabic ones), they are English: `Intl` alone would take other letters, or the language of the machine.
 */
function monthsOf(language: string, calendar: 'gregory' | 'persian'): readonly string[] {
  const isGregorian = calendar === 'gregory';
  if (hasPersianRules(language)) return isGregorian ? persianGregorianMonths : persianMonths;
  const english = isGregorian ? englishMonths : englishPersianMonths;
  if (baseOf(language) === 'en') return english;
  const format = new Intl.DateTimeFormat([language, 'en'], {
    calendar,
    numberingSystem: 'latn',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const { locale } = format.resolvedOptions();
  if (baseOf(locale) !== baseOf(language) || scriptOf(locale) !== scriptOf(language)) return english;
  return Array.from({ length: 12 }, (_, index) => {
    const day = isGregorian ? join(2024, index + 1, 10) : gregorianOf(join(1403, index + 1, 10));
    return format.formatToParts(new Date(day)).find(({ type }) => type === 'month')?.value ?? String(index + 1);
  });
}

/** An interval within one year says the year once: «ژوئن تا ژوئیۀ ۲۰۲۵», `June–July 2025`. */
function say(date: string, months: readonly string[], language: string): string {
  const [first, last] = date.split('/').map((one) => partsOf(one) as Parts) as [Parts, Parts | undefined];
  if (last === undefined) return sayParts(first, months, language, true);
  const oneYear = first.year === last.year && first.month !== undefined;
  const start = sayParts(first, months, language, !oneYear);
  const between = hasPersianRules(language) && first.month !== undefined ? ' تا ' : '–';
  return `${start}${between}${sayParts(last, months, language, true)}`;
}

/** A Gregorian date (or interval of two) in words: `31 July 2023`, «۳۱ ژوئیۀ ۲۰۲۳». */
export function sayGregorian(date: IsoDate, language: string): string {
  return say(date, monthsOf(language, 'gregory'), language);
}

/** A Solar Hijri date (or interval of two) in words: «۹ مرداد ۱۴۰۲», `9 Mordad 1402`. */
export function saySolarHijri(date: SolarHijriDate, language: string): string {
  return say(date, monthsOf(language, 'persian'), language);
}

/** What marks a Solar Hijri year for who counts by another calendar. */
const solarMark: Readonly<Record<string, string>> = { ar: 'هـ ش' };

/** A Solar Hijri year beside which no Gregorian one stands: who reads English is told what it is. */
export const sayLoneYear = (year: string, language: string): string =>
  isSolarFirst(language)
    ? toPersianDigits(year)
    : `${sayDigits(year, language)} ${solarMark[baseOf(language)] ?? 'SH'}`;

/** A lunar Hijri date in words, with what says that it is one: «۱۸ رمضان ۱۴۴۳ ق», `18 Ramadan 1443 AH`. */
export function sayLunarHijri(date: LunarHijriDate, language: string): string {
  if (hasPersianRules(language)) return `${say(date, persianLunarMonths, language)} ق`;
  // The language of the calendar has the same names of its months as Persian, and its own sign.
  if (baseOf(language) === 'ar') return `${say(date, arabicLunarMonths, language)} هـ`;
  return `${say(date, englishLunarMonths, language)} AH`;
}

/**
 * A date as it is said in a language: the reader's calendar first, the other in brackets. One of the lunar calendar goes before
 * both.
 *
 * @param readers the languages of the edition: where none of them counts by Solar Hijri years, these are left out
 */
export function sayBothCalendars(date: BothCalendars, language: string, readers: readonly string[]): string {
  const gregorian = sayGregorian(date.gregorian, language);
  const solarHijri = saySolarHijri(date.solarHijri, language);
  const known = [language, ...readers].some(isSolarFirst) ? [gregorian, solarHijri] : [gregorian];
  const [first, ...others] = isSolarFirst(language) ? known.toReversed() : known;
  if (date.lunarHijri !== undefined)
    return `${sayLunarHijri(date.lunarHijri, language)} (${[first, ...others].join(listComma(language))})`;
  return [first, ...others.map((other) => `(${other})`)].join(' ');
}

/** A Gregorian day in the reader's calendar alone, where many stand in a list. */
export const sayOwnDay = (date: IsoDate, language: Language): string =>
  isSolarFirst(language) ? saySolarHijri(solarHijriOf(date), language) : sayGregorian(date, language);

/** A Gregorian day as it is said in a language: the reader's calendar first, the other in brackets. */
export function sayDay(date: IsoDate, language: string, readers: readonly string[]): string {
  return sayBothCalendars({ gregorian: date, solarHijri: solarHijriOf(date) }, language, readers);
}
