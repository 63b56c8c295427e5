import { type ContributorRole, contributorsOf } from '../../bibliography/contributors.ts';
import {
  commaName,
  makersOf,
  remarksOf,
  sayRemarks,
  thesisName,
  titlesOf,
  type Work,
  type WorkSubtype,
  type WorkType,
  yearOf,
} from '../../bibliography/work.ts';
import { englishMonths } from '../../text/calendar.ts';
import { oneLine } from '../../text/one-line.ts';
import type { WorksFormat } from './works-format.ts';

/** The reference types of EndNote's import format (a dialect of refer). */
const types: Readonly<Record<WorkType | WorkSubtype, string>> = {
  article: 'Journal Article',
  magazine: 'Magazine Article',
  newspaper: 'Newspaper Article',
  book: 'Book',
  incollection: 'Book Section',
  inproceedings: 'Conference Paper',
  inreference: 'Encyclopedia',
  thesis: 'Thesis',
  report: 'Report',
  resolution: 'Government Document',
  legislation: 'Statute',
  jurisdiction: 'Case',
  patent: 'Patent',
  standard: 'Standard',
  preprint: 'Unpublished Work',
  dataset: 'Dataset',
  software: 'Computer Program',
  movie: 'Film or Broadcast',
  interview: 'Interview',
  online: 'Web Page',
  misc: 'Generic',
};

/** EndNote's tags of roles: a translator is its subsidiary author, an editor of the series its tertiary one. */
const roleTags: Readonly<Partial<Record<ContributorRole, string>>> = { translator: '?', serieseditor: 'Y' };

/** The month and day of a date, beside the year that %D holds: `November 21`. */
function dayOf(date: string | undefined): string | undefined {
  const [, month, day] = /^\d{4}-(\d{2})(?:-(\d{2}))?$/.exec(date ?? '') ?? [];
  return month && [englishMonths[Number(month) - 1], day && String(Number(day))].filter(Boolean).join(' ');
}

const write = (work: Work): string => {
  const { title } = titlesOf(work);
  const { makers, beside } = makersOf(work);
  const link = work.doi === undefined ? work.url : `https://doi.org/${work.doi}`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['0', types[work.subtype ?? work.type]],
    ...(makers?.list.map((name) => ['A', commaName(name)] as const) ?? []),
    ...(work.editor?.list.map((name) => ['E', commaName(name)] as const) ?? []),
    ...contributorsOf(work).flatMap(([role, names]) => {
      const tag = roleTags[role];
      return tag ? names.list.map((name) => [tag, commaName(name)] as const) : [];
    }),
    ['T', title],
    [work.type === 'article' ? 'J' : 'B', work.container],
    ['S', work.series],
    ['9', work.type === 'thesis' ? work.kind && thesisName(work).en : work.kind],
    ['&', work.chapter],
    ['I', work.publisher ?? work.institution],
    ['C', work.location],
    ['V', work.volume],
    ['N', work.number],
    ['P', work.pages?.replaceAll('--', '-')],
    ['D', yearOf(work)],
    ['8', dayOf(work.date)],
    ['7', work.edition ?? work.version],
    ['R', work.doi],
    ['@', work.isbn ?? work.issn],
    // Zotero takes %R for a type: the DOI is the link too, which leads to where the address does.
    ['U', link],
    ['G', work.language === 'und' ? undefined : work.language],
    ['X', work.abstract],
    ...(work.keywords?.map((keyword) => ['K', keyword] as const) ?? []),
    ['Z', work.addendum ?? work.note],
    // Research notes: %Z is the note that styles print. The English title stands there too: %Q, in EndNote a translated title, is
    // an author in refer, and so to Zotero.
    [
      '<',
      sayRemarks([
        ...remarksOf(work, [
          ...(['subtype', 'kind', 'series', 'chapter', 'translator', 'serieseditor'] as const),
          ...(work.type === 'preprint' ? [] : (['type'] as const)),
          ...(work.type === 'movie' ? (['director'] as const) : []),
        ]),
        ...beside,
        ...(work.url === undefined || work.url === link ? [] : [{ label: 'Address', text: work.url }]),
      ]),
    ],
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
