/** An imported work as an entry in the form of `bibliography/README.md`. What cannot take that form is told, and nothing is invented. */
import { toLatinDigits } from '../../text/digits.ts';
import { oneLine } from '../../text/one-line.ts';
import { isLatin } from '../../text/runs.ts';
import { fieldRules, requiredFields } from '../bib-fields.ts';
import type { BibEntry } from '../bibtex-reader.ts';
import { readDate } from './dates.ts';
import { type Imported, type ImportedName, thesisKindOf } from './imported.ts';
import { writeNames } from './names.ts';

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

/** `123–9` is `123--129` (The Chicago Manual of Style, 17th edition, section 9.61). */
function writePages(written: string): string {
  const ranges = toLatinDigits(written)
    .replace(/^\s*(?:pp?\.|ص+\.?)\s*/i, '')
    .split(/\s*[,،;؛]\s*/);
  return ranges.map(writeRange).join(', ');
}

function writeRange(written: string): string {
  const [first = '', last] = written.split(/\s*(?:-{1,3}|[–—])\s*/);
  if (last === undefined) return first.trim();
  const whole =
    /^\d+$/.test(first + last) && last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return `${first.trim()}--${whole.trim()}`;
}

/** Persian has letters that no other of its languages has; a work of a Solar Hijri year needs none of them. Of a title in Latin letters the language is not known. */
const languageOf = (text: string, isSolar: boolean): string =>
  (isSolar ? /\p{Script=Arabic}/u : /[پچژگکی]/).test(text) && !isLatin(text) ? 'fa' : 'und';

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
 * @param taken the keys that stand already; the new one is added
 */
export function entryOf(work: Imported, taken: Set<string>): ImportedEntry {
  const notes: string[] = [];
  const { date: written = '', ...given } = work.fields;
  const { saysMore, ...dates } = readDate(written);
  if (written !== '' && dates.date === undefined) notes.push(`the date "${written}" was not understood`);
  else if (saysMore) {
    notes.push(`of the date "${written}" only ${dates.yearprinted ?? dates.date} was taken; the rest cannot be kept`);
  }
  const names = (field: string, list: readonly ImportedName[] | undefined) => {
    const written = list && writeNames(list);
    notes.push(...(written?.notes ?? []).map((note) => `${field}: ${note}`));
    return written?.list;
  };
  /** The first of several numbers in one field; the others are told. */
  const firstOf = (field: 'isbn' | 'issn') => {
    const [first, ...others] = given[field]?.trim().split(/[\s,;]+/) ?? [];
    if (others.length > 0) notes.push(`of the ${field} "${given[field]}" only ${first} was taken`);
    return first;
  };
  const values: Record<string, string | undefined> = {
    ...given,
    ...dates,
    yearprinted: dates.yearprinted ?? given['yearprinted'],
    author: names('author', work.author),
    editor: names('editor', work.editor),
    ...Object.fromEntries(Object.entries(work.people ?? {}).map(([field, list]) => [field, names(field, list)])),
    type: work.type === 'thesis' ? thesisKindOf(given['type']) : given['type'],
    origdate: given['origdate'] && readDate(given['origdate']).date,
    chapter: given['chapter'] && toLatinDigits(given['chapter']),
    pages: given['pages'] && writePages(given['pages']),
    volume: given['volume'] && toLatinDigits(given['volume']),
    number: given['number'] && toLatinDigits(given['number']),
    isbn: firstOf('isbn'),
    issn: firstOf('issn')?.replace(/^(\d{4})(\d{3}[\dXx])$/, '$1-$2'),
    langid: given['langid'] ?? languageOf(given['title'] ?? '', dates.yearprinted !== undefined),
    certainty: 'stated',
  };
  const fields = fieldRules.flatMap(({ name, check, fix }) => {
    const raw = oneLine(values[name] ?? '');
    if (raw === '') return [];
    const value = fix ? fix(raw) : raw;
    const wrong = check?.(value);
    if (wrong === undefined) return [{ name, value, line: 0 }];
    notes.push(`${name} "${raw}" was left out: it ${wrong}`);
    return [];
  });
  const has = new Set(fields.map(({ name }) => name));
  // One guard for every kind of file: what stands in it and reaches no field is named. What was left out above was told there.
  const reached = (into: string | undefined) =>
    into !== undefined && (has.has(into) || (values[into] ?? '') !== '' || (into === 'date' && written !== ''));
  const lost = [...new Set(work.source.filter(({ into }) => !reached(into)).map(({ name }) => name))];
  if (lost.length > 0) notes.unshift(`cannot be kept: ${lost.join(', ')}`);
  const missing = [...(requiredFields[work.type] ?? []), 'author', 'title', 'date'].filter((name) => !has.has(name));
  const absent = missing.filter((name) => name !== 'author' || !has.has('editor'));
  if (absent.length > 0) notes.push(`has no ${absent.join(', no ')}`);
  if (given['langid'] === undefined)
    notes.push(`the file names no language that is known: langid is ${values['langid']}`);
  const [first] = work.author ?? work.editor ?? [];
  const name =
    romanised((first?.family ?? first?.literal ?? given['title'] ?? 'anonymous').split(/،/)[0] as string) ||
    'anonymous';
  const year = dates.yearprinted ?? given['yearprinted'] ?? dates.date?.slice(0, 4);
  const base = `${name}${year ?? ''}`;
  let count = 0;
  while (taken.has(base + lettersOf(count))) count += 1;
  const key = base + lettersOf(count);
  if (year === undefined) notes.push(`its key, ${key}, needs a year: the one by which the article cites it`);
  taken.add(key);
  return { entry: { type: work.type, key, fields, line: 0 }, notes };
}
