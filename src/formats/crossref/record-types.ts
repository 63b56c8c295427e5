/**
 * As what Crossref takes an article: an article of a journal, a chapter of a book, a paper of a conference, a dissertation, a report, or posted
 * content (https://www.crossref.org/documentation/schema-library/markup-guide-record-types/).
 *
 * What a journal or a book published before is posted content of the type `other`: its publisher alone may register it there, and
 * it has its own record. Crossref's guide to posted content is the one for what is posted on a platform that keeps it, in
 * versions that have each a DOI; and of its types only `other` does not say that the text precedes the version of record. So
 * is a preprint, which precedes it, and what stands nowhere else. And so is what lacks a fact that its type cannot do without
 * (crossref5.5.0.xsd): an article of a journal that has no ISSN, which Crossref could not tell from another; a chapter or a paper
 * without the ISBN or the year of its book; a paper of a conference that is not named; a thesis whose degree was given on no day that is sure.
 */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { type CrossrefType, termsOf } from '../../edition/article-types.ts';
import { sayDegree, sayYear } from '../../edition/describe.ts';
import {
  type Article,
  type ArticleEvent,
  type Book,
  type Conference,
  type Edition,
  issnOf,
  type Journal,
  placementOf,
  type Thesis,
} from '../../edition/model.ts';
import { unhandled } from '../../exhaustive.ts';
import { baseOf, formIn, textIn } from '../../text/languages.ts';

/** A book of which all is known that Crossref asks of one. */
interface KnownBook {
  readonly book: Book;
  readonly isbn: string;
  readonly year: string;
}

/** What an article is published in, as its type asks. */
export type Publication =
  | { readonly type: 'journal'; readonly journal: Journal }
  | ({ readonly type: 'book' } & KnownBook)
  | ({ readonly type: 'conference'; readonly conference: Conference } & KnownBook)
  | { readonly type: 'dissertation'; readonly thesis: Thesis; readonly approved: string }
  | { readonly type: 'report-paper' }
  | { readonly type: 'posted_content' };

/** When something happened: a year, a month or a day that is sure. */
function surelyOn({ dates }: Article, event: ArticleEvent): string | undefined {
  const date = dates.find((one) => one.event === event && one.certainty !== 'uncertain')?.gregorian;
  return date !== undefined && /^\d{4}(-\d\d){0,2}$/.test(date) ? date : undefined;
}

/** The year of the volume, where it is one year of the Gregorian calendar. */
function yearOf(article: Article): string | undefined {
  const { year } = placementOf(article);
  const said = year && year.certainty !== 'uncertain' ? sayYear(year.value) : undefined;
  return said !== undefined && /^\d{4}$/.test(said) ? said : undefined;
}

function bookOf(article: Article): KnownBook | undefined {
  const { book } = article;
  const year = yearOf(article);
  return book?.isbn === undefined || year === undefined ? undefined : { book, isbn: book.isbn, year };
}

const publications: Readonly<Record<CrossrefType, (article: Article) => Publication | undefined>> = {
  journal_article: ({ journal }) =>
    journal && issnOf(journal) !== undefined ? { type: 'journal', journal } : undefined,
  content_item: (article) => {
    const book = bookOf(article);
    return book && { type: 'book', ...book };
  },
  conference_paper: (article) => {
    const book = bookOf(article);
    return book && article.conference && { type: 'conference', conference: article.conference, ...book };
  },
  dissertation: (article) => {
    const approved = surelyOn(article, 'defended');
    return article.thesis && approved !== undefined
      ? { type: 'dissertation', thesis: article.thesis, approved }
      : undefined;
  },
  'report-paper': () => ({ type: 'report-paper' }),
  posted_content: () => undefined,
};

/** What an article is published in: of one that was published before, and of one of which too little is known, nothing. */
export const publicationOf = (article: Article): Publication =>
  (article.record ? undefined : publications[termsOf(article).crossref.type](article)) ?? { type: 'posted_content' };

/** What is said of an article whatever its type. */
export interface Parts {
  readonly edition: Edition;
  readonly article: Article;
  /** The day on which it was published, `YYYY-MM-DD`. */
  readonly published: string;
  readonly contributors: Element;
  readonly titles: Element;
  readonly abstracts: readonly Element[];
  /** That it was withdrawn, for which posted content alone has a place; of the others the relation to the notice says so. */
  readonly status: readonly Element[];
  /** From `fr:program` to `citation_list`: the schema has them in one order in every type. */
  readonly rest: readonly (Element | undefined)[];
}

/** A date of the schema's `date_t`. */
function dateElement(name: string, date: string, medium: 'online' | 'print' | 'other'): Element {
  const [year, month, day] = date.split('-');
  return x(name, { media_type: medium }, month && x('month', month), day && x('day', day), x('year', year));
}

/** `acceptance_date`, where the edition is the publication: a day that is sure. */
function acceptanceDate(article: Article): Element | undefined {
  const accepted = article.record ? undefined : surelyOn(article, 'accepted');
  return accepted?.length === 10 ? dateElement('acceptance_date', accepted, 'online') : undefined;
}

/** `publication_date`: the day of the version, and of the printed one where that is sure. */
function publicationDates({ article, published }: Parts): Element[] {
  const print = surelyOn(article, 'print');
  return [
    dateElement('publication_date', published, 'online'),
    ...(print ? [dateElement('publication_date', print, 'print')] : []),
  ];
}

/** `pages`, or the number that the article has instead. */
function place(article: Article): Element | undefined {
  const { pages, articleNumber } = placementOf(article);
  if (pages) return x('pages', {}, x('first_page', pages.value.first), x('last_page', pages.value.last));
  return (
    articleNumber &&
    x('publisher_item', {}, x('item_number', { item_number_type: 'article_number' }, articleNumber.value))
  );
}

