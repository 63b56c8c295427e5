/** CSL-JSON. */
import type { WorkType } from '../work.ts';
import {
  containerField,
  type Imported,
  type ImportedName,
  languageSource,
  publisherField,
  type SourceField,
  tagOf,
} from './imported.ts';

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
    'paper-conference': 'incollection',
    'entry-encyclopedia': 'incollection',
  },
  ...{ thesis: 'thesis', report: 'report', webpage: 'online', 'post-weblog': 'online', post: 'online' },
};

/** What is no statement about a work. */
const ignored = ['id', 'citation-key', 'type', '_graph'];

/** The variables that have one field whatever the type. */
const places: Readonly<Record<string, string>> = {
  ...{ author: 'author', editor: 'editor', title: 'title', issued: 'date', 'publisher-place': 'location' },
  ...{ volume: 'volume', page: 'pages', edition: 'edition', DOI: 'doi', ISBN: 'isbn', ISSN: 'issn', URL: 'url' },
};

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

/** The type of an item; CSL's report whose genre is a resolution is one, as our own export has it. */
const typeOf = (item: Item): WorkType =>
  item['genre'] === 'Resolution' && item['type'] === 'report' ? 'resolution' : (types[String(item['type'])] ?? 'misc');

/** Whether a value of JSON says something. */
const saysSomething = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(saysSomething)
    : value !== undefined && value !== null && value !== '' && value !== false;

/** The field that has what a variable says. */
function placeOf(name: string, item: Item, type: WorkType): string | undefined {
  if (name === 'container-title') return containerField(type);
  if (name === 'publisher') return publisherField(type);
  if (name === 'issue') return 'number';
  if (name === 'number') return item['issue'] === undefined ? 'number' : undefined;
  return places[name];
}

/** What an item says, each variable with the field that has it. */
function sourceOf(item: Item, type: WorkType): SourceField[] {
  return Object.entries(item)
    .filter(([name, value]) => !ignored.includes(name) && saysSomething(value))
    .filter(([name, value]) => name !== 'genre' || String(value).toLowerCase() !== type)
    .map(([name, value]) =>
      name === 'language' ? languageSource(name, String(value)) : { name, into: placeOf(name, item, type) },
    );
}

/** An item as an imported work. */
export function importedOf(item: Item, index: number): Imported {
  const type = typeOf(item);
  return {
    label: text(item['citation-key']) ?? text(item['id']) ?? String(index + 1),
    type,
    author: names(item['author']),
    editor: names(item['editor']),
    fields: {
      entrysubtype: item['type'] === 'article-magazine' ? 'magazine' : undefined,
      title: text(item['title']),
      [containerField(type)]: text(item['container-title']),
      [publisherField(type)]: text(item['publisher']),
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
    },
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
