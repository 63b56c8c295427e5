/** What an article is to other works: one table, from which every export takes its column. */
import type { Texts } from '../text/languages.ts';
import type { NoticeKind } from './notices.ts';

/** The kinds that `relations:` of `article.yaml` can name. */
export const relationKinds = [
  'dataset',
  'software',
  'supplement',
  'translation-of',
  'review-of',
  'preprint-of',
  'series',
] as const;

export type WorkRelationKind = (typeof relationKinds)[number];

/**
 * What one article of the edition can be to another, named from the one that states it: a relation, but that to a series, which is
 * no article, or a notice that stands in the other.
 */
export const relatedHereKinds = [
  'translation-of',
  'review-of',
  'preprint-of',
  'supplement',
  'dataset',
  'software',
  'retraction',
  'concern',
  'correction',
  'erratum',
] as const satisfies readonly (WorkRelationKind | NoticeKind)[];

export type RelatedHereKind = (typeof relatedHereKinds)[number];

/** Another work, and what the article is to it. */
export interface WorkRelation {
  readonly kind: WorkRelationKind;
  readonly title?: Texts | undefined;
  readonly doi?: string | undefined;
  readonly url?: string | undefined;
}

/** The names of a kind in the standards. */
export interface RelationTerms {
  /** What stands before the other work in a catalogue, in English. */
  readonly label: string;
  /** `relationType` of DataCite 4.6, and what the other work is. */
  readonly datacite: 'IsSupplementedBy' | 'IsTranslationOf' | 'Reviews' | 'IsPreviousVersionOf' | 'IsPartOf';
  readonly dataciteType?: 'Dataset' | 'Software' | undefined;
  /** The relation of Crossref (relations.xsd): within the same work, or to another. */
  readonly crossref: readonly [scope: 'intra' | 'inter', type: string];
  /** `link-type` of JATS's `related-object`. */
  readonly jats: string;
  /** `type` of MODS's `relatedItem`, where it has one. */
  readonly mods?: 'original' | 'series' | 'reviewOf' | undefined;
  /** The field of MARC 21 that links to the other work. */
  readonly marc: '765' | '772' | '787' | '490' | '770';
  readonly schemaOrg: { readonly property: string; readonly type: string };
}

/** The names of relations in the standards. */
export const relationTerms: Readonly<Record<WorkRelationKind, RelationTerms>> = {
  dataset: {
    label: 'Data set',
    datacite: 'IsSupplementedBy',
    dataciteType: 'Dataset',
    crossref: ['inter', 'isSupplementedBy'],
    jats: 'is-supplemented-by',
    marc: '787',
    schemaOrg: { property: 'mentions', type: 'Dataset' },
  },
  software: {
    label: 'Software',
    datacite: 'IsSupplementedBy',
    dataciteType: 'Software',
    crossref: ['inter', 'isSupplementedBy'],
    jats: 'is-supplemented-by',
    marc: '787',
    schemaOrg: { property: 'mentions', type: 'SoftwareSourceCode' },
  },
  supplement: {
    label: 'Supplement',
    datacite: 'IsSupplementedBy',
    crossref: ['inter', 'isSupplementedBy'],
    jats: 'is-supplemented-by',
    marc: '770',
    schemaOrg: { property: 'hasPart', type: 'CreativeWork' },
  },
  'translation-of': {
    label: 'Translation of',
    datacite: 'IsTranslationOf',
    crossref: ['intra', 'isTranslationOf'],
    jats: 'is-translation-of',
    mods: 'original',
    marc: '765',
    schemaOrg: { property: 'translationOfWork', type: 'CreativeWork' },
  },
  'review-of': {
    label: 'Review of',
    datacite: 'Reviews',
    crossref: ['inter', 'isReviewOf'],
    jats: 'is-review-of',
    mods: 'reviewOf',
    marc: '787',
    schemaOrg: { property: 'itemReviewed', type: 'CreativeWork' },
  },
  'preprint-of': {
    label: 'Preprint of',
    datacite: 'IsPreviousVersionOf',
    crossref: ['intra', 'isPreprintOf'],
    jats: 'is-preprint-of',
    marc: '787',
    // schema.org has no word for it.
    schemaOrg: { property: 'http://purl.org/dc/terms/isVersionOf', type: 'CreativeWork' },
  },
  series: {
    label: 'Series',
    datacite: 'IsPartOf',
    crossref: ['inter', 'isPartOf'],
    jats: 'is-part-of',
    mods: 'series',
    marc: '490',
    schemaOrg: { property: 'isPartOf', type: 'CreativeWorkSeries' },
  },
};

/** The address of the other work: that of its DOI, or the one that is given. */
export const addressOfRelation = ({ doi, url }: WorkRelation): string | undefined =>
  doi === undefined ? url : `https://doi.org/${doi}`;
