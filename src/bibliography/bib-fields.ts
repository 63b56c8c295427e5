import { englishMonths } from '../text/calendar.ts';
import { isKnownLanguage, languageTag } from '../text/languages.ts';
import { contributorRoles } from './contributors.ts';
import { workSubtypes } from './work.ts';
/** The fields of an entry, in their order, and the form that each must have: the table of `bibliography/README.md`. */

export interface FieldRule {
  readonly name: string;
  /** What is wrong with a value, or nothing. */
  readonly check?: (value: string) => string | undefined;
  /** The same value in the right form, where a machine can tell. */
  readonly fix?: (value: string) => string;
}

const pattern = (form: RegExp, what: string) => (value: string) => (form.test(value) ? undefined : what);

/** What no value may hold. TeX and HTML may stand in a title: they come out as the text that they are. */
export const controlsIn = (value: string): string | undefined =>
  /[\p{Cc}\p{Cs}]/u.test(value) ? 'contains a control character or half a character' : undefined;

function names(value: string): string | undefined {
  const parts = splitNames(value);
  for (const part of parts) {
    if (part.trim() === '') return 'has an empty name';
    if (/[<>@\\$#%^*=|]|&#?\w+;/.test(part)) return `has markup in the name "${part}"`;
    const bare = part.startsWith('{') && part.endsWith('}');
    if (!bare && (part.match(/,/g)?.length ?? 0) > 1)
      return `has more than one comma in the name "${part}"; write Family, Given`;
  }
  const others = parts.indexOf('others');
  return others >= 0 && others < parts.length - 1 ? 'has "others" before the last place' : undefined;
}

/** The same for the script of the work, where a family name of several words is told from a whole name by its comma. */
function ownNames(value: string): string | undefined {
  const whole = splitNames(value).find(
    (part) => /\p{Script=Latin}/u.test(part) && /\s/.test(part) && !/[,{]/.test(part),
  );
  return whole === undefined
    ? names(value)
    : `has "${whole}" without a comma; write Family, Given, or put a body's name in braces`;
}

/** Splits a text outside braces at each match of a sticky pattern. */
export function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < value.length; index += 1) {
    if (value[index] === '{') depth += 1;
    if (value[index] === '}') depth -= 1;
    separator.lastIndex = index;
    const found = depth === 0 ? separator.exec(value)?.[0] : undefined;
    if (!found) continue;
    parts.push(value.slice(start, index));
    start = index + found.length;
    index = start - 1;
  }
  return [...parts, value.slice(start)];
}

/** Splits a list of names at « and » outside braces. */
export const splitNames = (value: string): string[] => splitOutsideBraces(value, / and /y);

/** ISO 2108 (ISBN-10 and -13) and ISO 3297 (ISSN) check digits. */
/** Whether a text is an ISBN whose check digit holds. */
export function isbnHolds(value: string): boolean {
  const digits = value.replaceAll('-', '');
  if (/^\d{13}$/.test(digits)) {
    return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  }
  if (!/^\d{9}[\dX]$/.test(digits)) return false;
  return (
    [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - index), 0) % 11 === 0
  );
}

function issnHolds(value: string): boolean {
  if (!/^\d{4}-\d{3}[\dX]$/.test(value)) return false;
  const digits = value.replace('-', '');
  return (
    [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (8 - index), 0) % 11 === 0
  );
}

function dateHolds(value: string): boolean {
  if (/^\d{4}\/\d{4}$/.test(value)) return value.slice(5) > value.slice(0, 4) && value > '1000' && value < '2100';
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value) && value < '2100' && value > '1000';
}

/** A page: a number with letters around it (`S12`, `3a`, `12r`), a Roman one, or one of a section, a folio, an article. */
const page = /^(?:(?:§§?|fols?\.|art\.) ?)?(?:[A-Za-z]{0,4}[.:]?\d+(?:[.:]\d+)*[A-Za-z]{0,2}|[ivxlcdm]+|[IVXLCDM]+)$/;

function pagesHold(value: string): string | undefined {
  for (const range of value.split(', ')) {
    const [first = '', last, ...more] = range.split('--');
    if (more.length > 0 || !page.test(first) || (last !== undefined && !page.test(last)))
      return 'must be a page or a range with --, as in 58--79, xii--xv or 1--5, 9';
    const [start, end] = [first, last].map(
      (one) => /^[A-Za-z]?\d+$/.test(one ?? '') && Number(one?.replace(/\D/g, '')),
    );
    if (typeof start === 'number' && typeof end === 'number' && end < start) return 'is a range that runs backwards';
  }
  return undefined;
}

const httpUrl = (value: string) =>
  URL.canParse(value) && /^https?:/.test(value) ? undefined : 'must be an http or https address';
