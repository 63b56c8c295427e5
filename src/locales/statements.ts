/** Whose money an article was made with, and what its authors state, in words. */
import type { Article, Funding } from '../edition/model.ts';
import { formIn } from '../text/languages.ts';
import { wordsOf } from './index.ts';

/** A funder with its awards: `Science Foundation (12-34, 56)`. */
export function sayFunding({ funder, awards = [] }: Funding, language: string): string {
  const numbers = awards.map(({ number, title }) =>
    [number, title && formIn(title, language)].filter(Boolean).join(': '),
  );
  const { semicolon } = wordsOf(language);
  return [formIn(funder, language), ...(numbers.length > 0 ? [`(${numbers.join(`${semicolon} `)})`] : [])].join(' ');
}

/** Something that an article states, under its name. */
export interface Statement {
  readonly label: string;
  readonly text: string;
  /** Where the data are. */
  readonly url?: string | undefined;
}

/** Funding, conflicts of interest and the availability of data in a language, as far as they are stated in it. */
export function statementsIn(article: Article, language: string): readonly Statement[] {
  const { funding = [], conflictOfInterest, dataAvailability } = article;
  const words = wordsOf(language);
  const conflicts = conflictOfInterest?.value[language];
  const data = dataAvailability?.value[language];
  return [
    ...(funding.length > 0
      ? [{ label: words.funding, text: funding.map((one) => sayFunding(one, language)).join(`${words.semicolon} `) }]
      : []),
    ...(conflicts ? [{ label: words.conflictOfInterest, text: conflicts }] : []),
    ...(data ? [{ label: words.dataAvailability, text: data, url: dataAvailability?.value.url }] : []),
  ];
}

/** The same as lines of a text. */
export const statementLines = (article: Article, language: string): readonly string[] =>
  statementsIn(article, language).map(({ label, text, url }) => `${label}: ${text}${url ? ` ${url}` : ''}`);
