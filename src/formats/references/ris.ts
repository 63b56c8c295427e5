import {
  commaName,
  remarksOf,
  sayRemarks,
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
  book: 'BOOK',
  incollection: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
  resolution: 'GOVDOC',
  online: 'ELEC',
  misc: 'ANCIENT',
};

/*
 * The English title of a Persian work stands in a note: readers of RIS disagree on TT, and some put it into the title.
 */

/** A value is one line: a line end would start another tag. */

const write = (work: Work): string => {
  const [first, last] = work.pages?.split('--') ?? [];
  const [year = '', month = '', day = ''] = work.date?.split('/')[0]?.split('-') ?? [];
  const remarks = sayRemarks([
    ...remarksOf(work, ['subtype']),
    ...(work.date?.includes('/') ? [{ label: 'Year', text: work.date }] : []),
  ]);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['TY', types[work.subtype ?? work.type]],
    ...(work.author?.list.map((name) => ['AU', commaName(name)] as const) ?? []),
    ...(work.editor?.list.map((name) => ['ED', commaName(name)] as const) ?? []),
    ['TI', titlesOf(work).title],
    [work.type === 'article' ? 'JO' : 'T2', work.container],
    ['PB', work.publisher ?? work.institution],
    ['CY', work.location],
    ['VL', work.volume],
    [work.type === 'report' || work.type === 'resolution' ? 'M1' : 'IS', work.number],
    ['SP', first],
    ['EP', last],
    ['PY', yearOf(work)],
    ['DA', work.date && `${year}/${month}/${day}/`],
    ['ET', work.edition ?? work.version],
    ['DO', work.doi],
    ['SN', work.isbn ?? work.issn],
    ['UR', work.url],
    ['LA', work.language === 'und' ? undefined : work.language],
    ['AB', work.abstract],
    ...(work.keywords?.map((keyword) => ['KW', keyword] as const) ?? []),
    ['N1', work.note],
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
