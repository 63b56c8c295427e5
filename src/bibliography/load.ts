import type { Fault } from '../faults.ts';
import { oneLine } from '../text/one-line.ts';
import { compareFields, controlsIn, fieldRule, reasonLanguage, requiredFields, splitNames } from './bib-fields.ts';
import { type BibEntry, type BibField, readBibtex } from './bibtex-reader.ts';
import { contributorRoles } from './contributors.ts';
import { isKey, isOwnKey } from './keys.ts';
import {
  type CitedWork,
  type Identification,
  type Name,
  type Names,
  thesisKinds,
  type WorkSubtype,
  type WorkType,
  wholeTitle,
  workTypes,
} from './work.ts';

/**
 * Reads the bibliography of an article and holds it against the rules of `bibliography/README.md`.
 *
 * @param text the `.bib` file
 * @param file its path, for faults
 */
export function readBibliography(text: string, file: string): { works: CitedWork[]; faults: Fault[] } {
  const { entries, faults } = readBibtex(text, file);
  const fault = (line: number, what: string, fix: string) => faults.push({ file, line, what, fix });
  if (text.includes('\r'))
    fault(1, 'the file has carriage returns', 'save it with LF line ends, or run npm run check -- --fix');
  const keys = new Map<string, number>();
  entries.forEach((entry, index) => {
    const earlier = keys.get(entry.key);
    if (earlier !== undefined) {
      fault(
        entry.line,
        `the key "${entry.key}" is already used in line ${earlier}`,
        'give the second work a letter after its year, or join the two',
      );
    }
    keys.set(entry.key, entry.line);
    const before = entries[index - 1];
    if (before && before.key > entry.key) {
      fault(
        entry.line,
        `"${entry.key}" is listed after "${before.key}"`,
        'sort the entries by key, or run npm run check -- --fix',
      );
    }
    checkEntry(entry, fault);
  });
  if (faults.length > 0) return { works: [], faults };
  if (writeCanonical(entries) !== text) {
    const canonical = writeCanonical(entries).split('\n');
    const line = text.split('\n').findIndex((one, index) => one !== canonical[index]) + 1;
    fault(
      line,
      'the file is not in its normal form',
      'run npm run check -- --fix, which changes order and spacing only',
    );
  }
  return { works: entries.map((entry) => workOf(entry, file)), faults };
}

function checkEntry(entry: BibEntry, fault: (line: number, what: string, fix: string) => void): void {
  const { key, type, line } = entry;
  const isStated = entry.fields.some(({ name, value }) => name === 'certainty' && value === 'stated');
  if (!(isStated ? isKey(key) : isOwnKey(key))) {
    fault(
      line,
      `"${key}" is not a key of the form familyYEARx`,
      isStated
        ? 'write ASCII letters, digits, hyphens, points and underscores, and no fn1: a key that authors gave stays where it is of these'
        : 'write ASCII letters, four digits of a year (of a work without one, the year by which the article cites it), and letters if need be',
    );
  }
  if (!workTypes.includes(type as WorkType)) {
    fault(line, `"${type}" is not a type of entry (${key})`, `use one of ${workTypes.join(', ')}`);
  }
  const names = new Set<string>();
  for (const field of entry.fields) {
    const rule = fieldRule(field.name);
    if (!rule) {
      fault(
        field.line,
        `unknown field "${field.name}" (${key})`,
        field.name.startsWith('reason')
          ? 'write reason and the two or three letters of a language (BCP 47): reasonfa, reasonen, reasonar'
          : 'use the fields of bibliography/README.md',
      );
      continue;
    }
    if (names.has(field.name))
      fault(field.line, `the field ${field.name} is given twice (${key})`, 'keep one of the two');
    names.add(field.name);
    const wrong = field.value.trim() === '' ? 'is empty' : (controlsIn(field.value) ?? rule.check?.(field.value));
    if (wrong !== undefined) {
      const fix =
        rule.fix && !rule.check?.(rule.fix(field.value))
          ? `write {${rule.fix(field.value)}}, or run npm run check -- --fix`
          : 'correct it, or leave the field out if it is not known';
      fault(field.line, `${field.name} of ${key} ${wrong}: "${field.value.slice(0, 60)}"`, fix);
    }
  }
  const value = (name: string) => entry.fields.find((field) => field.name === name)?.value;
  const [printed, date] = [value('yearprinted'), value('date')];
  // A Solar Hijri year begins 621 years and some weeks after the Gregorian one in which it begins.
  if (printed && date && Math.abs(Number(date.slice(0, 4)) - Number(printed) - 621) > 1) {
    fault(
      line,
      `${key}: the Solar Hijri year ${printed} and the date ${date} do not agree`,
      `${printed} spans ${Number(printed) + 621}/${Number(printed) + 622}`,
    );
  }
  if (names.has('entrysubtype') && type !== 'article')
    fault(line, `${key}: no ${type} is in a magazine or newspaper`, 'use article, or leave entrysubtype out');
  const kind = value('type');
  if (type === 'thesis' && kind !== undefined && !(kind in thesisKinds))
    fault(line, `${key}: "${kind}" is no kind of thesis`, `use one of ${Object.keys(thesisKinds).join(', ')}`);
  for (const [name, first] of [
    ['subtitle', 'title'],
    ['eprinttype', 'eprint'],
    ['eprintclass', 'eprint'],
  ] as const) {
    if (names.has(name) && !names.has(first))
      fault(line, `${key} has a ${name} and no ${first}`, `give the ${first}, or take the ${name} out`);
  }
  const whole = wholeTitle({ title: value('title'), subtitle: value('subtitle') });
  for (const [name, other] of [
    ['titlesentence', whole],
    ['booktitlesentence', value('booktitle')],
  ] as const) {
    const sentence = value(name);
    if (sentence !== undefined && plain(sentence).toLowerCase() !== plain(other ?? '').toLowerCase())
      fault(
        line,
        `${name} of ${key} is not its title in other capitals: "${sentence.slice(0, 60)}"`,
        other === undefined ? `take ${name} out` : `write the words of {${other}}, with sentence capitals`,
      );
  }
  const reasons = [...names].filter((name) => reasonLanguage(name) !== undefined);
  if (!isStated && reasons.length === 0)
    fault(line, `${key} has no reason`, 'say in one language at least why it is taken for this work: reasonen = {…}');
  for (const name of isStated ? [...reasons, ...(names.has('seen') ? ['seen'] : [])] : [])
    fault(line, `${key} is stated by the authors and has a ${name}`, `take ${name} out, or give another certainty`);
  const required = isStated ? ['langid'] : [...(requiredFields['every'] ?? []), ...(requiredFields[type] ?? [])];
  for (const name of required) {
    // A body that issues its own document is named once, as its author.
    const isItsOwn = name === 'institution' && type === 'report' && value('author')?.startsWith('{');
    if (!names.has(name) && !isItsOwn) {
      fault(
        line,
        `${key} has no ${name}`,
        requiredFields['every']?.includes(name)
          ? 'every entry has one'
          : `a work without it cannot be ${type}: use misc, or add it`,
      );
    }
  }
}

