/** What differs between two versions, word by word, as plain data. */
import { diffArrays } from 'diff';
import { type Relation, type RelationKind, relate } from './identity.ts';
import type { Article, Version } from './model.ts';
import { breakToken, type Mark, type Piece, type PieceKind, piecesOf, type Token } from './pieces.ts';

/**
 * What a change is a change of. `zwnj`, `spacing`, `digits` and `punctuation` leave the letters alone; `citation` is another work
 * or other pages behind the same words; `reading` and `remark` are the apparatus; `note` is a marker or the text of a note; `break`
 * is the border of paragraphs, items or cells; `markup` is emphasis, supplied words, a link, the level of a heading.
 */
export type ChangeClass =
  | 'letters'
  | 'digits'
  | 'zwnj'
  | 'spacing'
  | 'punctuation'
  | 'citation'
  | 'note'
  | 'reading'
  | 'remark'
  | 'markup'
  | 'break';

/** A stretch that both versions have, or one of them. */
export interface DifferencePart {
  readonly op: 'same' | 'insert' | 'delete';
  readonly text: string;
  /** Of what the change that it belongs to is one; of `same` absent. */
  readonly classes?: readonly ChangeClass[] | undefined;
  /** The language of a run in another language than the block. */
  readonly lang?: string | undefined;
  /** What stands here instead of text. */
  readonly mark?: Mark | undefined;
}

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
  };
}

/** The pairs of versions whose differences are shown: consecutive ones, and first and latest where others lie between. */
export function shownPairs(article: Article): (readonly [Version, Version])[] {
  const { versions } = article;
  const steps = versions.slice(1).map((version, index) => [versions[index] as Version, version] as const);
  const whole = [versions[0] as Version, versions.at(-1) as Version] as const;
  return versions.length > 2 ? [...steps, whole] : steps;
}

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

const classOrder: readonly ChangeClass[] = [
  'letters',
  'digits',
  'zwnj',
  'spacing',
  'punctuation',
  'citation',
  'note',
  'reading',
  'remark',
  'markup',
  'break',
];

/** A stretch of both versions, or what stands in the one for what stands in the other. */
interface Hunk {
  readonly same: Token[];
  readonly deleted: Token[];
  readonly inserted: Token[];
}

/** The differences of two token lists. */
function compare(from: Token[], to: Token[]): DifferencePart[] {
  return hunksOf(from, to).flatMap((hunk) => {
    const classes = classesOf(hunk.deleted, hunk.inserted);
    return [
      ...partsOf(hunk.same, 'same'),
      ...partsOf(hunk.deleted, 'delete', classes),
      ...partsOf(hunk.inserted, 'insert', classes),
    ];
  });
}

const isSpace = (tokens: readonly Token[]) => tokens.every((token) => token.key === ' ');

/** jsdiff's hunks; a space alone between two changes joins them, so that a phrase is replaced as one. */
function hunksOf(from: Token[], to: Token[]): Hunk[] {
  const hunks: Hunk[] = [];
  const changes = diffArrays(from, to, { comparator: (one, other) => one.key === other.key });
  changes.forEach((change, index) => {
    const last = hunks.at(-1);
    const isOpen = last !== undefined && last.same.length === 0;
    if (change.added || change.removed) {
      const hunk = isOpen ? last : { same: [], deleted: [], inserted: [] };
      if (!isOpen) hunks.push(hunk);
      (change.added ? hunk.inserted : hunk.deleted).push(...change.value);
    } else if (isOpen && isSpace(change.value) && index < changes.length - 1) {
      last.deleted.push(...change.value);
      last.inserted.push(...change.value);
    } else hunks.push({ same: [...change.value], deleted: [], inserted: [] });
  });
  return hunks;
}

const projections: readonly (readonly [ChangeClass, (text: string) => string])[] = [
  ['letters', (text) => text.replace(/[^\p{L}\p{M}]/gu, '')],
  ['digits', (text) => text.replace(/\P{N}/gu, '')],
  ['punctuation', (text) => text.replace(/[\p{L}\p{M}\p{N}\s\u200c\u200d]/gu, '')],
];

const markClass = (mark: Mark): ChangeClass => (mark.type === 'lost' ? 'note' : mark.type);

/** Of what a change is one. Joiners and spaces count where the letters are the same: new words bring their own. */
function classesOf(deleted: readonly Token[], inserted: readonly Token[]): ChangeClass[] {
  const [before, after] = [deleted, inserted].map((tokens) =>
    tokens.map((token) => (token.mark ? '' : token.text)).join(''),
  ) as [string, string];
  const found = new Set(projections.filter(([, project]) => project(before) !== project(after)).map(([name]) => name));
  if (!found.has('letters')) {
    const joiners = (text: string) => text.replace(/[^\p{L}\p{M}\u200c\u200d]/gu, '');
    if (joiners(before) !== joiners(after)) found.add('zwnj');
    // Around the border of two paragraphs spaces come and go.
    else if (found.size === 0 && before !== after && ![...deleted, ...inserted].includes(breakToken))
      found.add('spacing');
  }
  // A mark that only stands around other words is no change of the mark.
  const keys = (tokens: readonly Token[]) => tokens.filter((token) => token.mark).map((token) => token.key);
  const [lost, won] = [keys(deleted), keys(inserted)];
  for (const { key, mark } of [...deleted, ...inserted]) {
    const count = (list: readonly string[]) => list.filter((one) => one === key).length;
    if (mark && count(lost) !== count(won)) found.add(markClass(mark));
  }
  return classOrder.filter((one) => found.has(one));
}

/** Tokens as stretches of one language, marks apart. */
function partsOf(
  tokens: readonly Token[],
  op: DifferencePart['op'],
  classes?: readonly ChangeClass[],
): DifferencePart[] {
  const parts: DifferencePart[] = [];
  for (const { text, lang, mark } of tokens) {
    const last = parts.at(-1);
    if (!mark && last && !last.mark && last.lang === lang)
      parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push({ op, text, ...(classes && { classes }), ...(lang && { lang }), ...(mark && { mark }) });
  }
  return parts;
}
