/** A work as a CSL item (CSL 1.0.2 variables), for formatting and for the export. */
import { sayDigits, toPersianDigits } from '../text/digits.ts';
import { hasPersianRules, type Localised, wordsLanguage } from '../text/languages.ts';
import { type ContributorRole, contributorsOf } from './contributors.ts';
import { oneMore } from './styles/others.ts';
import {
  eprintAddress,
  familyName,
  fullName,
  isBody,
  type Name,
  type Names,
  pageRange,
  remarksOf,
  sayEprint,
  thesisName,
  titlesOf,
  type Work,
  type WorkSubtype,
  type WorkType,
  wholeTitle,
} from './work.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly [variable: string]: unknown;
}

/** BibLaTeX's types and CSL's. */
const cslTypes: Readonly<Record<WorkType | WorkSubtype, string>> = {
  article: 'article-journal',
  magazine: 'article-magazine',
  newspaper: 'article-newspaper',
  book: 'book',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry-encyclopedia',
  thesis: 'thesis',
  report: 'report',
  // CSL has no resolution: a report whose genre says what it is.
  resolution: 'report',
  legislation: 'legislation',
  jurisdiction: 'legal_case',
  patent: 'patent',
  standard: 'standard',
  // CSL 1.0.2, appendix III: «a preprint, working paper, or similar work posted to a platform».
  preprint: 'article',
  dataset: 'dataset',
  software: 'software',
  movie: 'motion_picture',
  interview: 'interview',
  online: 'webpage',
  misc: 'document',
};

/** The variables of names that CSL has for a role (1.0.2, appendix IV). */
const cslRoles: Readonly<Partial<Record<ContributorRole, string>>> = {
  translator: 'translator',
  compiler: 'compiler',
  collaborator: 'contributor',
  organizer: 'organizer',
  bookauthor: 'container-author',
  serieseditor: 'collection-editor',
  director: 'director',
  interviewer: 'interviewer',
};

/** What an institution is to the works that it does not publish: a court, an office, a body that sets standards. */
const isAuthority = ({ type }: Work) =>
  type === 'jurisdiction' || type === 'legislation' || type === 'patent' || type === 'standard';

/** What CSL has of the archive that keeps a work: of a preprint its number and publisher, as APA 7 gives them (section 10.8). */
function eprintOf(work: Work): Record<string, unknown> {
  const said = sayEprint(work);
  if (said === undefined) return {};
  const [archive = '', id = ''] = said.split(/:(.*)/s);
  return work.type === 'preprint'
    ? {
        number: work.number ?? said,
        publisher: work.publisher ?? work.institution ?? archive,
        URL: work.url ?? (work.doi ? undefined : eprintAddress(work)),
      }
    : { archive, archive_location: id };
}

const cslName = (name: Name): CslName =>
  isBody(name)
    ? { literal: name.literal }
    : {
        family: name.family,
        ...(name.given ? { given: name.given } : {}),
        ...(name.suffix ? { suffix: name.suffix } : {}),
      };

const cslNames = (names: Names | undefined): CslName[] | undefined => names?.list.map(cslName);

/** `2019/2020` becomes a range; the parts that are not known are not there. */
export function cslDate(date: string | undefined): CslDate | undefined {
  return date === undefined ? undefined : { 'date-parts': date.split('/').map((one) => one.split('-').map(Number)) };
}

/** Takes away the variables that have no value. */
function known(item: Record<string, unknown>): CslItem {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined && value !== '')) as CslItem;
}

/**
 * The work in its own language and script. What CSL has no place for stands in `custom` (CSL-JSON schema: «information that
 * does not have a designated CSL JSON field»), which no processor reads; an English title too: `original-title` is that of the
 * work of which a translation was made.
 */
