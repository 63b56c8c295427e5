/** What was said of a version since its release, in words. */
import type { Notice } from '../edition/notices.ts';
import { sayDay } from '../text/calendar.ts';
import { sayIn } from '../text/languages.ts';
import { wordsOf } from './index.ts';

/** What a notice is and its day: `Retracted, 1 March 2026`. */
export const nameNotice = ({ kind, date }: Notice, language: string, readers: readonly string[]): string =>
  `${wordsOf(language).notices[kind]}${wordsOf(language).comma} ${sayDay(date, language, readers)}`;

/** The same with the reason. */
export const sayNotice = (notice: Notice, language: string, readers: readonly string[]): string =>
  `${nameNotice(notice, language, readers)}. ${sayIn(notice.reason, language)}`;
