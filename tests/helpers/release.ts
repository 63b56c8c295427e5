import { stringify } from 'yaml';
import { sealOf, sha256 } from '../../src/edition/reading/digests.ts';
import type { VersionsFile } from '../../src/edition/reading/schemas.ts';
import { soundFiles } from './edition.ts';

/** A version of an article of a small edition, as its files hold it. */
export interface FixtureVersion {
  readonly number: string;
  readonly date?: string;
  readonly kind?: string;
  /** Its text; that of the sound edition if none is given. */
  readonly text?: string;
  /** Its frozen bibliography, empty if none is given; of a draft, the working one counts. */
  readonly bibliography?: string;
  readonly isDraft?: boolean;
}

/** An entry of `versions.yaml` with the digests of the files that it was released with, and its seal on that of the version before. */
export function sealed(
  entry: Pick<VersionsFile[number], 'version' | 'date' | 'summary'> & { readonly kind: string },
  files: Readonly<Record<'text' | 'bibliography' | 'metadata' | 'source', string>>,
  before?: string,
) {
  const whole = {
    ...entry,
    digest: sha256(files.text),
    bibliographyDigest: sha256(files.bibliography),
    metadataDigest: sha256(files.metadata),
    sourceDigest: sha256(files.source),
  };
  return { ...whole, seal: sealOf(whole as VersionsFile[number], before) };
}

/**
 * The files of an article's versions, released as `npm run new -- release` does: texts, frozen bibliographies, list.
 *
 * @param metadata what all of them are released with; that of the sound edition if none is given
 */
export function releasedFiles(
  slug: string,
  versions: readonly FixtureVersion[],
  metadata = soundFiles[`content/articles/${slug}/article.yaml`] as string,
): Record<string, string> {
  const folder = `content/articles/${slug}`;
  const source = soundFiles[`${folder}/source.txt`] as string;
  const files: Record<string, string> = {};
  let before: string | undefined;
  const entries = versions.map(
    ({ number, date = '2026-01-01', kind = 'restoration', bibliography = '', ...version }) => {
      const text = version.text ?? (soundFiles[`${folder}/1.0.0.mdx`] as string);
      files[`${folder}/${number}.mdx`] = text;
      const entry = { version: number, date, kind, summary: { fa: 'نسخه', en: `Version ${number}` } };
      if (version.isDraft) return entry;
      files[`${folder}/${number}.bib`] = bibliography;
      files[`${folder}/${number}.yaml`] = metadata;
      const whole = sealed(entry, { text, bibliography, metadata, source }, before);
      before = whole.seal;
      return whole;
    },
  );
  return { ...files, [`${folder}/versions.yaml`]: stringify(entries) };
}
