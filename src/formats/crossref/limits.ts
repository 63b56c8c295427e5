/** What Crossref's schema takes as the text of a field (crossref5.5.0.xsd, common5.5.0.xsd), and where a text comes from. */
import { isBody } from '../../bibliography/work.ts';
import { articleDoi, type Doi, doiOf } from '../../edition/doi.ts';
import { type Agent, type Book, type Creator, type Edition, placementOf, type Subject } from '../../edition/model.ts';
import { unhandled } from '../../exhaustive.ts';
import { type Forms, formsOf, inOrder, textIn } from '../../text/languages.ts';
import type { Refused } from '../format.ts';
import { publicationOf } from './record-types.ts';

/** `surname` and `given_name`: no two numbers, and nothing but a last word may be before a question mark. */
const namePattern = /^[^\p{Nd}?]*[^?\s]+[^\p{Nd}]*$/u;

/** By the element: the most characters, and the pattern where there is one. */
const limits = {
  doi_batch_id: { most: 100 },
  depositor_name: { most: 130 },
  registrant: { most: 255 },
  institution_name: { most: 1024 },
  institution_department: { most: 255 },
  surname: { most: 60, pattern: namePattern },
  given_name: { most: 60, pattern: namePattern },
  suffix: { most: 10 },
  organization: { most: 511 },
  full_title: { most: 255 },
  abbrev_title: { most: 150 },
  publisher_name: { most: 255 },
  proceedings_title: { most: 511 },
  conference_name: { most: 512 },
  conference_location: { most: 255 },
  volume: { most: 32 },
  issue: { most: 32 },
  first_page: { most: 32 },
  last_page: { most: 32 },
  item_number: { most: 32 },
  /** What stands behind the prefix of a DOI. */
  doi: { most: 200 },
} as const satisfies Readonly<Record<string, { readonly most: number; readonly pattern?: RegExp }>>;

type Limited = keyof typeof limits;

const batchName = (edition: Edition, name: string): string => {
  const deposit = edition.doi?.deposit ?? 0;
  const suffix = edition.doi ? (deposit > 0 ? `-${deposit}` : '') : '-draft';
  return `${name}${suffix}`;
};

/** How the batch of a version is named, and that of an article in all its versions. */
export const versionBatch = ({ edition, article, version }: Subject): string =>
  batchName(edition, `${article.slug}-${version.number}`);
export const articleBatch = ({ edition, article }: Pick<Subject, 'edition' | 'article'>): string =>
  batchName(edition, `${article.slug}-all-versions`);

/** A text of a field, with its place in the content. */
interface Placed extends Pick<Refused, 'file' | 'at'> {
  readonly element: Limited;
  readonly text: string;
}

/** What Crossref would refuse of a version. */
export const refusedByCrossref = (subject: Subject): Refused[] =>
  textsOf(subject).flatMap(({ element, text, file, at }): Refused[] => {
    const limit: { readonly most: number; readonly pattern?: RegExp } = limits[element];
    const { length } = [...text];
    if (length > limit.most)
      return [
        {
          file,
          at,
          what: `Crossref takes at most ${limit.most} characters as ${element}, and this has ${length}: "${text.slice(0, 40)}"`,
          fix:
            element === 'doi' || element === 'doi_batch_id' ? 'make the slug or the suffix shorter' : 'make it shorter',
        },
      ];
    if (limit.pattern?.test(text) === false)
      return [
        {
          file,
          at,
          what: `Crossref refuses "${text.slice(0, 40)}" as ${element}`,
          fix: 'write the name without a question mark, and with one number at most',
        },
      ];
    return [];
  });

const behindPrefix = ({ value }: Doi): string => value.slice(value.indexOf('/') + 1);

