/** What a language of the outputs has to say: an object of each of these forms, in a file of its own. */
import type { Identification, WorkType } from '../bibliography/work.ts';
import type { ArticleType } from '../edition/article-types.ts';
import type { ContributorKind } from '../edition/contributor-kinds.ts';
import type { CreditDegree, CreditRole } from '../edition/credit.ts';
import type { LocatorKind } from '../edition/locators.ts';
import type { ArticleEvent, Certainty, LineUse, Version } from '../edition/model.ts';
import type { NoticeKind } from '../edition/notices.ts';
import type { RelatedHereKind, WorkRelationKind } from '../edition/relations.ts';
import type { Access } from '../edition/rights.ts';
import type { ChangeClass } from '../edition/versions/comparison.ts';
import type { RelationKind } from '../edition/versions/identity.ts';
import type { PassageKind } from '../search/passages.ts';
import type { CriterionId, Outcome, Trial } from './conformance.ts';
import type { CountedText } from './plurals.ts';

/** Every word of the interface, in one language. To add a language, add an object of this form. */
export interface Strings {
  readonly languageName: string;
  /** Language and territory, as Open Graph wants them (https://ogp.me/#optional). */
  readonly openGraphLocale: string;
  readonly comma: string;
  readonly search: string;
  readonly searchFor: string;
  readonly found: (query: string) => CountedText;
  /** Where more passages may answer than were looked at. */
  readonly foundFirst: (query: string) => CountedText;
  readonly nothingFound: (query: string) => string;
  /** Where nothing was found in the texts that were read, and others may answer. */
  readonly nothingYet: string;
  readonly nearSpellings: string;
  readonly searchAll: string;
  readonly typeToSearch: string;
  /** What a query can say beyond words. */
  readonly searchSyntax: string;
  /** Above passages that are near, where none has all the words; and where some have. */
  readonly nearest: string;
  readonly alsoNear: string;
  readonly searchFilters: string;
  /** What the numbers in parentheses count, below choices that have them. */
  readonly choicesCounted: string;
  /** The order of what is found, and its choices. */
  readonly order: string;
  readonly byRelevance: string;
  readonly byDate: string;
  readonly moreShown: (from: string, to: string) => string;
  readonly searching: string;
  /** Of an engine of others: the index of the edition takes its place. */
  readonly engineSilent: string;
  readonly searchBroken: string;
  readonly searchNeedsScript: string;
  readonly kindLabel: string;
  readonly passageKinds: Readonly<Record<PassageKind, string>>;
  readonly moreResults: string;
  /** A button below the results, the heading of what it finds, and how much that is. */
  readonly searchWider: string;
  readonly widerTitle: string;
  readonly widerFound: CountedText;
  readonly widerNothing: string;
  readonly offline: string;
  readonly preservation: string;
  readonly offlineLead: string;
  /** Of files. */
  readonly offlineStored: (megabytes: string) => CountedText;
  readonly offlineNotStored: string;
  readonly offlineNoService: string;
  readonly offlineRemove: string;
  readonly offlineStore: (megabytes: string) => string;
  readonly offlineStoreAll: (megabytes: string) => string;
  /** Of all files. */
  readonly offlineStoring: (done: string) => CountedText;
  readonly offlineFailed: CountedText;
  readonly offlineFull: string;
  readonly offlineMissing: string;
  readonly offlineMissingText: string;
  readonly updateReady: string;
  readonly reload: string;
  readonly semicolon: string;
  readonly bibliography: string;
  readonly bibliographyLead: string;
  readonly identifications: string;
  readonly identification: Readonly<Record<Identification, string>>;
  readonly identificationHint: Readonly<Record<Identification, string>>;
  /** Where what is said of a work was looked up. */
  readonly drawnFrom: string;
  /** By what a bibliography writes for what has no address. */
  readonly seenIn: Readonly<Record<string, string>>;
  readonly printedAs: string;
  readonly citedIn: string;
  /** The link at a work that is an article of the edition. */
  readonly readHere: string;
  /** The list of the articles of the edition that cite one. */
  readonly citedHereBy: string;
  readonly relatedHere: string;
  /** What another article of the edition is to the one of the page. */
  readonly relatedHereAs: Readonly<Record<RelatedHereKind, string>>;
  readonly citeThis: string;
  readonly citeRecord: string;
  readonly citeVersion: string;
  readonly citePassage: string;
  readonly citePassageHint: string;
  readonly citePassages: string;
  readonly citeInList: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyLink: string;
  readonly copyQuotation: string;
  /** What stands around words that are quoted, which take the place of the dots. */
  readonly quoted: string;
  readonly citeParagraph: string;
  readonly filter: string;
  readonly all: string;
  /** The head of a column of sums. */
  readonly total: string;
  readonly type: string;
  readonly languageLabel: string;
  /** Of works. */
  readonly shown: CountedText;
  readonly workTypes: Readonly<Record<WorkType, string>>;
  readonly languages: Readonly<Record<string, string>>;
  readonly picture: string;
  readonly asTable: string;
  readonly unknown: string;
  readonly download: string;
  readonly worksPages: string;
  readonly searchWorks: string;
  readonly worksFiles: string;
  readonly and: string;
  /** Between the first day and the last. */
  readonly through: string;
  readonly skip: string;
  /** The links of the header. */
  readonly mainPages: string;
  readonly home: string;
  readonly about: string;
  readonly accessibility: string;
  readonly contents: string;
  readonly read: string;
  /** Leads past the abstracts. */
  readonly readText: string;
  readonly abstract: string;
  readonly section: string;
  /** The name of `type:`, and its values. */
  readonly articleType: string;
  readonly articleTypes: Readonly<Record<ArticleType, string>>;
  readonly articleKind: string;
  readonly affiliation: string;
  readonly romanised: string;
  /** What an author did, by CRediT. */
  readonly contribution: string;
  readonly creditRoles: Readonly<Record<CreditRole, string>>;
  readonly creditDegrees: Readonly<Record<CreditDegree, string>>;
  readonly equalContribution: string;
  readonly funding: string;
  readonly conflictOfInterest: string;
  readonly dataAvailability: string;
  readonly contributorKinds: Readonly<Record<ContributorKind, string>>;
  readonly doi: string;
  readonly printedDate: string;
  readonly placeholderSite: string;
  readonly inTextReference: string;
  readonly extendedAbstract: string;
  /** Shows what follows the beginning of a long one. */
  readonly wholeAbstract: string;
  readonly keywords: string;
  readonly notes: string;
  readonly apparatus: string;
  readonly works: string;
  readonly worksInPersian: string;
  readonly worksInLatin: string;
  readonly worksInOtherScripts: string;
  /** Explains the marks of a printed page. */
  readonly apparatusHint: string;
  readonly article: string;
  readonly articles: string;
  /** Of an edition without articles. */
  readonly noArticles: string;
  readonly version: string;
  readonly versions: string;
  /** Of which number it is of this edition, in a record of a library. */
  readonly versionHere: (number: string) => string;
  readonly allVersions: string;
  readonly earlierVersions: string;
  readonly latest: string;
  /** Those beside PDF and EPUB. */
  readonly otherFormats: string;
  /** The archive of an older version, where it has no other files. */
  readonly versionArchive: string;
  readonly sourcePage: string;
  readonly changesPage: string;
  readonly digest: string;
  readonly digestHint: string;
  readonly draft: string;
  readonly sourceLines: string;
  readonly sourceLine: (first: number, last: number) => string;
  readonly noParagraph: string;
  readonly paragraph: (number: number) => string;
  /** As short as it can be, in a list of places. */
  readonly shortParagraph: (number: string) => string;
  /** Takes the number as the page shows it, so that the label holds the visible text (WCAG 2.5.3). */
  readonly paragraphLink: (number: string) => string;
  readonly note: (number: string) => string;
  readonly back: string;
  readonly close: string;
  readonly lostNote: string;
  /** Of one of several that stand under `lostNotes`, where it is opened by itself. */
  readonly lostNoteShort: string;
  readonly lostNotes: (count: string) => string;
  readonly lostCreatorNote: string;
  /** In place of an image that a draft names and does not have. */
  readonly noImage: string;
  readonly image: string;
  readonly originalImage: string;
  /** One without a number; what is numbered is called as the text calls it (edition/labels.ts). */
  readonly formula: string;
  readonly list: (number: number) => string;
  readonly definitions: (number: number) => string;
  readonly epigraph: string;
  readonly dedication: string;
  readonly acknowledgements: string;
  readonly glossary: string;
  readonly reading: string;
  readonly readings: string;
  readonly doubtful: string;
  readonly sourceForm: string;
  readonly candidates: string;
  readonly certaintyLabel: string;
  readonly reason: string;
  readonly place: string;
  readonly remark: string;
  readonly supplied: string;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly certaintyHint: Readonly<Record<Certainty, string>>;
  readonly events: Readonly<Record<ArticleEvent, string>>;
  readonly uses: Readonly<Record<LineUse, string>>;
  readonly kinds: Readonly<Record<Version['kind'], string>>;
  readonly corresponding: string;
  readonly versionOfRecord: string;
  readonly book: string;
  readonly conference: string;
  readonly articleNumber: string;
  readonly specialIssue: string;
  readonly doiVersion: string;
  readonly doiArticle: string;
  readonly doiReserved: string;
  readonly journal: string;
  /** The shelves of a journal: what leads to its articles beside the list. */
  readonly shelves: Readonly<Record<'issues' | 'authors' | 'subjects' | 'types' | 'years', string>>;
  readonly waysIn: string;
  readonly currentIssue: string;
  readonly editorial: string;
  readonly issueFiles: string;
  /** The link to an issue as one EPUB. */
  readonly issueBook: string;
  readonly volumeNumber: (number: string) => string;
  readonly issueNumber: (number: string) => string;
  /** A year of the calendar that is not the language's own. */
  readonly otherCalendar: (year: string) => string;
  /** Why a name may stand twice among the authors. */
  readonly authorsHint: string;
  readonly newVersions: string;
  /** The link to the feed of an author. */
  readonly authorFeed: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly year: string;
  readonly rights: string;
  readonly access: string;
  readonly accessKinds: Readonly<Record<Access, string>>;
  /** What was said of a version since its release, by its kind; and what leads to where it was said. */
  readonly notices: Readonly<Record<NoticeKind, string>>;
  readonly noticePlace: string;
  /** Of what an article treats, where and when; and what it is to other works. */
  readonly romanisedTitle: string;
  readonly subjectTerms: string;
  readonly coveredPlaces: string;
  readonly coveredPeriods: string;
  readonly workRelations: Readonly<Record<WorkRelationKind, string>>;
  /** What an article publishes beside its text: all of it, and one. */
  readonly articleFiles: string;
  /** What the manuscript is called that was sent, where readers get it. */
  readonly receivedFile: string;
  readonly articleFile: string;
  readonly howToCite: string;
  readonly howToCiteHint: string;
  readonly whereToSearch: string;
  readonly searchHint: string;
  readonly fullText: string;
  readonly wholeBook: string;
  readonly dates: string;
  readonly seenAt: string;
  readonly inSource: string;
  readonly byAuthors: string;
  readonly ours: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly permanentAddress: string;
  readonly aboutArticle: string;
  readonly decoded: string;
  readonly decodedHint: string;
}

