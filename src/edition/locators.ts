/** The place in a work that a citation names: pages, or what the work counts instead. */

/** The kinds of places, by the field of the mark that has each: `[…](cite:KEY?p=xii-xv)`, `…?folio=12r`. */
export const locatorKinds = { p: 'page', chapter: 'chapter', section: 'section', folio: 'folio' } as const;
export type LocatorKind = (typeof locatorKinds)[keyof typeof locatorKinds];

const roman = '[ivxlcdm]+|[IVXLCDM]+';
/** One place of each kind; a page may have letters around its number (`S12`, `3a`), a folio has its side. */
const forms: Readonly<Record<LocatorKind, string>> = {
  page: `[A-Za-z]{0,3}\\d+[A-Za-z]?|${roman}`,
  chapter: `\\d+(?:\\.\\d+)*|${roman}`,
  section: `\\d+(?:\\.\\d+)*[A-Za-z]?|${roman}`,
  folio: '\\d+(?:r|v|ra|rb|va|vb|a|b)?',
};

/** What is to be written for each, for who wrote something else. */
const examples: Readonly<Record<LocatorKind, string>> = {
  page: 'p=58, p=119-120, p=xii-xv or p=3a,7',
  chapter: 'chapter=3 or chapter=2-4',
  section: 'section=12 or section=2.1',
  folio: 'folio=12r or folio=12r-14v',
};

/** Whether a range runs forward; `242-43` leaves out what the two numbers share. */
const runsForward = (first: string, last: string): boolean =>
  !/^\d+$/.test(first + last) ||
  Number(first.slice(0, Math.max(0, first.length - last.length)) + last) >= Number(first);

/**
 * What is wrong with a place, or nothing: ASCII, ranges with a hyphen, several with commas.
 *
 * @returns what it should be, as the fix of a fault says it
 */
export function wrongLocator(kind: LocatorKind, written: string): string | undefined {
  const one = new RegExp(`^(?:${forms[kind]})$`);
  const isRight = written.split(',').every((range) => {
    const [first = '', last, ...more] = range.split('-');
    return more.length === 0 && one.test(first) && (last === undefined || (one.test(last) && runsForward(first, last)));
  });
  return isRight ? undefined : `write ASCII digits, as in ${examples[kind]}`;
}

/** A place as lists and programs write it, where it is no page: `chap. 3`, `§ 12`, `fol. 12r` (CSL 1.0.2, locale en-US). */
export function sayLocatorPlainly(kind: LocatorKind, locator: string): string {
  const signs: Readonly<Record<LocatorKind, string>> = { page: '', chapter: 'chap. ', section: '§ ', folio: 'fol. ' };
  return `${signs[kind]}${locator}`;
}
