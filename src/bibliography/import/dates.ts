/** Dates as lists of references write them. */
import {
  englishMonths,
  englishPersianMonths,
  gregorianOf,
  isSolarHijriDate,
  persianGregorianMonths,
  persianMonths,
} from '../../text/calendar.ts';
import { toLatinDigits } from '../../text/digits.ts';
import { gregorianYearsOfLunar } from '../../text/lunar.ts';
import { monthMacros } from '../bib-fields.ts';

/** What a date says, and whether it says more than an entry can hold: a season, the month of a Solar Hijri year. */
export interface ReadDate {
  readonly date?: string;
  readonly yearprinted?: string;
  readonly saysMore: boolean;
}

/** A month by its name, in which calendar, and the name. */
interface NamedMonth {
  readonly month: number;
  readonly calendar: 'gregorian' | 'solar';
  readonly name: string;
}

/** Spellings of Persian that other calendars' names have beside those of `text/calendar.ts`. */
const otherNames: Readonly<Record<string, number>> = {
  ...{ ژانویۀ: 1, ژانويه: 1, فوریۀ: 2, فوريه: 2, مارچ: 3, اپریل: 4, آپریل: 4, مۀ: 5, می: 5, جون: 6 },
  ...{ ژوئیۀ: 7, جولای: 7, ژوییه: 7, آگوست: 8, اوت: 8, اکتوبر: 10 },
};

/** Every name of a month, in small letters; the longer before those that begin like them. */
const monthNames: readonly NamedMonth[] = [
  ...[englishMonths, persianGregorianMonths, monthMacros].flatMap((names) =>
    names.map((name, index) => ({ month: index + 1, calendar: 'gregorian' as const, name: name.toLowerCase() })),
  ),
  { month: 9, calendar: 'gregorian' as const, name: 'sept' },
  ...Object.entries(otherNames).map(([name, month]) => ({ month, calendar: 'gregorian' as const, name })),
  ...[persianMonths, englishPersianMonths].flatMap((names) =>
    names.map((name, index) => ({ month: index + 1, calendar: 'solar' as const, name: name.toLowerCase() })),
  ),
  { month: 5, calendar: 'solar' as const, name: 'امرداد' },
].toSorted((one, other) => other.name.length - one.name.length);

/** The month that a text names as a word of its own. */
const monthNamed = (text: string): NamedMonth | undefined =>
  monthNames.find(({ name }) => new RegExp(`(?<!\\p{L})${name}(?:ماه| ماه|\\u200cماه)?(?!\\p{L})`, 'u').test(text));

const two = (part: string | number) => String(part).padStart(2, '0');

/** A year of the lunar calendar in a text, and the words that say so. */
interface LunarYear {
  readonly year: number;
  readonly written: string;
}

/** A year that only the lunar calendar can have, or that says that it is one of it: `1432ق`, `۱۳۲۴ ه‍.ق`, `1432 AH`. */
function lunarYear(text: string): LunarYear | undefined {
  const marked =
    /(?<!\d)([4-9]\d\d|1[0-4]\d\d)\s*(?:(?:ه(?:ـ|\u200d)?\s*\.?\s*)?ق(?:\.|مری)?(?!\p{L})|هجری قمری|A\.?H\.?(?!\p{L}))/iu.exec(
      text,
    );
  if (marked) return { year: Number(marked[1]), written: marked[0] };
  const [, late] = /^\D*(14(?:1[1-9]|[2-9]\d))\D*$/.exec(text) ?? [];
  return late !== undefined && !/ش(?!\p{L})/u.test(text) ? { year: Number(late), written: late } : undefined;
}

/** The first and the last of several months or days of ISO 8601, as what both are in: a year, a month, or several years. */
function spanOf(text: string): string | undefined {
  const [, first = '', last = ''] =
    /^((?:1[5-9]|20)\d\d(?:-\d\d){1,2})\s*(?:\/|--|–)\s*((?:1[5-9]|20)\d\d(?:-\d\d){1,2})$/.exec(text) ?? [];
  if (first === '') return undefined;
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7);
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : `${first.slice(0, 4)}/${last.slice(0, 4)}`;
}

