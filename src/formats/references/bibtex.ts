import { monthMacros } from '../../bibliography/bib-fields.ts';
import { remarksOf, sayRemarks, titlesOf, type Work, yearOf } from '../../bibliography/work.ts';
import { oneLine } from '../../text/one-line.ts';
import { mapped, protectTitle, texEntry, texNames, unprinted } from './tex.ts';
import type { WorksFormat } from './works-format.ts';

/** Patashnik's types of 1988 (btxdoc, section 3.1), which every style knows. */
const types: Readonly<Record<Work['type'], string>> = {
  article: 'article',
  book: 'book',
  incollection: 'incollection',
  // `type` says what it is: the degree is not known.
  thesis: 'phdthesis',
  report: 'techreport',
  resolution: 'misc',
  online: 'misc',
  misc: 'misc',
};

const write = (work: Work): string => {
  const { type } = work;
  const { title } = titlesOf(work);
  const month = work.date && /^\d{4}-(\d{2})/.exec(work.date)?.[1];
  // Every style prints `note`, and some print `annote`; what only a reader of the file needs stands in `comment`, which none
  // of TeX Live's does.
  const comment = sayRemarks(
    [
      ...remarksOf(work, ['others']),
      ...(work.date && work.date.length > 7 ? [{ label: 'Date', text: work.date }] : []),
    ],
    work.note,
  );
  return texEntry(types[type], work.key, {
    author: texNames(work.author),
    editor: texNames(work.editor),
    title: title && protectTitle(title),
    ...(type === 'incollection'
      ? { booktitle: work.container && protectTitle(work.container) }
      : { journal: mapped(work.container) }),
    ...(type === 'thesis'
      ? { school: mapped(work.institution), type: 'Thesis' }
      : { institution: mapped(work.institution) }),
    howpublished:
      type === 'resolution'
        ? mapped(work.number)
        : type === 'online'
          ? [mapped(work.container), mapped(work.publisher), work.url && `\\url{${work.url}}`]
              .filter(Boolean)
              .join(', ')
          : undefined,
    publisher: mapped(work.publisher),
    address: mapped(work.location),
    volume: mapped(work.volume),
    number: mapped(work.number),
    pages: work.pages,
    year: yearOf(work),
    month: month ? monthMacros[Number(month) - 1] : undefined,
    edition: mapped(work.edition),
    doi: work.doi,
    isbn: work.isbn,
    issn: work.issn,
    url: work.url,
    // No field of BibTeX's own: Zotero and citation-js read the tag from here.
    language: work.language === 'und' ? undefined : work.language,
    abstract: mapped(work.abstract && oneLine(work.abstract)),
    keywords: mapped(work.keywords?.join(', ')),
    note: work.version && `Version ${mapped(work.version)}`,
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
