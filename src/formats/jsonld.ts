import { contributorsOf } from '../bibliography/contributors.ts';
import {
  type CitedWork,
  eprintAddress,
  fullName,
  identificationNotes,
  isBody,
  type Name,
  pageRange,
  surelyIdentified,
  thesisName,
  type Work,
  type WorkSubtype,
  type WorkType,
  wholeTitle,
} from '../bibliography/work.ts';
import { pages, permanent } from '../edition/addresses.ts';
import { type Workplace, workplacesOf } from '../edition/affiliations.ts';
import { termsOf } from '../edition/article-types.ts';
import type { ContributorKind } from '../edition/contributor-kinds.ts';
import { creditUri } from '../edition/credit.ts';
import { abstractOf, describeVersion, sayDegree, surelyTitled } from '../edition/describe.ts';
import { doiOf } from '../edition/doi.ts';
import { identifiersOf, identifiersOfFunder, rorAddress } from '../edition/identifiers.ts';
import { worksOf } from '../edition/mentions.ts';
import {
  type Agent,
  type Article,
  type Book,
  type Conference,
  type Creator,
  contributorsTo,
  type Funding,
  hostOf,
  isOrganisation,
  type Journal,
  type Placement,
  placementOf,
  type Subject,
  type Version,
} from '../edition/model.ts';
import { isGrave, noticeTermsOf, placeOf } from '../edition/notices.ts';
import { addressOfRelation, relationTerms } from '../edition/relations.ts';
import { accessTerms } from '../edition/rights.ts';
import { schemeTerms, yearsOf } from '../edition/subjects.ts';
import { journalArticleVersion, successionOf } from '../edition/versions/succession.ts';
import { type Forms, formIn, type Language } from '../text/languages.ts';
import type { Format, TextFile } from './format.ts';
import { addressOfFile, romanised } from './full-text.ts';

const inBoth = (texts: { readonly [language in Language]?: string | undefined }) =>
  (['fa', 'en'] as const).flatMap((language) =>
    texts[language] === undefined ? [] : [{ '@language': language, '@value': texts[language] }],
  );

/** A name in each script in which it is known; the romanised name of a Persian author is Persian still. */
const inBothScripts = (article: Article, fa: string | undefined, en: string | undefined) =>
  inBoth({ fa, en }).map((text) =>
    text['@language'] === 'en' ? { ...text, '@language': romanised(article.language) } : text,
  );

/** By what a person is known: an address of its own, and the others. */
function identified(creator: Agent) {
  const [first, ...others] = identifiersOf(creator).map(({ uri }) => uri);
  return { ...(first ? { '@id': first } : {}), ...(others.length > 0 ? { sameAs: others } : {}) };
}

/** The parts of a person's name in each script. */
const partsOf = (article: Article, { fa, en }: Forms<Name>) =>
  isBody(en) || (fa && isBody(fa))
    ? {}
    : {
        familyName: inBothScripts(article, fa?.family, en.family),
        givenName: inBothScripts(article, fa?.given, en.given),
        ...(en.suffix ? { honorificSuffix: inBothScripts(article, fa?.suffix, en.suffix) } : {}),
      };

const agent = (article: Article, creator: Agent & Partial<Pick<Creator, 'email'>>) => ({
  '@type': isOrganisation(creator) ? 'Organization' : 'Person',
  ...identified(creator),
  name: inBothScripts(article, creator.name.fa && fullName(creator.name.fa), fullName(creator.name.en)),
  ...partsOf(article, creator.name),
  ...(creator.email ? { email: creator.email } : {}),
  ...affiliated(creator),
});

/** What an author did: the roles of CRediT by their addresses (https://schema.org/Role); schema.org has no degrees. */
const contributionsOf = (article: Article) =>
  article.creators.flatMap((creator) =>
    creator.roles
      ? [
          {
            '@type': 'Role',
            roleName: creator.roles.map(({ role }) => creditUri(role)),
            contributor: {
              '@type': isOrganisation(creator) ? 'Organization' : 'Person',
              ...identified(creator),
              name: fullName(formIn(creator.name, article.language)),
            },
          },
        ]
      : [],
  );