/** The words of the page of changes and of the notices on older versions. Versions and places come as the page shows them. */
export interface ChangesStrings {
  readonly title: string;
  readonly history: string;
  readonly oneVersion: string;
  readonly feed: string;
  readonly data: string;
  readonly digest: string;
  readonly draft: string;
  readonly between: (from: string, to: string) => string;
  readonly key: string;
  readonly nothingDiffers: string;
  readonly nothingInText: string;
  readonly unchanged: (count: string) => string;
  readonly ofApparatus: (count: string) => string;
  readonly ofMetadata: string;
  readonly ofWorks: string;
  readonly anyTwo: string;
  readonly changed: (count: string) => string;
  readonly place: (place: string, version: string) => string;
  readonly became: string;
  readonly relations: Readonly<Record<RelationKind, string>>;
  readonly movedToo: string;
  readonly classes: Readonly<Record<ChangeClass, string>>;
  readonly deletion: string;
  readonly insertion: string;
  readonly end: string;
  readonly zwnj: string;
  readonly space: string;
  readonly breakMark: string;
  readonly lost: string;
  readonly noteMarker: (number: string) => string;
  readonly citation: string;
  readonly locators: Readonly<Record<LocatorKind, string>>;
  readonly markup: (what: string) => string;
  readonly fromSource: string;
  readonly fromSourceHint: string;
  readonly firstText: (version: string) => string;
  readonly latestText: (version: string) => string;
  readonly sameText: (first: string, latest: string) => string;
  readonly notInFirst: (version: string) => string;
  readonly newer: (version: string) => string;
  readonly whatChanged: string;
  readonly newerHere: (version: string, place: string) => string;
  readonly sameHere: (version: string, place: string) => string;
  readonly removedSince: (version: string) => string;
}

