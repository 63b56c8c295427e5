/** Issues of a journal, and the years of its shelves, in words. */
import type { RecordYear } from '../edition/model.ts';
import type { Issue } from '../edition/shelves.ts';
import { sayDigits } from '../text/digits.ts';
import { isSolarFirst, type Language, languages } from '../text/languages.ts';
import { strings } from './index.ts';

/** «دورۀ ۱۲، شمارۀ ۳ (۱۴۰۵): نام», `Volume 12, Issue 3 (2026): Name`; what is not known is left out. */
export function sayIssue(issue: Issue, language: Language): string {
  const words = strings[language];
  const { volume, number, year } = issue;
  const numbers = [
    ...(volume === undefined ? [] : [words.volumeNumber(sayDigits(volume, language))]),
    ...(number === undefined ? [] : [words.issueNumber(sayDigits(number, language))]),
  ].join(`${words.comma} `);
  const dated = [numbers || issue.id, ...(year ? [`(${sayShelfYear(year, language)})`] : [])].join(' ');
  const title = issue.title?.[language] ?? languages.map((one) => issue.title?.[one]).find((one) => one !== undefined);
  return title === undefined ? dated : `${dated}: ${title}`;
}

/** A year in the calendar of a language where it is known in it; in the other one it says so. */
export function sayShelfYear({ gregorian, solarHijri }: RecordYear, language: Language): string {
  const own = isSolarFirst(language) ? solarHijri : gregorian;
  if (own !== undefined) return sayDigits(own, language);
  return strings[language].otherCalendar(sayDigits(gregorian ?? solarHijri ?? '', language));
}

/** The names of the shelves of years: two that are one year in the calendar of a language say the other one too. */
export function nameShelfYears(years: readonly RecordYear[], language: Language): readonly string[] {
  const names = years.map((year) => sayShelfYear(year, language));
  return names.map((name, index) => {
    const { gregorian, solarHijri } = years[index] ?? {};
    const other = gregorian && solarHijri && (isSolarFirst(language) ? gregorian : solarHijri);
    const isOne = names.indexOf(name) === names.lastIndexOf(name);
    return isOne || !other ? name : `${name} (${strings[language].otherCalendar(sayDigits(other, language))})`;
  });
}
