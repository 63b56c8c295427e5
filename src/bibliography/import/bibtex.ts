/** BibTeX and BibLaTeX with biblatex-csl-converter, which knows the macros of TeX. */
import { BibLatexParser } from 'biblatex-csl-converter';
import { splitOutsideBraces } from '../bib-fields.ts';
import type { WorkType } from '../work.ts';
import { dateWritten } from './dates.ts';
import {
  type Imported,
  type ImportedFile,
  type ImportedName,
  languageSource,
  type SourceField,
  tagOf,
} from './imported.ts';
import { mayBeSeveral, partNames } from './names.ts';
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

/** The library's types, which are BibLaTeX's with some apart. */
const types: Readonly<Record<string, WorkType>> = {
  ...{
    article: 'article',
    'article-journal': 'article',
    'article-magazine': 'article',
    'article-newspaper': 'article',
  },
  ...{ book: 'book', mvbook: 'book', collection: 'book', mvcollection: 'book', proceedings: 'book', booklet: 'book' },
  ...{
    incollection: 'incollection',
    inbook: 'incollection',
    inproceedings: 'incollection',
    inreference: 'incollection',
  },
  ...{
    thesis: 'thesis',
    phdthesis: 'thesis',
    mastersthesis: 'thesis',
    report: 'report',
    techreport: 'report',
    online: 'online',
    post: 'online',
  },
};

/** Our fields and the library's, the first that is there. */
const places: readonly (readonly [ours: string, theirs: readonly string[]])[] = [
  ['title', ['title']],
  ['titletranslated', ['titleaddon']],
  ['journaltitle', ['journaltitle']],
  ['booktitle', ['booktitle', 'maintitle']],
  ['institution', ['institution', 'organization']],
  ['publisher', ['publisher']],
  ['location', ['location']],
  ['volume', ['volume']],
  ['number', ['number', 'issue']],
  ['pages', ['pages']],
  ['edition', ['edition']],
  ['doi', ['doi']],
  ['isbn', ['isbn']],
  ['issn', ['issn']],
  ['url', ['url']],
];

/** Fields of BibTeX, and the names that BibLaTeX and the library have for them (biblatex manual, section 2.2.5). */
const aliases: Readonly<Record<string, string>> = {
  address: 'location',
  journal: 'journaltitle',
  school: 'institution',
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
  /^(?:author|editor[abc]?|translator|bookauthor|holder|introduction|foreword|afterword|annotator|commentator)$/;

/** A name list as the library reads it: «and» in small letters, names that were written as one parted, undecided ones kept whole. */
const namesWritten = (list: string): string =>
  splitOutsideBraces(list, /\s+and\s+/iy)
    .flatMap((name) => partNames(name))
    .map((name) => (!name.startsWith('{') && mayBeSeveral(name) ? `{${name}}` : name))
    .join(' and ');

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

  override processFields(): void {
    const raw = (this.currentRawFields ?? {}) as Record<string, string>;
    for (const name of Object.keys(raw).filter((one) => nameLists.test(one)))
      raw[name] = namesWritten(raw[name] as string);
    if (this.currentEntry) (this.currentEntry as LibraryEntry).written = { type: this.currentType, fields: { ...raw } };
    super.processFields();
  }
}

/** Where a file that ends within a work has its last one; the library names neither line nor work. */
function lastOpened(text: string): string {
  const last = [...text.matchAll(/^[ \t]*@\w+\s*[{(]\s*([^\s,]*)/gm)].at(-1);
  const line = text.slice(0, last?.index).split('\n').length;
  return `line ${line} (${last?.[1]}): this work, or one before it, is not closed`;
}

/**
 * Reads BibTeX or BibLaTeX, as reference managers export them.
 *
 * @returns the works, and what could not be read; of a file that ends within a work, only that
 */
export function readBibtexExport(text: string): ImportedFile {
  const { entries, errors } = new Reader(text, {
    processUnexpected: true,
    processUnknown: true,
    processInvalidURIs: true,
  }).parse();
  // The end of the file stands where a bracket is awaited.
  if (errors.some(({ expected, found }) => expected && found === ''))
    return { works: [], errors: [], damage: lastOpened(text) };
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
  const subtitle = textOf(values['subtitle']);
  if (subtitle !== '' && fields['title'] !== undefined) {
    fields['title'] += `${/[?!؟:]$/.test(fields['title']) ? '' : ':'} ${subtitle}`;
    into.set('subtitle', 'title');
  }
  const names = (name: 'author' | 'editor') => {
    into.set(name, name);
    return (values[name] as LibraryName[] | undefined)?.map(nameOf);
  };
  const placeOf = (name: string) => into.get(aliases[name] ?? name);
  const isLanguage = (name: string) => name === 'langid' || name === 'language';
  const language = (raw['langid'] ?? raw['language'])?.replace(/[{}]/g, '');
  /** A second language beside `langid` is the work's own in BibLaTeX, and has no place where it differs. */
  const languageOf = (name: string, written: string): SourceField => {
    const said = written.replace(/[{}]/g, '');
    return tagOf(said) === tagOf(language) ? languageSource(name, said) : { name: `${name} (${said})` };
  };
  const isMagazine = entry.bib_type === 'article-magazine';
  if (isMagazine) into.set('entrysubtype', 'entrysubtype');
  return {
    label: entry.entry_key,
    type: types[entry.bib_type] ?? 'misc',
    author: names('author'),
    editor: names('editor'),
    fields: { ...fields, entrysubtype: isMagazine ? 'magazine' : undefined, langid: tagOf(language) },
    source: [
      ...Object.entries(raw)
        .filter(([name, value]) => /[\p{L}\p{N}]/u.test(value) && name !== 'crossref')
        .map(([name, value]) => (isLanguage(name) ? languageOf(name, value) : { name, into: placeOf(name) })),
      ...(/^(?:phd|masters)thesis$/.test(kind) ? [{ name: `kind of thesis (${kind})` }] : []),
      ...Object.entries(raw)
        .flatMap(([name, value]) => (placeOf(name) === undefined ? [] : unknownCommands(value)))
        .map((command) => ({ name: `the command \\${command}, which is not known` })),
    ],
  };
}
