import { monthMacros } from '../../bibliography/bib-fields.ts';
import { markedTitleOf, remarksOf, sayRemarks, thesisName, type Work, yearOf } from '../../bibliography/work.ts';
import { oneLine } from '../../text/one-line.ts';
import { mapped, protectTitle, texEntry, texNames, unprinted } from './tex.ts';
import type { WorksFormat } from './works-format.ts';

/** Patashnik's types of 1988 (btxdoc, section 3.1), which every style knows. */
const types: Readonly<Record<Work['type'], string>> = {
  article: 'article',
  book: 'book',
  incollection: 'incollection',
  inproceedings: 'inproceedings',
  inreference: 'incollection',
  // `type` says what it is: the degree is not known.
  thesis: 'phdthesis',
  report: 'techreport',
  resolution: 'misc',
  legislation: 'misc',
  jurisdiction: 'misc',
  patent: 'misc',
  standard: 'misc',
  preprint: 'misc',
  dataset: 'misc',
  software: 'misc',
  movie: 'misc',
  interview: 'misc',
  online: 'misc',
  misc: 'misc',
};

/** What a `@misc` says of itself: styles print no number, publisher or address of one (btxdoc, section 3.1). */
function howPublished(work: Work): string | undefined {
  const { type, number, container, publisher, institution } = work;
  if (type === 'resolution') return mapped(number);
  if (types[type] !== 'misc' || type === 'misc') return undefined;
  const said =
    type === 'online' ? [...new Set([container, publisher])] : [work.kind, container, number, publisher ?? institution];
  return [...said.map(mapped), work.url && `\\url{${work.url}}`].filter(Boolean).join(', ');
}

const write = (work: Work): string => {
  const { type } = work;
  const title = markedTitleOf(work);
  const month = work.date && /^\d{4}-(\d{2})/.exec(work.date)?.[1];
  // Every style prints `note`, and some print `annote`; what only a reader of the file needs stands in `comment`, which none
  // of TeX Live's does.
  const comment = sayRemarks(
    [
      ...remarksOf(work, [
        ...(['others', 'series', 'chapter', 'kind', 'translator', 'pmid', 'pmcid'] as const),
        ...(type === 'inproceedings' ? (['type'] as const) : []),
        ...(work.eprint === undefined ? [] : (['eprint'] as const)),
      ]),
      ...(work.date && work.date.length > 7 ? [{ label: 'Date', text: work.date }] : []),
    ],
    work.note,
  );
  const kind = type === 'thesis' && work.kind === 'mathesis' ? 'mastersthesis' : types[type];
  return texEntry(kind, work.key, {
    author: texNames(work.author),
    editor: texNames(work.editor),
    // No field of BibTeX's own: Zotero, JabRef and Persian styles read it.
    translator: texNames(work.contributors?.translator),
    title: title && protectTitle(title),
    ...(type === 'incollection' || type === 'inproceedings' || type === 'inreference'
      ? { booktitle: work.container && protectTitle([work.container]) }
      : { journal: mapped(work.container) }),
    ...(type === 'thesis'
      ? { school: mapped(work.institution), type: thesisName(work).en }
      : { institution: mapped(work.institution), type: mapped(work.kind) }),
    howpublished: howPublished(work),
    publisher: mapped(work.publisher),
    address: mapped(work.location),
    series: mapped(work.series),
    volume: mapped(work.volume),
    number: mapped(work.number),
    chapter: mapped(work.chapter),
    pages: work.pages,
    year: yearOf(work),
    month: month ? monthMacros[Number(month) - 1] : undefined,
    edition: mapped(work.edition),
    doi: work.doi,
    isbn: work.isbn,
    issn: work.issn,
    eprint: work.eprint,
    archiveprefix: work.eprint && (work.eprintType ?? 'arxiv'),
    primaryclass: work.eprintClass,
    pmid: work.pmid,
    pmcid: work.pmcid,
    url: work.url,
    // No field of BibTeX's own: Zotero and citation-js read the tag from here.
    language: work.language === 'und' ? undefined : work.language,
    abstract: mapped(work.abstract && oneLine(work.abstract)),
    keywords: mapped(work.keywords?.join(', ')),
    note: [mapped(work.addendum), work.version && `Version ${mapped(work.version)}`].filter(Boolean).join('. '),
    comment: unprinted(comment),
  });
};

export const bibtex: WorksFormat = {
  name: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  lists: true,
  writeWorks: (works) => works.map(write).join('\n'),
};