/** Who else took part: editors and translators by properties of their own, reviewers and the roles of authors as `Role`. */
function participantsOf(subject: Subject) {
  const { article } = subject;
  const others = contributorsTo(subject);
  const of = (...kinds: readonly ContributorKind[]) =>
    others.filter(({ kind }) => kinds.includes(kind)).map((one) => agent(article, one.agent));
  const [editor, translator] = [of('editor', 'edition-editor'), of('translator')];
  const contributor = [
    ...contributionsOf(article),
    ...of('reviewer').map((one) => ({ '@type': 'Role', roleName: 'reviewer', contributor: one })),
  ];
  return Object.fromEntries(Object.entries({ editor, translator, contributor }).filter(([, list]) => list.length > 0));
}

/** `funding`: a `Grant` for each award, or one that says no more than its funder. */
function grantsOf(funding: Funding): object[] {
  const [first, ...others] = identifiersOfFunder(funding).map(({ uri }) => uri);
  const funder = {
    '@type': 'Organization',
    ...(first ? { '@id': first } : {}),
    ...(others.length > 0 ? { sameAs: others } : {}),
    name: inBoth(funding.funder),
  };
  const grants = (funding.awards ?? []).map(({ number, title, url }) => ({
    '@type': 'Grant',
    ...(url ? { '@id': url, url } : {}),
    identifier: number,
    ...(title ? { name: inBoth(title) } : {}),
    funder,
  }));
  return grants.length > 0 ? grants : [{ '@type': 'Grant', funder }];
}

/** `affiliation`: one, or a list of several. */
function affiliated(creator: Agent): { readonly affiliation?: object } {
  const [first, ...others] = workplacesOf(creator).map(organisationOf);
  if (first === undefined) return {};
  return { affiliation: others.length > 0 ? [first, ...others] : first };
}

/** A place of work, in parts where they are known. */
function organisationOf({ said, parts }: Workplace): object {
  if (!parts) return { '@type': 'Organization', name: inBoth({ fa: said.fa?.value, en: said.en?.value }) };
  const { institution, department, city, country, ror } = parts;
  return {
    '@type': 'Organization',
    ...(ror ? { '@id': rorAddress(ror) } : {}),
    name: inBoth(institution),
    ...(department ? { department: { '@type': 'Organization', name: inBoth(department) } } : {}),
    ...(city || country
      ? {
          address: {
            '@type': 'PostalAddress',
            ...(city ? { addressLocality: inBoth(city) } : {}),
            ...(country ? { addressCountry: country } : {}),
          },
        }
      : {}),
  };
}

const citedTypes: Readonly<Record<WorkType | WorkSubtype, string>> = {
  article: 'ScholarlyArticle',
  magazine: 'Article',
  newspaper: 'NewsArticle',
  book: 'Book',
  incollection: 'Chapter',
  inproceedings: 'ScholarlyArticle',
  inreference: 'Article',
  thesis: 'Thesis',
  report: 'Report',
  resolution: 'Legislation',
  legislation: 'Legislation',
  // schema.org has no court decision, patent, standard or interview.
  jurisdiction: 'CreativeWork',
  patent: 'CreativeWork',
  standard: 'CreativeWork',
  preprint: 'ScholarlyArticle',
  dataset: 'Dataset',
  software: 'SoftwareSourceCode',
  movie: 'Movie',
  interview: 'CreativeWork',
  online: 'WebPage',
  misc: 'CreativeWork',
};

/** In what a work stands that is no chapter of a book. */
const hostTypes: Readonly<Partial<Record<WorkType, string>>> = { article: 'Periodical', online: 'WebSite' };

/** An `@id` says that it is the work: a candidate has none. */
const idOf = ({ doi }: Work) => (doi ? { '@id': `https://doi.org/${doi}` } : {});

type Names = NonNullable<Work['author']>;

const namesOf = (names: Names) =>
  names.list.map((name) => ({ '@type': isBody(name) ? 'Organization' : 'Person', name: fullName(name) }));

/** The properties of people that schema.org has for roles. */
const roleProperties: Readonly<Partial<Record<string, string>>> = {
  translator: 'translator',
  collaborator: 'contributor',
  director: 'director',
  holder: 'copyrightHolder',
};

