/** RIS, by way of CSL with citation-js, which knows what a tag means in each type. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { toLatinDigits } from '../../text/digits.ts';
import { type Item, importedOf } from './csl.ts';
import {
  containerField,
  type Imported,
  type ImportedName,
  languageSource,
  publisherField,
  type SourceField,
} from './imported.ts';
import { nameKey, partNames, wholeName } from './names.ts';

/** A line of a record. */
export interface Line {
  /** A tag of RIS, or what only other forms have: `PMID`, `ENGLISH` (the English title), `OTHER` (what has no tag). */
  readonly tag: string;
  readonly value: string;
  /** What its file calls it, where that is another form than RIS. */
  readonly name?: string;
}

/** Tags whose values are numbers: the library reads them with ASCII digits only. */
const numeric = ['SP', 'EP', 'VL', 'IS'];
/** Dates are read here: of one that it does not know the library makes an exception. */
const dates = ['PY', 'Y1', 'DA'];
/** Tags of people, which may repeat. Of every other tag the first one counts. */
const people = ['AU', 'A1', 'A2', 'A3', 'A4', 'ED', 'TA'];

/**
 * The records of a file. A record opens with its type (TY) and closes with ER, or where the next one opens; a line without a
 * tag goes on with the one before it.
 */
function recordsOf(ris: string): Line[][] {
  const records: Line[][] = [];
  let isOpen = false;
  for (const text of ris.split('\n')) {
    const [, tag, value = ''] = /^\s*([A-Z][A-Z0-9]) {1,2}-(?:\s+(.*)|)$/.exec(text) ?? [];
    const record = isOpen ? records.at(-1) : undefined;
    if (tag === 'ER' && value.trim() === '') isOpen = false;
    else if (tag === undefined) {
      const last = record?.pop();
      if (last && text.trim() !== '') record?.push({ ...last, value: `${last.value} ${text.trim()}`.trim() });
      else if (last) record?.push(last);
    } else if (tag === 'TY' || !record) {
      records.push([{ tag, value: value.trim() }]);
      isOpen = true;
    } else record.push({ tag, value: value.trim() });
  }
  return records;
}

/** The record as the library reads it: no tag twice but those of people, no date. */
function readByLibrary(lines: readonly Line[]): Item {
  const kept = lines.filter(
    ({ tag, value }, index) =>
      tag.length === 2 &&
      !dates.includes(tag) &&
      value !== '' &&
      (people.includes(tag) || lines.findIndex((line) => line.tag === tag && line.value !== '') === index),
  );
  const text = kept.map(({ tag, value }) => `${tag}  - ${numeric.includes(tag) ? toLatinDigits(value) : value}\n`);
  const [item = {}] = new Cite(`${text.join('')}ER  - \n`, { generateGraph: false }).data as Item[];
  return item;
}

const lettersOf = (text: string | undefined) =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The fields that a tag can be in. */
function fieldsOf(tag: string, { type }: Imported): readonly string[] {
  const container = containerField(type);
  const fields: Readonly<Record<string, readonly string[]>> = {
    ...{ TI: ['title'], T1: ['title'], BT: [container, 'title'], JO: [container], JF: [container], JA: [container] },
    ...{
      T2: [container, 'series', 'eventtitle'],
      T3: [container, 'series', 'eventtitle'],
      C3: [container, 'eventtitle'],
      PB: [publisherField(type)],
      CY: ['location'],
      PP: ['location'],
    },
    ...{ VL: ['volume'], IS: ['number'], M1: ['number'], SP: ['pages'], EP: ['pages'], ET: ['edition', 'version'] },
    ...{ DO: ['doi'], M3: ['type'], SE: ['chapter', 'pages'], N1: ['note'], OP: ['origtitle', 'origdate'] },
    ...{ C1: ['note', 'type'], C2: ['pmcid'], C6: ['number'], SV: ['series'], NV: ['number'] },
    ...{ SN: ['isbn', 'issn', 'number'], UR: ['url'], PMID: ['pmid'], ENGLISH: ['titletranslated'] },
  };
  return fields[tag] ?? [];
}