export function cslItem(work: Work): CslItem {
  const remarks = remarksOf(work, [
    ...(Object.keys(cslRoles) as ContributorRole[]),
    ...([
      'type',
      'subtype',
      'kind',
      'series',
      'eventTitle',
      'chapter',
      'originalTitle',
      'originalDate',
      'pmid',
      'pmcid',
    ] as const),
    ...(work.eprintClass === undefined ? (['eprint'] as const) : []),
  ]);
  return known({
    id: work.key,
    type: cslTypes[work.subtype ?? work.type],
    author: cslNames(work.author),
    editor: cslNames(work.editor),
    ...Object.fromEntries(
      contributorsOf(work).flatMap(([role, names]) => (cslRoles[role] ? [[cslRoles[role], cslNames(names)]] : [])),
    ),
    genre: work.type === 'resolution' ? resolutionNames.en : work.type === 'thesis' ? thesisName(work).en : work.kind,
    title: titlesOf(work).title,
    'container-title': work.container,
    'collection-title': work.series,
    'event-title': work.eventTitle,
    // A body that sets a standard publishes it too.
    publisher: isAuthority(work) && work.type !== 'standard' ? work.publisher : (work.publisher ?? work.institution),
    ...(work.institution && (work.publisher || isAuthority(work)) ? { authority: work.institution } : {}),
    'publisher-place': work.location,
    volume: work.volume,
    ...(work.type === 'article' || work.type === 'online' ? { issue: work.number } : { number: work.number }),
    'chapter-number': work.chapter,
    page: pageRange(work),
    issued: cslDate(work.date),
    edition: work.edition,
    version: work.version,
    'original-title': work.originalTitle,
    'original-date': cslDate(work.originalDate),
    DOI: work.doi,
    ISBN: work.isbn,
    ISSN: work.issn,
    PMID: work.pmid,
    PMCID: work.pmcid,
    URL: work.url,
    ...eprintOf(work),
    language: work.language === 'und' ? undefined : work.language,
    abstract: work.abstract,
    keyword: work.keywords?.join(', '),
    note: work.addendum ?? work.note,
    custom:
      remarks.length > 0
        ? Object.fromEntries(remarks.map(({ label, text }) => [label.toLowerCase().replaceAll(' ', '-'), text]))
        : undefined,
  });
}

/** An item for a style of ours, which prints book and conference: most proceedings are called after theirs, and then it is said once. */
export function conferenceOnce(item: CslItem): CslItem {
  const { 'event-title': conference, ...others } = item;
  return String(item['container-title'] ?? '').includes(String(conference)) ? (others as CslItem) : item;
}

/** «دیگران» as a last name, before which a Persian style puts its «و». A family name: citeproc sets a comma before a body. */
const persianOthers: CslName = { family: 'دیگران' };

/** An item for a style that joins names by commas alone: «، و دیگران» in the place of «و دیگران». */
export function joinedByCommas(item: CslItem): CslItem {
  const authors = Array.isArray(item['author']) ? item['author'] : [];
  return authors.at(-1) === persianOthers
    ? { ...item, author: [...authors.slice(0, -1), { literal: `و ${persianOthers.family}` }] }
    : item;
}

/** The work as a list prints it: what data formats hold elsewhere is said, what belongs to data only is left out. */
export function printedItem(work: Work): CslItem {
  const item = hasPersianRules(work.language) ? persianItem(work) : cslItem(work);
  // CSL has no variable for it: a Persian style prints it as a last name, the others abbreviate (styles/others.ts).
  const others = work.author?.others ? [hasPersianRules(work.language) ? persianOthers : oneMore] : [];
  // A body that publishes its own work, or has a site of its name, is named once (APA 7, section 9.24).
  const isItsOwnPublisher =
    work.author?.list.every((name) => fullName(name) === item['publisher']) ||
    (work.type === 'online' && item['publisher'] === item['container-title']);
  return known({
    ...item,
    author: [...((item['author'] as CslName[] | undefined) ?? []), ...others],
    ...(isItsOwnPublisher ? { publisher: undefined } : {}),
    note: hasPersianRules(work.language) ? item['note'] : work.addendum,
    custom: undefined,
    abstract: undefined,
  });
}

