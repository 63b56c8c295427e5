import { type ContributorRole, contributorsOf } from '../../bibliography/contributors.ts';
import {
  commaName,
  eprintAddress,
  makersOf,
  pageBounds,
  remarksOf,
  sayRemarks,
  thesisName,
  titlesOf,
  type Work,
  type WorkSubtype,
  type WorkType,
  yearOf,
} from '../../bibliography/work.ts';
import { oneLine } from '../../text/one-line.ts';
import type { WorksFormat } from './works-format.ts';

/**
 * The reference types of the RIS specification (Research Information Systems, 2001; EndNote's list of 2011). Of a work whose kind
 * is not known nobody may make an article: Zotero reads GEN as one of a journal, and the type that it and others read as a
 * document of no kind is that of old texts.
 */
const types: Readonly<Record<WorkType | WorkSubtype, string>> = {
  article: 'JOUR',
  magazine: 'MGZN',
  newspaper: 'NEWS',
  book: 'BOOK',
  incollection: 'CHAP',
  inproceedings: 'CPAPER',
  inreference: 'ENCYC',
  thesis: 'THES',
  report: 'RPRT',
  resolution: 'GOVDOC',
  legislation: 'STAT',
  jurisdiction: 'CASE',
  patent: 'PAT',
  standard: 'STAND',
  // RIS has no preprint: an unpublished work is what EndNote and Zotero make of one.
  preprint: 'UNPB',
  dataset: 'DATA',
  software: 'COMP',
  movie: 'VIDEO',
  // RIS has no interview.
  interview: 'PCOMM',
  online: 'ELEC',
  misc: 'ANCIENT',
};

/**
 * The tag of editors. EndNote's table has A3 for those of a book, as every reader has it; of what stands in a book it has A2, of which some
 * make authors, and none of ED (Research Information Systems, 2001).
 */
const editorTag = ({ type }: Work) => (type === 'book' ? 'A3' : 'ED');

/** The tag of a role, where the type has one for it (EndNote's table of reference types). */
function roleTag(role: ContributorRole, { type }: Work): string | undefined {
  if (role === 'translator') return type === 'movie' ? undefined : 'A4';
  if (role === 'serieseditor')
    return type === 'book' ? 'A2' : type === 'incollection' || type === 'inproceedings' ? 'A3' : undefined;
  return undefined;
}

/**
 * The tag of the number (EndNote's table of reference types): reports, patents and standards have theirs where books have an ISBN, a
 * report that has one of these too in another place.
 */
function numberTag({ type, isbn, issn }: Work): 'SN' | 'M1' | 'IS' {
  if (type === 'patent' || type === 'standard') return 'SN';
  if (type === 'report') return isbn === undefined && issn === undefined ? 'SN' : 'M1';
  return type === 'resolution' ? 'M1' : 'IS';
}

/*
 * The English title of a Persian work stands in a note: readers of RIS disagree on TT, and some put it into the title.
 */
const write = (work: Work): string => {
  const { first, last } = pageBounds(work);
  const { makers, beside } = makersOf(work);
  const roles = contributorsOf(work).flatMap(([role, names]) => {
    const tag = roleTag(role, work);
    return tag ? [{ role, rows: names.list.map((name) => [tag, commaName(name)] as const) }] : [];
  });
  // A book that stands in none has its series where others have what they stand in.
  const isSeriesOfBook = work.type === 'book' && work.container === undefined;
  const [year = '', month = '', day = ''] = work.date?.split('/')[0]?.split('-') ?? [];
  const remarks = sayRemarks([
    ...remarksOf(work, [
      ...(['subtype', 'kind', 'series'] as const),
      ...(work.type === 'preprint' || work.type === 'interview' ? [] : (['type'] as const)),
      ...(work.type === 'movie' ? (['director'] as const) : []),
      ...roles.map(({ role }) => role),
    ]),
    ...beside,
    ...(work.date?.includes('/') ? [{ label: 'Year', text: work.date }] : []),
  ]);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['TY', types[work.subtype ?? work.type]],
    ...(makers?.list.map((name) => ['AU', commaName(name)] as const) ?? []),
    ...(work.editor?.list.map((name) => [editorTag(work), commaName(name)] as const) ?? []),
    ...roles.flatMap(({ rows }) => rows),
    ['TI', titlesOf(work).title],
    [work.type === 'article' ? 'JO' : 'T2', work.container],
    // To EndNote and Zotero T2 of a paper is the conference; to the others what it stands in.
    ['C3', work.type === 'inproceedings' ? work.container : undefined],
    [isSeriesOfBook ? 'T2' : 'T3', work.series],
    ['M3', work.type === 'thesis' ? work.kind && thesisName(work).en : work.kind],
    ['PB', work.publisher ?? work.institution],
    ['CY', work.location],
    ['VL', work.volume],
    [numberTag(work), work.number],
    ['SP', first],
    ['EP', last],
    ['PY', yearOf(work)],
    ['DA', work.date && `${year}/${month}/${day}/`],
    ['ET', work.edition ?? work.version],
    ['DO', work.doi],
    ['SN', work.isbn ?? work.issn],
    ['UR', work.url ?? (work.doi === undefined ? eprintAddress(work) : undefined)],
    // Of a program it is that in which it is written (EndNote, Zotero).
    ['LA', work.language === 'und' || work.type === 'software' ? undefined : work.language],
    ['AB', work.abstract],
    ...(work.keywords?.map((keyword) => ['KW', keyword] as const) ?? []),
    ['N1', work.addendum ?? work.note],
    // Research notes: N1 becomes the note that styles print.
    ['RN', remarks],
    ['ID', work.key],
  ];
  const lines = rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([tag, value]) => `${tag}  - ${oneLine(value as string)}`);
  return [...lines, 'ER  - ', ''].join('\r\n');
};

export const ris: WorksFormat = {
  name: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  lists: true,
  writeWorks: (works) => works.map(write).join('\r\n'),
};
