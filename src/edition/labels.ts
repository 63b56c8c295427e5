/** What the text itself calls its numbered parts: «شکل ۲», "Figure 2". A part prints its label, and a cross reference repeats it. */
import { sayNumber } from '../text/digits.ts';
import type { Language, Localised } from '../text/languages.ts';

/** By the letters with which an id begins. */
const names: Readonly<Record<string, Localised>> = {
  fig: { fa: 'شکل', en: 'Figure' },
  table: { fa: 'جدول', en: 'Table' },
};

/**
 * The label of a numbered part in the language of the text.
 *
 * @param id its anchor: `fig2`, `table1`
 * @returns nothing for an id of no such part
 */
export function labelOf(id: string, language: Language): string | undefined {
  const [, kind = '', number] = /^([a-z]+)(\d+)$/.exec(id) ?? [];
  const name = names[kind];
  return name && `${name[language]} ${sayNumber(Number(number), language)}`;
}
