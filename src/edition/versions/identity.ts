/**
 * Which paragraph of one version is which of another. Computed from the texts alone, so that nothing has to be written by
 * hand when a paragraph is added, split or merged, and the same for the same texts.
 */
import { wordsOf } from '../../text/fold.ts';
import { type Article, flattened, latestVersion, type Version, type VersionOf } from '../model.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** `changed` with several on both sides: text crossed the border between paragraphs. */
export type RelationKind = 'same' | 'changed' | 'moved' | 'split' | 'merged' | 'added' | 'removed';

/** Pieces of an older version and what they became. */
export interface Relation {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly kind: RelationKind;
  /** Whether it stands at another place among the others, whatever else happened to it. */
  readonly moved: boolean;
}

/** A word in more pieces than this says nothing of which piece is which. */
const rare = 4;
/** Shares of the smaller piece's words that must stand in the other: with common source lines, and without. */
const shareWithSource = 0.4;
const shareAlone = 0.75;
/** Fewer words than this are found by chance anywhere. */
const fewestWords = 4;

const relations = new WeakMap<Version, WeakMap<Version, readonly Relation[]>>();

/**
 * The relations between the pieces of two versions, in the order of the newer one; what was removed stands where it stood.
 * Equal texts are paired first, then texts with common source lines or words, then what only has its source lines.
 */
export function relate(article: Article, from: Version, to: Version): readonly Relation[] {
  const known = relations.get(from)?.get(to);
  if (known) return known;
  const made = new Relating(piecesOf(from, article.language), piecesOf(to, article.language)).relate();
  if (!relations.has(from)) relations.set(from, new WeakMap());
  relations.get(from)?.set(to, made);
  return made;
}

/**
 * What became of a block of one version in another, along the versions between them; several after a split, none if it was
 * removed. It leads from newer to older versions too.
 *
 * @param id the anchor of a paragraph, heading, list, table, note or quotation
 */
export function descendantOf(article: Article, from: Version, to: Version, id: string): readonly string[] {
  const { versions } = article;
  const step = versions.indexOf(from) <= versions.indexOf(to) ? 1 : -1;
  const block = from.body.find((one) => one.id === id);
  let ids: readonly string[] = block ? flattened(block).map((one) => one.id) : [id];
  for (let index = versions.indexOf(from); versions[index] !== to; index += step) {
    const here = versions[index] as Version;
    const next = versions[index + step] as Version;
    const forward = step > 0;
    const steps = forward ? relate(article, here, next) : relate(article, next, here);
    const found = steps.filter((one) => (forward ? one.from : one.to).some((name) => ids.includes(name)));
    ids = found.flatMap((one) => (forward ? one.to : one.from));
  }
  return ids;
}

/** What became of a piece of an older version in the latest. */
export interface Newer {
  /** Its descendants; none where it was removed. */
  readonly ids: readonly string[];
  /** Whether it stands there with the same words and marks. */
  readonly isSame: boolean;
}

/** What a reader of an older version should know, for each of its pieces; nothing of the latest version. */
export function newerLinks({ article, version }: VersionOf): ReadonlyMap<string, Newer> {
  const latest = latestVersion(article);
  const links = new Map<string, Newer>();
  if (version === latest) return links;
  const signatures = new Map(piecesOf(latest, article.language).map((piece) => [piece.id, piece.signature]));
  for (const piece of piecesOf(version, article.language)) {
    const ids = descendantOf(article, version, latest, piece.id);
    const isSame = ids.length === 1 && signatures.get(ids[0] as string) === piece.signature;
    links.set(piece.id, { ids, isSame });
  }
  return links;
}

/** A piece with what comparing needs; made once each. */
interface Candidate {
  readonly piece: Piece;
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
  readonly lines: ReadonlySet<number>;
}

function candidateOf(piece: Piece): Candidate {
  const words = new Map<string, number>();
  const all = wordsOf(piece.text);
  for (const { fold } of all) words.set(fold, (words.get(fold) ?? 0) + 1);
  const lines = new Set<number>();
  for (const { first, last } of piece.source) for (let line = first; line <= last; line += 1) lines.add(line);
  return { piece, words, count: all.length, lines };
}

