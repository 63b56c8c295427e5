/** What a sharing image says: of a version of an article, and of the edition. */
import { fullName } from '../bibliography/work.ts';
import { surelyTitled } from '../edition/describe.ts';
import type { Edition, Subject, Version } from '../edition/model.ts';
import type { Theme } from '../edition/theme.ts';
import { strings } from '../locales/index.ts';
import { sayGregorian, saySolarHijri, solarHijriOf } from '../text/calendar.ts';
import { sayDigits } from '../text/digits.ts';
import { formIn, isSolarFirst, type Language, sayIn } from '../text/languages.ts';

/** The size that Open Graph and Twitter's large card ask for, in pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The words of a card. */
export interface Card {
  /** Of the card; the title can be in another. */
  readonly language: string;
  /** The name of the edition, beside its mark; on its own card it is the title. */
  readonly edition?: string | undefined;
  /** The journal that has the article, if one has. */
  readonly journal?: string | undefined;
  readonly title: { readonly text: string; readonly language: string };
  /** The authors, or what the edition says of itself. */
  readonly by: string;
  /** Number and date of the version. */
  readonly version?: string | undefined;
  readonly theme: Theme;
}

function sayVersion(version: Version, language: Language): string {
  const words = strings[language];
  const number = sayDigits(version.number, language);
  const date = isSolarFirst(language)
    ? saySolarHijri(solarHijriOf(version.date), language)
    : sayGregorian(version.date, language);
  return `${words.version} ${number}${words.comma} ${version.status === 'draft' ? words.draft : date}`;
}

/** The card of one version. A title that is not sure in the language stands in the article's own. */
export function articleCard({ edition, article, version }: Subject, language: Language): Card {
  const title = surelyTitled(article, language);
  return {
    language,
    theme: edition.theme,
    edition: sayIn(edition.name, language),
    journal: article.journal && formIn(article.journal.name, language),
    title: {
      text: title ?? surelyTitled(article, article.language) ?? article.slug,
      language: title === undefined ? article.language : language,
    },
    by: article.creators.map(({ name }) => fullName(formIn(name, language))).join(strings[language].and),
    version: sayVersion(version, language),
  };
}

/** The card of the edition. */
export const editionCard = (edition: Edition, language: Language): Card => ({
  language,
  theme: edition.theme,
  title: { text: sayIn(edition.name, language), language },
  by: sayIn(edition.description, language),
});

/** The words of a card, for who does not see it. */
export const altOf = (card: Card): string =>
  [card.edition, card.title.text, card.by, card.journal, card.version].filter(Boolean).join(' · ');
