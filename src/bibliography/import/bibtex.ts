/** BibTeX and BibLaTeX with biblatex-csl-converter, which knows the macros and accents of TeX. */
import { parse } from 'biblatex-csl-converter';
import type { WorkType } from '../work.ts';
import { type Imported, type ImportedFile, type ImportedName, tagOf } from './imported.ts';

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
const fields: readonly (readonly [ours: string, theirs: readonly string[]])[] = [
  ['title', ['title']],
  ['journaltitle', ['journaltitle']],
  ['booktitle', ['booktitle', 'maintitle']],
  ['institution', ['institution', 'organization']],
  ['publisher', ['publisher']],
  ['location', ['location']],
  ['volume', ['volume']],
  ['number', ['number', 'issue']],
  ['pages', ['pages']],
  ['date', ['date', 'year']],
  ['edition', ['edition']],
  ['doi', ['doi']],
  ['isbn', ['isbn']],
  ['issn', ['issn']],
  ['url', ['url']],
];

/** A value of any of the library's forms as text; braces that keep capitals stay in Latin script, where they mean something. */
function textOf(value: unknown, between = ', '): string {
  if (typeof value === 'string') return value;
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

/** What an entry says that the library does not keep. */
interface Written {
  /** The type as it is written: of theses the library keeps no kind. */
  readonly type: string;
  /** The language that it names: the library keeps only those for which it has a word. */
  readonly language: string | undefined;
}

/** What the entries of a file say, by key. */
function writtenIn(text: string): Map<string, Written> {
  const entries = text.split(/^\s*@/m).slice(1);
  return new Map(
    entries.flatMap((entry) => {
      const [, type = '', key] = /^(\w+)\s*[{(]\s*([^\s,]+)/.exec(entry) ?? [];
      const language = /\b(?:langid|language)\s*=\s*["{]+([^"}]+)/i.exec(entry)?.[1];
      return key === undefined ? [] : [[key, { type: type.toLowerCase(), language }] as const];
    }),
  );
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
  const { entries, errors } = parse(text, { processUnexpected: true, processUnknown: true, processInvalidURIs: true });
  // The end of the file stands where a bracket is awaited.
  if (errors.some(({ expected, found }) => expected && found === ''))
    return { works: [], errors: [], damage: lastOpened(text) };
  const written = writtenIn(text);
  const works = Object.values(entries).map((entry): Imported => {
    const unknown = { ...entry.unexpected_fields, ...entry.unknown_fields } as Record<string, unknown>;
    const values: Record<string, unknown> = { ...unknown, ...entry.fields };
    const used = new Set(['author', 'editor', 'langid', 'language', 'titleaddon', 'month']);
    const taken = fields.map(([ours, theirs]) => {
      const found = theirs.find((name) => textOf(values[name]) !== '');
      if (found !== undefined) used.add(found);
      return [ours, found === undefined ? undefined : textOf(values[found], found === 'pages' ? ', ' : '; ')] as const;
    });
    const { type = '', language } = written.get(entry.entry_key) ?? {};
    const names = (name: string) => (values[name] as LibraryName[] | undefined)?.map(nameOf);
    return {
      label: entry.entry_key,
      type: types[entry.bib_type] ?? 'misc',
      author: names('author'),
      editor: names('editor'),
      fields: {
        ...Object.fromEntries(taken),
        entrysubtype: entry.bib_type === 'article-magazine' ? 'magazine' : undefined,
        titletranslated: textOf(values['titleaddon']) || undefined,
        langid: tagOf(language),
      },
      lost: [
        ...Object.keys(values).filter((name) => !used.has(name) && textOf(values[name]) !== ''),
        // Where the library reads the year, it puts the month into the date.
        ...(entry.fields['date'] === undefined && textOf(values['month']) !== '' ? ['month'] : []),
        ...(/^(?:phd|masters)thesis$/.test(type) ? [`kind of thesis (${type})`] : []),
        ...(language !== undefined && tagOf(language) === undefined ? [`language (${language})`] : []),
      ],
    };
  });
  return {
    works,
    errors: errors.map(
      ({ type, entry, line, expected, found }) =>
        `line ${line ?? '?'}${entry ? ` (${entry})` : ''}: ${expected ? `«${expected}» is missing before «${found}»` : type.replaceAll('_', ' ')}`,
    ),
  };
}