/** Where else the work is known: identifiers of it as addresses. */
const sameAs = (work: Work): string[] =>
  [
    eprintAddress(work),
    work.pmid && `https://pubmed.ncbi.nlm.nih.gov/${work.pmid}/`,
    work.pmcid && `https://pmc.ncbi.nlm.nih.gov/articles/${work.pmcid}/`,
    work.openalex && `https://openalex.org/${work.openalex}`,
    work.wikidata && `https://www.wikidata.org/entity/${work.wikidata}`,
  ].filter((address) => address !== undefined && address !== '') as string[];

/** In what a work stands: a journal, a book, a series of books. */
function isPartOf({ type, container, series, isbn, issn }: Work): object | undefined {
  if (container)
    return {
      '@type': hostTypes[type] ?? 'Book',
      name: container,
      ...(isbn && !hostTypes[type] ? { isbn } : {}),
      ...(issn && type === 'article' ? { issn } : {}),
    };
  return series ? { '@type': 'BookSeries', name: series } : undefined;
}

/** Publisher and ISBN of a work: of a chapter they are the book's. */
function publishedBy(work: CitedWork): object {
  const { type, publisher, institution } = work;
  const { isbn, issn } = surelyIdentified(work);
  const name = publisher ?? institution;
  const own =
    type === 'incollection' || type === 'inreference' || type === 'article' ? {} : { ...(isbn ? { isbn } : {}) };
  return {
    ...(name ? { publisher: { '@type': 'Organization', name } } : {}),
    ...own,
    ...(issn && !work.container ? { issn } : {}),
  };
}

const citation = (work: CitedWork) => ({
  '@type': citedTypes[work.subtype ?? work.type],
  ...idOf(surelyIdentified(work)),
  // Here a title says its language. A work of which no title is known has none here either.
  ...(work.title || work.titleTranslated
    ? { name: wholeTitle(work) ?? { '@language': 'en', '@value': work.titleTranslated } }
    : {}),
  ...(identificationNotes(work).length > 0 ? { description: identificationNotes(work).join('. ') } : {}),
  ...(work.author ? { author: namesOf(work.author) } : {}),
  ...Object.fromEntries(
    contributorsOf(work).flatMap(([role, names]) =>
      roleProperties[role] ? [[roleProperties[role], namesOf(names)]] : [],
    ),
  ),
  // A Solar Hijri year spans two, and schema.org has no date for that.
  ...(work.date && !work.date.includes('/') ? { datePublished: work.date } : {}),
  ...(isPartOf(surelyIdentified(work)) ? { isPartOf: isPartOf(surelyIdentified(work)) } : {}),
  ...(work.originalTitle ? { translationOfWork: { '@type': 'CreativeWork', name: work.originalTitle } } : {}),
  ...publishedBy(work),
  ...(work.version ? { version: work.version } : {}),
  ...(work.edition ? { bookEdition: work.edition } : {}),
  ...(work.kind ? { genre: work.type === 'thesis' ? thesisName(work).en : work.kind } : {}),
  ...(sameAs(surelyIdentified(work)).length > 0 ? { sameAs: sameAs(surelyIdentified(work)) } : {}),
  ...(work.pages ? { pagination: pageRange(work) } : {}),
  ...(work.url ? { url: work.url } : {}),
  ...(work.language === 'und' ? {} : { inLanguage: work.language }),
});

/** The pages of an article in its journal, or its number there. */
const placeIn = ({ pages: range, articleNumber }: Placement) => ({
  ...(range ? { pageStart: range.value.first, pageEnd: range.value.last } : {}),
  ...(articleNumber ? { pagination: articleNumber.value } : {}),
});

/** The book in which a chapter stands. */
const bookOf = ({ name, publisher, isbn }: Book) => ({
  '@type': 'Book',
  name: inBoth(name),
  ...(isbn ? { isbn } : {}),
  publisher: { '@type': 'Organization', name: inBoth(publisher) },
});

/** A conference; a paper is what is kept of it (`recordedAt`). */
const eventOf = ({ name, place, start, end }: Conference) => ({
  '@type': 'Event',
  name: inBoth(name),
  ...(place ? { location: { '@type': 'Place', name: inBoth(place) } } : {}),
  ...(start ? { startDate: start } : {}),
  ...(end ? { endDate: end } : {}),
});

