/** Numbers in what a script says: in the digits of the page, and with the plural form of what is counted. */
import type { CountedText } from '../locales/plurals.ts';

/** Numbers as the page prints them. The build says which digits, where browsers have others for a language than the edition. */
export function numberFormat(options: Intl.NumberFormatOptions = { useGrouping: false }): Intl.NumberFormat {
  const { lang, dataset } = document.documentElement;
  return new Intl.NumberFormat(lang, {
    ...options,
    ...(dataset['digits'] ? { numberingSystem: dataset['digits'] } : {}),
  });
}

/**
 * A sentence with a number.
 *
 * @param forms what the build wrote into the page: a {@link CountedText} as JSON, in which the first lone `#` stands for the number
 */
export function counted(forms: string | undefined, count: number, digits: Intl.NumberFormat = numberFormat()): string {
  const said = JSON.parse(forms ?? '{"other":"#"}') as CountedText;
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (said[category] ?? said.other).replace(/(?<!#)#(?!#)/, () => digits.format(count));
}
