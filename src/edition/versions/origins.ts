/** Each passage of the latest version with where it comes from: its source lines and its text in the first version. */
import { alignedRows } from '../fidelity/alignment.ts';
import { type Article, type Block, type LineRange, latestVersion, type Version } from '../model.ts';
import { descendantOf } from './identity.ts';
import { piecesOf } from './pieces.ts';

export interface Origin {
  readonly id: string;
  readonly lines: readonly LineRange[];
  readonly latest: Block;
  /** What it was in the first version: several where paragraphs were merged, none where it was added. */
  readonly first: readonly Block[];
  /** Whether the first version had it word for word, marks included. */
  readonly isSame: boolean;
}

const blocksById = (version: Version) =>
  new Map(alignedRows(version).flatMap(({ id, block }) => (id && block ? [[id, block] as const] : [])));

/** The origins of all passages that come from the source, in reading order. */
export function originsOf(article: Article): readonly Origin[] {
  const first = article.versions[0] as Version;
  const latest = latestVersion(article);
  const [old, now] = [blocksById(first), blocksById(latest)];
  const signatures = new Map(piecesOf(first, article.language).map((piece) => [piece.id, piece.signature]));
  return piecesOf(latest, article.language).flatMap((piece) => {
    const block = now.get(piece.id);
    if (!block) return [];
    const ids = descendantOf(article, latest, first, piece.id);
    return [
      {
        id: piece.id,
        lines: piece.source,
        latest: block,
        first: ids.flatMap((id) => old.get(id) ?? []),
        isSame: ids.length === 1 && signatures.get(ids[0] as string) === piece.signature,
      },
    ];
  });
}