/** The number that PubMed gave; that of another database, which has the same tag, is none. */
function withPubmed(lines: readonly Line[]): readonly Line[] {
  const isPubmed = lines.some(({ tag, value }) => ['DB', 'DP'].includes(tag) && /pubmed|medline/i.test(value));
  return lines.map((line) => {
    const [, named, number] = (line.tag === 'AN' && /^(PMID:?\s*)?(\d+)$/i.exec(line.value)) || [];
    return number !== undefined && (isPubmed || named !== undefined)
      ? { name: line.tag, ...line, tag: 'PMID', value: number }
      : line;
  });
}

/** The lines without an address that says the DOI once more. */
function withoutDoiAgain(lines: readonly Line[]): readonly Line[] {
  const doi = lines.find(({ tag }) => tag === 'DO')?.value.toLowerCase();
  return doi === undefined
    ? lines
    : lines.filter(({ tag, value }) => tag !== 'UR' || value.toLowerCase() !== `https://doi.org/${doi}`);
}

/** The first page and the last, for which RIS has two tags. */
const withLastPage = (line: Line): Line[] => {
  if (line.tag !== 'SP' || /[,;]/.test(line.value)) return [line];
  const [first = '', last] = line.value.split(/\s*(?:-{1,2}|[–—])\s*/);
  return [{ ...line, value: first }, ...(last ? [{ ...line, tag: 'EP', value: last }] : [])];
};

/** A record of another form, whose lines have the tags of RIS. */
export const recordOf = (type: string, lines: readonly Line[]): Line[] => [
  { tag: 'TY', value: type },
  ...lines.flatMap(withLastPage),
];

/** What each line says, with the field that has it; of a tag that repeats, those that were not taken have their values too. */
function sourceOf(lines: readonly Line[], work: Imported, isDayTaken: boolean): SourceField[] {
  const lists = Object.entries({ author: work.author, editor: work.editor, ...work.people }).map(
    ([field, list]) => [field, new Set((list ?? []).map(nameKey))] as const,
  );
  const seen = new Set<string>();
  return lines.flatMap(({ tag, value, name = tag }): SourceField[] => {
    if (value === '' || tag === 'TY' || tag === 'ID') return [];
    const isFirst = !seen.has(tag);
    seen.add(tag);
    if (tag === 'LA' && isFirst) return [languageSource(name, value)];
    if (people.includes(tag)) {
      const parted = partNames(value).map((name) => nameKey(wholeName(name)));
      const [into] = lists.find(([, names]) => parted.every((name) => names.has(name))) ?? [];
      return [{ name, into }];
    }
    if (dates.includes(tag)) {
      const isTaken = isFirst && (tag === 'DA' ? isDayTaken : tag === 'PY' || !seen.has('PY'));
      return [{ name: isFirst ? name : `${name} (${value})`, into: isTaken ? 'date' : undefined }];
    }
    const into = fieldsOf(tag, work).find((field) => {
      const has = lettersOf(toLatinDigits(work.fields[field] ?? ''));
      return has !== '' && has.includes(lettersOf(toLatinDigits(value)));
    });
    // What has no place in any record is told by its name alone.
    return [{ name: isFirst || fieldsOf(tag, work).length === 0 ? name : `${name} (${value})`, into }];
  });
}

/**
 * A work with what the library leaves out, which knows few tags of some types: what is in no field goes into the first one
 * that is empty and that its tag can be in. A page range is one field.
 */
