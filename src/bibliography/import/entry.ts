/** An imported work as an entry in the form of `bibliography/README.md`. What cannot take that form is told, and nothing is invented. */
import { gregorianOf, isSolarHijriDate } from '../../text/calendar.ts';
import { toLatinDigits } from '../../text/digits.ts';
import { isLatin } from '../../text/runs.ts';
import { fieldRules, requiredFields } from '../bib-fields.ts';
import type { BibEntry } from '../bibtex-reader.ts';
import type { Imported, ImportedName } from './imported.ts';

/** Letters of Persian as a key has them; vowels that are not written are not there. */
const latin: Readonly<Record<string, string>> = {
  ...{
    ا: 'a',
    آ: 'a',
    أ: 'a',
    إ: 'e',
    ب: 'b',
    پ: 'p',
    ت: 't',
    ث: 's',
    ج: 'j',
    چ: 'ch',
    ح: 'h',
    خ: 'kh',
    د: 'd',
    ذ: 'z',
    ر: 'r',
  },
  ...{
    ز: 'z',
    ژ: 'zh',
    س: 's',
    ش: 'sh',
    ص: 's',
    ض: 'z',
    ط: 't',
    ظ: 'z',
    ع: 'a',
    غ: 'gh',
    ف: 'f',
    ق: 'gh',
    ک: 'k',
    ك: 'k',
  },
  ...{ گ: 'g', ل: 'l', م: 'm', ن: 'n', و: 'v', ه: 'h', ة: 'h', ۀ: 'h', ی: 'i', ي: 'i', ئ: 'y', ؤ: 'v' },
};

