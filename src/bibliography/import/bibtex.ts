/** BibTeX and BibLaTeX with biblatex-csl-converter, which knows the macros of TeX. */
import { BibLatexParser } from 'biblatex-csl-converter';
import { splitOutsideBraces } from '../bib-fields.ts';
import { type ContributorRole, contributorRoles } from '../contributors.ts';
import type { WorkType } from '../work.ts';
import { dateWritten } from './dates.ts';
import {
  arxivIn,
  type Imported,
  type ImportedFile,
  type ImportedName,
  type ImportedPeople,
  languageSource,
  type SourceField,
  tagOf,
  thesisKindOf,
} from './imported.ts';
import { mayBeSeveral, partNames, wholeName } from './names.ts';
import { texLetters, unknownCommands } from './tex.ts';

/** A piece of text with its marks, as the library gives it. */
interface Piece {
  readonly text?: string;
  readonly marks?: readonly { readonly type: string }[];
}

interface LibraryName {
  readonly family?: readonly Piece[];
  readonly given?: readonly Piece[];
  readonly prefix?: readonly Piece[];
  readonly suffix?: readonly Piece[];
  readonly literal?: readonly Piece[];
}

/** The types of files by their own names (BibLaTeX's, the classic ones and those of managers), which the library does not know apart. */
const writtenTypes: Readonly<Record<string, WorkType>> = {
  ...{ conference: 'inproceedings', electronic: 'online', www: 'online', webpage: 'online', manual: 'book' },
  ...{ mastersthesis: 'thesis', phdthesis: 'thesis', bachelorsthesis: 'thesis', dissertation: 'thesis' },
  ...{ standard: 'standard', movie: 'movie', video: 'movie', film: 'movie', software: 'software', program: 'software' },
  ...{ legislation: 'legislation', legal: 'legislation', jurisdiction: 'jurisdiction', case: 'jurisdiction' },
  ...{ data: 'dataset', dataset: 'dataset', preprint: 'preprint', interview: 'interview', newspaper: 'article' },
};

/** The library's types, which are BibLaTeX's with some apart. */
const types: Readonly<Record<string, WorkType>> = {
  ...{
    article: 'article',
    'article-journal': 'article',
    'article-magazine': 'article',
    'article-newspaper': 'article',
  },
  ...{ book: 'book', mvbook: 'book', collection: 'book', mvcollection: 'book', proceedings: 'book', booklet: 'book' },
  ...{ incollection: 'incollection', inbook: 'incollection', bookinbook: 'incollection', suppbook: 'incollection' },
  ...{ inproceedings: 'inproceedings', inreference: 'inreference' },
  ...{ 'entry-encyclopedia': 'inreference', 'entry-dictionary': 'inreference' },
  ...{ manual: 'book', mvproceedings: 'book', reference: 'book', mvreference: 'book' },
  ...{ thesis: 'thesis', report: 'report', online: 'online', post: 'online', 'post-weblog': 'online' },
  ...{ dataset: 'dataset', software: 'software', patent: 'patent', standard: 'standard', interview: 'interview' },
  ...{ legislation: 'legislation', legal_case: 'jurisdiction', video: 'movie' },
};

/** Our fields and the library's, the first that is there. */
const places: readonly (readonly [ours: string, theirs: readonly string[]])[] = [
  ['title', ['title']],
  ['subtitle', ['subtitle']],
  ['titlesentence', ['titlesentence']],
  ['titletranslated', ['titleaddon']],
  ['journaltitle', ['journaltitle']],
  ['booktitle', ['booktitle', 'maintitle']],
  ['booktitlesentence', ['booktitlesentence']],
  ['institution', ['institution', 'organization']],
  ['publisher', ['publisher']],
  ['location', ['location']],
  ['series', ['series']],
  ['eventtitle', ['eventtitle']],
  ['volume', ['volume']],
  ['number', ['number', 'issue']],
  ['chapter', ['chapter']],
  ['pages', ['pages', 'eid']],
  ['edition', ['edition']],
  ['version', ['version']],
  ['origtitle', ['origtitle']],
  ['origdate', ['origdate']],
  ['doi', ['doi']],
  ['isbn', ['isbn']],
  ['issn', ['issn']],
  ['eprint', ['eprint', 'arxivid']],
  ['eprinttype', ['eprinttype', 'archiveprefix']],
  ['eprintclass', ['eprintclass', 'primaryclass']],
  ['pmid', ['pmid']],
  ['pmcid', ['pmcid']],
  ['openalex', ['openalex']],
  ['wikidata', ['wikidata']],
  ['url', ['url']],
  ['note', ['note', 'addendum']],
  ['type', ['type']],
];