/**
 * Entries in the normal form: sorted, fields in order, one a line, what a machine can fix mended. Writing what was read
 * from the normal form gives it back.
 */
export function writeCanonical(entries: readonly BibEntry[]): string {
  const write = (field: BibField) => {
    const fix = fieldRule(field.name)?.fix;
    const value = oneLine(field.value);
    return `  ${field.name} = {${fix ? fix(value) : value}},\n`;
  };
  return [...entries]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(
      ({ type, key, fields }) =>
        `@${type}{${key},\n${[...fields]
          .sort((a, b) => compareFields(a.name, b.name))
          .map(write)
          .join('')}}\n`,
    )
    .join('\n');
}

/** Braces that only keep capitals or mark a body are no part of the text. */
const plain = (value: string) => value.replace(/[{}]/g, '');

function readNames(value: string): Names {
  const parts = splitNames(value);
  const others = parts.at(-1) === 'others';
  const list = (others ? parts.slice(0, -1) : parts).map((part): Name => {
    if (part.startsWith('{')) return { literal: plain(part) };
    const [family = '', given] = plain(part).split(/,\s*/);
    return given === undefined ? { family } : { family, given };
  });
  return { list, others };
}

function workOf(entry: BibEntry, file: string): CitedWork {
  const raw = new Map(entry.fields.map((field) => [field.name, field.value]));
  const text = (name: string) => (raw.has(name) ? plain(raw.get(name) as string) : undefined);
  const names = (name: string) => (raw.has(name) ? readNames(raw.get(name) as string) : undefined);
  const list = (name: string, separator: RegExp) => (text(name) ?? '').split(separator).filter((part) => part !== '');
  return {
    key: entry.key,
    type: entry.type as WorkType,
    subtype: text('entrysubtype') as WorkSubtype | undefined,
    author: names('author'),
    kind: text('type'),
    authorLatin: names('authorlatin'),
    authorPersian: names('authorfa'),
    editor: names('editor'),
    contributors: contributorRoles.some((role) => raw.has(role))
      ? Object.fromEntries(contributorRoles.flatMap((role) => (raw.has(role) ? [[role, names(role)]] : [])))
      : undefined,
    title: text('title'),
    subtitle: text('subtitle'),
    titleSentence: text('titlesentence'),
    containerSentence: text('booktitlesentence'),
    titleTranslated: text('titletranslated'),
    container: text('journaltitle') ?? text('booktitle'),
    containerTranslated: text('journaltranslated'),
    institution: text('institution'),
    publisher: text('publisher'),
    location: text('location'),
    series: text('series'),
    eventTitle: text('eventtitle'),
    volume: text('volume'),
    number: text('number'),
    chapter: text('chapter'),
    pages: text('pages'),
    date: text('date'),
    yearPrinted: text('yearprinted'),
    edition: text('edition'),
    version: text('version'),
    originalTitle: text('origtitle'),
    originalDate: text('origdate'),
    doi: text('doi'),
    isbn: text('isbn'),
    issn: text('issn'),
    eprint: text('eprint'),
    eprintType: text('eprinttype'),
    eprintClass: text('eprintclass'),
    pmid: text('pmid'),
    pmcid: text('pmcid'),
    openalex: text('openalex'),
    wikidata: text('wikidata'),
    url: text('url'),
    addendum: text('note'),
    language: text('langid') ?? 'und',
    printed: list('printed', / \| /),
    identification: text('certainty') as Identification,
    reason: Object.fromEntries(
      entry.fields.flatMap(({ name, value }) => {
        const language = reasonLanguage(name);
        return language === undefined ? [] : [[language, plain(value)]];
      }),
    ),
    seen: list('seen', /,\s+/),
    file,
    line: entry.line,
  };
}