/** The words of what helps a reader along. They go into the script of the pages, so there is no other word here. */
export interface ReadingStrings {
  readonly display: string;
  readonly size: string;
  readonly sizes: Readonly<Record<'small' | 'normal' | 'large' | 'larger', string>>;
  readonly width: string;
  readonly widths: Readonly<Record<'narrow' | 'normal' | 'wide', string>>;
  /** Whether all lines of a text end at the same place. */
  readonly align: string;
  readonly aligns: Readonly<Record<'auto' | 'even' | 'ragged', string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<'device' | 'light' | 'sepia' | 'dark', string>>;
  readonly keys: string;
  readonly keysChoices: Readonly<Record<'on' | 'off', string>>;
  readonly close: string;
  readonly notCopied: string;

  /** Label of the choice of what is cited, and of the style of its reference. */
  readonly cited: string;
  readonly style: string;
  /** Takes minutes, as the page shows them. */
  readonly readingTime: (minutes: string) => string;
  readonly left: (minutes: string) => string;
  readonly goOn: (paragraph: string) => string;
}

/** The words of the accessibility page. */
export interface ConformanceStrings {
  readonly lead: string;
  readonly how: readonly string[];
  readonly limits: string;
  readonly limit: readonly string[];
  readonly table: string;
  readonly criterion: string;
  readonly level: string;
  readonly tried: string;
  readonly result: string;
  readonly note: string;
  readonly trials: Readonly<Record<Trial, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly count: (met: string, partly: string, absent: string) => string;
  /** The name of each criterion, and what there is to say of it. */
  readonly criteria: Readonly<Record<CriterionId, { readonly name: string; readonly note: string }>>;
}