/** Fields of names that are ours under another name: those of editors say in a field of their own what they did. */
const editorFields = ['editor', 'editora', 'editorb', 'editorc'] as const;

/** Fields of BibTeX, and the names that BibLaTeX and the library have for them (biblatex manual, section 2.2.5). */
const aliases: Readonly<Record<string, string>> = {
  address: 'location',
  journal: 'journaltitle',
  school: 'institution',
  annote: 'annotation',
  archiveprefix: 'eprinttype',
  primaryclass: 'eprintclass',
};

/** The library sets a name of no `@string` between two of these. */
const plain = (text: string) => text.replaceAll('\u0870', '');

/** A value of any of the library's forms as text; braces that keep capitals stay in Latin script, where they mean something. */
function textOf(value: unknown, between = ', '): string {
  if (typeof value === 'string') return plain(value);
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return '';
  if (value.every((piece) => typeof piece === 'object' && piece !== null && !Array.isArray(piece))) {
    return (value as Piece[])
      .map(({ text = '', marks = [] }) =>
        marks.some(({ type }) => type === 'nocase') && /\p{Lu}/u.test(text) && !text.includes('{') ? `{${text}}` : text,
      )
      .join('');
  }
  return value.map((one) => textOf(one, '--')).join(between);
}

const nameOf = (name: LibraryName): ImportedName =>
  name.literal
    ? { literal: textOf(name.literal).replace(/[{}]/g, '') }
    : {
        family: [name.prefix, name.family]
          .map((part) => textOf(part))
          .filter(Boolean)
          .join(' '),
        given:
          [name.given, name.suffix]
            .map((part) => textOf(part))
            .filter(Boolean)
            .join(' ') || undefined,
      };

/** An entry as it is written, beside what the library makes of it. */
interface Written {
  /** The type, in small letters: of theses the library keeps no kind. */
  readonly type: string;
  /** Every field, its letters decoded. */
  readonly fields: Readonly<Record<string, string>>;
}

type LibraryEntry = NonNullable<BibLatexParser['currentEntry']> & { written?: Written };

/** Fields that are lists of names wherever they stand (biblatex manual, section 2.2.2). */
const nameLists =
  /^(?:author|editor[abc]?|translator|bookauthor|holder|introduction|foreword|afterword|annotator|commentator|compiler|redactor|collaborator|organizer|serieseditor|director|interviewer)$/;

/** A name list as the library reads it: «and» in small letters, names that were written as one parted, undecided ones kept whole. */
const namesWritten = (list: string): string =>
  splitOutsideBraces(list, /\s+and\s+/iy)
    .flatMap((name) => partNames(name))
    .map((name) => (!name.startsWith('{') && mayBeSeveral(name) ? `{${name}}` : name))
    .join(' and ');

/** Fields whose signs are no text: two hyphens in them are no dash. */
const verbatim =
  /^(?:url|doi|eprint|file|isbn|issn|pages|date|year|month|day|volume|number|issue|eid|key|crossref|xdata|howpublished|.*date)$/;

/** What TeX makes of signs that follow each other (TeXbook, chapter 2). */
const ligatures = (text: string): string =>
  text
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/\?`/g, '¿')
    .replace(/!`/g, '¡');

type RawFields = Record<string, string>;

