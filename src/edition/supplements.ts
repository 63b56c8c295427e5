/** Supplementary files: those of the folder `files/` of which `files:` of `article.yaml` says what they are. */
import { filePath, permanent } from './addresses.ts';
import type { StatedFile } from './article-files.ts';
import type { Subject, Version } from './model.ts';
import { type Licence, licenceOf } from './rights.ts';

/** A supplementary file of a version. */
export interface SupplementaryFile extends Omit<StatedFile, 'licence'> {
  readonly licence?: Licence | undefined;
  /** Without parameters: `text/csv`. */
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The supplementary files of a version, in the order in which the article names them; one that a draft lacks is none. */
export const supplementsOf = ({ metadata, files }: Pick<Version, 'metadata' | 'files'>): readonly SupplementaryFile[] =>
  (metadata.files ?? []).flatMap((stated) => {
    const file = files.find(({ name }) => name === stated.name);
    if (!file) return [];
    const { mediaType, bytes, sha256 } = file;
    const licence = stated.licence === undefined ? undefined : licenceOf(stated.licence);
    return [{ ...stated, licence, mediaType: mediaType.split(';')[0] as string, bytes, sha256 }];
  });

/** The permanent address of a supplementary file. */
export const addressOfSupplement = (
  { edition, article, version }: Subject,
  { name }: Pick<SupplementaryFile, 'name'>,
): string => permanent(edition.site, filePath(article.slug, version.number, name));
