/** Dates as lists of references write them. */
import { gregorianOf, isSolarHijriDate } from '../../text/calendar.ts';
import { toLatinDigits } from '../../text/digits.ts';
import { monthMacros } from '../bib-fields.ts';

/** What a date says, and whether it says more than an entry can hold: a season, the month of a Solar Hijri year. */
export interface ReadDate {
  readonly date?: string;
  readonly yearprinted?: string;
  readonly saysMore: boolean;
}

/** Reads a date: a Gregorian one, the Solar Hijri year, or both. A Solar Hijri day is a Gregorian day; its month is none. */
export function readDate(written: string): ReadDate {
  const text = toLatinDigits(written).trim();
  const years = text.match(/\b(?:1[2-9]|20)\d\d\b/g) ?? [];
  const persian = years.find((year) => year >= '1300' && year < '1500');
  const gregorian = years.find((year) => year >= '1500');
  const exact = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?!\d)/.exec(text);
  const isExact = exact !== null && exact[1] === gregorian && Number(exact[2]) >= 1 && Number(exact[2]) <= 12;
  const parts = isExact ? exact.slice(1).filter((part) => part !== undefined && Number(part) > 0) : [];
  const day =
    exact?.[1] === persian
      ? exact
          ?.slice(1)
          .map((part = '') => part.padStart(2, '0'))
          .join('-')
      : undefined;
  const solarDay = day !== undefined && exact?.[3] !== undefined && isSolarHijriDate(day) ? day : undefined;
  const taken = isExact || solarDay !== undefined ? [exact?.[0] ?? ''] : [persian, gregorian];
  const left = taken.reduce<string>((rest, part) => rest.replace(part ?? '', ''), text);
  const date = isExact
    ? parts.map((part) => String(part).padStart(2, '0')).join('-')
    : ((solarDay && gregorianOf(solarDay)) ??
      gregorian ??
      (persian && `${Number(persian) + 621}/${Number(persian) + 622}`));
  return {
    ...(date ? { date } : {}),
    ...(persian ? { yearprinted: persian } : {}),
    saysMore: /[\p{L}\p{N}]/u.test(left),
  };
}

/**
 * The number of a month, and of a day that stands beside it: `month = "23~" # apr` and `month = apr # "~23"` are BibTeX's own
 * (btxhak, section 4). Two numbers that can each be the month are neither.
 */
function monthWritten(written: string): { readonly month?: number | undefined; readonly day?: number | undefined } {
  const bare = toLatinDigits(written.replace(/[{}]/g, '').toLowerCase());
  const named = monthMacros.findIndex((name) => bare.includes(name)) + 1;
  const [first, second] = (bare.match(/\d+/g) ?? []).map(Number);
  if (named > 0) return { month: named, day: first };
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
  const read = monthWritten(month);
  if (read.month === undefined) return { date: year, says: ['year'] };
  const days = toLatinDigits(day).replace(/\D/g, '') || read.day;
  const parts = [year.replace(/[{}]/g, ''), read.month, ...(days === undefined ? [] : [days])];
  return { date: parts.map((part) => String(part).padStart(2, '0')).join('-'), says: ['year', 'month', 'day'] };
}
