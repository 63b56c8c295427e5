/** What the header of a TEI file says of the edition, in each language: its principles, shortly. */
import type { Article } from '../../edition/model.ts';
import { principlesStrings } from '../../locales/index.ts';
import type { PrinciplesStrings } from '../../locales/words.ts';
import { hasPersianRules, type Texts, wordsLanguages } from '../../text/languages.ts';

/** The principles that hold for an article. */
export const principlesOf = ({ source, language }: Article) => {
  // In the language of the text, where the interface speaks it, and in English.
  const said = (of: (words: PrinciplesStrings) => string): Texts =>
    Object.fromEntries(wordsLanguages(language).map((one) => [one, of(principlesStrings[one])]));
  const state = source === undefined ? 'bornDigital' : source.profile === 'intact' ? 'intact' : 'restored';
  return {
    responsibility: said((words) => words[state].responsibility),
    witness: state === 'bornDigital' ? undefined : said((words) => words[state].witness),
    correction: said((words) => words[state].correction),
    normalization: hasPersianRules(language) ? said((words) => words.persian) : undefined,
    interpretation: said((words) => words.interpretation),
    general: principlesStrings.en.general.map((_, index) => said((words) => words.general[index] as string)),
    references: said((words) => words.references),
    publication: said((words) => words.publication),
    calendar: said((words) => words.calendar),
    lunarCalendar: said((words) => words.lunarCalendar),
  };
};
