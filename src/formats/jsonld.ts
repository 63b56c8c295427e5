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
import { abstractOf, abstractsOf, describeVersion, sayDegree } from '../edition/describe.ts';
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
import { addressOfSupplement, type SupplementaryFile, supplementsOf } from '../edition/supplements.ts';
import { journalArticleVersion, successionOf } from '../edition/versions/succession.ts';
import { wordsOf } from '../locales/index.ts';
import { eachOf, type Forms, formIn, formsOf, latinForm, sayIn, type Texts, textsOf } from '../text/languages.ts';
import type { Format, TextFile } from './format.ts';
import { addressOfFile, romanised } from './full-text.ts';

const inEach = (texts: Texts) =>
  textsOf(texts).map(({ language, value }) => ({ '@language': language, '@value': value }));

/** A name in each script in which it is known; the romanised name of a Persian author is Persian still. */
const inEachScript = <T>(article: Article, forms: Forms<T>, say: (form: T) => string | undefined) =>
  formsOf(forms).flatMap(({ language, value }) => {
    const said = say(value);
    const tag = language === latinForm ? romanised(article.language) : language;
    return said === undefined ? [] : [{ '@language': tag, '@value': said }];
  });

/** By what a person is known: an address of its own, and the others. */
function identified(creator: Agent) {
  const [first, ...others] = identifiersOf(creator).map(({ uri }) => uri);
  return { ...(first ? { '@id': first } : {}), ...(others.length > 0 ? { sameAs: others } : {}) };
}

/** The parts of a person's name in each script. */
function partsOf(article: Article, name: Forms<Name>) {
  if (formsOf(name).some(({ value }) => isBody(value))) return {};
  const inEach = (part: 'family' | 'given' | 'suffix') =>
    inEachScript(article, name, (form) => (isBody(form) ? undefined : form[part]));
  const suffix = inEach('suffix');
  return {
    familyName: inEach('family'),
    givenName: inEach('given'),
    ...(suffix.length > 0 ? { honorificSuffix: suffix } : {}),
  };
}

const agent = (article: Article, creator: Agent & Partial<Pick<Creator, 'email'>>) => ({
  '@type': isOrganisation(creator) ? 'Organization' : 'Person',
  ...identified(creator),
  name: inEachScript(article, creator.name, fullName),
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
    name: inEach(funding.funder),
  };
  const grants = (funding.awards ?? []).map(({ number, title, url }) => ({
    '@type': 'Grant',
    ...(url ? { '@id': url, url } : {}),
    identifier: number,
    ...(title ? { name: inEach(title) } : {}),
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
  if (!parts) return { '@type': 'Organization', name: inEach(eachOf(said, ({ value }) => value)) };
  const { institution, department, city, country, ror } = parts;
  return {
    '@type': 'Organization',
    ...(ror ? { '@id': rorAddress(ror) } : {}),
    name: inEach(institution),
    ...(department ? { department: { '@type': 'Organization', name: inEach(department) } } : {}),
    ...(city || country
      ? {
          address: {
            '@type': 'PostalAddress',
            ...(city ? { addressLocality: inEach(city) } : {}),
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
  name: inEach(name),
  ...(isbn ? { isbn } : {}),
  publisher: { '@type': 'Organization', name: inEach(publisher) },
});

/** A conference; a paper is what is kept of it (`recordedAt`). */
const eventOf = ({ name, place, start, end }: Conference) => ({
  '@type': 'Event',
  name: inEach(name),
  ...(place ? { location: { '@type': 'Place', name: inEach(place) } } : {}),
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
    name: inEach(journal.name),
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
            name: inEach(term),
            inDefinedTermSet: schemeTerms[scheme].uri,
          })),
        }
      : {}),
    ...(places
      ? {
          spatialCoverage: places.map(({ name, uri }) => ({
            '@type': 'Place',
            ...(uri ? { '@id': uri } : {}),
            name: inEach(name),
          })),
        }
      : {}),
    ...(periods ? { temporalCoverage: periods.map((period) => yearsOf(period) ?? sayIn(period.name, 'en')) } : {}),
  };
}

/** A supplementary file. */
const partOf = (subject: Subject, file: SupplementaryFile) => ({
  '@type': 'MediaObject',
  '@id': addressOfSupplement(subject, file),
  contentUrl: addressOfSupplement(subject, file),
  name: inEach(file.title),
  ...(file.description ? { description: inEach(file.description) } : {}),
  ...(file.licence ? { license: file.licence.uri } : {}),
  encodingFormat: file.mediaType,
  contentSize: `${file.bytes} B`,
  sha256: file.sha256,
});

/** Other works by the property that says what the article is to them, and the files that are parts of it. */
function relatedOf(subject: Subject): Readonly<Record<string, readonly object[]>> {
  const { relations = [] } = subject.article;
  const files = supplementsOf(subject.version).map((file) => partOf(subject, file));
  const properties = new Map<string, object[]>(files.length > 0 ? [['hasPart', files]] : []);
  for (const relation of relations) {
    const { property, type } = relationTerms[relation.kind].schemaOrg;
    const work = {
      '@type': type,
      '@id': addressOfRelation(relation),
      ...(relation.title ? { name: inEach(relation.title) } : {}),
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
      text: inEach(notice.reason),
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
  const related = relatedOf(subject);
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
    name: inEach(eachOf(article.titles, ({ value, certainty }) => (certainty === 'uncertain' ? undefined : value))),
    ...(article.romanisedTitle
      ? { alternateName: { '@language': romanised(article.language), '@value': article.romanisedTitle.value } }
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
    publisher: { '@type': 'Organization', name: inEach(edition.publisher) },
    abstract: inEach(eachOf(abstractsOf(version), (_, language) => abstractOf(version, language))),
    keywords: inEach(eachOf(article.keywords, (keywords, language) => keywords.join(`${wordsOf(language).comma} `))),
    ...coverageOf(article),
    ...related,
    // Beside a licence a rights statement is no licence.
    license: rights.uri,
    ...(rights.statement ? { usageInfo: rights.statement.uri } : {}),
    ...(rights.holder ? { copyrightHolder: { name: inEach(rights.holder) } } : {}),
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
          sourceOrganization: { '@type': 'CollegeOrUniversity', name: inEach(thesis.institution) },
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
            ...(host ? { publisher: { '@type': 'Organization', name: inEach(host.publisher) } } : {}),
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