const publisherNamed = (name: string): Element => x('publisher', {}, x('publisher_name', name));

/** The names of the holder of an article in its language, then in Latin letters. */
const namesIn = (forms: Journal['name'], language: string): string[] => [
  ...new Set([formIn(forms, language), forms.en]),
];

/** What a chapter, a paper and an article of a journal have behind their contributors and titles. */
const within = (parts: Parts): (Element | undefined)[] => [
  ...parts.abstracts,
  ...publicationDates(parts),
  acceptanceDate(parts.article),
  place(parts.article),
  ...parts.rest,
];

function inJournal(journal: Journal, parts: Parts): Element {
  const { article } = parts;
  const { issn, abbreviation } = journal;
  const { volume, issue, specialIssue } = placementOf(article);
  const year = yearOf(article);
  // The schema has two media; an ISSN of which neither is said is that of this edition, on the web.
  const media = [
    ['electronic', issn?.electronic ?? issn?.any ?? (issn?.print ? undefined : issn?.linking)],
    ['print', issn?.print],
  ] as const;
  return x(
    'journal',
    {},
    x(
      'journal_metadata',
      {},
      namesIn(journal.name, article.language).map((name) => x('full_title', name)),
      abbreviation && x('abbrev_title', abbreviation),
      media.map(([medium, number]) => number && x('issn', { media_type: medium }, number)),
    ),
    // The schema has no volume without a date.
    year &&
      x(
        'journal_issue',
        {},
        specialIssue && x('titles', {}, x('title', specialIssue.value)),
        dateElement('publication_date', year, 'online'),
        volume && x('journal_volume', {}, x('volume', volume.value)),
        issue && x('issue', issue.value),
      ),
    x('journal_article', { language: baseOf(article.language) }, parts.titles, parts.contributors, within(parts)),
  );
}

const inBook = ({ book, isbn, year }: KnownBook, parts: Parts): Element =>
  x(
    'book',
    // Whether it has one author, or editors, is not known.
    { book_type: 'other' },
    x(
      'book_metadata',
      {},
      x('titles', {}, x('title', formIn(book.name, parts.article.language))),
      dateElement('publication_date', year, 'other'),
      x('isbn', isbn),
      publisherNamed(book.publisher.en),
    ),
    x(
      'content_item',
      { component_type: 'chapter', language: baseOf(parts.article.language) },
      parts.contributors,
      parts.titles,
      within(parts),
    ),
  );

/** `conference_date`, by its parts. */
function conferenceDate({ start, end = start }: Conference): Element | undefined {
  if (start === undefined || end === undefined) return undefined;
  const dated = (side: string, date: string) => {
    const [year, month, day] = date.split('-');
    return { [`${side}_year`]: year, [`${side}_month`]: month, [`${side}_day`]: day };
  };
  return x('conference_date', { ...dated('start', start), ...dated('end', end) });
}

const atConference = (conference: Conference, { book, isbn, year }: KnownBook, parts: Parts): Element =>
  x(
    'conference',
    {},
    x(
      'event_metadata',
      {},
      x('conference_name', conference.name.en),
      conference.place && x('conference_location', conference.place.en),
      conferenceDate(conference),
    ),
    x(
      'proceedings_metadata',
      {},
      x('proceedings_title', formIn(book.name, parts.article.language)),
      publisherNamed(book.publisher.en),
      dateElement('publication_date', year, 'other'),
      x('isbn', isbn),
    ),
    x(
      'conference_paper',
      { language: baseOf(parts.article.language) },
      parts.contributors,
      parts.titles,
      within(parts),
    ),
  );

const dissertation = (thesis: Thesis, approved: string, parts: Parts): Element =>
  x(
    'dissertation',
    { language: baseOf(parts.article.language) },
    parts.contributors,
    parts.titles,
    ...parts.abstracts,
    dateElement('approval_date', approved, 'other'),
    x('institution', {}, x('institution_name', thesis.institution.en)),
    x('degree', sayDegree(thesis).en),
    ...parts.rest,
  );

const report = (parts: Parts): Element =>
  x(
    'report-paper',
    {},
    x(
      'report-paper_metadata',
      { language: baseOf(parts.article.language) },
      parts.contributors,
      parts.titles,
      ...parts.abstracts,
      publicationDates(parts),
      publisherNamed(textIn(parts.edition.publisher, 'en').value),
      ...parts.rest,
    ),
  );

/** What is posted: of an article that a journal published before, `other`; else what the article is. */
function posted(parts: Parts): Element {
  const { article, published } = parts;
  return x(
    'posted_content',
    {
      type: article.record ? 'other' : termsOf(article).crossref.posted,
      language: baseOf(article.language),
    },
    parts.contributors,
    parts.titles,
    dateElement('posted_date', published, 'online'),
    acceptanceDate(article),
    ...parts.status,
    article.thesis && x('institution', {}, x('institution_name', article.thesis.institution.en)),
    ...parts.abstracts,
    ...parts.rest,
  );
}

/** The record of an article, by the element of its type. */
export function recordOf(parts: Parts): Element {
  const publication = publicationOf(parts.article);
  switch (publication.type) {
    case 'journal':
      return inJournal(publication.journal, parts);
    case 'book':
      return inBook(publication, parts);
    case 'conference':
      return atConference(publication.conference, publication, parts);
    case 'dissertation':
      return dissertation(publication.thesis, publication.approved, parts);
    case 'report-paper':
      return report(parts);
    case 'posted_content':
      return posted(parts);
    default:
      return unhandled(publication);
  }
}