/** The issue in which an article stands, in its volume, in its journal, as far as known. */
function issueOf(journal: Journal, { issue, volume, specialIssue }: Placement) {
  const issns = [...new Set(Object.values(journal.issn ?? {}).filter(Boolean))];
  const periodical = {
    '@type': 'Periodical',
    ...(issns.length > 0 ? { issn: issns } : {}),
    ...(journal.homepage ? { url: journal.homepage } : {}),
    ...(journal.abbreviation ? { alternateName: journal.abbreviation } : {}),
    name: inBoth(journal.name),
  };
  const inVolume = {
    '@type': 'PublicationVolume',
    ...(volume ? { volumeNumber: volume.value } : {}),
    isPartOf: periodical,
  };
  if (!issue) return periodical;
  return {
    '@type': 'PublicationIssue',
    issueNumber: issue.value,
    ...(specialIssue ? { name: specialIssue.value } : {}),
    isPartOf: inVolume,
  };
}

/** `about`, `spatialCoverage`, `temporalCoverage`. */
function coverageOf({ subjects, places, periods }: Article): object {
  return {
    ...(subjects
      ? {
          about: subjects.map(({ scheme, term, uri }) => ({
            '@type': 'DefinedTerm',
            '@id': uri,
            name: inBoth(term),
            inDefinedTermSet: schemeTerms[scheme].uri,
          })),
        }
      : {}),
    ...(places
      ? {
          spatialCoverage: places.map(({ name, uri }) => ({
            '@type': 'Place',
            ...(uri ? { '@id': uri } : {}),
            name: inBoth(name),
          })),
        }
      : {}),
    ...(periods ? { temporalCoverage: periods.map((period) => yearsOf(period) ?? period.name.en) } : {}),
  };
}

/** Other works by the property that says what the article is to them. */
function relatedOf({ relations = [] }: Article): Readonly<Record<string, readonly object[]>> {
  const properties = new Map<string, object[]>();
  for (const relation of relations) {
    const { property, type } = relationTerms[relation.kind].schemaOrg;
    const work = {
      '@type': type,
      '@id': addressOfRelation(relation),
      ...(relation.title ? { name: inBoth(relation.title) } : {}),
    };
    properties.set(property, [...(properties.get(property) ?? []), work]);
  }
  return Object.fromEntries(properties);
}

/** A file of the text. */
const encodingOf = (subject: Subject, file: TextFile) => ({
  '@type': 'MediaObject',
  contentUrl: addressOfFile(subject, file),
  encodingFormat: file.mediaType,
  ...(file.bytes === undefined ? {} : { contentSize: `${file.bytes} B` }),
});

/** Which of the Journal Article Versions it is; of one that was retracted or is in doubt, that first. */
function statusOf({ notices }: Version) {
  const status = {
    '@type': 'DefinedTerm',
    '@id': journalArticleVersion.uri,
    name: journalArticleVersion.label,
  };
  const grave = notices.filter(isGrave).map((notice) => noticeTermsOf(notice).label);
  return grave.length > 0 ? [...grave, status] : status;
}

/** `correction`: what was said of the text since. A licence and a DOI are in their own places. */
function correctionsOf({ notices }: Version) {
  const said = notices.filter((notice) => noticeTermsOf(notice).jats);
  if (said.length === 0) return {};
  return {
    correction: said.map((notice) => ({
      '@type': 'CorrectionComment',
      name: noticeTermsOf(notice).label,
      datePublished: notice.date,
      text: inBoth(notice.reason),
      ...(placeOf(notice) ? { url: placeOf(notice) } : {}),
    })),
  };
}

/**
 * A version as schema.org's ScholarlyArticle (https://schema.org/ScholarlyArticle), without the works that it cites:
 * what stands in the head of its page.
 *
 * @param texts the files that hold its text
 */
