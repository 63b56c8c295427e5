/** Where the people of an article work: as it is stated in one text, or in parts, which are put together here. */
import type { Language, PartlyLocalised } from '../text/languages.ts';
import { languages, otherLanguage } from '../text/languages.ts';
import type { Affiliation, Agent, Article, Creator, Evidence } from './model.ts';

/** What is said of a place of work in one language. */
export interface Said extends Partial<Evidence> {
  readonly value: string;
}

/** A place of work: in words, and in parts where they are known. */
export interface Workplace {
  readonly said: PartlyLocalised<Said>;
  readonly parts?: Affiliation | undefined;
}

const countryNames: Readonly<Record<Language, Intl.DisplayNames>> = {
  fa: new Intl.DisplayNames('fa', { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
};

/** The name of a country in a language, by its code of ISO 3166-1 (`IR`); nothing of a code that has none. */
export const sayCountry = (code: string, language: Language): string | undefined => countryNames[language].of(code);

/**
 * The parts of an affiliation in a language, from the smallest place to the largest. A part that has no form in the language is
 * left out; where the institution has none, nothing is said in it.
 */
export function partsIn(
  { institution, department, city, country }: Affiliation,
  language: Language,
): readonly (readonly [part: 'department' | 'institution' | 'city' | 'country', text: string])[] {
  if (institution[language] === undefined) return [];
  const parts = [
    ['department', department?.[language]],
    ['institution', institution[language]],
    ['city', city?.[language]],
    ['country', country && sayCountry(country, language)],
  ] as const;
  return parts.flatMap(([part, text]) => (text ? [[part, text] as const] : []));
}

/** What stands between the parts of an affiliation. */
export const partComma: Readonly<Record<Language, string>> = { fa: '، ', en: ', ' };

function sayParts(affiliation: Affiliation): PartlyLocalised<Said> {
  const { certainty, from, note } = affiliation;
  const said = (language: Language): Said | undefined => {
    const value = partsIn(affiliation, language)
      .map(([, text]) => text)
      .join(partComma[language]);
    return value === ''
      ? undefined
      : { value, ...(certainty ? { certainty } : {}), ...(from ? { from } : {}), ...(note ? { note } : {}) };
  };
  return { fa: said('fa'), en: said('en') };
}

/** The places at which somebody works, in their order. An author states one in words, or any number in parts. */
export function workplacesOf(agent: Agent & Partial<Pick<Creator, 'affiliation'>>): readonly Workplace[] {
  if (agent.affiliations) return agent.affiliations.map((parts) => ({ said: sayParts(parts), parts }));
  const { affiliation } = agent;
  return affiliation && (affiliation.fa || affiliation.en) ? [{ said: affiliation }] : [];
}

/** The same in the words of a language, as parts of a line: a full stop that closes one would stand before the comma. */
export const affiliationsOf = (agent: Agent & Partial<Pick<Creator, 'affiliation'>>, language: Language): string[] =>
  workplacesOf(agent).flatMap(({ said }) => said[language]?.value.replace(/\.$/, '') ?? []);

/** The places that a page of a language shows: each in that language if it is known there, else in the article's own, else as known. */
export const affiliationsIn = (
  article: Pick<Article, 'language'>,
  agent: Agent & Partial<Pick<Creator, 'affiliation'>>,
  language: Language,
): readonly { readonly language: Language; readonly stated: Said }[] =>
  workplacesOf(agent).flatMap(({ said }) => {
    const own = [language, article.language, otherLanguage(article.language)].find((one) => said[one]);
    const stated = own && said[own];
    return own && stated ? [{ language: own, stated }] : [];
  });

/** What is said of a place in each language in which it is sure, the article's own first. */
export const surelySaid = ({ said }: Workplace, first: Language): readonly string[] =>
  [first, ...languages.filter((one) => one !== first)].flatMap((language) => {
    const stated = said[language];
    return stated && stated.certainty !== 'uncertain' ? [stated.value] : [];
  });
