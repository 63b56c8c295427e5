/** The articles that open a title, over which filing passes (MARC 21, appendix F: Initial Definite and Indefinite Articles). */
import { baseOf } from './languages.ts';

const articles: Readonly<Record<string, RegExp>> = {
  en: /^(?:The|An|A) /,
  fr: /^(?:(?:Les|Le|La|Une|Un) |L[’'])/,
  de: /^(?:Der|Die|Das|Eine|Ein) /,
  es: /^(?:El|Los|Las|La|Una|Un) /,
  it: /^(?:(?:Il|Lo|La|Gli|Le|Una|Uno|Un|I) |(?:L|Un)[’'])/,
  ar: /^ال/,
};

/** The article before a title, with the space or the apostrophe behind it; empty where there is none, or the language has none. */
export const initialArticle = (title: string, language: string): string =>
  articles[baseOf(language)]?.exec(title)?.[0] ?? '';
