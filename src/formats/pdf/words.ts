/** The words of right-to-left text on a page, each with a marked content of its own. */
import { type Operand, type Operation, operationsOf } from './content.ts';
import { codesOf, type TextOf } from './marks.ts';

/** A marked content of text. */
export interface Word {
  readonly id: number;
  /** Where it is drawn: its left end, its baseline, the size of its font, in points. */
  readonly left: number;
  readonly baseline: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
}

/** By its number, the words into which a marked content has been taken apart, as they stand in the file. */
export type Words = ReadonlyMap<number, readonly Word[]>;

/** A piece of text: from the first operator of it to the last that closes its marks. */
interface Piece extends Omit<Word, 'id' | 'isRightToLeft'> {
  readonly start: number;
  readonly end: number;
}

/** A marked content that is nothing but text. */
interface Marked {
  readonly id: number;
  readonly opening: Operation;
  readonly closing: Operation;
  readonly pieces: readonly Piece[];
  readonly isRightToLeft: boolean;
}

/**
 * The content of a page with a marked content for each word of right-to-left text.
 *
 * @param next the first number that no marked content of the page has
 */
export function wordsApart(content: Buffer, next: number, textOf: TextOf): { content: Buffer; words: Words } {
  const parts: Buffer[] = [];
  const words = new Map<number, Word[]>();
  let free = next;
  let done = 0;
  const keepTo = (end: number) => parts.push(content.subarray(done, end));
  for (const { id, opening, closing, pieces, isRightToLeft } of markedTexts(operationsOf(content), textOf)) {
    if (!isRightToLeft) continue;
    const apart = pieces.map((piece, index) => ({ ...piece, id: index === 0 ? id : free + index - 1, isRightToLeft }));
    words.set(id, apart);
    free += pieces.length - 1;
    if (pieces.length < 2) continue;
    keepTo(opening.start);
    done = opening.end;
    for (const piece of apart) {
      keepTo(piece.start);
      parts.push(Buffer.from(`/Span <</MCID ${piece.id}>> BDC `));
      done = piece.start;
      keepTo(piece.end);
      parts.push(Buffer.from(' EMC'));
      done = piece.end;
    }
    keepTo(closing.start);
    done = closing.end;
  }
  keepTo(content.length);
  return { content: Buffer.concat(parts), words };
}

/** What paints something that is no text. */
const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'EI', 'Do']);

const arabic = /(?=\p{Script_Extensions=Arabic})[\p{L}\p{M}]/u;

/** Takes note of each marked content that has a number, and of its pieces of text. */
class Collector {
  readonly found: Marked[] = [];
  private marked:
    | { id: number; opening: Operation; pieces: Piece[]; isRightToLeft: boolean; isText: boolean }
    | undefined;
  /** How many marks are open within it, and where the outermost of them begins. */
  private depth = 0;
  private start = 0;
  private origin: readonly [x: number, y: number] = [0, 0];
  private place: readonly [x: number, y: number] = [0, 0];
  private font = '';
  private size = 0;
  private readonly textOf: TextOf;

  constructor(textOf: TextOf) {
    this.textOf = textOf;
  }

  take(operation: Operation): void {
    const { operator, operands } = operation;
    if (operator === 'BMC' || operator === 'BDC') this.open(operation);
    else if (operator === 'EMC') this.close(operation);
    else if (operator === 'cm') this.origin = [Number(operands[4]), Number(operands[5])];
    else if (operator === 'Tm') this.place = [Number(operands[4]), Number(operands[5])];
    else if (operator === 'Tf') [this.font, this.size] = [String(operands[0]).slice(1), Number(operands[1])];
    else if (operator === 'Tj' || operator === 'TJ') this.show(operation);
    else if (painting.has(operator) && this.marked) this.marked.isText = false;
  }

  private open(opening: Operation): void {
    const [tag, listed] = opening.operands;
    const id = listed instanceof Map ? listed.get('MCID') : undefined;
    if (this.marked === undefined) {
      if (typeof id === 'number') this.marked = { id, opening, pieces: [], isRightToLeft: false, isText: true };
      this.depth = 0;
      return;
    }
    // One with a number inside of another is not Typst's, and left as it is.
    if (typeof id === 'number') this.marked.isText = false;
    this.depth += 1;
    if (this.depth === 1) this.start = opening.start;
    if (tag === '/ReversedChars' || isSilent(listed)) this.marked.isRightToLeft = true;
  }

  private close(closing: Operation): void {
    if (this.depth > 0) {
      this.depth -= 1;
      if (this.depth === 0) this.add(this.start, closing.end);
      return;
    }
    if (this.marked?.isText && this.marked.pieces.length > 0) this.found.push({ ...this.marked, closing });
    this.marked = undefined;
  }

  private show({ operands, start, end }: Operation): void {
    const text = codesOf(operands[0]).map((code) => this.textOf(this.font, code) ?? '');
    if (this.marked && arabic.test(text.join(''))) this.marked.isRightToLeft = true;
    if (this.depth === 0) this.add(start, end);
  }

  /** Typst's matrices are `1 0 0 -1 x y`: down the page, and up again for letters. */
  private add(start: number, end: number): void {
    const { size } = this;
    const [left, baseline] = [this.origin[0] + this.place[0], this.origin[1] - this.place[1]];
    this.marked?.pieces.push({ start, end, left, baseline, size });
  }
}

/** Whether a mark says that what is in it says nothing (marks.ts). */
const isSilent = (listed: Operand | undefined): boolean => {
  const text = listed instanceof Map ? listed.get('ActualText') : undefined;
  return Buffer.isBuffer(text) && text.length === 0;
};

function markedTexts(operations: readonly Operation[], textOf: TextOf): Marked[] {
  const collector = new Collector(textOf);
  for (const operation of operations) collector.take(operation);
  return collector.found;
}
