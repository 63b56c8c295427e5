/** The `ref-list` of JATS: each work cited as an `element-citation`. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { type ContributorRole, contributorsOf, roleLabels } from '../../bibliography/contributors.ts';
import { sortWorks } from '../../bibliography/references.ts';
import {
  type CitedWork,
  isBody,
  isStated,
  type Name,
  type Names,
  pageBounds,
  thesisName,
  type WorkType,
  wholeTitle,
} from '../../bibliography/work.ts';
import { worksOf } from '../../edition/mentions.ts';
import type { VersionOf } from '../../edition/model.ts';
import { wordsOf } from '../../locales/index.ts';
import { persianTag, textsOf } from '../../text/languages.ts';
import { langAttribute, romanised } from '../full-text.ts';

/** `ref-list`, in the order of the page's list. */
export function jatsReferences({ article, version }: VersionOf): Element | undefined {
  const works = sortWorks(worksOf(version), version.metadata.language);
  if (works.length === 0) return undefined;
  return x(
    'ref-list',
    {},
    x('title', wordsOf(article.language).works),
    works.map((work) => x('ref', { id: `ref-${work.key}` }, citation(work, article.language))),
  );
}

/** The suggested values of `publication-type`. */
const publicationTypes: Readonly<Record<WorkType, string>> = {
  article: 'journal',
  book: 'book',
  incollection: 'book',
  inproceedings: 'confproc',
  inreference: 'book',
  thesis: 'thesis',
  report: 'report',
  resolution: 'legal',
  legislation: 'legal',
  jurisdiction: 'legal',
  patent: 'patent',
  standard: 'standard',
  preprint: 'preprint',
  dataset: 'data',
  software: 'software',
  movie: 'video',
  interview: 'interview',
  online: 'web',
  misc: 'other',
};

/** The values of `person-group-type` for roles; the others are `custom`, by their names. */
const groupTypes: Readonly<Partial<Record<ContributorRole, string>>> = {
  translator: 'translator',
  compiler: 'compiler',
  director: 'director',
  holder: 'assignee',
};

function citation(work: CitedWork, around: string): Element {
  return x(
    'element-citation',
    {
      'publication-type': work.subtype === 'newspaper' ? 'newspaper' : publicationTypes[work.type],
      ...langAttribute(work.language, around),
    },
    persons('author', work, work.author, work.authorLatin ?? work.authorPersian),
    persons('editor', work, work.editor),
    contributorsOf(work).map(([role, names]) => persons(role, work, names)),
    titles(work),
    known('series', work.series),
    known('conf-name', work.eventTitle),
    known('publisher-name', work.institution ?? work.publisher),
    known('publisher-loc', work.location),
    known('edition', work.edition),
    known('version', work.version),
    dates(work),
    known('volume', work.volume),
    ...(['patent', 'standard'].includes(work.type)
      ? [known(work.type === 'patent' ? 'patent' : 'std', work.number)]
      : [known('issue', work.number)]),
    comment('chapter', work.chapter),
    pageElements(work),
    known('issn', work.issn),
    known('isbn', work.isbn),
    work.doi && x('pub-id', { 'pub-id-type': 'doi' }, work.doi),
    pubId(work.eprintType === undefined || work.eprintType === 'arxiv' ? 'arxiv' : 'archive', work.eprint),
    comment('eprint-class', work.eprintClass),
    pubId('pmid', work.pmid),
    pubId('pmcid', work.pmcid),
    pubId('custom', work.openalex, 'openalex'),
    pubId('custom', work.wikidata, 'wikidata'),
    work.url && x('uri', { 'xlink:href': work.url, 'xlink:title': wholeTitle(work) ?? work.key }, work.url),
    comment('genre', work.type === 'thesis' ? work.kind && thesisName(work).en : work.kind),
    comment('original-title', work.originalTitle),
    comment('original-date', work.originalDate),
    known('comment', work.addendum ?? work.note),
    (isStated(work) ? [] : textsOf(work.reason)).map(({ language, value }) =>
      x(
        'comment',
        { 'content-type': `identification-${work.identification}`, 'xml:lang': language },
        `${wordsOf(language).identification[work.identification]}: ${value}`,
      ),
    ),
  );
}