class Relating {
  private readonly old: readonly Piece[];
  private readonly now: readonly Piece[];
  /** Of each old piece, what it became; of each new one, what it was. */
  private readonly children = new Map<Piece, Set<Piece>>();
  private readonly parents = new Map<Piece, Set<Piece>>();

  constructor(old: readonly Piece[], now: readonly Piece[]) {
    this.old = old;
    this.now = now;
  }

  relate(): readonly Relation[] {
    // With the source lines first, so that of two equal texts each finds its own.
    this.pairEqual((piece) => `${piece.signature}\u0002${JSON.stringify(piece.source)}`);
    this.pairEqual((piece) => piece.signature);
    this.pairEqual((piece) => piece.text);
    this.pairByWords();
    this.pairBySource();
    this.pairNotes();
    return this.inOrder(this.components());
  }

  private link(one: Piece, other: Piece): void {
    this.children.set(one, (this.children.get(one) ?? new Set()).add(other));
    this.parents.set(other, (this.parents.get(other) ?? new Set()).add(one));
  }

  private readonly isLoose = (piece: Piece) => !this.children.has(piece) && !this.parents.has(piece);

  /** Pairs what is equal under a key, in order. Texts without words (lost notes) are not told by their text. */
  private pairEqual(keyOf: (piece: Piece) => string): void {
    const waiting = new Map<string, Piece[]>();
    const key = (piece: Piece) => `${piece.group}\u0002${keyOf(piece)}`;
    const told = (piece: Piece) => this.isLoose(piece) && piece.text.trim() !== '';
    for (const piece of this.now.filter(told)) waiting.set(key(piece), [...(waiting.get(key(piece)) ?? []), piece]);
    for (const piece of this.old.filter(told)) {
      const match = waiting.get(key(piece))?.shift();
      if (match) this.link(piece, match);
    }
  }

  /** Links each loose piece to the one that holds most of its words, if that is most of them. */
  private pairByWords(): void {
    const old = this.old.filter(this.isLoose).map(candidateOf);
    const now = this.now.filter(this.isLoose).map(candidateOf);
    const links = [
      ...bestOf(old, now).map(([one, other]) => [one, other] as const),
      ...bestOf(now, old).map(([one, other]) => [other, one] as const),
    ];
    for (const [one, other] of links) this.link(one, other);
  }

  /** A text written anew from the same lines is the same paragraph. */
  private pairBySource(): void {
    const now = this.now.filter(this.isLoose).map(candidateOf);
    for (const one of this.old.filter(this.isLoose).map(candidateOf)) {
      const match = now.find(
        (other) =>
          this.isLoose(other.piece) &&
          other.piece.group === one.piece.group &&
          commonLines(one, other) * 2 >= Math.max(one.lines.size, other.lines.size, 1),
      );
      if (match) this.link(one.piece, match.piece);
    }
  }

  /** Notes that are still loose go with the block of their markers, in order. */
  private pairNotes(): void {
    const byId = new Map(this.old.map((piece) => [piece.id, piece]));
    const loose = this.now.filter((piece) => piece.kind === 'note' && this.isLoose(piece));
    for (const note of this.old.filter((piece) => piece.kind === 'note' && this.isLoose(piece))) {
      const home = byId.get(note.block ?? '');
      const homes = new Set([...(home ? (this.children.get(home) ?? []) : [])].map((piece) => piece.id));
      const match = loose.find((other) => this.isLoose(other) && homes.has(other.block ?? ''));
      if (match) this.link(note, match);
    }
  }

  /** Pieces that are linked, directly or through others. */
  private components(): { from: Piece[]; to: Piece[] }[] {
    const seen = new Set<Piece>();
    const components: { from: Piece[]; to: Piece[] }[] = [];
    for (const start of [...this.now, ...this.old]) {
      if (seen.has(start)) continue;
      const reached = new Set([start]);
      for (const piece of reached)
        for (const next of [...(this.children.get(piece) ?? []), ...(this.parents.get(piece) ?? [])]) reached.add(next);
      for (const piece of reached) seen.add(piece);
      components.push({
        from: this.old.filter((piece) => reached.has(piece)),
        to: this.now.filter((piece) => reached.has(piece)),
      });
    }
    return components;
  }