const plainDoi = (value: string) => value.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '');
const dashes = (value: string) => value.replace(/\s*[-–—]+\s*/g, '--');
/** What an address ends with. */
const lastPart = (value: string) => value.replace(/^https?:\/\/\S+\//, '');
const asciiDigits = (value: string) => (/[۰-۹٠-٩]/.test(value) ? 'must have ASCII digits' : undefined);
const date = (value: string) =>
  dateHolds(value)
    ? undefined
    : 'must be a Gregorian YYYY, YYYY-MM, YYYY-MM-DD, or the first and last of several years, 2019/2020';

/** Every field an entry may have, in the order in which it stands. */
export const fieldRules: readonly FieldRule[] = [
  {
    name: 'entrysubtype',
    check: (value) => (workSubtypes.some((one) => one === value) ? undefined : `must be ${workSubtypes.join(' or ')}`),
  },
  { name: 'type' },
  { name: 'author', check: ownNames },
  { name: 'authorlatin', check: names },
  { name: 'authorfa', check: names },
  { name: 'editor', check: ownNames },
  ...contributorRoles.map((name) => ({ name, check: ownNames })),
  { name: 'title' },
  { name: 'subtitle' },
  { name: 'titlesentence' },
  { name: 'titletranslated' },
  { name: 'journaltitle' },
  { name: 'journaltranslated' },
  { name: 'booktitle' },
  { name: 'booktitlesentence' },
  { name: 'institution' },
  { name: 'publisher' },
  { name: 'location' },
  { name: 'series' },
  { name: 'eventtitle' },
  { name: 'volume', check: asciiDigits },
  { name: 'number' },
  { name: 'chapter', check: asciiDigits },
  { name: 'pages', check: pagesHold, fix: dashes },
  { name: 'date', check: date },
  { name: 'yearprinted', check: pattern(/^1[34]\d\d$/, 'must be a Solar Hijri year in ASCII digits, 13xx or 14xx') },
  { name: 'edition' },
  { name: 'version' },
  { name: 'origtitle' },
  { name: 'origdate', check: date },
  {
    name: 'doi',
    check: pattern(/^10\.\d{4,9}\/[^\s{}]+$/, 'must be a bare DOI, 10.prefix/suffix'),
    fix: plainDoi,
  },
  { name: 'isbn', check: (value) => (isbnHolds(value) ? undefined : 'is not an ISBN, or its check digit is wrong') },
  { name: 'issn', check: (value) => (issnHolds(value) ? undefined : 'is not an ISSN, or its check digit is wrong') },
  { name: 'eprint', check: pattern(/^[^\s{}]+$/, 'must be the number that the archive gave, without spaces') },
  { name: 'eprinttype', check: pattern(/^[a-z]+$/, 'must be the name of an archive in small letters, as arxiv') },
  { name: 'eprintclass', check: pattern(/^[^\s{}]+$/, 'must be a class of the archive, as cs.DL') },
  { name: 'pmid', check: pattern(/^\d{1,9}$/, 'must be a number of PubMed, digits only') },
  { name: 'pmcid', check: pattern(/^PMC\d+$/, 'must be a number of PubMed Central, PMC and digits') },
  { name: 'openalex', check: pattern(/^W\d+$/, 'must be a work of OpenAlex, W and digits'), fix: lastPart },
  { name: 'wikidata', check: pattern(/^Q\d+$/, 'must be an item of Wikidata, Q and digits'), fix: lastPart },
  { name: 'url', check: httpUrl },
  {
    name: 'note',
    check: (value) =>
      /^\W*\p{L}[\p{L} _-]*:/u.test(value)
        ? 'begins as a pair of key and value, which programs read as data'
        : undefined,
  },
  {
    name: 'langid',
    check: (value) =>
      value === 'und' || (languageTag(value) === value && isKnownLanguage(value))
        ? undefined
        : 'must be the BCP 47 tag of a language, such as fa or en, or und where it is not known',
  },
  { name: 'printed' },
  {
    name: 'certainty',
    check: pattern(
      /^(?:verified|known|partial|unidentified|stated)$/,
      'must be verified, known, partial, unidentified or stated',
    ),
  },
  { name: 'reasonfa' },
  { name: 'reasonen' },
  { name: 'seen' },
];

/** The language of a field that says why a work is taken for what it is: `ar` of `reasonar`; nothing of another field. */
export function reasonLanguage(name: string): string | undefined {
  const [, tag] = /^reason([a-z]{2,3})$/.exec(name) ?? [];
  return tag !== undefined && isKnownLanguage(tag) ? tag : undefined;
}

/** The rule of a field; nothing if there is no such field. */
export const fieldRule = (name: string): FieldRule | undefined =>
  fieldRules.find((rule) => rule.name === name) ?? (reasonLanguage(name) === undefined ? undefined : { name });

const placeOf = (name: string): number => fieldRules.findIndex((rule) => rule.name === name);

/** Which of two fields stands first: reasons in other languages stand after those in Persian and English, by the alphabet. */
export function compareFields(one: string, other: string): number {
  const [a, b] = [one, other].map((name) =>
    placeOf(name) < 0 && reasonLanguage(name) !== undefined ? placeOf('reasonen') + 0.5 : placeOf(name),
  ) as [number, number];
  const last = fieldRules.length;
  return (a < 0 ? last : a) - (b < 0 ? last : b) || (a % 1 !== 0 && one < other ? -1 : a % 1 !== 0 ? 1 : 0);
}

/** The fields that every entry has beside a reason, and those that its type adds. The authors' own list is taken with what it has. */
export const requiredFields: Readonly<Record<string, readonly string[]>> = {
  every: ['langid', 'certainty', 'printed', 'seen'],
  incollection: ['booktitle'],
  thesis: ['institution'],
  report: ['institution'],
  resolution: ['number'],
  online: ['url'],
};

/** BibTeX's names of the months (btxdoc, section 3.2). */
export const monthMacros = englishMonths.map((month) => month.slice(0, 3).toLowerCase());
