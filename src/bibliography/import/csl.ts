/** CSL-JSON. */
import { type ContributorRole, contributorRoles, roleLabels } from '../contributors.ts';
import type { WorkType } from '../work.ts';
import {
  arxivIn,
  containerField,
  type Imported,
  type ImportedName,
  type ImportedPeople,
  languageSource,
  publisherField,
  type SourceField,
  tagOf,
} from './imported.ts';
import { partNames, wholeName } from './names.ts';

/** An item of CSL-JSON, as a file or a library has it. */
export type Item = Readonly<Record<string, unknown>>;

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
    'paper-conference': 'inproceedings',
    entry: 'inreference',
    'entry-encyclopedia': 'inreference',
    'entry-dictionary': 'inreference',
  },
  ...{ legislation: 'legislation', bill: 'legislation', legal_case: 'jurisdiction', patent: 'patent' },
  ...{
    standard: 'standard',
    dataset: 'dataset',
    software: 'software',
    motion_picture: 'movie',
    interview: 'interview',
  },
  ...{ thesis: 'thesis', report: 'report', webpage: 'online', 'post-weblog': 'online', post: 'online' },
};

/** The variables of people, and the fields that have them. */
const roles: Readonly<Record<string, ContributorRole>> = {
  ...{ translator: 'translator', compiler: 'compiler', contributor: 'collaborator', organizer: 'organizer' },
  ...{ 'container-author': 'bookauthor', 'collection-editor': 'serieseditor', director: 'director' },
  interviewer: 'interviewer',
};

/** What is no statement about a work. */
const ignored = ['id', 'citation-key', 'type', '_graph'];

/** The variables that have one field whatever the type. */
const places: Readonly<Record<string, string>> = {
  ...{ author: 'author', editor: 'editor', title: 'title', issued: 'date', 'publisher-place': 'location' },
  ...{ 'collection-title': 'series', 'event-title': 'eventtitle', event: 'eventtitle', 'chapter-number': 'chapter' },
  ...{ 'original-title': 'origtitle', 'original-date': 'origdate', PMID: 'pmid', PMCID: 'pmcid', note: 'note' },
  ...{ version: 'version', genre: 'type', archive: 'eprinttype', archive_location: 'eprint' },
  ...roles,
  ...{ volume: 'volume', page: 'pages', edition: 'edition', DOI: 'doi', ISBN: 'isbn', ISSN: 'issn', URL: 'url' },
};

/** The names of variables in small letters, as notes have them. */
const variables = new Map(
  [
    ...Object.keys(places),
    'container-title',
    'publisher',
    'authority',
    'issue',
    'number',
    'language',
    'type',
    'section',
  ].map((name) => [name.toLowerCase(), name]),
);

const text = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== ''
    ? value.replace(/<\/?(?:i|b|sc|sup|sub|span)\b[^>]*>/g, '')
    : undefined;
};

function names(value: unknown): ImportedName[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return (value as (string | Record<string, string | undefined>)[]).flatMap((name) => {
    // A name in one piece: a text, or what CSL-JSON of other programs calls `name`.
    if (typeof name === 'string' || name['name'] !== undefined)
      return partNames(String(typeof name === 'string' ? name : name['name'])).map(wholeName);
    return [
      {
        literal: name['literal'],
        family: [name['non-dropping-particle'], name['family']].filter(Boolean).join(' ') || undefined,
        given: [name['given'], name['dropping-particle'], name['suffix']].filter(Boolean).join(' ') || undefined,
      },
    ];
  });
}

/** A date in parts, in words, or in EDTF (CSL 1.0.2 allows each). Two dates are an interval. */
function dateOf(issued: unknown): string | undefined {
  if (typeof issued === 'string' || typeof issued === 'number') return String(issued);
  const date = (issued ?? {}) as {
    'date-parts'?: (string | number | null)[][];
    raw?: string;
    literal?: string;
    edtf?: string;
    season?: string | number;
    circa?: unknown;
  };
  const parts = (date['date-parts'] ?? [])
    .map((one) => (Array.isArray(one) ? one : [one]))
    .map((one) => one.filter((part) => part !== null && part !== '').map((part) => String(part).padStart(2, '0')))
    .filter((one) => one.length > 0);
  const [first, last] = parts.map((one) => one.join('-'));
  const days = first === undefined ? undefined : last === undefined || last === first ? first : `${first}/${last}`;
  const said = days ?? date.edtf ?? date.raw ?? date.literal;
  return (
    said && [date.circa ? 'circa' : '', said, date.season ? `season ${date.season}` : ''].filter(Boolean).join(' ')
  );
}

