/** CSL-JSON, and RIS by way of it with citation-js. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { toLatinDigits } from '../../text/digits.ts';
import type { WorkType } from '../work.ts';
import { type Imported, type ImportedName, tagOf } from './imported.ts';

type Item = Readonly<Record<string, unknown>>;

/** The types of CSL 1.0.2, appendix III, that have one of ours. */
const types: Readonly<Record<string, WorkType>> = {
  ...{
    article: 'article',
    'article-journal': 'article',
    'article-magazine': 'article',
    'article-newspaper': 'article',
    review: 'article',
  },
  ...{
    book: 'book',
    chapter: 'incollection',
    'paper-conference': 'incollection',
    'entry-encyclopedia': 'incollection',
  },
  ...{ thesis: 'thesis', report: 'report', webpage: 'online', 'post-weblog': 'online', post: 'online' },
};

/** What is no statement of its own about a work. */
const ignored = [
  'id',
  'citation-key',
  'type',
  'author',
  'editor',
  'issued',
  'language',
  '_graph',
  'container-title',
  'publisher',
  'genre',
];

const text = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== ''
    ? value.replace(/<\/?(?:i|b|sc|sup|sub|span)\b[^>]*>/g, '')
    : undefined;
};

function names(value: unknown): ImportedName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return (value as Record<string, string | undefined>[]).map((name) => ({
    literal: name['literal'],
    family: [name['non-dropping-particle'], name['family']].filter(Boolean).join(' ') || undefined,
    given: [name['given'], name['dropping-particle'], name['suffix']].filter(Boolean).join(' ') || undefined,
  }));
}

function dateOf(issued: unknown): string | undefined {
  const {
    'date-parts': parts,
    raw,
    literal,
  } = (issued ?? {}) as { 'date-parts'?: (string | number)[][]; raw?: string; literal?: string };
  const [first] = parts ?? [];
  return first?.map((part) => String(part).padStart(2, '0')).join('-') ?? raw ?? literal;
}

function importedOf(item: Item, index: number): Imported {
  const type = types[String(item['type'])] ?? 'misc';
  const container = text(item['container-title']);
  const publisher = text(item['publisher']);
  const isOfInstitution = type === 'thesis' || type === 'report';
  const fields: Record<string, string | undefined> = {
    entrysubtype: item['type'] === 'article-magazine' ? 'magazine' : undefined,
    title: text(item['title']),
    ...(type === 'incollection' ? { booktitle: container } : { journaltitle: container }),
    ...(isOfInstitution ? { institution: publisher } : { publisher }),
    location: text(item['publisher-place']),
    volume: text(item['volume']),
    number: text(item['issue']) ?? text(item['number']),
    pages: text(item['page']),
    date: dateOf(item['issued']),
    edition: text(item['edition']),
    doi: text(item['DOI']),
    isbn: text(item['ISBN']),
    issn: text(item['ISSN']),
    url: text(item['URL']),
    langid: tagOf(text(item['language'])),
  };
  const kept = ['title', 'publisher-place', 'volume', 'issue', 'page', 'edition', 'DOI', 'ISBN', 'ISSN', 'URL'];
  return {
    label: text(item['citation-key']) ?? text(item['id']) ?? String(index + 1),
    type,
    author: names(item['author']),
    editor: names(item['editor']),
    fields,
    lost: Object.keys(item).filter(
      (name) =>
        !ignored.includes(name) &&
        !kept.includes(name) &&
        !(name === 'number' && item['issue'] === undefined) &&
        item[name] !== '',
    ),
  };
}

/** Reads CSL-JSON: a list of items, or one. */
export function readCslExport(json: string): { works: Imported[]; errors: string[] } {
  try {
    const read: unknown = JSON.parse(json);
    const items = (Array.isArray(read) ? read : [read]) as Item[];
    if (items.some((item) => typeof item !== 'object' || item === null))
      return { works: [], errors: ['this is no CSL-JSON'] };
    return { works: items.map(importedOf), errors: [] };
  } catch (error) {
    return { works: [], errors: [`the JSON cannot be read: ${(error as Error).message}`] };
  }
}

