/** Names in the forms in which people write them, as those of an entry. */
import { splitOutsideBraces } from '../bib-fields.ts';
import type { ImportedName } from './imported.ts';

const commas = (text: string): number => splitOutsideBraces(text, /،/y).length - 1;

/**
 * «احمدی، علی» with the comma of BibTeX, which parts the family name from the given one. «علی نمونه، حسن آزمونی» stays as it is: it
 * may be two people, as each half has two words.
 */
function withComma(name: string): string {
  if (commas(name) !== 1) return name;
  const halves = splitOutsideBraces(name, /\s*،\s*/y);
  return halves.every((half) => /\S\s+\S/.test(half)) ? name : halves.join(', ');
}

/**
 * Parts what was written as one name but holds several: with semicolons between them, or as Persian writes a list,
 * «نمونه، علی و آزمونی، حسن». «و» alone decides nothing («سازمان مدیریت و برنامه‌ریزی» is one body, «الف، ب و ج» may be
 * three people), so a list is parted only where each part has one comma, that between family and given name.
 *
 * @returns each name as `Family, Given`, or as it was written
 */
export function partNames(written: string): string[] {
  const listed = splitOutsideBraces(written.trim(), /\s*(?<!&#?\w{1,9})[;؛]\s*/y).filter((part) => part !== '');
  if (listed.length > 1) return listed.map(withComma);
  const parts = splitOutsideBraces(written.trim(), /\s+و\s+/y);
  return parts.length === 1 || parts.every((part) => commas(part) === 1) ? parts.map(withComma) : [written.trim()];
}

/** Whether a name may be several that could not be told apart. */
export const mayBeSeveral = (name: string): boolean => commas(name) > 0 || /\sو\s/.test(name);

/**
 * A name that was written as a whole: the family name, the given one and a suffix, with commas between them. A body's has none,
 * or one that closes it.
 */
export function wholeName(name: string): ImportedName {
  const [family = '', ...given] = name.split(/,\s*/);
  return given.join('') === '' ? { literal: family } : { family, given: given.join(' ') };
}

/** A name by which two are seen to be one. */
export const nameKey = ({ literal, family, given = '' }: ImportedName): string => `${literal ?? family}, ${given}`;

const isOthers = (name: ImportedName) =>
  /^(?:others|et al\.?|و دیگران|دیگران|و همکاران|همکاران)$/i.test((name.literal ?? name.family ?? '').trim());

/** One name in BibTeX's form; a body's in braces. */
function writeName({ family, given, literal }: ImportedName): string {
  // A manager that could not part a Persian name has put the comma to either half: «احمدی،» and «علی».
  if (literal === undefined && given?.endsWith('،')) return `${given.slice(0, -1)}, ${family}`;
  if (literal === undefined && given !== undefined && family?.endsWith('،')) return `${family.slice(0, -1)}, ${given}`;
  if (literal !== undefined) return `{${literal}}`;
  return given && family ? `${family}, ${given}` : family || given || '';
}

/**
 * A list of names in BibTeX's form.
 *
 * @returns the list, and what a person has to look at: names that are none, names that may be several
 */
export function writeNames(names: readonly ImportedName[]): {
  readonly list: string;
  readonly notes: readonly string[];
} {
  const people = names
    .filter((name) => !isOthers(name))
    .flatMap((name) => {
      const whole = name.literal ?? (name.given ? undefined : name.family);
      const parted = whole === undefined ? [] : partNames(whole);
      // One name with its comma, or several: a whole that stays one keeps what it was.
      return parted.length > 1 || parted[0] !== whole ? parted.map(wholeName) : [name];
    });
  const written = people.map((name) => ({ name, text: writeName(name) }));
  const isName = (text: string) => /\p{L}/u.test(text);
  return {
    list: [
      ...written.filter(({ text }) => isName(text)).map(({ text }) => text),
      ...(names.some(isOthers) ? ['others'] : []),
    ].join(' and '),
    notes: written.flatMap(({ name, text }) => {
      if (!isName(text)) return [`"${text}" is not a name, and was left out`];
      return mayBeSeveral(name.literal ?? name.family ?? '')
        ? [`"${text}" may be several names: write each as Family, Given, with " and " between them`]
        : [];
    }),
  };
}
