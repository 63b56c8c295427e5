import { invertedName, notesOf, type Work, yearOf } from '../bibliography/work.ts';
import type { WorksFormat } from './works.ts';

/** The reference types of EndNote's import format (a dialect of refer). */
const types: Readonly<Record<Work['type'], string>> = {
  article: 'Journal Article',
  book: 'Book',
  incollection: 'Book Section',
  thesis: 'Thesis',
  report: 'Report',
  resolution: 'Government Document',
  online: 'Web Page',
  misc: 'Generic',
};

const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim();

const write = (work: Work): string => {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['0', types[work.type]],
    // A comma after the whole marks a body's name as one piece.
    ...(work.author?.list.map((name) => ['A', 'literal' in name ? `${name.literal},` : invertedName(name)] as const) ??
      []),
    ...(work.editor?.list.map((name) => ['E', invertedName(name)] as const) ?? []),
    ['T', work.title],
    ['Q', work.titleTranslated],
    [work.type === 'article' ? 'J' : 'B', work.container],
    ['I', work.publisher ?? work.institution],
    ['C', work.location],
    ['V', work.volume],
    ['N', work.number],
    ['P', work.pages?.replace('--', '-')],
    ['D', yearOf(work)],
    ['8', work.date && work.date.length > 4 ? work.date : undefined],
    ['7', work.edition ?? work.version],
    ['R', work.doi],
    ['@', work.isbn ?? work.issn],
    ['U', work.url],
    ['G', work.language === 'und' ? undefined : work.language],
    ['X', work.abstract],
    ...(work.keywords?.map((keyword) => ['K', keyword] as const) ?? []),
    ...notesOf(work, ['titleTranslated']).map((note) => ['Z', note] as const),
    ['F', work.key],
  ];
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([tag, value]) => `%${tag} ${oneLine(value as string)}\n`)
    .join('');
};

export const endnote: WorksFormat = {
  name: 'EndNote',
  extension: 'enw',
  mediaType: 'application/x-endnote-refer; charset=utf-8',
  lists: false,
  writeWorks: (works) => works.map(write).join('\n'),
};