/** The tags whose values are numbers: the library reads them with ASCII digits only. */
const numeric = /^(?:PY|Y1|DA|SP|EP|VL|IS) {2}- /;

/** Tags of RIS that have a place here whatever the type; the others have one if the work says what they say. */
const readTags = 'TY ID AU A1 TI T1 JO JF JA PY Y1 DA SP EP VL IS SN DO UR PB CY LA ET ER'.split(' ');

/** A name of RIS: the family name, the given one and a suffix, with commas between them; a body's has none. */
function risName(name: string): ImportedName {
  const [family = '', ...given] = name.split(/,\s*/);
  return given.length === 0 ? { literal: family } : { family, given: given.join(' ') };
}

/** A name by which two are seen to be one. */
const nameKey = ({ literal, family, given = '' }: ImportedName): string => `${literal ?? family}, ${given}`;

/** Reads RIS, record by record, so that one that is broken spoils no other. */
export function readRisExport(ris: string): { works: Imported[]; errors: string[] } {
  const works: Imported[] = [];
  const errors: string[] = [];
  const records = ris.split(/^ER\b.*$/m).filter((record) => record.trim() !== '');
  records.forEach((record, index) => {
    // A line without a tag goes on with the one before it.
    const lines = record
      .split(/\n(?=\s*[A-Z][A-Z0-9] {2}-)/)
      .map((line) => line.replace(/\s*\n\s*/g, ' ').trim())
      .filter((line) => line !== '');
    const tags = lines.flatMap(
      (line) => /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line)?.slice(1, 3) as [string, string],
    ).length;
    if (tags === 0 || !lines.some((line) => line.startsWith('TY  - '))) {
      errors.push(`record ${index + 1} has no type (TY)`);
      return;
    }
    const plain = lines.map((line) => (numeric.test(line) ? toLatinDigits(line) : line));
    const value = (tag: string) =>
      lines
        .find((line) => line.startsWith(`${tag}  - `))
        ?.slice(6)
        .trim();
    const [item] = new Cite(`${plain.join('\n')}\nER  - \n`, { generateGraph: false }).data as Item[];
    const [year, day] = [value('PY') ?? value('Y1'), value('DA')].map((one) => one && toLatinDigits(one));
    // DA says the day where PY says its year. One that says another year has no place.
    const isOfYear = day?.startsWith(year ?? '') ?? false;
    const date = isOfYear ? day : year;
    const namesAt = (...tags: readonly string[]) =>
      lines.filter((line) => tags.some((tag) => line.startsWith(`${tag}  - `))).map((line) => risName(line.slice(6)));
    // The library knows no author of some types, of NEWS for one, and takes those of an edited book for its editors.
    const author = item?.['author'] ?? (item?.['editor'] ? undefined : namesAt('AU', 'A1'));
    const read = importedOf({ ...item, author, language: value('LA') }, index);
    // ED and BT are in wide use, but not in the list of the tags of each type that the library follows.
    const editors = new Map([...(read.editor ?? []), ...namesAt('ED')].map((name) => [nameKey(name), name]));
    const booktitle = read.fields['booktitle'] ?? (read.type === 'incollection' ? value('BT') : undefined);
    const work: Imported = {
      ...read,
      label: value('ID') ?? value('TI') ?? value('T1') ?? `record ${index + 1}`,
      editor: editors.size > 0 ? [...editors.values()] : undefined,
      fields: { ...read.fields, booktitle, date },
    };
    const titles = ['title', 'booktitle', 'journaltitle'].map((field) => work.fields[field]);
    const taken = [...titles, ...[...(work.author ?? []), ...(work.editor ?? [])].map(nameKey)];
    const lost = lines.flatMap((line) => {
      const [, tag = '', said = ''] = /^([A-Z][A-Z0-9]) {2}- ?(\S.*)$/.exec(line) ?? [];
      const hasPlace = tag === 'DA' ? isOfYear : readTags.includes(tag);
      return hasPlace || tag === '' || taken.includes(said) || taken.includes(nameKey(risName(said))) ? [] : [tag];
    });
    works.push({ ...work, lost: [...new Set(lost)] });
  });
  return { works, errors };
}
