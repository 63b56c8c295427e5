/** Nouns behind a number: a language has a form for each of its plural categories (Unicode CLDR, Language Plural Rules). */
import { toLatinDigits } from '../text/digits.ts';
import type { Language, Localised } from '../text/languages.ts';

/** The categories of each language, as `Intl.PluralRules` tells them apart; a test holds that these are all. */
export const pluralCategories = {
  fa: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const satisfies Localised<readonly Intl.LDMLPluralRule[]>;

type Category<L extends Language> = (typeof pluralCategories)[L][number];

/** What is said of a number in each of the categories of a language: none can be left out. `#` stands for the number. */
export type PluralForms<L extends Language> = Readonly<Record<Category<L>, string>>;

/** The same of a language that the words about it do not name: what a script is given, which counts in the browser. */
export type CountedText = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** Says numbers in the forms of a language. */
export function counting<L extends Language>(language: L): (count: string, forms: PluralForms<L>) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => {
    // A type cannot know that the rules of a language answer with its categories.
    const category = rules.select(Number(toLatinDigits(count))) as Category<L>;
    return forms[category].replace('#', count);
  };
}
