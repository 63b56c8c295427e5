/** Which exports an edition offers: the one rule from which files, links and records follow. */

/** The exports of a version, by the endings of their files, in the order of the pages. */
export const formatNames = [
  'pdf',
  'epub',
  'txt',
  'md',
  'bib',
  'biblatex.bib',
  'ris',
  'csl.json',
  'enw',
  'dc.xml',
  'mods.xml',
  'marc.xml',
  'datacite.xml',
  'datacite.json',
  'crossref.xml',
  'jsonld',
  'jats.xml',
  'tei.xml',
] as const;

/** What an edition always has, and why. */
export const neverOff: Readonly<Record<string, string>> = {
  html: 'it is the page itself',
  mdx: 'the digest of a version is that of this file',
  txt: 'it is what is read where no script runs',
  'dc.xml': 'OAI-PMH demands it of every record',
};

/** What an edition says of its files. */
export interface Offers {
  /** The formats that it does without. */
  readonly formats?: Readonly<Record<string, 'off'>> | undefined;
  /** Which versions have every file: all, as long as nothing is said; or the latest, and that once. */
  readonly versions?: 'latest' | 'all' | undefined;
}

/** The archive of an older version: every file that it would have beside its page. */
export const archive = { name: 'ZIP', extension: 'zip', mediaType: 'application/zip' } as const;

/** Whether an edition has a format at all: of its latest versions, in its lists of works and in its books. */
export const isOn = ({ formats }: Offers, name: string): boolean =>
  formats === undefined || !Object.hasOwn(formats, name);

/** Whether a version has its page, its text and one archive, and no other file. */
export const isArchived = ({ edition, article, version }: OfferSubject): boolean =>
  edition.versions === 'latest' && version.number !== article.versions.at(-1)?.number;

/** Whether the files of the latest version stand again beside the bare address of the article; no page leads there. */
export const hasCopies = ({ versions }: Offers): boolean => versions !== 'latest';

/** Whether a version has a file of a format, by the ending of the file. */
export const isOffered = (subject: OfferSubject, name: string): boolean =>
  isOn(subject.edition, name) && (name === 'txt' || !isArchived(subject));

/** As much of a version as the rule asks for. */
export interface OfferSubject {
  readonly edition: Offers;
  readonly article: { readonly versions: readonly { readonly number: string }[] };
  readonly version: { readonly number: string };
}