  private inOrder(components: readonly { from: Piece[]; to: Piece[] }[]): Relation[] {
    const place = new Map(this.old.map((piece, index) => [piece, index]));
    const kept = components.filter(({ from, to }) => from.length > 0 && to.length > 0);
    const moved = this.movedOf(kept, place);
    const relations = components
      .filter(({ to }) => to.length > 0)
      .map(({ from, to }) => ({ first: from[0], from, relation: relationOf(from, to, moved.has(from[0])) }));
    for (const piece of this.old.filter(this.isLoose)) {
      const before = this.old[(place.get(piece) as number) - 1];
      const at = relations.findIndex(({ from }) => before !== undefined && from.includes(before));
      relations.splice(at + 1, 0, { first: piece, from: [piece], relation: relationOf([piece], [], false) });
    }
    return relations.map(({ relation }) => relation);
  }

  /** What is out of the longest run that keeps its order; a note has moved if its marker stands in another block. */
  private movedOf(
    kept: readonly { from: Piece[]; to: Piece[] }[],
    place: ReadonlyMap<Piece, number>,
  ): ReadonlySet<Piece | undefined> {
    const texts = kept.filter(({ from }) => from[0]?.kind !== 'note').map(({ from }) => from[0] as Piece);
    const staying = longestRun(texts.map((piece) => place.get(piece) as number));
    const moved = new Set<Piece | undefined>(texts.filter((_, index) => !staying.has(index)));
    const homes = new Map(kept.flatMap(({ from, to }) => from.map((piece) => [piece.id, to.map(({ id }) => id)])));
    for (const { from, to } of kept) {
      const [note] = from;
      if (note?.kind === 'note' && !homes.get(note.block ?? '')?.includes(to[0]?.block ?? '')) moved.add(note);
    }
    return moved;
  }
}

function relationOf(from: readonly Piece[], to: readonly Piece[], moved: boolean): Relation {
  const ids = { from: from.map(({ id }) => id), to: to.map(({ id }) => id), moved };
  if (from.length === 0) return { ...ids, kind: 'added' };
  if (to.length === 0) return { ...ids, kind: 'removed' };
  if (from.length === 1 && to.length > 1) return { ...ids, kind: 'split' };
  if (from.length > 1 && to.length === 1) return { ...ids, kind: 'merged' };
  const isSame = from.length === 1 && from[0]?.signature === to[0]?.signature;
  return { ...ids, kind: !isSame ? 'changed' : moved ? 'moved' : 'same' };
}

const commonLines = (one: Candidate, other: Candidate) => [...one.lines].filter((line) => other.lines.has(line)).length;

function commonWords(one: Candidate, other: Candidate): number {
  let common = 0;
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0);
  return common;
}

/** For each of some pieces the one of others that holds most of its words, where that is enough of them. */
function bestOf(ones: readonly Candidate[], others: readonly Candidate[]): (readonly [Piece, Piece])[] {
  const index = new Map<string, Candidate[]>();
  for (const other of others) {
    for (const key of [...other.words.keys(), ...[...other.lines].map((line) => `line ${line}`)]) {
      const found = index.get(key);
      if (found) found.push(other);
      else index.set(key, [other]);
    }
  }
  return ones.flatMap((one) => {
    const lines = [...one.lines].flatMap((line) => index.get(`line ${line}`) ?? []);
    const words = [...one.words.keys()].flatMap((word) => {
      const found = index.get(word) ?? [];
      return found.length <= rare ? found : [];
    });
    const rated = [...new Set([...lines, ...words])]
      .filter((other) => other.piece.group === one.piece.group)
      .map((other) => ({ other, common: commonWords(one, other), lines: commonLines(one, other) }))
      .filter(({ common, lines: shared }) => {
        const share = common / Math.max(one.count, 1);
        return shared > 0 ? share >= shareWithSource : share >= shareAlone && common >= fewestWords;
      })
      .sort((a, b) => b.common - a.common || b.lines - a.lines);
    const [best] = rated;
    return best ? [[one.piece, best.other.piece] as const] : [];
  });
}

/** The indexes of a longest increasing subsequence (patience sorting). */
function longestRun(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tails[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1]);
    tails[low] = index;
  });
  const run = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) run.add(index);
  return run;
}
