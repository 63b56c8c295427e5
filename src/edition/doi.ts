/** The DOIs of the edition: one for an article (all its versions), one for each version. */
import type { Article, Edition, VersionOf } from './model.ts';

/** What a DOI is worth today. */
export type DoiStatus =
  /** The edition has no prefix: the DOI is made with DataCite's prefix for tests, for drafts of deposits only. */
  | 'draft'
  /** The edition has a prefix, and the DOI is not registered yet. */
  | 'reserved'
  | 'registered';

export interface Doi {
  /** Bare: `10.1234/estenad.concert-of-powers.1.0.0`. */
  readonly value: string;
  readonly status: DoiStatus;
}

/** DataCite's prefix for tests, which never resolves (https://support.datacite.org/docs/testing-guide). */
export const testPrefix = '10.5072';

/** What a DOI of a version is made of. */
interface WithDoi extends VersionOf {
  readonly edition: Pick<Edition, 'doi'>;
}

/** The DOI of a version: the one that a notice says was registered, or the edition's. Only a registered one may be shown as a link. */
export function doiOf({ edition, article, version }: WithDoi): Doi {
  const registered = version.notices.findLast(({ kind }) => kind === 'doi')?.doi;
  return registered === undefined
    ? doiWith(edition, article, '{version}', version.number)
    : { value: registered, status: 'registered' };
}

/** The DOI of an article in all its versions: a version's without its number and the mark before it. */
export const articleDoi = (edition: Pick<Edition, 'doi'>, article: Pick<Article, 'slug'>): Doi =>
  doiWith(edition, article, /[./_-]?\{version\}/, '');

function doiWith(
  { doi }: Pick<Edition, 'doi'>,
  { slug }: Pick<Article, 'slug'>,
  place: string | RegExp,
  number: string,
): Doi {
  const pattern = doi?.suffix ?? 'estenad.{slug}.{version}';
  const suffix = pattern.replace('{slug}', slug).replace(place, number);
  if (!doi) return { value: `${testPrefix}/${suffix}`, status: 'draft' };
  return { value: `${doi.prefix}/${suffix}`, status: doi.registered ? 'registered' : 'reserved' };
}
