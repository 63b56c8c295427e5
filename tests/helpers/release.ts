import { sha256 } from '../../src/edition/load.ts';
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

/** The files of an article's versions, released as `npm run new -- release` does: texts, frozen bibliographies, list. */
export function releasedFiles(slug: string, versions: readonly FixtureVersion[]): Record<string, string> {
  const folder = `content/articles/${slug}`;
  const files: Record<string, string> = {};
  const entries = versions.map(
    ({ number, date = '2026-01-01', kind = 'restoration', bibliography = '', ...version }) => {
      const text = version.text ?? (soundFiles[`${folder}/1.0.0.mdx`] as string);
      files[`${folder}/${number}.mdx`] = text;
      if (!version.isDraft) files[`${folder}/${number}.bib`] = bibliography;
      const digests = `  digest: ${sha256(text)}\n  bibliographyDigest: ${sha256(bibliography)}\n`;
      return `- version: ${number}\n  date: ${date}\n${version.isDraft ? '' : digests}  kind: ${kind}\n  summary: { fa: نسخه, en: Version ${number} }\n`;
    },
  );
  return { ...files, [`${folder}/versions.yaml`]: entries.join('') };
}
