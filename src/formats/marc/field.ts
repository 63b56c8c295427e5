/** Variable data fields, and how a field in two scripts is a pair. */

import { type Forms, formsOf, isLatinScript, isRightToLeft, saidForm, scriptOf } from '../../text/languages.ts';
import { oneLine } from '../../text/one-line.ts';

/** The subfields of a field by code; one that repeats has a list, one that has no value is left out. */
export type Subfields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The same field in the original script, by ISO 15924. */
export interface Original {
  readonly script: string;
  readonly subfields: Subfields;
}

/** A variable data field. Its `original` becomes its linked 880. */
export interface Field {
  readonly tag: string;
  /** Both indicators, a space for blank. */
  readonly indicators: string;
  readonly subfields: Subfields;
  readonly original?: Original | undefined;
}

export const field = (
  tag: string,
  indicators: string,
  subfields: Subfields,
  original?: Original | undefined,
): Field => ({
  tag,
  indicators,
  subfields,
  original,
});

/** The same field in the letters of the article, or of another language that is not written in Latin ones. */
export function originalOf<T>(
  forms: Forms<T>,
  articleLanguage: string,
  say: (form: T, language: string) => Subfields,
): Original | undefined {
  const form = [saidForm(forms, articleLanguage), ...formsOf(forms)].find((one) => !isLatinScript(one.language));
  return form && { script: scriptOf(form.language), subfields: say(form.value, form.language) };
}

/** $6 of an 880: the script, and `r` where it runs from right to left. */
const linkedScripts: Readonly<Record<string, string>> = {
  Arab: '(3',
  Cyrl: '(N',
  Grek: '(S',
  Hebr: '(2',
  Jpan: '$1',
  Hans: '$1',
  Hant: '$1',
  Kore: '$1',
};

/**
 * Gives each field with an original script its 880 (MARC 21 appendix A, $6 Linkage; appendix D, model A): both name the
 * other's tag and the pair's number, and the 880 its script and direction. The 880s close the record.
 */
export function linked(unsorted: readonly Field[]): readonly Field[] {
  const fields = unsorted.toSorted((one, other) => Number(one.tag) - Number(other.tag));
  const pairs = fields.filter((one) => one.original);
  const numberOf = (one: Field) => String(pairs.indexOf(one) + 1).padStart(2, '0');
  return [
    ...fields.map((one) =>
      one.original ? { ...one, subfields: { 6: `880-${numberOf(one)}`, ...one.subfields } } : one,
    ),
    ...pairs.map((one) => {
      const { script = '', subfields } = one.original ?? {};
      const code = [linkedScripts[script], isRightToLeft(script) ? 'r' : undefined].filter(Boolean).join('/');
      return field('880', one.indicators, { 6: `${one.tag}-${numberOf(one)}/${code}`, ...subfields });
    }),
  ];
}

/** $6 and $3 open a field; the other digits close it. JavaScript would put every digit first. */
export function inOrder(subfields: Subfields): readonly (readonly [code: string, value: string])[] {
  const rank = (code: string) => ['6', '3'].indexOf(code) + 1 || (/\d/.test(code) ? 4 : 3);
  return Object.entries(subfields)
    .toSorted(([one], [other]) => rank(one) - rank(other))
    .flatMap(([code, value]) => [value ?? []].flat().map((one) => [code, oneLine(one)] as const));
}