/** What words around a date only say what it is: its calendar, that it is a date of publication. */
const empty =
  /(?<!\p{L})(?:ه(?:ـ|\u200d)?\s*\.?\s*[شق]\.?|هجری|شمسی|خورشیدی|قمری|میلادی|[شقم]\.?|سال|A\.?H\.?|A\.?D\.?|C\.?E\.?|S\.?H\.?|ماه|of|th|st|nd|rd)(?!\p{L})/giu;

/**
 * Reads a date: a Gregorian one, the Solar Hijri year, or both, with months as numbers or in English or Persian words. A Solar
 * Hijri day is a Gregorian day; its month is none. A lunar Hijri year is the Gregorian ones that it spans.
 */
export function readDate(written: string): ReadDate {
  const text = toLatinDigits(written)
    .replace(/^[{\s[(]+|[}\s\])]+$/g, '')
    .trim();
  const lunar = lunarYear(text);
  if (lunar !== undefined) {
    const rest = text.replace(lunar.written, ' ');
    // A year of another calendar beside it says the same more exactly.
    return /(?<!\d)(?:1[3-9]|20)\d\d(?!\d)/.test(rest)
      ? { ...readDate(rest), saysMore: true }
      : { date: gregorianYearsOfLunar(lunar.year), saysMore: true };
  }
  const span = spanOf(text);
  if (span !== undefined) return { date: span, saysMore: true };
  const interval = /^(1[5-9]\d\d|20\d\d)(?:-00)*\s*(?:--?|[–—/])\s*(1[5-9]\d\d|20\d\d)$/.exec(text);
  if (interval && Number(interval[1]) < Number(interval[2]))
    return { date: `${interval[1]}/${interval[2]}`, saysMore: false };
  const years = text.match(/(?<!\d)(?:1[2-9]|20)\d\d(?!\d)/g) ?? [];
  const persian = years.find((year) => year >= '1300' && year < '1500');
  const gregorian = years.find((year) => year >= '1500');
  const named = readNamed(text, persian, gregorian);
  if (named) return named;
  const exact = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/.exec(text);
  const isExact = exact !== null && exact[1] === gregorian && Number(exact[2]) >= 1 && Number(exact[2]) <= 12;
  const parts = isExact ? exact.slice(1).filter((part) => part !== undefined && Number(part) > 0) : [];
  const day =
    exact?.[1] === persian
      ? exact
          ?.slice(1)
          .map((part = '') => two(part))
          .join('-')
      : undefined;
  const solarDay = day !== undefined && exact?.[3] !== undefined && isSolarHijriDate(day) ? day : undefined;
  const taken = isExact || solarDay !== undefined ? [exact?.[0] ?? ''] : [persian, gregorian];
  const left = taken.reduce<string>((rest, part) => rest.replace(part ?? '', ''), text).replace(empty, '');
  const date = isExact
    ? parts.map((part) => two(String(part))).join('-')
    : ((solarDay && gregorianOf(solarDay)) ??
      gregorian ??
      (persian && `${Number(persian) + 621}/${Number(persian) + 622}`));
  return {
    ...(date ? { date } : {}),
    ...(persian ? { yearprinted: persian } : {}),
    // `~`, `?` and `%` say in EDTF (ISO 8601-2) that a date is not sure.
    saysMore: /[\p{L}\p{N}~?%]/u.test(left),
  };
}