/** A name in the letters of a key. */
const romanised = (name: string): string =>
  [...name]
    .map((letter) => latin[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const isOthers = (name: ImportedName) =>
  /^(?:others|et al\.?|و دیگران|دیگران|و همکاران|همکاران)$/i.test((name.literal ?? name.family ?? '').trim());

/** Names in BibTeX's form; a body's in braces. */
function writeNames(names: readonly ImportedName[]): string {
  const list = names
    .filter((name) => !isOthers(name))
    .map(({ family, given, literal }) => {
      // «احمدی، علی» came as a whole, or with the comma left at its family name.
      const [whole, rest] = (literal ?? family ?? '').split(/،\s*/);
      const parted = rest || (literal === undefined && /،\s*$/.test(given ?? '')) ? [whole, rest || given] : undefined;
      if (parted) return parted.join(', ');
      // A manager that could not part a Persian name has put the comma to the given one: «احمدی،» and «علی».
      if (given?.endsWith('،')) return `${given.slice(0, -1)}, ${family}`;
      if (literal !== undefined) return `{${literal}}`;
      return given ? `${family}, ${given}` : (family ?? '');
    });
  const others = names.some(isOthers) ? ['others'] : [];
  return [...list.filter((name) => name !== ''), ...others].join(' and ');
}

/** What a date says, and whether it says more than an entry can hold: a season, the month of a Solar Hijri year. */
export interface ReadDate {
  readonly date?: string;
  readonly yearprinted?: string;
  readonly saysMore: boolean;
}

/** Reads a date: a Gregorian one, the Solar Hijri year, or both. A Solar Hijri day is a Gregorian day; its month is none. */
export function readDate(written: string): ReadDate {
  const text = toLatinDigits(written).trim();
  const years = text.match(/\b(?:1[2-9]|20)\d\d\b/g) ?? [];
  const persian = years.find((year) => year >= '1300' && year < '1500');
  const gregorian = years.find((year) => year >= '1500');
  const exact = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?!\d)/.exec(text);
  const isExact = exact !== null && exact[1] === gregorian && Number(exact[2]) >= 1 && Number(exact[2]) <= 12;
  const parts = isExact ? exact.slice(1).filter((part) => part !== undefined && Number(part) > 0) : [];
  const day =
    exact?.[1] === persian
      ? exact
          ?.slice(1)
          .map((part = '') => part.padStart(2, '0'))
          .join('-')
      : undefined;
  const solarDay = day !== undefined && exact?.[3] !== undefined && isSolarHijriDate(day) ? day : undefined;
  const taken = isExact || solarDay !== undefined ? [exact?.[0] ?? ''] : [persian, gregorian];
  const left = taken.reduce<string>((rest, part) => rest.replace(part ?? '', ''), text);
  const date = isExact
    ? parts.map((part) => String(part).padStart(2, '0')).join('-')
    : ((solarDay && gregorianOf(solarDay)) ??
      gregorian ??
      (persian && `${Number(persian) + 621}/${Number(persian) + 622}`));
  return {
    ...(date ? { date } : {}),
    ...(persian ? { yearprinted: persian } : {}),
    saysMore: /[\p{L}\p{N}]/u.test(left),
  };
}

/** `123–9` is `123--129` (The Chicago Manual of Style, 17th edition, section 9.61). */
function writePages(written: string): string {
  const [first = '', last] = toLatinDigits(written)
    .replace(/^\s*(?:pp?\.|ص+\.?)\s*/i, '')
    .split(/\s*(?:-{1,2}|[–—])\s*/);
  if (last === undefined) return first.trim();
  const whole =
    /^\d+$/.test(first + last) && last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return `${first.trim()}--${whole.trim()}`;
}

/** Persian has letters that no other of its languages has; of a title in Latin letters the language is not known. */
const languageOf = (text: string): string => (/[پچژگکی]/.test(text) && !isLatin(text) ? 'fa' : 'und');

/** What tells the works of one name and year apart, by how many there are already: nothing, `a` to `z`, `aa`, `ab` and so on. */
const lettersOf = (count: number): string =>
  count === 0 ? '' : lettersOf(Math.floor((count - 1) / 26)) + String.fromCharCode(97 + ((count - 1) % 26));

export interface ImportedEntry {
  readonly entry: BibEntry;
  /** What was lost or is missing, for a person. */
  readonly notes: readonly string[];
}

/**
 * Gives an imported work the form of an entry.
 *
 * @param file the name of the file that it comes from
 * @param taken the keys that stand already; the new one is added
 */
export function entryOf(work: Imported, file: string, taken: Set<string>): ImportedEntry {
  const notes: string[] = work.lost.length > 0 ? [`has no place here: ${work.lost.join(', ')}`] : [];
  const { date: written = '', ...given } = work.fields;
  const { saysMore, ...dates } = readDate(written);
  if (written !== '' && dates.date === undefined) notes.push(`the date «${written}» was not understood`);
  else if (saysMore) {
    notes.push(
      `of the date «${written}» only ${dates.yearprinted ?? dates.date} was taken; the rest has no place here`,
    );
  }
  const values: Record<string, string | undefined> = {
    ...given,
    ...dates,
    author: work.author && writeNames(work.author),
    editor: work.editor && writeNames(work.editor),
    pages: given['pages'] && writePages(given['pages']),
    volume: given['volume'] && toLatinDigits(given['volume']),
    number: given['number'] && toLatinDigits(given['number']),
    isbn: given['isbn']?.split(/[\s,;]+/)[0],
    issn: given['issn']?.split(/[\s,;]+/)[0],
    langid: given['langid'] ?? languageOf(given['title'] ?? ''),
    certainty: 'partial',
    reasonfa: `از فهرست منابع (${file}) آمده و جست‌وجو نشده است.`,
    reasonen: `Taken from a list of references (${file}); not looked up.`,
    seen: file,
  };
  const fields = fieldRules.flatMap(({ name, check, fix }) => {
    const raw = values[name]?.replace(/\s+/g, ' ').trim();
    if (raw === undefined || raw === '') return [];
    const value = fix ? fix(raw) : raw;
    const wrong = check?.(value);
    if (wrong === undefined) return [{ name, value, line: 0 }];
    notes.push(`${name} «${raw}» was left out: it ${wrong}`);
    return [];
  });
  const has = new Set(fields.map(({ name }) => name));
  const missing = [...(requiredFields[work.type] ?? []), 'author', 'title', 'date'].filter((name) => !has.has(name));
  const absent = missing.filter((name) => name !== 'author' || !has.has('editor'));
  if (absent.length > 0) notes.push(`has no ${absent.join(', no ')}`);
  if (given['langid'] === undefined)
    notes.push(`the file names no language that is known: langid is ${values['langid']}`);
  const [first] = work.author ?? work.editor ?? [];
  const name =
    romanised((first?.family ?? first?.literal ?? given['title'] ?? 'anonymous').split(/،/)[0] as string) ||
    'anonymous';
  const year = dates.yearprinted ?? dates.date?.slice(0, 4);
  const base = `${name}${year ?? ''}`;
  let count = 0;
  while (taken.has(base + lettersOf(count))) count += 1;
  const key = base + lettersOf(count);
  if (year === undefined) notes.push(`its key, ${key}, needs a year: the one by which the article cites it`);
  taken.add(key);
  return { entry: { type: work.type, key, fields, line: 0 }, notes };
}
