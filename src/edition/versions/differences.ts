/** What differs between two versions, word by word, as plain data. */

import type { Article, Version } from '../model.ts';
import { type ChangeClass, classOrder, compare, type DifferencePart } from './comparison.ts';
import { type FieldDifference, fieldsBetween, type WorkDifference, worksBetween } from './field-differences.ts';
import { type Relation, type RelationKind, relate } from './identity.ts';
import { breakToken, type Piece, type PieceKind, piecesOf, type Token } from './pieces.ts';

export interface BlockDifference extends Relation {
  readonly block: PieceKind;
  readonly language: string;
  readonly classes: readonly ChangeClass[];
  /** Empty where nothing differs. */
  readonly parts: readonly DifferencePart[];
}

export interface Differences {
  /** The numbers of the two versions. */
  readonly from: string;
  readonly to: string;
  /** In the order of the newer version. */
  readonly blocks: readonly BlockDifference[];
  /** What is said of the article. */
  readonly metadata: readonly FieldDifference[];
  /** The works cited that differ, in the order of their keys. */
  readonly works: readonly WorkDifference[];
}

/** The differences between two versions of an article. */
export function differencesBetween(article: Article, from: Version, to: Version): Differences {
  const old = new Map(piecesOf(from, article.language).map((piece) => [piece.id, piece]));
  const now = new Map(piecesOf(to, article.language).map((piece) => [piece.id, piece]));
  return {
    from: from.number,
    to: to.number,
    blocks: relate(article, from, to).map((relation) =>
      blockDifference(
        relation,
        relation.from.map((id) => old.get(id) as Piece),
        relation.to.map((id) => now.get(id) as Piece),
      ),
    ),
    metadata: fieldsBetween(from.metadata, to.metadata),
    works: worksBetween(from.works, to.works),
  };
}

/** Whether nothing of a block but notes of the editors has changed. */
export const isOfApparatus = ({ kind, moved, classes }: BlockDifference): boolean =>
  kind === 'changed' && !moved && classes.every((one) => one === 'reading' || one === 'remark');

/** The pairs of versions whose differences are shown: consecutive ones, and first and latest where others lie between. */
export function shownPairs(article: Article): (readonly [Version, Version])[] {
  const { versions } = article;
  const steps = versions.slice(1).map((version, index) => [versions[index] as Version, version] as const);
  const whole = [versions[0] as Version, versions.at(-1) as Version] as const;
  return versions.length > 2 ? [...steps, whole] : steps;
}

/** The pairs that are shown on pages of their own: those that the page of changes leaves out. */
export const otherPairs = (article: Article): (readonly [Version, Version])[] => {
  const shown = shownPairs(article);
  return allPairs(article).filter(([from, to]) => !shown.some((pair) => pair[0] === from && pair[1] === to));
};

/** Every pair of versions, the older first. */
export const allPairs = (article: Article): (readonly [Version, Version])[] =>
  article.versions.flatMap((to, index) => article.versions.slice(0, index).map((from) => [from, to] as const));

const untouched: ReadonlySet<RelationKind> = new Set(['same', 'moved']);

function blockDifference(relation: Relation, from: readonly Piece[], to: readonly Piece[]): BlockDifference {
  const piece = (to[0] ?? from[0]) as Piece;
  const parts = untouched.has(relation.kind) ? [] : compare(joined(from), joined(to));
  const found = new Set(parts.flatMap((part) => part.classes ?? []));
  if (piece.kind === 'note' && parts.length > 0) found.add('note');
  return {
    ...relation,
    block: piece.kind,
    language: piece.language,
    classes: classOrder.filter((one) => found.has(one)),
    parts,
  };
}

const joined = (pieces: readonly Piece[]): Token[] =>
  pieces.flatMap((piece, index) => [...(index > 0 ? [breakToken] : []), ...piece.tokens]);
