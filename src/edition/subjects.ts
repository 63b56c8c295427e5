/** Of what an article treats, in the words of others: terms of the schemes that libraries use, places and periods. */
import type { Texts } from '../text/languages.ts';

/** The schemes that `subjects:` of `article.yaml` can name. */
export const subjectSchemes = ['lcsh', 'fast', 'wikidata', 'ddc'] as const;

export type SubjectScheme = (typeof subjectSchemes)[number];

/** A term of a scheme. */
export interface SubjectTerm {
  readonly scheme: SubjectScheme;
  readonly uri: string;
  readonly term: Texts;
}

/** A place of which an article treats. */
export interface CoveredPlace {
  readonly name: Texts;
  /** By what it is known: its address in Wikidata, GeoNames or another register. */
  readonly uri?: string | undefined;
  /** Its code in the MARC Code List for Geographic Areas: `a-ir---`. */
  readonly gac?: string | undefined;
}

/** A time of which an article treats, by its name and its Gregorian years. */
export interface CoveredPeriod {
  readonly name: Texts;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

interface SchemeTerms {
  readonly name: string;
  /** The address of the scheme. */
  readonly uri: string;
  /** What the address of a term is. */
  readonly form: RegExp;
  readonly example: string;
  /** The second indicator of MARC 650 and its `$2` (Subject Heading and Term Source Codes); of a classification neither. */
  readonly marc?: { readonly indicator: '0' | '7'; readonly source?: string | undefined } | undefined;
}

/** The schemes, and where their terms have their addresses. */
export const schemeTerms: Readonly<Record<SubjectScheme, SchemeTerms>> = {
  lcsh: {
    name: 'Library of Congress Subject Headings',
    uri: 'http://id.loc.gov/authorities/subjects',
    form: /^https?:\/\/id\.loc\.gov\/authorities\/(?:subjects|names)\/[a-z]+\d+$/,
    example: 'http://id.loc.gov/authorities/subjects/sh85067435',
    marc: { indicator: '0' },
  },
  fast: {
    name: 'FAST',
    uri: 'http://id.worldcat.org/fast',
    form: /^https?:\/\/id\.worldcat\.org\/fast\/\d+$/,
    example: 'http://id.worldcat.org/fast/977053',
    marc: { indicator: '7', source: 'fast' },
  },
  wikidata: {
    name: 'Wikidata',
    uri: 'https://www.wikidata.org',
    form: /^https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/Q[1-9]\d*$/,
    example: 'https://www.wikidata.org/entity/Q166542',
    marc: { indicator: '7', source: 'wikidata' },
  },
  ddc: {
    name: 'Dewey Decimal Classification',
    uri: 'http://dewey.info',
    form: /^https?:\/\/dewey\.info\/class\/[\d.]+(?:\/.*)?$/,
    example: 'http://dewey.info/class/327/',
  },
};

/** The number of a class of Dewey's: of the other schemes nothing. */
export const classOf = ({ scheme, uri }: SubjectTerm): string | undefined =>
  scheme === 'ddc' ? /\/class\/([\d.]+)/.exec(uri)?.[1] : undefined;

/** The years of a period as ISO 8601 has an interval, `1991/2020`; open where an end is not known. Nothing where no year is. */
export const yearsOf = ({ start, end }: CoveredPeriod): string | undefined =>
  start === undefined && end === undefined ? undefined : start === end ? start : `${start ?? '..'}/${end ?? '..'}`;
