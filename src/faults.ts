/** One thing that is wrong in the content, said so that a person can fix it. */
export interface Fault {
  /** Path of the file, relative to the edition's root. */
  readonly file: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** What is wrong. */
  readonly what: string;
  /** What to do about it. */
  readonly fix: string;
}

/** Thrown when content cannot become an edition; it carries every fault found, not only the first. */
export class ContentFaults extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(sayFault).join('\n'));
    this.name = 'ContentFaults';
    this.faults = faults;
  }
}

/** A fault as one line of text, `file:line: what. fix`, the form that editors turn into a link. */
export function sayFault({ file, line, what, fix }: Fault): string {
  return `${file}:${line}: ${what}\n    fix: ${fix}`;
}
