/** What is said of the version of record wherever a version is introduced: where it stands, its dates. */
import { sayDegree } from '../edition/describe.ts';
import {
  type Article,
  type ArticleDate,
  type Conference,
  type Evidence,
  hostOf,
  placementOf,
  type RecordYear,
  type Thesis,
} from '../edition/model.ts';
import { sayBothCalendars, sayDay, sayLoneYear } from '../text/calendar.ts';
import { sayDigits } from '../text/digits.ts';
import { formIn, isSolarFirst, sayIn, wordsLanguage } from '../text/languages.ts';
import { wordsOf } from './index.ts';

/** The journal, volume, issue, year and pages, and what the journal calls the article, in its own language. */
export function journalLine(article: Article): string {
  const { conference, thesis, language, kind } = article;
  const host = hostOf(article);
  const record = placementOf(article);
  const words = wordsOf(language);
  const digits = (text: string) => sayDigits(text, language);
  return [
    host && formIn(host.name, language),
    record.volume && `${words.volume} ${digits(record.volume.value)}`,
    record.issue && `${words.issue} ${digits(record.issue.value)}`,
    record.specialIssue?.value,
    record.year && yearIn(record.year.value, language)[0],
    record.pages && `${words.pages} ${digits(`${record.pages.value.first}–${record.pages.value.last}`)}`,
    record.articleNumber && `${words.articleNumber} ${digits(record.articleNumber.value)}`,
    conference && sayConference(conference, language),
    thesis && sayThesis(thesis, language),
    kind && sayIn(kind.value, language),
  ]
    .filter(Boolean)
    .join(`${words.comma} `);
}

/** A conference: its name, place and days as far as known. */
export function sayConference({ name, place, start, end }: Conference, language: string): string {
  const days = [start, end === start ? undefined : end].filter((day) => day !== undefined);
  return [
    formIn(name, language),
    place && formIn(place, language),
    days.map((day) => sayDay(day, language, [])).join(wordsOf(language).through),
  ]
    .filter(Boolean)
    .join(`${wordsOf(language).comma} `);
}

/** What a thesis is, and where it was written. */
export const sayThesis = (thesis: Thesis, language: string): string =>
  `${sayDegree(thesis)[wordsLanguage(language)]}${wordsOf(language).comma} ${formIn(thesis.institution, language)}`;

/** The same with the publisher of the journal behind it: the sentences that say where an article is published. */
export function publicationLine(article: Article): string {
  const { language } = article;
  const host = hostOf(article);
  return [journalLine(article), host && formIn(host.publisher, language)].filter(Boolean).join('. ');
}

/** The year in the calendars in which it is known, the reader's first. */
function yearIn({ solarHijri, gregorian }: RecordYear, language: string): readonly string[] {
  if (gregorian === undefined) return solarHijri === undefined ? [] : [sayLoneYear(solarHijri, language)];
  return (isSolarFirst(language) ? [solarHijri, gregorian] : [gregorian, solarHijri])
    .filter((year) => year !== undefined)
    .map((year) => sayDigits(year, language));
}

/** The year of the version of record: the reader's calendar first, the other in brackets. */
export function sayYear(year: RecordYear, language: string): string {
  const [first = '', other] = yearIn(year, language);
  return other === undefined ? first : `${first} (${other})`;
}

/** What stands behind a title that is itself doubtful. */
export const sayDoubt = ({ certainty }: Evidence, language: string): string | undefined =>
  certainty === 'uncertain' ? `(${wordsOf(language).certainty.uncertain})` : undefined;

/** A date in both calendars, with its certainty where it is not certain. */
export function sayArticleDate(date: ArticleDate, language: string, readers: readonly string[]): string {
  const words = wordsOf(language);
  const said = sayBothCalendars(date, language, readers);
  return date.certainty === 'certain' ? said : `${said}${words.comma} ${words.certainty[date.certainty]}`;
}
