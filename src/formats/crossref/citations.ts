/** A cited work in a deposit to Crossref: in its parts, and as the list of works has it. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import {
  isBody,
  pageBounds,
  type Work,
  type WorkSubtype,
  type WorkType,
  wholeTitle,
  yearOf,
} from '../../bibliography/work.ts';

/** `type` of a citation (common5.5.0.xsd, citation_key.atts). */
const types: Readonly<Record<WorkType | WorkSubtype, string>> = {
  article: 'journal_article',
  magazine: 'other',
  newspaper: 'other',
  book: 'book',
  incollection: 'book_chapter',
  inproceedings: 'conference_paper',
  inreference: 'book_chapter',
  thesis: 'dissertation',
  report: 'report',
  resolution: 'other',
  legislation: 'other',
  jurisdiction: 'other',
  patent: 'patent',
  standard: 'standard',
  preprint: 'preprint',
  dataset: 'dataset',
  software: 'software',
  movie: 'other',
  interview: 'other',
  online: 'web_resource',
  misc: 'other',
};

/** Works that have a title of their own within another one, or none around them that Crossref has a place for. */
const isBook = ({ type }: Work) => ['book', 'thesis', 'report', 'standard', 'patent'].includes(type);

/** The most characters that an element takes. */
const limits: Readonly<Record<string, number>> = {
  volume: 32,
  issue: 32,
  first_page: 32,
  edition_number: 15,
  component_number: 50,
};

/** An element with a text, or nothing where none is known or it is longer than the schema takes: the whole reference has it. */
const known = (name: string, text: string | undefined): Element | undefined =>
  text !== undefined && text !== '' && [...text].length <= (limits[name] ?? Number.POSITIVE_INFINITY)
    ? x(name, text)
    : undefined;

/**
 * `citation` (citation_t). Years are Gregorian: another calendar has no place, and stands in the reference.
 *
 * @param reference as the list of works has it
 * @param isSure whether it is that work; a candidate is given in words alone, so that nobody takes its parts for a match
 */
export function citation(work: Work, reference: string | undefined, isSure: boolean): Element {
  const whole = x('unstructured_citation', reference ?? work.key);
  if (!isSure) return x('citation', { key: work.key }, whole);
  const title = wholeTitle(work) ?? work.titleTranslated;
  const [first] = work.author?.list ?? work.editor?.list ?? [];
  const inJournal = work.type === 'article';
  return x(
    'citation',
    { key: work.key, type: types[work.subtype ?? work.type] },
    known('issn', work.issn),
    known('journal_title', inJournal ? work.container : undefined),
    known('author', first && (isBody(first) ? first.literal : first.family)),
    known('volume', work.volume),
    known('issue', inJournal ? work.number : undefined),
    known('first_page', pageBounds(work).first),
    known('cYear', yearOf(work)),
    known('doi', work.doi),
    known('isbn', work.isbn),
    known('series_title', work.series),
    known('volume_title', isBook(work) ? title : inJournal ? undefined : work.container),
    known('edition_number', work.edition),
    known('component_number', work.chapter),
    known('article_title', isBook(work) ? undefined : title),
    whole,
  );
}
