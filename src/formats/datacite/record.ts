/**
 * A version as a DataCite resource: the mapping to the properties of the DataCite Metadata Schema 4.6
 * (https://datacite-metadata-schema.readthedocs.io/en/4.6/), made once. Its shape is that of DataCite's JSON, with the
 * properties in the order of the standard's own table; the XML is written from the same object.
 */

import { invertedName, isBody, surelyIdentified, type Work } from '../../bibliography/work.ts';
import { pages, permanent } from '../../edition/addresses.ts';
import { surelySaid, workplacesOf } from '../../edition/affiliations.ts';
import { type TypeTerms, termsOf } from '../../edition/article-types.ts';
import { type ContributorTerms, contributorTerms } from '../../edition/contributor-kinds.ts';
import { sayDegree, sayInLatin, sayRecord, surelyTitled, translatedTitles } from '../../edition/describe.ts';
import { articleDoi, type Doi, doiOf } from '../../edition/doi.ts';
import { type FunderScheme, identifiersOf, identifiersOfFunder, rorAddress } from '../../edition/identifiers.ts';
import { worksOf } from '../../edition/mentions.ts';
import {
  type Agent,
  type Article,
  type ArticleEvent,
  type Conference,
  contributorsTo,
  type Edition,
  hostOf,
  issnOf,
  latestOf,
  placementOf,
  type Stated,
  type Subject,
  sayBlocks,
  wordsOfStatement,
} from '../../edition/model.ts';
import { type Notice, type NoticeTerms, noticeTermsOf, sayNoticeInEnglish } from '../../edition/notices.ts';
import { type RelationTerms, relationTerms, type WorkRelation } from '../../edition/relations.ts';
import { accessTerms } from '../../edition/rights.ts';
import { type CoveredPeriod, classOf, type SubjectTerm, schemeTerms, yearsOf } from '../../edition/subjects.ts';
import { addressOfSupplement, supplementsOf } from '../../edition/supplements.ts';
import { successionOf } from '../../edition/versions/succession.ts';
import { strings } from '../../locales/index.ts';
import { formIn, formsOf, romanisedTag, saidForm, sayIn, textIn, textsOf } from '../../text/languages.ts';
import type { TextFile } from '../format.ts';

/** Property 3: a title; a type says that it is not the main one. */
export interface DataciteTitle {
  readonly title: string;
  readonly titleType?: 'TranslatedTitle' | 'AlternativeTitle' | undefined;
  readonly lang?: string | undefined;
}

/** Property 2.5: where somebody works, by a register where it is known. */
export interface DataciteAffiliation {
  readonly name: string;
  readonly affiliationIdentifier?: string | undefined;
  readonly affiliationIdentifierScheme?: 'ROR' | undefined;
  readonly schemeUri?: 'https://ror.org' | undefined;
}

/** Property 2: a creator. */
export interface DataciteCreator {
  readonly name: string;
  readonly nameType: 'Personal' | 'Organizational';
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly nameIdentifiers: readonly {
    readonly nameIdentifier: string;
    readonly nameIdentifierScheme: string;
    readonly schemeUri: string;
  }[];
  readonly affiliation: readonly DataciteAffiliation[];
  readonly lang: string;
}

/** Property 7: who took part beside the creators. */
export interface DataciteContributor extends DataciteCreator {
  readonly contributorType: ContributorTerms['datacite'];
}

/** Property 12: another object with an identifier, and what this one is to it. */
export interface DataciteRelation {
  readonly relationType:
    | 'IsVersionOf'
    | 'HasVersion'
    | 'IsNewVersionOf'
    | 'IsPreviousVersionOf'
    | 'IsDerivedFrom'
    | NonNullable<NoticeTerms['datacite']>
    | RelationTerms['datacite']
    | 'HasPart'
    | 'References';
  readonly relatedIdentifierType: 'DOI' | 'arXiv' | 'PMID' | 'ISBN' | 'URL';
  readonly relatedIdentifier: string;
  readonly resourceTypeGeneral?: TypeTerms['datacite'] | RelationTerms['dataciteType'];
}

