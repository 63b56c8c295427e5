/**
 * The lunar Hijri calendar. A month begins when its crescent is seen, which no arithmetic tells for every place: the calendars of
 * Intl that begin months by it, Umm al-Qura and the civil one, answer each for itself, and where they differ a date is the interval
 * that they span. (The third, `islamic-tbla`, is the civil one a day earlier, always.) Where the crescent was seen otherwise, a day
 * may be another one still.
 */
/** A date of the lunar Hijri calendar: `1443`, `1443-09` or `1443-09-18`. */
export type LunarHijriDate = string;

const formats = ['islamic-umalqura', 'islamic-civil'].map(
  (calendar) =>
    new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    }),
);

const msOfDay = 86_400_000;

/** The first day of a year, as days since 1 January 1970 (the tabular form, cycle of 30 years). */
const newYear = (year: number): number => 1948440 + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) - 2440588;

/** The Gregorian years that a lunar Hijri year spans: two, or one, as far as arithmetic can tell. */
export function gregorianYearsOfLunar(year: number): string {
  const [first, last] = [newYear(year), newYear(year + 1) - 1].map((day) => new Date(day * msOfDay).getUTCFullYear());
  return first === last ? `${first}` : `${first}/${last}`;
}

/** Year, month and day of a day since 1 January 1970 in a calendar. */
function lunarParts(format: Intl.DateTimeFormat, day: number): readonly number[] {
  const parts = format.formatToParts(day * msOfDay);
  return ['year', 'month', 'day'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value.replace(/\D/g, '') ?? Number.NaN),
  );
}

/** The day of a date in each calendar that has it, as days since 1 January 1970. */
function daysOf(year: number, month: number, day: number): readonly number[] {
  // A month has 29 or 30 days; no calendar is further from the mean than a few.
  const about = newYear(year) + Math.round((month - 1) * 29.5306) + day - 1;
  return formats.flatMap((format) => {
    const near = Array.from({ length: 9 }, (_, index) => about - 4 + index);
    const found = near.find((one) => lunarParts(format, one).join('-') === `${year}-${month}-${day}`);
    return found === undefined ? [] : [found];
  });
}

/**
 * The first and the last Gregorian day that a date can be: of one with its day the days on which the calendars put it, mostly one;
 * of a month or a year its first and its last.
 *
 * @returns nothing if the date exists in no calendar
 */
export function daysOfLunar(date: LunarHijriDate): readonly [first: string, last: string] | undefined {
  if (!/^\d{4}(?:-\d{2}){0,2}$/.test(date)) return undefined;
  const [year = 0, month, day] = date.split('-').map(Number);
  if (year < 1 || month === 0 || (month ?? 1) > 12) return undefined;
  const firsts = daysOf(year, month ?? 1, day ?? 1);
  const [nextYear, next] = (month ?? 12) === 12 ? [year + 1, 1] : [year, (month ?? 0) + 1];
  const lasts = day === undefined ? daysOf(nextYear, next, 1).map((one) => one - 1) : firsts;
  if (firsts.length === 0) return undefined;
  const iso = (one: number) => new Date(one * msOfDay).toISOString().slice(0, 10);
  return [iso(Math.min(...firsts)), iso(Math.max(...lasts))];
}

/** Whether the text is a lunar Hijri date that exists in one of the calendars. */
export const isLunarHijriDate = (text: string): boolean => daysOfLunar(text) !== undefined;

/** The months in Persian. */
export const persianLunarMonths =
  'محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذی‌قعده ذی‌حجه'.split(' ');
/** The months in Arabic (CLDR). */
export const arabicLunarMonths = [
  'محرم',
  'صفر',
  'ربيع الأول',
  'ربيع الآخر',
  'جمادى الأولى',
  'جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة',
  'ذو الحجة',
];
/** The months in English (CLDR). */
export const englishLunarMonths = [
  'Muharram',
  'Safar',
  'Rabiʻ I',
  'Rabiʻ II',
  'Jumada I',
  'Jumada II',
  'Rajab',
  'Shaʻban',
  'Ramadan',
  'Shawwal',
  'Dhuʻl-Qiʻdah',
  'Dhuʻl-Hijjah',
];