/** A date whose month is a word: `12 April 2007`, `22 آبان ۱۳۸۷`. */
function readNamed(text: string, persian: string | undefined, gregorian: string | undefined): ReadDate | undefined {
  const found = monthNamed(text.toLowerCase());
  const year = found?.calendar === 'solar' ? persian : gregorian;
  if (found === undefined || year === undefined) return undefined;
  const others = text.toLowerCase().replace(found.name, ' ');
  // Of several months the year is what they have in common.
  if (found.calendar === 'gregorian' && monthNamed(others)?.calendar === 'gregorian')
    return { date: year, ...(persian === undefined ? {} : { yearprinted: persian }), saysMore: true };
  const rest = others
    .replace(year, ' ')
    .replace(persian ?? ' ', ' ')
    .replace(/(\d)(?:st|nd|rd|th)(?!\p{L})/giu, '$1')
    .replace(empty, ' ');
  const day = /^\D*(\d{1,2})\D*$/.exec(rest)?.[1];
  const saysMore = /[\p{L}\p{N}]/u.test(day === undefined ? rest : rest.replace(day, ''));
  const printed = persian === undefined ? {} : { yearprinted: persian };
  if (found.calendar === 'gregorian')
    return { date: [year, two(found.month), ...(day ? [two(day)] : [])].join('-'), ...printed, saysMore };
  const solar = day === undefined ? undefined : [year, two(found.month), two(day)].join('-');
  if (solar !== undefined && isSolarHijriDate(solar)) return { date: gregorianOf(solar), ...printed, saysMore };
  return { date: `${Number(year) + 621}/${Number(year) + 622}`, ...printed, saysMore: true };
}

/**
 * The number of a month, and of a day that stands beside it: `month = "23~" # apr` and `month = apr # "~23"` are BibTeX's own
 * (btxhak, section 4). Two numbers that can each be the month are neither.
 */
function monthWritten(written: string): { readonly month?: number | undefined; readonly day?: number | undefined } {
  const bare = toLatinDigits(written.replace(/[{}~]/g, ' ').toLowerCase());
  const named = monthNamed(bare);
  // Two months are none.
  if (named && monthNamed(bare.replace(named.name, ' '))) return {};
  const [first, second] = (bare.match(/\d+/g) ?? []).map(Number);
  if (named !== undefined) return named.calendar === 'gregorian' ? { month: named.month, day: first } : {};
  if (first === undefined || second === undefined) return first !== undefined && isMonth(first) ? { month: first } : {};
  if (isMonth(first) !== isMonth(second) || first === second)
    return isMonth(second) ? { month: second, day: first } : { month: first, day: second };
  return {};
}

const isMonth = (number: number) => number >= 1 && number <= 12;

/** `year`, `month` and `day` as one date, and which of the fields it says. */
export function dateWritten({ date, year, month = '', day = '' }: Readonly<Record<string, string>>): {
  readonly date: string | undefined;
  readonly says: readonly string[];
} {
  if (date !== undefined) return { date, says: ['date'] };
  if (year === undefined) return { date: undefined, says: [] };
  const days = toLatinDigits(day).replace(/\D/g, '');
  const bare = toLatinDigits(year.replace(/[{}]/g, '')).trim();
  // The month of a Solar Hijri year is a part of a date only with its day.
  const solar = monthNamed(toLatinDigits(month.replace(/[{}~]/g, ' ').toLowerCase()));
  if (solar?.calendar === 'solar') {
    const inMonth = days || /\d{1,2}/.exec(toLatinDigits(month))?.[0];
    return inMonth === undefined
      ? { date: year, says: ['year'] }
      : { date: `${inMonth} ${solar.name} ${bare}`, says: ['year', 'month', 'day'] };
  }
  const read = monthWritten(month);
  if (read.month === undefined) return { date: year, says: ['year'] };
  const inMonth = days || read.day;
  if (!/^\d{4}$/.test(bare)) return { date: year, says: ['year'] };
  if (bare < '1500' && inMonth === undefined) return { date: year, says: ['year'] };
  const parts = [bare, read.month, ...(inMonth === undefined ? [] : [inMonth])];
  return { date: parts.map(two).join('-'), says: ['year', 'month', 'day'] };
}
