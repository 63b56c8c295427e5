/** Where the abstracts of a text stand: a rule for pages, books and prints. */
import { type Abstract, sayBlocks, type Version } from './model.ts';

export interface PlacedAbstracts {
  /** Before the text. */
  readonly before: readonly Abstract[];
  /** After the text and its works. */
  readonly after: readonly Abstract[];
}

/**
 * Those in the language of the reader stand before the text, the others behind it, as journals print them: who reads one language
 * comes to the text without leafing through another. Where none is in that language, those in the language of the first lead.
 * Abstracts that say nothing are left out.
 *
 * @param language that of the page, or of a file that has only one
 */
export function placeAbstracts({ abstracts }: Pick<Version, 'abstracts'>, language: string): PlacedAbstracts {
  const said = abstracts.filter((abstract) => lengthOf(abstract) > 0);
  const leading = said.some((abstract) => abstract.language === language) ? language : said[0]?.language;
  const leads = (abstract: Abstract) => abstract.language === leading;
  return { before: said.filter(leads), after: said.filter((abstract) => !leads(abstract)) };
}

/** How many characters an abstract may have that a page shows whole before the text. */
const whole = 1500;

/** Whether a page shows only the beginning of an abstract until the reader asks for more. */
export const isLongAbstract = (abstract: Abstract): boolean => lengthOf(abstract) > whole;

const lengthOf = ({ blocks }: Abstract): number => sayBlocks(blocks).reduce((sum, text) => sum + text.trim().length, 0);