export function scholarlyArticle(subject: Subject, texts: readonly TextFile[]) {
  const { edition, article, version } = subject;
  const { record, journal, book, conference, thesis, rights } = article;
  const addressOf = (one: Version) => permanent(edition.site, pages.version(article.slug, one.number));
  const address = addressOf(version);
  const { older, latest } = successionOf(subject);
  const described = describeVersion(subject);
  const doi = doiOf(subject);
  const { schemaOrg, coar } = termsOf(article);
  const host = hostOf(article);
  const related = relatedOf(article);
  const isPartOf = journal ? issueOf(journal, placementOf(article)) : book && bookOf(book);
  return {
    '@context': 'https://schema.org',
    '@type': schemaOrg,
    additionalType: coar.uri,
    '@id': address,
    url: address,
    ...(doi.status === 'registered'
      ? {
          identifier: {
            '@type': 'PropertyValue',
            propertyID: 'https://registry.identifiers.org/registry/doi',
            value: doi.value,
            url: `https://doi.org/${doi.value}`,
          },
        }
      : {}),
    headline: described.title,
    name: inBoth({ fa: surelyTitled(article, 'fa'), en: surelyTitled(article, 'en') }),
    ...(article.romanisedTitle
      ? { alternateName: { '@language': romanised('fa'), '@value': article.romanisedTitle.value } }
      : {}),
    author: article.creators.map((creator) => agent(article, creator)),
    ...participantsOf(subject),
    ...(article.funding ? { funding: article.funding.flatMap(grantsOf) } : {}),
    inLanguage: article.language,
    version: version.number,
    ...(texts.length > 0 ? { encoding: texts.map((file) => encodingOf(subject, file)) } : {}),
    creativeWorkStatus: statusOf(version),
    ...correctionsOf(version),
    exampleOfWork: { '@type': schemaOrg, '@id': permanent(edition.site, pages.article(article.slug)) },
    // schema.org has no words for these two.
    ...(older ? { 'http://purl.org/dc/terms/replaces': { '@id': addressOf(older) } } : {}),
    ...(latest ? { 'http://purl.org/dc/terms/isReplacedBy': { '@id': addressOf(latest) } } : {}),
    // Provenance in the words of PAV and PROV (https://pav-ontology.github.io/pav/, https://www.w3.org/TR/prov-o/).
    'http://purl.org/pav/version': version.number,
    ...(older ? { 'http://purl.org/pav/previousVersion': { '@id': addressOf(older) } } : {}),
    ...(record
      ? {
          'http://www.w3.org/ns/prov#wasDerivedFrom': {
            '@id': record.doi ? `https://doi.org/${record.doi.value}` : record.url,
          },
        }
      : {}),
    datePublished: version.date,
    publisher: { '@type': 'Organization', name: inBoth(edition.publisher) },
    abstract: inBoth({ fa: abstractOf(version, 'fa'), en: abstractOf(version, 'en') }),
    keywords: inBoth({ fa: article.keywords.fa?.join('، '), en: article.keywords.en?.join(', ') }),
    ...coverageOf(article),
    ...related,
    license: rights.statement ? [rights.uri, rights.statement.uri] : rights.uri,
    ...(rights.holder ? { copyrightHolder: { name: inBoth(rights.holder) } } : {}),
    ...(rights.year ? { copyrightYear: Number(rights.year) } : {}),
    ...(rights.access
      ? {
          isAccessibleForFree: rights.access === 'open',
          conditionsOfAccess: accessTerms[rights.access].coar.uri,
        }
      : {}),
    ...(conference ? { recordedAt: eventOf(conference) } : {}),
    ...(thesis
      ? {
          inSupportOf: sayDegree(thesis).en,
          sourceOrganization: { '@type': 'CollegeOrUniversity', name: inBoth(thesis.institution) },
        }
      : {}),
    ...(record
      ? {
          isBasedOn: {
            '@type': schemaOrg,
            '@id': record.doi ? `https://doi.org/${record.doi.value}` : record.url,
            url: record.url,
            ...(record.year ? { datePublished: record.year.value.gregorian } : {}),
            ...placeIn(record),
            ...(isPartOf ? { isPartOf } : {}),
            ...(host ? { publisher: { '@type': 'Organization', name: inBoth(host.publisher) } } : {}),
          },
        }
      : {
          ...placeIn(placementOf(article)),
          // Beside the series that it is a part of.
          ...(isPartOf ? { isPartOf: related['isPartOf'] ? [isPartOf, ...related['isPartOf']] : isPartOf } : {}),
        }),
  };
}

export const jsonld: Format = {
  name: 'JSON-LD (schema.org)',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  write: (subject, _, texts = []) =>
    `${JSON.stringify({ ...scholarlyArticle(subject, texts), citation: worksOf(subject.version).map(citation) }, null, 2)}\n`,
};