/** Lines of a note that are variables, `original-date: 1869` («cheater syntax» of Zotero, citeproc-js manual, and its form in braces). */
function cheaters(item: Item): Item {
  const note = item['note'];
  if (typeof note !== 'string') return item;
  const found: Record<string, unknown> = {};
  const take = (whole: string, label: string, value: string): string => {
    const bare = label
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    const name = variables.get(bare);
    if (name === undefined || item[name] !== undefined || found[name] !== undefined) return whole;
    if (roles[name] !== undefined || name === 'author' || name === 'editor') {
      const [family = '', given] = value.split(/\s*\|\|\s*/);
      found[name] = [given === undefined ? { literal: family.trim() } : { family: family.trim(), given: given.trim() }];
    } else found[name] = value.trim();
    return '';
  };
  const rest = note
    .replace(/\{:([\w -]+):\s*([^}]*)\}/g, take)
    .replace(/^([A-Za-z][A-Za-z _-]*):[ \t]*(\S.*)$/gm, take)
    .trim();
  return { ...item, note: rest === '' ? undefined : rest, ...found };
}

/** The type of an item; CSL's report whose genre is a resolution is one, as our own export has it. */
function typeOf(item: Item): WorkType {
  if (item['genre'] === 'Resolution' && item['type'] === 'report') return 'resolution';
  // A preprint is CSL's «article»; so is, to some programs, every article in a journal.
  if (item['type'] === 'article' && item['container-title'] === undefined) return 'preprint';
  return types[String(item['type'])] ?? 'misc';
}

/** Whether a value of JSON says something. */
const saysSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(saysSomething)
    : value !== undefined && value !== null && value !== '' && value !== false;

/** The field that has what a variable says. */
function placeOf(name: string, item: Item, type: WorkType): string | undefined {
  if (name === 'container-title') return containerField(type);
  if (name === 'publisher')
    return fieldsOf(item, type)['publisher'] === text(item['publisher']) ? 'publisher' : publisherField(type);
  if (name === 'authority') return item['publisher'] === undefined || isLegal(type) ? 'institution' : undefined;
  if (name === 'issue') return 'number';
  if (name === 'section') return item['page'] === undefined && isLegal(type) ? 'pages' : undefined;
  if (name === 'number') {
    if (type === 'preprint' && arxivIn(String(item['number'])) !== undefined) return 'eprint';
    return item['issue'] === undefined ? 'number' : undefined;
  }
  return places[name];
}

const isLegal = (type: WorkType) => ['jurisdiction', 'legislation', 'patent', 'standard'].includes(type);

/** What our own exports have in `custom` (`remarksOf`), and the fields that have it. */
const customFields: Readonly<Record<string, string>> = {
  ...{ 'title-in-english': 'titletranslated', 'container-in-english': 'journaltranslated' },
  ...{ 'solar-hijri-year': 'yearprinted', openalex: 'openalex', wikidata: 'wikidata' },
};
const customPeople: Readonly<Record<string, ContributorRole | 'authorlatin' | 'authorfa'>> = {
  ...Object.fromEntries(contributorRoles.map((role) => [roleLabels[role].toLowerCase().replaceAll(' ', '-'), role])),
  ...{ 'author-in-latin-script': 'authorlatin', 'author-in-persian-script': 'authorfa' },
};

/** The field that has what `custom` says under a label. */
const placeOfCustom = (label: string, value: string | undefined): string | undefined =>
  value === 'and others' && (label === 'author' || label === 'editor')
    ? label
    : (customFields[label] ?? customPeople[label]);

const customOf = (item: Item): Readonly<Record<string, string>> => {
  const custom = item['custom'];
  return typeof custom === 'object' && custom !== null
    ? Object.fromEntries(Object.entries(custom).filter(([, value]) => typeof value === 'string'))
    : {};
};

/** A list of names, and that there are others: CSL has no place for these, and our own exports say so in `custom`. */
function namesWithOthers(item: Item, variable: 'author' | 'editor'): ImportedName[] | undefined {
  const own = names(item[variable]);
  return own && customOf(item)[variable] === 'and others' ? [...own, { literal: 'others' }] : own;
}