/** The words of a book (EPUB) that are not those of its text. */
export interface BookStrings {
  /** How the book can be read (schema:accessibilitySummary). */
  readonly summary: string;
  /** The same of a book with images. */
  readonly summaryWithImages: string;
  readonly cover: string;
  readonly toc: string;
  readonly landmarks: string;
}

/** What the header of a TEI file says of a text that was, or was not, damaged when it came, or was written for the edition. */
interface TextPrinciples {
  readonly responsibility: string;
  /** Of a text that came. */
  readonly witness: string;
  readonly correction: string;
}

/** The editorial principles, shortly, for the header of a TEI file. */
export interface PrinciplesStrings {
  readonly restored: TextPrinciples;
  readonly intact: TextPrinciples;
  readonly bornDigital: Omit<TextPrinciples, 'witness'>;
  /** Of a text in Persian. */
  readonly persian: string;
  readonly interpretation: string;
  readonly general: readonly string[];
  readonly references: string;
  /** Of an article that no journal has published. */
  readonly publication: string;
  readonly calendar: string;
  readonly lunarCalendar: string;
}

/** The parts of the file `README.txt`, apart from the edition's own facts, line by line. */
export interface ReadmeStrings {
  readonly what: readonly string[];
  readonly open: readonly string[];
  readonly versions: readonly string[];
  readonly machines: readonly string[];
  readonly verify: readonly string[];
  readonly licence: readonly string[];
}

/** The words of the page for preservation networks (LOCKSS, CLOCKSS). */
export interface PreservationStrings {
  readonly title: string;
  readonly lead: string;
  readonly scope: string;
  /** What the edition itself can permit. */
  readonly ours: string;
  /** What it cannot: takes its rights statement. */
  readonly texts: (rights: { readonly name: string; readonly note: string }) => string;
  readonly versions: string;
  readonly rights: string;
  readonly version: string;
}