function textsOf(subject: Subject): Placed[] {
  const { edition, article } = subject;
  const publisher = textIn(edition.publisher, 'en');
  const inEdition = (element: Limited, text: string, ...at: PropertyKey[]): Placed => ({
    element,
    text,
    file: 'edition',
    at,
  });
  const slug = ['articles', article.slug];
  return [
    inEdition('depositor_name', publisher.value, 'publisher', publisher.language),
    inEdition('registrant', publisher.value, 'publisher', publisher.language),
    inEdition('doi_batch_id', versionBatch(subject), ...slug),
    inEdition('doi_batch_id', articleBatch(subject), ...slug),
    inEdition('doi', behindPrefix(doiOf(subject)), ...slug),
    inEdition('doi', behindPrefix(articleDoi(edition, article)), ...slug),
    ...textsOfPublication(subject),
    ...article.creators.flatMap((creator, index) => textsOfAgent(creator, 'article', ['creators', index])),
    ...(article.contributors ?? []).flatMap((agent, index) => textsOfAgent(agent, 'article', ['contributors', index])),
    ...(edition.editors ?? []).flatMap((agent, index) => textsOfAgent(agent, 'edition', ['editors', index])),
  ];
}

/** What is said of the journal, the book, the conference or the university, where the record is of a type that has a place for it. */
function textsOfPublication({ article, edition: { publisher } }: Subject): Placed[] {
  const publication = publicationOf(article);
  const named = (element: Limited, names: Forms, ...at: PropertyKey[]): Placed[] =>
    formsOf(names).map(({ language, value }) => ({ element, text: value, file: 'article', at: [...at, language] }));
  const { volume, issue, pages, articleNumber } = placementOf(article);
  const placed = (element: Limited, text: string | undefined, ...at: PropertyKey[]): Placed[] =>
    text === undefined ? [] : [{ element, text, file: 'article', at: ['placement', ...at] }];
  const place = [
    ...placed('first_page', pages?.value.first, 'pages', 'first'),
    ...placed('last_page', pages?.value.last, 'pages', 'last'),
    ...placed('item_number', articleNumber?.value, 'articleNumber'),
  ];
  const inBook = (book: Book) => [...named('publisher_name', book.publisher, 'book', 'publisher'), ...place];
  switch (publication.type) {
    case 'journal': {
      const { name, abbreviation } = publication.journal;
      return [
        ...named('full_title', name, 'journal', 'name'),
        ...(abbreviation
          ? [{ element: 'abbrev_title', text: abbreviation, file: 'article', at: ['journal', 'abbreviation'] } as const]
          : []),
        ...placed('volume', volume?.value, 'volume'),
        ...placed('issue', issue?.value, 'issue'),
        ...place,
      ];
    }
    case 'book':
      return inBook(publication.book);
    case 'conference': {
      const { name, place: city } = publication.conference;
      return [
        ...inBook(publication.book),
        ...named('proceedings_title', publication.book.name, 'book', 'name'),
        ...named('conference_name', name, 'conference', 'name'),
        ...(city ? named('conference_location', city, 'conference', 'place') : []),
      ];
    }
    case 'dissertation':
      return named('institution_name', publication.thesis.institution, 'thesis', 'institution');
    case 'report-paper': {
      const { language, value } = textIn(publisher, 'en');
      return [{ element: 'publisher_name', text: value, file: 'edition', at: ['publisher', language] }];
    }
    case 'posted_content':
      return [];
    default:
      return unhandled(publication);
  }
}

function textsOfAgent(
  { name, affiliation, affiliations }: Agent & Partial<Pick<Creator, 'affiliation'>>,
  file: Placed['file'],
  path: readonly PropertyKey[],
): Placed[] {
  const inArticle = (element: Limited, text: string, ...at: PropertyKey[]): Placed => ({
    element,
    text,
    file,
    at: [...path, ...at],
  });
  return inOrder(Object.keys(name)).flatMap((language) => {
    const own = name[language];
    const place = affiliation?.[language];
    if (own && isBody(own)) return [inArticle('organization', own.literal, 'organisation', language)];
    return [
      ...(own ? [inArticle('surname', own.family, 'name', language, 'family')] : []),
      ...(own?.given ? [inArticle('given_name', own.given, 'name', language, 'given')] : []),
      ...(own?.suffix ? [inArticle('suffix', own.suffix, 'name', language, 'suffix')] : []),
      ...(place ? [inArticle('institution_name', place.value, 'affiliation', language, 'value')] : []),
      ...(affiliations ?? []).flatMap(({ institution, department }, at) => [
        ...(institution[language]
          ? [inArticle('institution_name', institution[language], 'affiliations', at, 'institution', language)]
          : []),
        ...(department?.[language]
          ? [inArticle('institution_department', department[language], 'affiliations', at, 'department', language)]
          : []),
      ]),
    ];
  });
}