/** The people of an item, by the fields that have them. */
const peopleOf = (item: Item): ImportedPeople => ({
  ...Object.fromEntries(
    Object.entries(customOf(item)).flatMap(([label, value]) =>
      customPeople[label] ? [[customPeople[label], value.split('; ').map(wholeName)]] : [],
    ),
  ),
  ...Object.fromEntries(
    Object.entries(roles).flatMap(([variable, role]) => (item[variable] ? [[role, names(item[variable])]] : [])),
  ),
});

/** What an item says, each variable with the field that has it. */
function sourceOf(item: Item, type: WorkType): SourceField[] {
  return Object.entries(item)
    .filter(([name, value]) => !ignored.includes(name) && saysSomething(value))
    .filter(([name, value]) => name !== 'genre' || String(value).toLowerCase() !== type)
    .flatMap(([name, value]): SourceField[] => {
      if (name === 'language') return [languageSource(name, String(value))];
      const inside = customOf(item);
      if (name !== 'custom' || Object.keys(inside).length === 0) return [{ name, into: placeOf(name, item, type) }];
      return Object.keys(inside).map((label) => ({
        name: `custom (${label})`,
        into: placeOfCustom(label, inside[label]),
      }));
    });
}

/** The fields of an entry, by what the item has for them. */
function fieldsOf(item: Item, type: WorkType): Record<string, string | undefined> {
  const arxiv = type === 'preprint' ? (arxivIn(text(item['number'])) ?? arxivIn(text(item['URL']))) : undefined;
  const archive = text(item['archive'])?.toLowerCase();
  // A body that publishes what it decides has both names; a court is no publisher.
  const isOwn = isLegal(type) && item['authority'] !== undefined;
  const number = arxiv !== undefined && arxivIn(text(item['number'])) !== undefined ? undefined : text(item['number']);
  return {
    entrysubtype:
      item['type'] === 'article-magazine' ? 'magazine' : item['type'] === 'article-newspaper' ? 'newspaper' : undefined,
    type: type === 'resolution' ? undefined : text(item['genre']),
    title: text(item['title']),
    [containerField(type)]: text(item['container-title']),
    institution: text(item['authority']),
    [isOwn ? 'publisher' : publisherField(type)]: text(item['publisher']),
    series: text(item['collection-title']),
    eventtitle: text(item['event-title']) ?? text(item['event']),
    location: text(item['publisher-place']),
    volume: text(item['volume']),
    number: text(item['issue']) ?? number,
    chapter: text(item['chapter-number']),
    pages: text(item['page']) ?? (isLegal(type) && text(item['section']) ? `§ ${text(item['section'])}` : undefined),
    date: dateOf(item['issued']),
    edition: text(item['edition']),
    version: text(item['version']),
    origtitle: text(item['original-title']),
    origdate: dateOf(item['original-date']),
    doi: text(item['DOI']),
    isbn: text(item['ISBN']),
    issn: text(item['ISSN']),
    eprint: arxiv ?? (/^[a-z]+$/.test(archive ?? '') ? text(item['archive_location']) : undefined),
    eprinttype: arxiv
      ? 'arxiv'
      : text(item['archive_location']) && /^[a-z]+$/.test(archive ?? '')
        ? archive
        : undefined,
    pmid: text(item['PMID']),
    pmcid: text(item['PMCID']),
    url: text(item['URL']),
    note: text(item['note']),
    ...Object.fromEntries(
      Object.entries(customOf(item)).flatMap(([label, value]) =>
        customFields[label] ? [[customFields[label], value]] : [],
      ),
    ),
    langid: tagOf(text(item['language'])),
  };
}

/** An item as an imported work. */
export function importedOf(given: Item, index: number): Imported {
  const item = cheaters(given);
  const type = typeOf(item);
  return {
    label: text(item['citation-key']) ?? text(item['id']) ?? String(index + 1),
    type,
    author: namesWithOthers(item, 'author'),
    editor: namesWithOthers(item, 'editor'),
    people: peopleOf(item),
    fields: fieldsOf(item, type),
    source: sourceOf(item, type),
  };
}

/** Reads CSL-JSON: a list of items, or one. */
export function readCslExport(json: string): { works: Imported[]; errors: string[] } {
  try {
    const read: unknown = JSON.parse(json);
    const items = (Array.isArray(read) ? read : [read]) as Item[];
    if (items.some((item) => typeof item !== 'object' || item === null))
      return { works: [], errors: ['this is not CSL-JSON'] };
    return { works: items.map(importedOf), errors: [] };
  } catch (error) {
    return { works: [], errors: [`the JSON cannot be read: ${(error as Error).message}`] };
  }
}