/** The library, which here decodes every letter of TeX first, parts names, and keeps what was written. */
class Reader extends BibLatexParser {
  override replaceTeXChars(): void {
    // A work without a key has one here, by the line that it stands in.
    this.input = texLetters(this.input).replace(
      /^([ \t]*@\w+\s*[{(]\s*),/gm,
      (_, opening: string, offset: number, all: string) => `${opening}line-${all.slice(0, offset).split('\n').length},`,
    );
    super.replaceTeXChars();
  }

  /** The fields of each `@xdata`, which is no work but has fields for others (biblatex manual, section 3.13.6). */
  readonly shared = new Map<string, RawFields>();
  private readonly known: ReadonlyMap<string, RawFields>;

  constructor(text: string, known: ReadonlyMap<string, RawFields>) {
    super(text, { processUnexpected: true, processUnknown: true, processInvalidURIs: true });
    this.known = known;
  }

  /** What an entry gets of the `@xdata` that it names, and of those that these name. */
  private inherited(raw: RawFields, seen: ReadonlySet<string> = new Set()): RawFields {
    const named = (raw['xdata'] ?? '').replace(/[{}]/g, '').split(/\s*,\s*/);
    return Object.assign(
      {},
      ...named.map((key) => {
        const fields = this.known.get(key);
        return fields === undefined || seen.has(key)
          ? {}
          : { ...this.inherited(fields, new Set([...seen, key])), ...fields };
      }),
    );
  }

  override processFields(): void {
    const raw = (this.currentRawFields ?? {}) as RawFields;
    if (this.currentType === 'xdata' && this.currentEntry) this.shared.set(this.currentEntry.entry_key, { ...raw });
    for (const [name, value] of Object.entries(this.inherited(raw))) raw[name] ??= value;
    const [, address] = /^\s*\{?\\url\{([^}]*)\}\}?\s*$/.exec(raw['howpublished'] ?? '') ?? [];
    if (address !== undefined && raw['url'] === undefined) {
      raw['url'] = address;
      delete raw['howpublished'];
    }
    for (const name of Object.keys(raw).filter((one) => !verbatim.test(one)))
      raw[name] = ligatures(raw[name] as string);
    for (const name of Object.keys(raw).filter((one) => nameLists.test(one)))
      raw[name] = namesWritten(raw[name] as string);
    if (this.currentEntry) (this.currentEntry as LibraryEntry).written = { type: this.currentType, fields: { ...raw } };
    super.processFields();
  }
}

/** Where an entry begins: at the start of a line, with its key. */
const openings = /^[ \t]*@(?!comment|string|preamble)\w+\s*([{(])\s*([^\s,{}()="]*)\s*,/gim;

/** Where the first brace behind a place is closed. */
function endOf(text: string, start: number): number | undefined {
  const brace = /[{}]/g;
  brace.lastIndex = start;
  for (let depth = 0, found = brace.exec(text); found !== null; found = brace.exec(text)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return undefined;
}

/**
 * The first entry of a file in which another one opens, or the file ends, since one of its braces is not closed: what comes
 * behind it would be taken for a part of it. BibTeX counts braces behind a backslash too, other programs do not; what one of
 * them takes for closed is closed.
 */
function unclosed(text: string): string | undefined {
  const opened = [...text.matchAll(openings)].filter(([, bracket]) => bracket === '{');
  const place = ({ index, 2: key }: RegExpExecArray) =>
    `line ${text.slice(0, index).split('\n').length} (${key || 'without a key'})`;
  const readings = [text, text.replace(/\\[{}]/g, '..')];
  let closedAt = 0;
  for (const [at, entry] of opened.entries()) {
    if (entry.index < closedAt) continue;
    const ends = readings.flatMap((reading) => endOf(reading, entry.index) ?? []);
    const next = opened[at + 1];
    const end = ends.length === 0 ? undefined : Math.min(...ends);
    if (end === undefined || (next !== undefined && next.index < end))
      return `${place(entry)}: this work is not closed${next === undefined ? '' : ` before the next one, ${place(next)}`}; a closing brace is missing`;
    closedAt = end;
  }
  return undefined;
}

/**
 * Reads BibTeX or BibLaTeX, as reference managers export them.
 *
 * @returns the works, and what could not be read; of a file that ends within a work, only that
 */
export function readBibtexExport(text: string): ImportedFile {
  const open = unclosed(text);
  if (open !== undefined) return { works: [], errors: [], damage: open };
  const shared = new Map<string, RawFields>();
  if (/^\s*@xdata\s*[{(]/im.test(text)) {
    const first = new Reader(text, shared);
    first.parse();
    for (const [key, fields] of first.shared) shared.set(key, fields);
  }
  const read = new Reader(text, shared).parse();
  const entries = Object.fromEntries(Object.entries(read.entries).filter(([, one]) => !shared.has(one.entry_key)));
  const errors = read.errors.filter(({ entry }) => entry === undefined || !shared.has(entry));
  // The end of the file stands where a bracket is awaited.
  const ended = errors.find(({ expected, found }) => expected && found === '');
  if (ended) return { works: [], errors: [], damage: `the file ends within a work; "${ended.expected}" is missing` };
  return {
    works: Object.values(entries).map(importedOf),
    errors: errors.map(
      ({ type, entry, line, expected, found }) =>
        `line ${line ?? '?'}${entry ? ` (${entry})` : ''}: ${expected ? `"${expected}" is missing before "${found}"` : type.replaceAll('_', ' ')}`,
    ),
  };
}

function importedOf(entry: LibraryEntry): Imported {
  const values: Record<string, unknown> = { ...entry.unexpected_fields, ...entry.unknown_fields, ...entry.fields };
  const { type: kind, fields: raw }: Written = entry.written ?? { type: '', fields: {} };
  const { date, says } = dateWritten(raw);
  /** Which of our fields has what a field of theirs says. */
  const into = new Map<string, string>(says.map((name) => [name, 'date']));
  const fields: Record<string, string | undefined> = { date: date ?? (textOf(values['date']) || undefined) };
  for (const [ours, theirs] of places) {
    const found = theirs.find((name) => textOf(values[name]) !== '');
    if (found === undefined) continue;
    fields[ours] = textOf(values[found], found === 'pages' ? ', ' : '; ');
    into.set(found, ours);
  }
  const names = (name: string) => {
    const list = values[name];
    if (!Array.isArray(list) || list.length === 0) return undefined;
    // A list that the library does not know as one is a text.
    return list.some((one: object) => 'text' in one) ? namesIn(raw[name] ?? '') : (list as LibraryName[]).map(nameOf);
  };
  const { editor, people } = peopleOf(names, raw, into);
  into.set('author', 'author');
  const written = raw as Readonly<Record<string, string | undefined>>;
  // Persian styles name the authors of a foreign work in Persian, too.
  const authorfa = written['authorfa'] === undefined ? undefined : namesIn(written['authorfa']);
  if (authorfa) into.set('authorfa', 'authorfa');
  const { type, isMagazine, isNewspaper } = typeOf(entry, kind, fields, into);
  const placeOf = (name: string) => into.get(aliases[name] ?? name);
  const isLanguage = (name: string) => name === 'langid' || name === 'language';
  const language = (raw['langid'] ?? raw['language'])?.replace(/[{}]/g, '');
  /** A second language beside `langid` is the work's own in BibLaTeX, and has no place where it differs. */
  const languageOf = (name: string, written: string): SourceField => {
    const said = written.replace(/[{}]/g, '');
    return tagOf(said) === tagOf(language) ? languageSource(name, said) : { name: `${name} (${said})` };
  };
  if (isMagazine || isNewspaper) into.set('entrysubtype', 'entrysubtype');
  if (type === 'thesis' && thesisKindOf(fields['type']) === undefined) {
    fields['type'] = /^(?:phd|masters|bachelors)/.exec(kind)?.[0];
    into.delete('type');
  }
  return {
    label: entry.entry_key,
    type,
    author: raw['author'] === undefined && raw['director'] !== undefined ? undefined : names('author'),
    editor,
    people: { ...people, authorfa },
    fields: {
      ...fields,
      entrysubtype: isMagazine ? 'magazine' : isNewspaper ? 'newspaper' : undefined,
      langid: tagOf(language),
    },
    source: [
      ...Object.entries(raw)
        .filter(([name, value]) => /[\p{L}\p{N}]/u.test(value) && !/^(?:crossref|xdata)$/.test(name))
        .map(([name, value]) => (isLanguage(name) ? languageOf(name, value) : { name, into: placeOf(name) })),
      ...Object.entries(raw)
        .flatMap(([name, value]) => (placeOf(name) === undefined ? [] : unknownCommands(value)))
        .map((command) => ({ name: `the command \\${command}, which is not known` })),
    ],
  };
}

/** A list of names that the library did not read, as it is written. */
const namesIn = (list: string): ImportedName[] =>
  splitOutsideBraces(list, /\s+and\s+/iy)
    .flatMap((name) => partNames(name))
    .map((name) => (name.startsWith('{') ? { literal: name.replace(/[{}]/g, '') } : wholeName(name)));

/** The editors of an entry and who else took part, each where it has a place; `into` gets what was placed. */
function peopleOf(
  names: (field: string) => ImportedName[] | undefined,
  raw: Readonly<Record<string, string>>,
  into: Map<string, string>,
): { readonly editor: ImportedName[] | undefined; readonly people: ImportedPeople } {
  const people: Partial<Record<ContributorRole, ImportedName[]>> = {};
  const add = (field: string, role: ContributorRole) => {
    // The library makes an author of a director.
    const list = names(field) ?? (raw[field] === undefined ? undefined : namesIn(raw[field]));
    if (list === undefined || people[role] !== undefined) return;
    people[role] = list;
    into.set(field, role);
  };
  for (const role of contributorRoles) add(role, role);
  let editor: ImportedName[] | undefined;
  for (const field of editorFields) {
    const said = raw[`${field}type`]?.replace(/[{}]/g, '').trim() || 'editor';
    const role = contributorRoles.find((one) => one === said);
    if (role !== undefined) {
      add(field, role);
      if (into.get(field) === role) into.set(`${field}type`, role);
    } else if (editor === undefined && names(field) !== undefined) {
      // What an editor did that has no field here (founder, reviser) is told.
      editor = names(field);
      into.set(field, 'editor');
      if (said === 'editor') into.set(`${field}type`, 'editor');
    }
  }
  return { editor, people };
}

/**
 * The type of an entry, from its own name where the library has none for it. A text in arXiv is a preprint, also where its
 * «journal» is `arXiv preprint arXiv:1412.6980`, which then is no journal: `fields` and `into` are set so.
 */
function typeOf(
  { bib_type: read }: LibraryEntry,
  written: string,
  fields: Record<string, string | undefined>,
  into: Map<string, string>,
): { readonly type: WorkType; readonly isMagazine: boolean; readonly isNewspaper: boolean } {
  const type = writtenTypes[written] ?? types[read] ?? 'misc';
  const isMagazine = read === 'article-magazine';
  const isNewspaper = read === 'article-newspaper' || written === 'newspaper';
  if (fields['eprinttype'] !== undefined) fields['eprinttype'] = fields['eprinttype'].toLowerCase();
  if (fields['eprinttype'] === 'pubmed' && fields['pmid'] === undefined) {
    Object.assign(fields, { pmid: fields['eprint'], eprint: undefined, eprinttype: undefined });
    into.set('eprint', 'pmid').set('eprinttype', 'pmid');
  }
  const host = fields['journaltitle'];
  const named = host !== undefined && /arxiv/i.test(host) && fields['eprint'] === undefined ? arxivIn(host) : undefined;
  if (named !== undefined) {
    Object.assign(fields, { eprint: named, eprinttype: 'arxiv', journaltitle: undefined });
    into.set('journaltitle', 'eprint');
  }
  const isArxiv = fields['eprint'] !== undefined && (fields['eprinttype'] ?? 'arxiv') === 'arxiv';
  if (isArxiv) fields['eprint'] = arxivIn(`arxiv:${fields['eprint']?.replace(/^arxiv:/i, '')}`) ?? fields['eprint'];
  const isAlone = fields['journaltitle'] === undefined && fields['booktitle'] === undefined;
  const isPreprint = isArxiv && isAlone && ['article', 'misc', 'online'].includes(type);
  return { type: isPreprint ? 'preprint' : type, isMagazine, isNewspaper };
}
