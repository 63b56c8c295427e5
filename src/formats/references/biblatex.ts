import { remarksOf, sayRemarks, titlesOf, type Work } from '../../bibliography/work.ts';
import { oneLine } from '../../text/one-line.ts';
import { babel, mapped, protectTitle, texEntry, texNames, unprinted } from './tex.ts';
import type { WorksFormat } from './works-format.ts';

/** The entry types of the biblatex manual, section 2.1. */
const types: Readonly<Record<Work['type'], string>> = {
  article: 'article',
  book: 'book',
  incollection: 'incollection',
  thesis: 'thesis',
  report: 'report',
  resolution: 'report',
  online: 'online',
  misc: 'misc',
};

/** One entry of a field that is a list (section 2.2.1): an « and » within it would make two of it. */
const whole = (text: string | undefined): string | undefined =>
  text?.includes(' and ') ? `{${mapped(text)}}` : mapped(text);

const write = (work: Work): string => {
  const { type } = work;
  const { title, translated } = titlesOf(work);
  // `note` and `addendum` are printed, `annotation` and `usera` to `userf` by some styles. `verbb` is a custom field (section
  // 2.2.4) that no style of TeX Live reads.
  const remarks = sayRemarks(remarksOf(work, ['others', 'titleTranslated']), work.note);
  return texEntry(types[type], work.key, {
    author: texNames(work.author),
    editor: texNames(work.editor),
    title: title && protectTitle(title),
    titleaddon: mapped(translated),
    ...(type === 'incollection'
      ? { booktitle: work.container && protectTitle(work.container) }
      : type === 'online'
        ? { organization: whole([work.container, work.publisher].filter(Boolean).join(', ')) }
        : { journaltitle: mapped(work.container) }),
    ...(type === 'thesis' || type === 'report' || type === 'resolution'
      ? { type: type === 'resolution' ? 'Resolution' : type === 'thesis' ? 'Thesis' : 'Report' }
      : {}),
    institution: whole(work.institution),
    // An @online has an organization instead (biblatex manual, section 2.1.1).
    publisher: type === 'online' ? undefined : whole(work.publisher),
    location: whole(work.location),
    volume: mapped(work.volume),
    number: mapped(work.number),
    pages: work.pages,
    date: work.date,
    edition: mapped(work.edition),
    version: mapped(work.version),
    doi: work.doi,
    isbn: work.isbn,
    issn: work.issn,
    url: work.url,
    // For hyphenation. `language` would be printed (section 2.2.2), and so would `entrysubtype` by some styles.
    langid: babel[work.language],
    abstract: mapped(work.abstract && oneLine(work.abstract)),
    keywords: mapped(work.keywords?.join(', ')),
    verbb: unprinted(remarks),
  });
};

export const biblatex: WorksFormat = {
  name: 'BibLaTeX',
  extension: 'biblatex.bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  lists: true,
  writeWorks: (works) => works.map(write).join('\n'),
};
