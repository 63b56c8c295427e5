/** How the versions of an article stand to each other and to the version of record. */
import { latestVersion, type Version, type VersionOf } from '../model.ts';

export interface Succession {
  /** The version before it (RFC 5829: predecessor-version). */
  readonly older?: Version | undefined;
  /** The version after it (RFC 5829: successor-version). */
  readonly newer?: Version | undefined;
  /** The latest version (RFC 5829: latest-version), where it is another. */
  readonly latest?: Version | undefined;
}

/** What comes before a version of an article and after it. */
export function successionOf({ article, version }: VersionOf): Succession {
  const place = article.versions.indexOf(version);
  const latest = latestVersion(article);
  return {
    older: article.versions[place - 1],
    newer: article.versions[place + 1],
    latest: version === latest ? undefined : latest,
  };
}

/**
 * Which of the Journal Article Versions (NISO RP-8-2008) a version of this edition is, as the COAR vocabulary of version types
 * has them (https://vocabularies.coar-repositories.org/version_types/). They tell what author and publisher did; an edition
 * restored by others from the version of record is none of them.
 */
export const journalArticleVersion = {
  term: 'NA',
  label: 'Not Applicable (or Unknown)',
  uri: 'http://purl.org/coar/version/c_be7fb7dd8ff6fe43',
} as const;