const pubId = (type: string, value: string | undefined, custom?: string): Element | undefined =>
  value === undefined ? undefined : x('pub-id', { 'pub-id-type': type, 'custom-type': custom }, value);

/** What has no element of its own, by its name. */
const comment = (type: string, text: string | undefined): Element | undefined =>
  text === undefined ? undefined : x('comment', { 'content-type': type }, text);

/** An element with a text, or nothing where the text is not known. */
const known = (name: string, text: string | undefined) => (text === undefined ? undefined : x(name, text));

/** `person-group`: names in both scripts where both are known. */
function persons(
  type: 'author' | 'editor' | ContributorRole,
  work: CitedWork,
  names?: Names,
  latin?: Names,
): Element | undefined {
  if (!names) return undefined;
  // A list in Latin script of another length does not say which name is which.
  const isParallel = latin?.list.length === names.list.length;
  return x(
    'person-group',
    type === 'author' || type === 'editor' || groupTypes[type]
      ? { 'person-group-type': type === 'author' || type === 'editor' ? type : groupTypes[type] }
      : { 'person-group-type': 'custom', 'custom-type': roleLabels[type] },
    names.list.map((name, index) => {
      const other = isParallel ? latin?.list[index] : undefined;
      const tag = other ? work.language : undefined;
      if (!other) return nameElement(name, tag);
      return x(isBody(name) ? 'collab-alternatives' : 'name-alternatives', [
        nameElement(name, tag),
        nameElement(other, work.authorLatin ? romanised(work.language) : persianTag),
      ]);
    }),
    names.others ? x('etal') : undefined,
  );
}

function nameElement(name: Name, tag: string | undefined): Element {
  if (isBody(name)) return x('collab', { 'xml:lang': tag }, name.literal);
  return x(
    'name',
    { 'name-style': 'western', 'xml:lang': tag },
    x('surname', name.family),
    name.given && x('given-names', name.given),
  );
}

/** The element of the title of a work that stands in another one, or on its own but is no `source`. */
const ownTitles: Readonly<Partial<Record<WorkType, string>>> = {
  ...{ article: 'article-title', online: 'article-title', misc: 'article-title', inproceedings: 'article-title' },
  ...{ preprint: 'article-title', interview: 'article-title', jurisdiction: 'article-title' },
  ...{ incollection: 'chapter-title', inreference: 'chapter-title', dataset: 'data-title' },
};

/** A work that stands in another has its own title and a `source`; one that stands alone is the `source`. */
function titles(work: CitedWork): (Element | undefined)[] {
  const { type, titleTranslated, container, containerTranslated } = work;
  const title = wholeTitle(work);
  const own = ownTitles[type] ?? 'source';
  const isPart = own !== 'source';
  const translated = (name: string, text: string | undefined) =>
    text === undefined ? undefined : x(name, { 'xml:lang': 'en' }, text);
  return [
    known(own, title),
    translated(isPart ? 'trans-title' : 'trans-source', titleTranslated),
    known('source', container),
    translated('trans-source', containerTranslated),
  ];
}

/** `year` as printed in the Solar Hijri calendar and in the Gregorian one; two Gregorian years are a `string-date`. */
function dates({ date, yearPrinted }: CitedWork): (Element | undefined)[] {
  const [year, month, day] = date?.split('-') ?? [];
  const isInterval = date?.includes('/');
  return [
    yearPrinted === undefined ? undefined : x('year', { calendar: 'Solar Hijri' }, yearPrinted),
    isInterval ? x('string-date', { calendar: 'Gregorian' }, date) : undefined,
    ...(year && !isInterval
      ? [
          day ? x('day', day) : undefined,
          month ? x('month', month) : undefined,
          x('year', { 'iso-8601-date': date, calendar: 'Gregorian' }, year),
        ]
      : []),
  ];
}

function pageElements(work: CitedWork): Element[] {
  const { first, last } = pageBounds(work);
  if (first === undefined) return [];
  if (work.pages?.includes(',')) return [x('page-range', first)];
  return [x('fpage', first), ...(last ? [x('lpage', last)] : [])];
}
