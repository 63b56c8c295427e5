/** What was said of a version since its release, in words. */
import type { Notice } from '../edition/notices.ts';
import { sayDay } from '../text/calendar.ts';
import type { Language } from '../text/languages.ts';
import { strings } from './index.ts';

/** What a notice is and its day: `Retracted, 1 March 2026`. */
export const nameNotice = ({ kind, date }: Notice, language: Language): string =>
  `${strings[language].notices[kind]}${strings[language].comma} ${sayDay(date, language)}`;

/** The same with the reason. */
export const sayNotice = (notice: Notice, language: Language): string =>
  `${nameNotice(notice, language)}. ${notice.reason[language]}`;