function filled(work: Imported, lines: readonly Line[]): Imported {
  const fields: Record<string, string | undefined> = { ...work.fields };
  // T2 of a paper is to the library the conference, and to most programs the book that holds the paper.
  const container = containerField(work.type);
  if (work.type === 'inproceedings' && fields[container] === undefined)
    Object.assign(fields, { [container]: fields['eventtitle'], eventtitle: undefined });
  const first = (tag: string) => lines.find((line) => line.tag === tag && line.value !== '')?.value;
  const pages = [first('SP'), first('EP')].filter(Boolean).join('--');
  const said = new Map(
    lines
      .filter(({ value }) => value !== '')
      .toReversed()
      .map(({ tag, value }) => [tag, value]),
  );
  if (pages !== '') said.set('SP', pages).delete('EP');
  for (const [tag, value] of said) {
    const places = tag === 'SN' ? [] : fieldsOf(tag, work);
    const isHeld = places.some((field) =>
      lettersOf(toLatinDigits(fields[field] ?? '')).includes(lettersOf(toLatinDigits(value))),
    );
    const place = places.find((field) => fields[field] === undefined || fields[field] === '');
    if (!isHeld && place !== undefined && place === places[0]) fields[place] = value;
  }
  return { ...work, fields };
}

function workOf(lines: readonly Line[], index: number): Imported {
  const value = (...tags: readonly string[]) =>
    lines.find((line) => tags.includes(line.tag) && line.value !== '')?.value;
  const namesAt = (...tags: readonly string[]): ImportedName[] =>
    lines.filter(({ tag }) => tags.includes(tag)).flatMap((line) => partNames(line.value).map(wholeName));
  const item = readByLibrary(lines);
  const [year = '', day = ''] = [value('PY') ?? value('Y1'), value('DA')].map((one) =>
    toLatinDigits(one ?? '').replace(/\/+$/, ''),
  );
  // DA says the day where PY says its year. One that says another day than PY has no place.
  const isDayTaken = day.startsWith(year) || year.startsWith(day);
  const read = importedOf({ ...item, language: value('LA') }, index);
  // The library takes the authors of an edited book for its editors; of some types, of NEWS for one, it knows no author.
  const areEditors = item['editor'] !== undefined && item['author'] === undefined;
  // ED and BT are in wide use, but not in the list of the tags of each type that the library follows.
  const editors = new Map(
    [...(areEditors ? namesAt('AU', 'A1') : (read.editor ?? [])), ...namesAt('ED')].map((name) => [
      nameKey(name),
      name,
    ]),
  );
  const container = containerField(read.type);
  // Who made a film is its director (EndNote 21 User Guide, "Reference Types").
  const isFilm = read.type === 'movie';
  const work: Imported = {
    ...read,
    label: value('ID') ?? value('TI', 'T1') ?? `record ${index + 1}`,
    author: areEditors || isFilm ? undefined : namesAt('AU', 'A1'),
    editor: editors.size > 0 ? [...editors.values()] : undefined,
    people: isFilm ? { ...read.people, director: namesAt('AU', 'A1') } : read.people,
    fields: {
      ...read.fields,
      title: read.fields['title'] ?? value('TI', 'T1'),
      [container]: read.fields[container] ?? (read.type === 'incollection' ? value('BT') : undefined),
      date: (day.startsWith(year) ? day : year) || undefined,
      // The library takes research notes for a note.
      note: value('N1'),
    },
  };
  const whole = filled(work, lines);
  return { ...whole, source: sourceOf(lines, whole, isDayTaken) };
}

/** Reads RIS, record by record, so that one that is broken spoils no other. */
export const readRisExport = (ris: string): { works: Imported[]; errors: string[] } => worksOf(recordsOf(ris));

/** Works of records that have the tags of RIS. */
export function worksOf(records: readonly (readonly Line[])[]): { works: Imported[]; errors: string[] } {
  const works: Imported[] = [];
  const errors: string[] = [];
  records.forEach((lines, index) => {
    if (lines[0]?.tag !== 'TY') {
      errors.push(`record ${index + 1} has no type (TY)`);
      return;
    }
    try {
      works.push(workOf(withoutDoiAgain(withPubmed(lines)), index));
    } catch (error) {
      errors.push(`record ${index + 1} cannot be read: ${(error as Error).message.split('\n')[0]}`);
    }
  });
  return { works, errors };
}