/** Whether a number is in the digits of its language: what has Latin letters in it is a sign of somebody else's, A/RES/3314, arXiv:2201.00001, e12. */
const isOwnNumber = (value: unknown): value is string => typeof value === 'string' && !/[A-Za-z]/.test(value);

const resolutionNames: Localised = { fa: 'قطعنامه', en: 'Resolution', ar: 'قرار' };

/** The same for a list in a language that has digits of its own; those of a DOI or an address stay. */
export function itemInDigits(work: Work): CslItem {
  const item = printedItem(work);
  const own = (value: unknown) => (isOwnNumber(value) ? sayDigits(value, work.language) : value);
  const numbers = ['edition', 'chapter-number', 'version', 'volume', 'issue', 'number', 'page'].map(
    (name) => [name, own(item[name])] as const,
  );
  const year = work.date?.replace(/-\d\d/g, '').replace('/', '–');
  const said = wordsLanguage(work.language);
  const genre =
    work.type === 'thesis'
      ? thesisName(work)[said]
      : work.type === 'resolution'
        ? resolutionNames[said]
        : item['genre'];
  return known({
    ...item,
    ...Object.fromEntries(numbers),
    genre,
    ...(year === undefined ? {} : { issued: { literal: sayDigits(year, work.language) } }),
  });
}

/** The same for a style that sets titles of books in sentence capitals, where the data have these. */
export function sentenceItem(work: Work): CslItem {
  const { titleSentence, containerSentence } = work;
  return {
    ...printedItem(work),
    ...(titleSentence === undefined ? {} : { title: titleSentence }),
    ...(containerSentence === undefined ? {} : { 'container-title': containerSentence }),
  };
}

/** What Persian references say of the people for whom CSL has no variable. */
const persianRoles: Readonly<Partial<Record<ContributorRole, string>>> = {
  redactor: 'تصحیح',
  annotator: 'با حواشی',
  commentator: 'با شرح',
  introduction: 'با مقدمۀ',
  foreword: 'با پیش‌گفتار',
  afterword: 'با پس‌گفتار',
};

const persianParts = (work: Work): string[] =>
  contributorsOf(work).flatMap(([role, { list, others }]) =>
    persianRoles[role]
      ? [`${persianRoles[role]} ${[...list.map(fullName), ...(others ? ['دیگران'] : [])].join(' و ')}`]
      : [],
  );

/**
 * The work as a Persian reference prints it: Persian digits, the Solar Hijri year where the work has one. The digits of a DOI
 * or an address stay.
 */
function persianItem(work: Work): CslItem {
  const item = cslItem(work);
  const persian = (value: unknown) => (isOwnNumber(value) ? toPersianDigits(value) : value);
  const names = work.author?.list ?? [];
  // Family names alone would read as the parts of one name.
  const familiesOnly = names.length > 1 && names.every((name) => 'family' in name && !name.given);
  const year = work.yearPrinted ?? work.date?.slice(0, 4);
  const title = item['title'];
  return known({
    ...item,
    // An English title keeps its direction: references.ts makes markup of the isolate.
    note: [...persianParts(work), work.addendum].filter(Boolean).join('، ') || undefined,
    title: wholeTitle(work) ?? (title && `\u2066${title}\u2069`),
    ...(familiesOnly ? { author: [{ literal: names.map(familyName).join(' و ') }] } : {}),
    ...(work.type === 'thesis' ? { genre: thesisName(work).fa } : {}),
    ...(work.type === 'resolution' ? { genre: resolutionNames.fa } : {}),
    ...(work.originalTitle ? { 'original-title': `\u2068${work.originalTitle}\u2069` } : {}),
    edition: persian(item['edition']),
    'chapter-number': persian(item['chapter-number']),
    version: persian(item['version']),
    volume: persian(item['volume']),
    issue: persian(item['issue']),
    number: persian(item['number']),
    page: persian(item['page']),
    issued: { literal: year ? toPersianDigits(year) : 'بی‌تا' },
  });
}
