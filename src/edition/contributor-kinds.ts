/** Who took part in an article beside its authors, and by what name each standard knows them: one table, a column for each. */

/** The roles that `contributors:` of `article.yaml` can name. */
export const contributorRoles = ['editor', 'translator', 'reviewer'] as const;
export type ArticleContributorRole = (typeof contributorRoles)[number];

/** The same, and who edited this edition (`editors:` of `edition.yaml`). */
export type ContributorKind = ArticleContributorRole | 'edition-editor';

/** The names of a kind in the standards. */
export interface ContributorTerms {
  /** The suggested values of `contrib-type` of JATS 1.3. */
  readonly jats: 'editor' | 'translator' | 'reviewer';
  /** `contributor_role` of a deposit to Crossref. */
  readonly crossref: 'editor' | 'translator' | 'reviewer';
  /** `contributorType` of DataCite 4.6 (appendix 1), which has no reviewers. */
  readonly datacite: 'Editor' | 'Translator' | 'Other';
  /** Code and term of the MARC Relator Terms (https://id.loc.gov/vocabulary/relators): `rev` reviews what is published. */
  readonly marc: { readonly code: 'edt' | 'trl' | 'ctb'; readonly term: string };
}

const editor: ContributorTerms = {
  jats: 'editor',
  crossref: 'editor',
  datacite: 'Editor',
  marc: { code: 'edt', term: 'editor' },
};

export const contributorTerms: Readonly<Record<ContributorKind, ContributorTerms>> = {
  editor,
  translator: {
    jats: 'translator',
    crossref: 'translator',
    datacite: 'Translator',
    marc: { code: 'trl', term: 'translator' },
  },
  reviewer: { jats: 'reviewer', crossref: 'reviewer', datacite: 'Other', marc: { code: 'ctb', term: 'reviewer' } },
  'edition-editor': editor,
};
