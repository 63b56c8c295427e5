/** Where the people of an article work: as it is stated in one text, or in parts, which are put together here. */
import { eachOf, inOrder, languageTag, listComma, ownFirst, type Texts, textsOf } from '../text/languages.ts';
import type { Affiliation, Agent, Article, Creator, Evidence } from './model.ts';

/** What is said of a place of work in one language. */
export interface Said extends Partial<Evidence> {
  readonly value: string;
}

/** A place of work: in words, and in parts where they are known. */
export interface Workplace {
  readonly said: Texts<Said>;
  readonly parts?: Affiliation | undefined;
}

const countryNames = new Map<string, Intl.DisplayNames>();

function countryNamesOf(language: string): Intl.DisplayNames {
  // Of a language without such names they are English, and not those of the machine's language.
  const known =
    countryNames.get(language) ?? new Intl.DisplayNames([language, 'en'], { type: 'region', fallback: 'none' });
  countryNames.set(language, known);
  return known;
}

/** The name of a country in a language, by its code of ISO 3166-1 (`IR`); nothing of a code that has none. */
export const sayCountry = (code: string, language: string): string | undefined =>
  countryNamesOf(languageTag(language) ?? 'en').of(code);

/** Codes of countries by their English names, as Unicode has them. */
let codes: ReadonlyMap<string, string> | undefined;

/** The code of a country by its English name; nothing of a name that Unicode writes otherwise. */
export function countryOf(name: string): string | undefined {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  codes ??= new Map(
    letters
      .flatMap((first) => letters.map((second) => first + second))
      .flatMap((code) => {
        const said = sayCountry(code, 'en');
        return said === undefined ? [] : [[said.toLowerCase(), code] as const];
      }),
  );
  return codes.get(name.toLowerCase()) ?? otherNames[name.toLowerCase()];
}

/** Names in journals that Unicode has otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  usa: 'US',
  'people’s republic of china': 'CN',
  'islamic republic of iran': 'IR',
  uk: 'GB',
};

/**
 * The parts of an affiliation in a language, from the smallest place to the largest. A part that has no form in the language is
 * left out; where the institution has none, nothing is said in it.
 */
export function partsIn(
  { institution, department, city, country }: Affiliation,
  language: string,
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
export const partComma = listComma;

function sayParts(affiliation: Affiliation): Texts<Said> {
  const { certainty, from, note } = affiliation;
  return eachOf(affiliation.institution, (_, language): Said | undefined => {
    const value = partsIn(affiliation, language)
      .map(([, text]) => text)
      .join(partComma(language));
    return value === ''
      ? undefined
      : { value, ...(certainty ? { certainty } : {}), ...(from ? { from } : {}), ...(note ? { note } : {}) };
  });
}

/** The places at which somebody works, in their order. An author states one in words, or any number in parts. */
export function workplacesOf(agent: Agent & Partial<Pick<Creator, 'affiliation'>>): readonly Workplace[] {
  if (agent.affiliations) return agent.affiliations.map((parts) => ({ said: sayParts(parts), parts }));
  const { affiliation } = agent;
  return affiliation && Object.keys(affiliation).length > 0 ? [{ said: affiliation }] : [];
}

/** The same in the words of a language, as parts of a line: a full stop that closes one would stand before the comma. */
export const affiliationsOf = (agent: Agent & Partial<Pick<Creator, 'affiliation'>>, language: string): string[] =>
  workplacesOf(agent).flatMap(({ said }) => said[language]?.value.replace(/\.$/, '') ?? []);

/** The places that a page of a language shows: each in that language if it is known there, else in the article's own, else as known. */
export const affiliationsIn = (
  article: Pick<Article, 'language'>,
  agent: Agent & Partial<Pick<Creator, 'affiliation'>>,
  language: string,
): readonly { readonly language: string; readonly stated: Said }[] =>
  workplacesOf(agent).flatMap(({ said }) => {
    const own = [language, article.language, ...inOrder(Object.keys(said))].find((one) => said[one]);
    const stated = own && said[own];
    return own && stated ? [{ language: own, stated }] : [];
  });

/** What is said of a place in each language in which it is sure, the article's own first. */
export const surelySaid = ({ said }: Workplace, first: string): readonly string[] =>
  ownFirst(textsOf(said), first).flatMap(({ value: stated }) =>
    stated.certainty !== 'uncertain' ? [stated.value] : [],
  );
