/** What has to be said of a released version since: its kinds, and by what name each standard knows them. */
import type { IsoDate } from '../text/calendar.ts';
import { type Localised, type Texts, textIn } from '../text/languages.ts';

/** The kinds that `notices.yaml` can name. */
export const noticeKinds = ['retraction', 'concern', 'correction', 'erratum', 'licence', 'doi'] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** A statement on a version that was made after its release. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly date: IsoDate;
  readonly reason: Texts;
  /** Where it stands, or what corrects. */
  readonly url?: string | undefined;
  /** The DOI that was registered for the version; of every other kind, that of the notice itself. */
  readonly doi?: string | undefined;
  /** The licence that was granted, by its SPDX identifier. */
  readonly licence?: string | undefined;
}

/** The names of a kind in the standards that have one. A licence and a DOI are said in the places that these have anyway. */
export interface NoticeTerms {
  /** In English: what the version is or has since. */
  readonly label: string;
  /** Crossref's types of updates (https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/). */
  readonly crossref?: 'retraction' | 'expression_of_concern' | 'correction' | 'erratum' | undefined;
  /**
   * `relationType` of DataCite 4.6, from the version to the notice. It has none for retractions: «is obsoleted by» is the one that
   * says that it no longer holds.
   */
  readonly datacite?: 'IsObsoletedBy' | 'IsReviewedBy' | 'IsSupplementedBy' | undefined;
  /** `related-article-type` from an article to what is said of it. */
  readonly jats?: 'retraction-forward' | 'concern-forward' | 'correction-forward' | undefined;
  /**
   * What stands before the title in references, of what who cites the version has to say too (NISO RP-45-2024, Communication of
   * Retractions, Removals, and Expressions of Concern: the title in metadata).
   */
  readonly mark?: Localised | undefined;
}

/** Whether who finds or cites the version has to know of it first. */
export const isGrave = (notice: Pick<Notice, 'kind'>): boolean => noticeTermsOf(notice).mark !== undefined;

const terms: Readonly<Record<NoticeKind, NoticeTerms>> = {
  retraction: {
    label: 'Retracted',
    crossref: 'retraction',
    datacite: 'IsObsoletedBy',
    jats: 'retraction-forward',
    mark: { fa: 'سلب اعتبار شده', en: 'RETRACTED', ar: 'مسحوبة' },
  },
  concern: {
    label: 'Expression of concern',
    crossref: 'expression_of_concern',
    datacite: 'IsReviewedBy',
    jats: 'concern-forward',
    mark: { fa: 'ابراز نگرانی', en: 'EXPRESSION OF CONCERN', ar: 'إبداء تحفّظ' },
  },
  correction: {
    label: 'Corrected',
    crossref: 'correction',
    datacite: 'IsSupplementedBy',
    jats: 'correction-forward',
  },
  erratum: {
    label: 'Erratum',
    crossref: 'erratum',
    datacite: 'IsSupplementedBy',
    jats: 'correction-forward',
  },
  licence: { label: 'Licence granted' },
  doi: { label: 'DOI registered' },
};

/** What the standards call a notice of that kind. */
export const noticeTermsOf = ({ kind }: Pick<Notice, 'kind'>): NoticeTerms => terms[kind];

/** What is about a version that has notices. */
interface Noticed {
  readonly date: IsoDate;
  readonly notices: readonly Notice[];
}

/** The day on which what is said of a version last changed: that of its last notice, or of its release. */
export const lastChangeOf = ({ date, notices }: Noticed): IsoDate => notices.at(-1)?.date ?? date;

/** Where a notice stands: its DOI as an address, or the address that it gives. */
export const placeOf = ({ kind, doi, url }: Notice): string | undefined =>
  doi !== undefined && kind !== 'doi' ? `https://doi.org/${doi}` : url;

/** The same with what it is in English and its date: `Retracted 2026-03-01: reason`. */
export const sayNoticeInEnglish = (notice: Notice): string =>
  [`${noticeTermsOf(notice).label} ${notice.date}: ${textIn(notice.reason, 'en').value}`, placeOf(notice)]
    .filter(Boolean)
    .join(' ');

/** Notices as readers have to see them: what they have to know first before the others, of each the last first. */
export const byWeight = (notices: readonly Notice[]): readonly Notice[] =>
  notices.toReversed().sort((a, b) => Number(isGrave(b)) - Number(isGrave(a)));