/** Property 20: another object that need not have an identifier. */
export interface DataciteItem {
  readonly relatedItemType: 'Journal' | 'Book' | 'ConferenceProceeding' | TypeTerms['datacite'];
  readonly relationType: 'IsDerivedFrom' | 'IsPublishedIn';
  readonly relatedItemIdentifier?:
    | { readonly relatedItemIdentifier: string; readonly relatedItemIdentifierType: 'ISSN' | 'ISBN' | 'DOI' | 'URL' }
    | undefined;
  readonly titles: readonly DataciteTitle[];
  readonly publicationYear?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly number?: string | undefined;
  readonly numberType?: 'Article' | undefined;
  readonly firstPage?: string | undefined;
  readonly lastPage?: string | undefined;
  readonly publisher?: string | undefined;
}

/** Property 17: a text about the resource; its paragraphs stand apart by an empty line. */
export interface DataciteDescription {
  readonly description: string;
  readonly descriptionType: 'Abstract' | 'Other' | 'TechnicalInfo';
  readonly lang: string;
}

/** Property 16: a licence by its identifier, a statement, or the access, of which OpenAIRE reads the address. */
export interface DataciteRights {
  readonly rights: string;
  readonly rightsUri: string;
  readonly schemeUri?: 'https://spdx.org/licenses/' | undefined;
  readonly rightsIdentifier?: string | undefined;
  readonly rightsIdentifierScheme?: 'SPDX' | undefined;
  readonly lang: string;
}

/** Property 6: a keyword, or a term of a scheme in one of its languages. */
export interface DataciteSubject {
  readonly subject: string;
  readonly lang: string;
  readonly subjectScheme?: string | undefined;
  readonly schemeUri?: string | undefined;
  readonly valueUri?: string | undefined;
  readonly classificationCode?: string | undefined;
}

/** Property 8: a date in the life of the resource. */
export interface DataciteDate {
  readonly date: string;
  readonly dateType: 'Issued' | 'Submitted' | 'Accepted' | 'Available' | 'Other' | 'Withdrawn' | 'Updated' | 'Coverage';
  readonly dateInformation?: string | undefined;
}

/** Property 19: a funder, and an award of it. */
export interface DataciteFunding {
  readonly funderName: string;
  readonly funderIdentifier?: string | undefined;
  readonly funderIdentifierType?: FunderScheme | undefined;
  readonly schemeUri?: string | undefined;
  readonly awardNumber?: string | undefined;
  readonly awardUri?: string | undefined;
  readonly awardTitle?: string | undefined;
}

/** The properties that an edition can have.  */
export interface DataciteResource {
  readonly doi: string;
  readonly url: string;
  readonly creators: readonly DataciteCreator[];
  readonly titles: readonly DataciteTitle[];
  readonly publisher: { readonly name: string; readonly lang: string };
  readonly publicationYear: string;
  readonly subjects: readonly DataciteSubject[];
  readonly contributors?: readonly DataciteContributor[] | undefined;
  readonly dates: readonly DataciteDate[];
  readonly language: string;
  readonly types: { readonly resourceTypeGeneral: TypeTerms['datacite']; readonly resourceType: string };
  readonly alternateIdentifiers: readonly {
    readonly alternateIdentifier: string;
    readonly alternateIdentifierType: string;
  }[];
  readonly relatedIdentifiers: readonly DataciteRelation[];
  readonly sizes: readonly string[];
  readonly formats: readonly string[];
  readonly version?: string | undefined;
  readonly rightsList: readonly DataciteRights[];
  readonly descriptions: readonly DataciteDescription[];
  readonly fundingReferences?: readonly DataciteFunding[] | undefined;
  readonly geoLocations?: readonly { readonly geoLocationPlace: string }[] | undefined;
  readonly relatedItems: readonly DataciteItem[];
  readonly schemaVersion: 'http://datacite.org/schema/kernel-4';
}

/**
 * One version of an article.
 *
 * @param texts the files that hold its text
 */
