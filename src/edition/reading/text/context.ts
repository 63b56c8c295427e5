/** What all parts of a version's text are read with: where faults go, which ids are taken, how many of a kind there are. */
import type { Fault } from '../../../faults.ts';
import type { PartKind } from '../../model.ts';
import { doubtOfLetters } from '../doubts.ts';

/** In what a block stands. */
export interface Surroundings {
  /** With what the ids of paragraphs begin, which have no number then; in the body they have. */
  readonly inside?: string | undefined;
  /** The block that is one with all in it (`FlatBlock`): in it are the notes, readings and citations. */
  readonly home?: string | undefined;
  readonly language: string;
  /** In how many lists and quotations. */
  readonly nested: number;
  /** Which headings may stand in it. */
  readonly headings?: 'sections' | 'parts' | undefined;
  /** Whether tables and figures may. */
  readonly displays?: boolean | undefined;
}

/** What is counted through a text. */
type Counted =
  | 'paragraph'
  | 'list'
  | 'table'
  | 'figure'
  | 'listing'
  | 'verse'
  | 'formula'
  | 'numberedFormula'
  | PartKind;

export class TextContext {
  readonly file: string;
  /** That of the body. */
  readonly language: string;
  /** Rules that have become stricter meet drafts alone. */
  readonly isDraft: boolean;
  readonly faults: Fault[];
  /** What a draft lacks. */
  readonly open: Fault[] = [];
  /** What in a draft may be a slip, and may be meant. */
  readonly doubts: Fault[] = [];
  private readonly ids = new Set<string>();
  /** How many paragraphs without a number, or headings, begin with that id. */
  private readonly inside = new Map<string, number>();
  private readonly counts = new Map<Counted, number>();

  constructor(file: string, language: string, isDraft: boolean, faults: Fault[]) {
    this.file = file;
    this.language = language;
    this.isDraft = isDraft;
    this.faults = faults;
  }

  fault(line: number, what: string, fix: string): void {
    this.faults.push({ file: this.file, line, what, fix });
  }

  /** What a draft may lack and a released version may not. */
  lacks(line: number, what: string, fix: string): void {
    if (this.isDraft) this.open.push({ file: this.file, line, what, fix });
    else this.fault(line, what, fix);
  }

  /** Says what is odd in words that are said to be of a language. */
  doubtLetters(line: number, what: string, text: string, tag: string): void {
    const doubt = this.isDraft ? doubtOfLetters(what, text, tag) : undefined;
    if (doubt) this.doubts.push({ file: this.file, line, ...doubt });
  }

  /** Takes an id, which no other part may have. */
  claim(id: string, line: number): void {
    if (this.ids.has(id)) this.fault(line, `the id "${id}" is used twice`, 'keep one of the two');
    this.ids.add(id);
  }

  /** The id, or, where two quotations would have it, with a number behind it. */
  unused(id: string): string {
    const own = this.ids.has(id) ? this.next(`${id}-`) : id;
    this.ids.add(own);
    return own;
  }

  /** The next id that begins so: `fn1-p1`, `fn1-p2`. */
  next(start: string): string {
    const number = (this.inside.get(start) ?? 0) + 1;
    this.inside.set(start, number);
    return `${start}${number}`;
  }

  /** The number of the next of a kind, from 1. */
  count(kind: Counted): number {
    const number = this.counted(kind) + 1;
    this.counts.set(kind, number);
    return number;
  }

  /** How many of a kind there are so far. */
  counted(kind: Counted): number {
    return this.counts.get(kind) ?? 0;
  }
}
