/** A work as a CSL item (CSL 1.0.2 variables), for formatting and for the export. */
import { toPersianDigits } from '../text/digits.ts';
import { oneMore } from './styles/others.ts';
import {
  fullName,
  type Name,
  type Names,
  pageRange,
  remarksOf,
  titlesOf,
  type Work,
  type WorkSubtype,
  type WorkType,
} from './work.ts';

export interface CslName {
  readonly family?: string;
  readonly given?: string;
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
  book: 'book',
  incollection: 'chapter',
  thesis: 'thesis',
  report: 'report',
  // CSL has no resolution: a report whose genre says what it is.
  resolution: 'report',
  online: 'webpage',
  misc: 'document',
};

const cslName = (name: Name): CslName =>
  'literal' in name ? { literal: name.literal } : { family: name.family, ...(name.given ? { given: name.given } : {}) };

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
  const remarks = remarksOf(work, ['subtype']);
  return known({
    id: work.key,
    type: cslTypes[work.subtype ?? work.type],
    author: cslNames(work.author),
    editor: cslNames(work.editor),
    genre: work.type === 'resolution' ? 'Resolution' : work.type === 'thesis' ? 'Thesis' : undefined,
    title: titlesOf(work).title,
    'container-title': work.container,
    publisher: work.publisher ?? work.institution,
    ...(work.publisher && work.institution ? { authority: work.institution } : {}),
    'publisher-place': work.location,
    volume: work.volume,
    ...(work.type === 'article' || work.type === 'online' ? { issue: work.number } : { number: work.number }),
    page: pageRange(work),
    issued: cslDate(work.date),
    edition: work.edition,
    version: work.version,
    DOI: work.doi,
    ISBN: work.isbn,
    ISSN: work.issn,
    URL: work.url,
    language: work.language === 'und' ? undefined : work.language,
    abstract: work.abstract,
    keyword: work.keywords?.join(', '),
    note: work.note,
    custom:
      remarks.length > 0
        ? Object.fromEntries(remarks.map(({ label, text }) => [label.toLowerCase().replaceAll(' ', '-'), text]))
        : undefined,
  });
}

/** The work as a list prints it: what data formats hold elsewhere is said, what belongs to data only is left out. */
export function printedItem(work: Work): CslItem {
  const item = work.language === 'fa' ? persianItem(work) : cslItem(work);
  // CSL has no variable for it: a Persian style prints it as a last name, the others abbreviate (styles/others.ts).
  const others = work.author?.others ? [work.language === 'fa' ? { literal: 'و دیگران' } : oneMore] : [];
  // A body that publishes its own work is named once (APA 7, section 9.24).
  const isItsOwnPublisher = work.author?.list.every((name) => fullName(name) === item['publisher']);
  return known({
    ...item,
    author: [...((item['author'] as CslName[] | undefined) ?? []), ...others],
    ...(isItsOwnPublisher ? { publisher: undefined } : {}),
    note: undefined,
    custom: undefined,
    version: undefined,
    abstract: undefined,
  });
}

/**
 * The work as a Persian reference prints it: Persian digits, the Solar Hijri year where the work has one. The digits of a DOI
 * or an address stay.
 */
function persianItem(work: Work): CslItem {
  const item = cslItem(work);
  const persian = (value: unknown) => (typeof value === 'string' ? toPersianDigits(value) : value);
  const names = work.author?.list ?? [];
  // Family names alone would read as the parts of one name.
  const familiesOnly = names.length > 1 && names.every((name) => 'family' in name && !name.given);
  const year = work.yearPrinted ?? work.date?.slice(0, 4);
  const title = item['title'];
  return known({
    ...item,
    // An English title keeps its direction: references.ts makes markup of the isolate.
    title: work.title ?? (title && `\u2066${title}\u2069`),
    ...(familiesOnly
      ? { author: [{ literal: names.map((name) => ('family' in name ? name.family : name.literal)).join(' و ') }] }
      : {}),
    volume: persian(item['volume']),
    issue: persian(item['issue']),
    number: persian(item['number']),
    page: persian(item['page']),
    issued: { literal: year ? toPersianDigits(year) : 'بی‌تا' },
  });
}
