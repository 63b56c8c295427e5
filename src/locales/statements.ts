/** Whose money an article was made with, and what its authors state, in words. */
import type { Article, Funding } from '../edition/model.ts';
import { formIn } from '../text/languages.ts';
import { wordsOf } from './index.ts';

/** A piece of what is said: words, or the number of an award, whose parts a text from right to left would turn round. */
export interface SaidPiece {
  readonly text: string;
  readonly isNumber?: true;
}

/** A funder with its awards: `Science Foundation (12-34: Title; 56)`. */
export function piecesOfFunding({ funder, awards = [] }: Funding, language: string): readonly SaidPiece[] {
  const { semicolon } = wordsOf(language);
  const said = awards.flatMap(({ number, title }, index): readonly SaidPiece[] => [
    { text: index === 0 ? ' (' : `${semicolon} ` },
    { text: number, isNumber: true },
    ...(title ? [{ text: `: ${formIn(title, language)}` }] : []),
  ]);
  return [{ text: formIn(funder, language) }, ...said, ...(awards.length > 0 ? [{ text: ')' }] : [])];
}

/** The same as one text. */
export const sayFunding = (funding: Funding, language: string): string =>
  piecesOfFunding(funding, language)
    .map(({ text }) => text)
    .join('');

/** Something that an article states, under its name. */
export interface Statement {
  readonly label: string;
  readonly text: string;
  /** The text in its pieces. */
  readonly pieces: readonly SaidPiece[];
  /** Where the data are, the other work, the file. */
  readonly url?: string | undefined;
}

/** A statement of pieces, and where it leads. */
export const statement = (label: string, pieces: readonly SaidPiece[], url?: string | undefined): Statement => ({
  label,
  text: pieces.map(({ text }) => text).join(''),
  pieces,
  url,
});

/** Funding, conflicts of interest and the availability of data in a language, as far as they are stated in it. */
export function statementsIn(article: Article, language: string): readonly Statement[] {
  const { funding = [], conflictOfInterest, dataAvailability } = article;
  const words = wordsOf(language);
  const conflicts = conflictOfInterest?.value[language];
  const data = dataAvailability?.value[language];
  const between = { text: `${words.semicolon} ` };
  const funders = funding.flatMap((one, index) => [...(index > 0 ? [between] : []), ...piecesOfFunding(one, language)]);
  return [
    ...(funders.length > 0 ? [statement(words.funding, funders)] : []),
    ...(conflicts ? [statement(words.conflictOfInterest, [{ text: conflicts }])] : []),
    ...(data ? [statement(words.dataAvailability, [{ text: data }], dataAvailability?.value.url)] : []),
  ];
}

/** A statement as a line of a text. */
export const lineOfStatement = ({ label, text, url }: Statement): string =>
  `${label}: ${[text, url].filter(Boolean).join(' ')}`;
