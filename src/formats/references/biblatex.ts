import { type ContributorRole, contributorsOf } from '../../bibliography/contributors.ts';
import { markedTitleOf, remarksOf, sayRemarks, titlesOf, type Work } from '../../bibliography/work.ts';
import { isLatinScript } from '../../text/languages.ts';
import { oneLine } from '../../text/one-line.ts';
import { isLatin } from '../../text/runs.ts';
import { babel, mapped, markedTex, protectTitle, texEntry, texNames, unprinted } from './tex.ts';
import type { WorksFormat } from './works-format.ts';

/** The entry types of the biblatex manual, section 2.1. */
const types: Readonly<Record<Work['type'], string>> = {
  article: 'article',
  book: 'book',
  incollection: 'incollection',
  inproceedings: 'inproceedings',
  inreference: 'inreference',
  thesis: 'thesis',
  report: 'report',
  resolution: 'report',
  legislation: 'legislation',
  jurisdiction: 'jurisdiction',
  patent: 'patent',
  standard: 'standard',
  preprint: 'online',
  dataset: 'dataset',
  software: 'software',
  movie: 'movie',
  interview: 'misc',
  online: 'online',
  misc: 'misc',
};

/** One entry of a field that is a list (section 2.2.1): an « and » within it would make two of it. */
const whole = (text: string | undefined): string | undefined =>
  text?.includes(' and ') ? `{${mapped(text)}}` : mapped(text);

/** The roles that have a field of their own (section 2.2.2). */
const ownFields: readonly ContributorRole[] = [
  ...(['translator', 'annotator', 'commentator', 'introduction', 'foreword', 'afterword', 'bookauthor'] as const),
  'holder',
];
/** The roles of editors (section 2.3.6), and the fields that are there for three of them. */
const editorRoles: readonly ContributorRole[] = ['compiler', 'redactor', 'collaborator', 'organizer'];
const editorFields = ['editora', 'editorb', 'editorc'] as const;

/** The contributors of a work in fields, and the roles that these hold. */
function contributorFields(work: Work): {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly held: readonly ContributorRole[];
} {
  const all = contributorsOf(work);
  const own = all.filter(([role]) => ownFields.includes(role));
  const editors = all.filter(([role]) => editorRoles.includes(role)).slice(0, editorFields.length);
  return {
    fields: Object.fromEntries([
      ...own.map(([role, names]) => [role, texNames(names)]),
      ...editors.flatMap(([role, names], index) => [
        [editorFields[index], texNames(names)],
        [`${editorFields[index]}type`, role],
      ]),
    ]),
    held: [...own, ...editors].map(([role]) => role),
  };
}

const write = (work: Work): string => {
  const { type } = work;
  const { translated } = titlesOf(work);
  // A subtitle has a field of its own here.
  const marked = work.title !== undefined && work.markedTitle === undefined ? [work.title] : markedTitleOf(work);
  const title = work.title ?? titlesOf(work).title;
  const contributors = contributorFields(work);
  // PubMed is an archive like others (section 3.14.7), and an entry has one.
  const archived =
    work.eprint === undefined && work.pmid !== undefined
      ? { eprint: work.pmid, eprinttype: 'pubmed' }
      : {
          eprint: work.eprint,
          eprinttype: work.eprint && (work.eprintType ?? 'arxiv'),
          eprintclass: work.eprintClass,
        };
  const isOnline = types[type] === 'online';
  // `note` and `addendum` are printed, `annotation` and `usera` to `userf` by some styles. `verbb` is a custom field (section
  // 2.2.4) that no style of TeX Live reads.
  const remarks = sayRemarks(
    remarksOf(work, [
      ...(['others', 'titleTranslated', 'series', 'eventTitle', 'chapter', 'kind', 'eprint'] as const),
      ...(archived.eprinttype === 'pubmed' ? (['pmid'] as const) : []),
      ...(['originalTitle', 'originalDate'] as const),
      ...(type === 'preprint' || type === 'interview' ? [] : (['type'] as const)),
      ...contributors.held,
    ]),
    work.note,
  );
  return texEntry(types[type], work.key, {
    author: texNames(work.author),
    editor: texNames(work.editor),
    ...contributors.fields,
    title: marked && protectTitle(marked),
    subtitle: work.subtitle && protectTitle([work.subtitle]),
    titleaddon: translated && markedTex(work.markedTranslated ?? [translated]),
    ...(type === 'incollection' || type === 'inproceedings' || type === 'inreference'
      ? { booktitle: work.container && protectTitle([work.container]) }
      : isOnline
        ? { organization: whole([...new Set([work.container, work.publisher])].filter(Boolean).join(', ')) }
        : { journaltitle: mapped(work.container) }),
    ...(type === 'thesis' || type === 'report' || type === 'resolution'
      ? {
          type:
            type === 'resolution'
              ? 'Resolution'
              : type === 'thesis'
                ? (work.kind ?? 'Thesis')
                : (mapped(work.kind) ?? 'Report'),
        }
      : { type: mapped(work.kind) }),
    institution: whole(work.institution),
    // An @online has an organization instead (biblatex manual, section 2.1.1).
    publisher: isOnline ? undefined : whole(work.publisher),
    location: whole(work.location),
    series: mapped(work.series),
    eventtitle: mapped(work.eventTitle),
    volume: mapped(work.volume),
    number: mapped(work.number),
    chapter: mapped(work.chapter),
    pages: work.pages,
    date: work.date,
    edition: mapped(work.edition),
    version: mapped(work.version),
    origtitle: mapped(work.originalTitle),
    origdate: work.originalDate,
    doi: work.doi,
    isbn: work.isbn,
    issn: work.issn,
    ...archived,
    url: work.url,
    // For hyphenation. `language` would be printed (section 2.2.2), and so would `entrysubtype` by some styles.
    // A Persian work may be described in Latin script.
    langid: babel[title && !isLatinScript(work.language) && isLatin(title) ? 'en' : work.language],
    abstract: mapped(work.abstract && oneLine(work.abstract)),
    keywords: mapped(work.keywords?.join(', ')),
    addendum: mapped(work.addendum),
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