export function dataciteVersion(subject: Subject, texts: readonly TextFile[]): DataciteResource {
  const { edition, article, version } = subject;
  const { language } = article;
  const url = permanent(edition.site, pages.version(article.slug, version.number));
  return {
    doi: doiOf(subject).value, // 1
    url,
    creators: article.creators.map((creator) => agentOf(creator, language)), // 2
    titles: titlesOf(article), // 3
    publisher: publisherOf(edition, language), // 4
    publicationYear: version.date.slice(0, 4), // 5
    subjects: [
      ...textsOf(article.keywords).flatMap(({ language: lang, value }) => value.map((subject) => ({ subject, lang }))),
      ...(article.subjects ?? []).flatMap(termsIn),
    ], // 6
    contributors: contributorsOf(subject), // 7
    dates: [
      { date: version.date, dateType: 'Issued' },
      ...articleDates(article),
      ...version.notices.map(dateOfNotice),
      ...(article.periods ?? []).flatMap(coverageOf),
    ], // 8
    language, // 9
    types: { resourceTypeGeneral: termsOf(article).datacite, resourceType: sayType(article) }, // 10
    alternateIdentifiers: [{ alternateIdentifier: url, alternateIdentifierType: 'URL' }], // 11
    relatedIdentifiers: relationsOf(subject), // 12
    sizes: texts.flatMap(({ mediaType, bytes }) => (bytes === undefined ? [] : [`${bytes} bytes (${mediaType})`])), // 13
    formats: ['text/html', ...texts.map(({ mediaType }) => mediaType)], // 14
    version: version.number, // 15
    rightsList: rightsOf(article), // 16
    descriptions: descriptionsOf(subject), // 17
    geoLocations: article.places?.map(({ name }) => ({ geoLocationPlace: sayIn(name, 'en') })), // 18
    fundingReferences: fundingOf(article), // 19
    relatedItems: itemsOf(article), // 20
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

/** The article in all its versions: the object of the DOI that names no version. What it says is what the latest one says, files too. */
export function dataciteArticle(edition: Edition, article: Article, texts: readonly TextFile[]): DataciteResource {
  const url = permanent(edition.site, pages.article(article.slug));
  return {
    ...dataciteVersion(latestOf(edition, article), texts),
    doi: articleDoi(edition, article).value,
    url,
    alternateIdentifiers: [{ alternateIdentifier: url, alternateIdentifierType: 'URL' }],
    relatedIdentifiers: [
      ...article.versions.map((version) => toVersion({ edition, article, version }, 'HasVersion')),
      ...derivedFrom(article),
    ],
    version: undefined,
  };
}

/** Under its name in the language of the article where it has one there, else in another, which it says. */
function publisherOf({ publisher }: Edition, language: string) {
  const said = textIn(publisher, language);
  return { name: said.value, lang: said.language };
}

/** A person or an organisation under the name in the article's script. The standard has no place for a second one: see `sayInLatin`. */
function agentOf(agent: Agent, lang: string): DataciteCreator {
  const { name } = agent;
  const own = formIn(name, lang);
  return {
    name: invertedName(own),
    ...(isBody(own)
      ? { nameType: 'Organizational' }
      : { nameType: 'Personal', givenName: own.given, familyName: own.family }),
    nameIdentifiers: identifiersOf(agent).map(({ scheme, uri, register }) => ({
      nameIdentifier: uri,
      nameIdentifierScheme: scheme,
      schemeUri: register,
    })),
    // The institution under its name in each language: an affiliation has no xml:lang.
    affiliation: workplacesOf(agent).flatMap((place) =>
      surelySaid(place, lang).map((said) => ({
        name: said,
        ...(place.parts?.ror
          ? {
              affiliationIdentifier: rorAddress(place.parts.ror),
              affiliationIdentifierScheme: 'ROR',
              schemeUri: 'https://ror.org',
            }
          : {}),
      })),
    ),
    lang,
  };
}

/** Who else took part; nothing where nobody is named. */
function contributorsOf(subject: Subject): DataciteContributor[] | undefined {
  const others = contributorsTo(subject).map(({ kind, agent }) => ({
    contributorType: contributorTerms[kind].datacite,
    ...agentOf(agent, subject.article.language),
  }));
  return others.length > 0 ? others : undefined;
}

/** Each award with its funder, under the better of its identifiers; a funder without awards once. */
const fundingOf = ({ funding, language }: Article): DataciteFunding[] | undefined =>
  funding?.flatMap((one) => {
    const [identifier] = identifiersOfFunder(one);
    const funder: DataciteFunding = {
      funderName: formIn(one.funder, language),
      ...(identifier
        ? {
            funderIdentifier: identifier.uri,
            funderIdentifierType: identifier.scheme,
            schemeUri: identifier.register,
          }
        : {}),
    };
    const awards = (one.awards ?? []).map(({ number, url, title }) => ({
      ...funder,
      awardNumber: number,
      awardUri: url,
      awardTitle: title && formIn(title, language),
    }));
    return awards.length > 0 ? awards : [funder];
  });

/** What kinds of dates DataCite has for events; `Other` says itself what it is. */
const dateTypes: Readonly<Record<ArticleEvent, DataciteDate['dateType']>> = {
  submitted: 'Submitted',
  received: 'Submitted',
  revised: 'Updated',
  accepted: 'Accepted',
  online: 'Available',
  print: 'Other',
  presented: 'Other',
  defended: 'Other',
};

/**
 * The dates that are sure, where the edition is the publication: those of a version of record are of another object. An interval
 * is one of RKMS-ISO8601, as the property wants it.
 */
const articleDates = ({ record, dates }: Article): DataciteDate[] =>
  record
    ? []
    : dates
        .filter(({ certainty }) => certainty !== 'uncertain')
        .map(({ gregorian, event }) => ({
          date: gregorian,
          dateType: dateTypes[event],
          dateInformation: strings.en.events[event],
        }));

function titlesOf(article: Article): DataciteTitle[] {
  const lang = article.language;
  const main = surelyTitled(article, lang);
  return [
    main === undefined ? { title: article.slug } : { title: main, lang },
    ...translatedTitles(article).map(
      ({ value, language }) => ({ title: value, titleType: 'TranslatedTitle', lang: language }) as const,
    ),
    ...(article.romanisedTitle
      ? [{ title: article.romanisedTitle.value, titleType: 'AlternativeTitle', lang: romanisedTag(lang) } as const]
      : []),
  ];
}

/** In words what the resource is: what the type names, or an edition of such a thing. */
function sayType(article: Article): string {
  const { label } = termsOf(article).coar;
  if (!article.record) return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return `Edition of ${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`;
}

const between = (article: Article, relationType: DataciteRelation['relationType'], doi: string): DataciteRelation => ({
  relationType,
  relatedIdentifierType: 'DOI',
  relatedIdentifier: doi,
  resourceTypeGeneral: termsOf(article).datacite,
});

/** Within the edition: by DOI, or, while the edition has no prefix, by address, since a DOI for tests leads nowhere. */
const within = (
  article: Article,
  relationType: DataciteRelation['relationType'],
  { value, status }: Doi,
  address: string,
): DataciteRelation =>
  status === 'draft'
    ? { ...between(article, relationType, address), relatedIdentifierType: 'URL' }
    : between(article, relationType, value);

/** A relation to a version of the article. */
const toVersion = (subject: Subject, relationType: DataciteRelation['relationType']): DataciteRelation => {
  const { edition, article, version } = subject;
  const address = permanent(edition.site, pages.version(article.slug, version.number));
  return within(article, relationType, doiOf(subject), address);
};

/** The version of record, if this edition is made from one. */
function derivedFrom(article: Article): DataciteRelation[] {
  const { record } = article;
  if (!record) return [];
  const doi = sure(record.doi);
  return [
    doi
      ? between(article, 'IsDerivedFrom', doi)
      : {
          relationType: 'IsDerivedFrom',
          relatedIdentifierType: 'URL',
          relatedIdentifier: record.url,
          resourceTypeGeneral: termsOf(article).datacite,
        },
  ];
}

/** A term in each language. */
const termsIn = (term: SubjectTerm): DataciteSubject[] =>
  textsOf(term.term).map(({ language: lang, value }) => ({
    subject: value,
    lang,
    subjectScheme: schemeTerms[term.scheme].name,
    schemeUri: schemeTerms[term.scheme].uri,
    valueUri: term.uri,
    classificationCode: classOf(term),
  }));

/** A period as dates that are covered; one without years has none. */
function coverageOf(period: CoveredPeriod): DataciteDate[] {
  const date = yearsOf(period)?.replaceAll('..', '');
  return date === undefined ? [] : [{ date, dateType: 'Coverage', dateInformation: sayIn(period.name, 'en') }];
}

/** Another work by its DOI or address. */
function toWork({ kind, doi, url }: WorkRelation): DataciteRelation[] {
  const { datacite: relationType, dataciteType: resourceTypeGeneral } = relationTerms[kind];
  if (doi) return [{ relationType, relatedIdentifierType: 'DOI', relatedIdentifier: doi, resourceTypeGeneral }];
  return url ? [{ relationType, relatedIdentifierType: 'URL', relatedIdentifier: url, resourceTypeGeneral }] : [];
}

/** A notice as a date: of a retraction that on which the version was withdrawn, of any other one on which it changed. */
const dateOfNotice = (notice: Notice): DataciteDate => ({
  date: notice.date,
  dateType: notice.kind === 'retraction' ? 'Withdrawn' : 'Updated',
  dateInformation: `${noticeTermsOf(notice).label}: ${sayIn(notice.reason, 'en')}`,
});

/** Where a notice stands, if it says something of the text. */
function toNotice(notice: Notice): DataciteRelation[] {
  const relationType = noticeTermsOf(notice).datacite;
  const { doi, url } = notice;
  if (!relationType) return [];
  if (doi) return [{ relationType, relatedIdentifierType: 'DOI', relatedIdentifier: doi }];
  return url ? [{ relationType, relatedIdentifierType: 'URL', relatedIdentifier: url }] : [];
}

function relationsOf(subject: Subject): DataciteRelation[] {
  const { edition, article, version } = subject;
  const { older, newer } = successionOf(subject);
  return [
    within(article, 'IsVersionOf', articleDoi(edition, article), permanent(edition.site, pages.article(article.slug))),
    ...(older ? [toVersion({ ...subject, version: older }, 'IsNewVersionOf')] : []),
    ...(newer ? [toVersion({ ...subject, version: newer }, 'IsPreviousVersionOf')] : []),
    ...derivedFrom(article),
    ...(article.relations ?? []).flatMap(toWork),
    ...supplementsOf(version).map(
      (file): DataciteRelation => ({
        relationType: 'HasPart',
        relatedIdentifierType: 'URL',
        relatedIdentifier: addressOfSupplement(subject, file),
      }),
    ),
    ...version.notices.flatMap(toNotice),
    ...worksOf(version).map(surelyIdentified).flatMap(reference),
  ];
}

/** A cited work by the best identifier that is surely its own; one that has none cannot be said here. */
function reference({ doi, isbn, url, eprint, eprintType = 'arxiv', pmid }: Work): DataciteRelation[] {
  const relationType = 'References';
  if (doi) return [{ relationType, relatedIdentifierType: 'DOI', relatedIdentifier: doi }];
  if (eprint && eprintType === 'arxiv')
    return [{ relationType, relatedIdentifierType: 'arXiv', relatedIdentifier: `arXiv:${eprint}` }];
  if (pmid) return [{ relationType, relatedIdentifierType: 'PMID', relatedIdentifier: pmid }];
  if (isbn) return [{ relationType, relatedIdentifierType: 'ISBN', relatedIdentifier: isbn }];
  return url ? [{ relationType, relatedIdentifierType: 'URL', relatedIdentifier: url }] : [];
}

/**
 * The article as its journal published it, with volume and pages; where the edition itself is that publication, the journal. An
 * edition is not published in the journal of its version of record, so that no reader may take that for its container.
 */
function itemsOf(article: Article): DataciteItem[] {
  const { journal, book, conference, record, language } = article;
  const host = hostOf(article);
  if (!host) return conference ? [proceedingsOf(conference, language)] : [];
  const place = placementOf(article);
  const range = sure(place.pages);
  const issn = journal && issnOf(journal);
  const doi = sure(record?.doi);
  const own = saidForm(host.name, language);
  const others = formsOf(host.name).filter((form) => form.language !== own.language);
  const articleNumber = sure(place.articleNumber);
  return [
    {
      ...(record
        ? ({
            relatedItemType: termsOf(article).datacite,
            relationType: 'IsDerivedFrom',
            relatedItemIdentifier: {
              relatedItemIdentifier: doi ?? record.url,
              relatedItemIdentifierType: doi ? 'DOI' : 'URL',
            },
            titles: titlesOf(article),
          } as const)
        : ({
            relatedItemType: journal ? 'Journal' : conference ? 'ConferenceProceeding' : 'Book',
            relationType: 'IsPublishedIn',
            relatedItemIdentifier: issn
              ? { relatedItemIdentifier: issn, relatedItemIdentifierType: 'ISSN' }
              : book?.isbn
                ? { relatedItemIdentifier: book.isbn, relatedItemIdentifierType: 'ISBN' }
                : undefined,
            titles: [
              { title: own.value, lang: own.language },
              ...others.map(({ value, language: lang }) => ({
                title: value,
                titleType: 'TranslatedTitle' as const,
                lang,
              })),
            ],
          } as const)),
      publicationYear: sure(place.year)?.gregorian,
      volume: sure(place.volume),
      issue: sure(place.issue),
      number: articleNumber,
      numberType: articleNumber === undefined ? undefined : 'Article',
      firstPage: range?.first,
      lastPage: range?.last,
      publisher: formIn(host.publisher, language),
    },
  ];
}

/** The conference of a paper that stands in no book. */
const proceedingsOf = ({ name, start }: Conference, lang: string): DataciteItem => ({
  relatedItemType: 'ConferenceProceeding',
  relationType: 'IsPublishedIn',
  titles: [{ title: formIn(name, lang), lang }],
  publicationYear: start?.slice(0, 4),
});

function rightsOf({ rights }: Article): DataciteRights[] {
  const { uri, name, licence, statement, access } = rights;
  const identified: Partial<DataciteRights> = licence
    ? { schemeUri: 'https://spdx.org/licenses/', rightsIdentifier: licence, rightsIdentifierScheme: 'SPDX' }
    : {};
  return [
    ...textsOf(name).map((said) => ({ rights: said.value, rightsUri: uri, ...identified, lang: said.language })),
    ...(statement
      ? textsOf(statement.name).map((said) => ({ rights: said.value, rightsUri: statement.uri, lang: said.language }))
      : []),
    ...(access ? [{ rights: accessTerms[access].coar.label, rightsUri: accessTerms[access].euRepo, lang: 'en' }] : []),
  ];
}

function descriptionsOf(subject: Subject): DataciteDescription[] {
  const { article, version } = subject;
  const doi = doiOf(subject);
  const said: readonly (readonly [DataciteDescription['descriptionType'], string, string | undefined])[] = [
    ...version.abstracts.map(({ language, blocks }) => ['Abstract', language, sayBlocks(blocks).join('\n\n')] as const),
    ...textsOf(version.summary).map(({ language, value }) => ['Other', language, value] as const),
    ['Other', 'en', article.thesis && `${sayDegree(article.thesis).en}, ${article.thesis.institution.en}`],
    ['Other', 'en', article.record && `Edition of the version of record: ${sayRecord(article)}`],
    ...[article.conflictOfInterest?.value ?? {}, wordsOfStatement(article.dataAvailability?.value ?? {})]
      .flatMap((texts) => textsOf(texts))
      .map(({ language, value }) => ['Other', language, value] as const),
    ...version.notices.map((notice) => ['Other', 'en', sayNoticeInEnglish(notice)] as const),
    ['Other', 'en', sayInLatin('Creators', article.creators, article.language)],
    [
      'TechnicalInfo',
      'en',
      doi.status === 'draft'
        ? `Draft: the DOI ${doi.value} is made with DataCite's prefix for tests. It is not registered and does not resolve.`
        : undefined,
    ],
  ];
  return said.flatMap(([descriptionType, lang, description]) =>
    description ? [{ description, descriptionType, lang }] : [],
  );
}

/** What is stated, unless it is one of several possibilities. */
const sure = <T>(stated: Stated<T> | undefined): T | undefined =>
  stated?.certainty === 'uncertain' ? undefined : stated?.value;
