/** What is said of the version of record wherever a version is introduced: where it stands, its dates. */
import type { Article, ArticleDate, Evidence } from '../edition/model.ts';
import { sayBothCalendars } from '../text/calendar.ts';
import { toPersianDigits } from '../text/digits.ts';
import type { Language } from '../text/languages.ts';
import { strings } from './strings.ts';

/** The journal, volume, issue, year and pages, and what the journal calls the article, in its own language. */
export function journalLine({ journal, record, language, kind }: Article): string {
  const words = strings[language];
  const digits = (text: string) => (language === 'fa' ? toPersianDigits(text) : text);
  return [
    journal.name[language],
    record.volume && `${words.volume} ${digits(record.volume.value)}`,
    record.issue && `${words.issue} ${digits(record.issue.value)}`,
    record.year && digits(language === 'fa' ? record.year.value.solarHijri : record.year.value.gregorian),
    record.pages && `${words.pages} ${digits(`${record.pages.value.first}–${record.pages.value.last}`)}`,
    kind?.value[language],
  ]
    .filter(Boolean)
    .join(`${words.comma} `);
}

/** What stands behind a title that is itself doubtful. */
export const sayDoubt = ({ certainty }: Evidence, language: Language): string | undefined =>
  certainty === 'uncertain' ? `(${strings[language].certainty.uncertain})` : undefined;

/** A date in both calendars, with its certainty where it is not certain. */
export function sayArticleDate({ solarHijri, certainty }: ArticleDate, language: Language): string {
  const words = strings[language];
  const said = sayBothCalendars(solarHijri, language);
  return certainty === 'certain' ? said : `${said}${words.comma} ${words.certainty[certainty]}`;
}
