/** What the text itself calls its numbered parts: «شکل ۲», "Figure 2". A part prints its label, and a cross reference repeats it. */
import { sayNumber } from '../text/digits.ts';
import type { Language, Localised } from '../text/languages.ts';

/** By the letters with which an id begins; the parts of a section are counted within it, `s3-1`. */
const names: Readonly<Record<string, Localised>> = {
  fig: { fa: 'شکل', en: 'Figure' },
  table: { fa: 'جدول', en: 'Table' },
  eq: { fa: 'رابطۀ', en: 'Equation' },
  box: { fa: 'کادر', en: 'Box' },
  verse: { fa: 'شعر', en: 'Verse' },
  code: { fa: 'کد', en: 'Listing' },
  appendix: { fa: 'پیوست', en: 'Appendix' },
  p: { fa: 'بند', en: 'paragraph' },
  s: { fa: 'بخش', en: 'Section' },
};

/**
 * The label of a numbered part in the language of the text.
 *
 * @param id its anchor: `fig2`, `table1`, `p12`, `s3-1`
 * @returns nothing for an id of no such part
 */
export function labelOf(id: string, language: Language): string | undefined {
  const [, kind = '', numbers = ''] = /^([a-z]+)(\d+(?:-\d+)*)$/.exec(id) ?? [];
  const name = names[kind];
  const said = numbers.split('-').map((number) => sayNumber(Number(number), language));
  return name && `${name[language]} ${said.join('.')}`;
}
