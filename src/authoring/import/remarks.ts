/** What an import says of a manuscript: what was lost or is doubtful, and where. */
import { oneLine } from '../../text/one-line.ts';
import { shorten } from '../../text/shorten.ts';

interface Remark {
  readonly what: string;
  /** The words by which a person finds the place. */
  readonly near: string;
  /** The part of the text at which it was said, from 0; its line is known when the text is written. */
  readonly part: number | undefined;
}

/** Gathers what is to be said, in the order of the text. */
export class Remarks {
  private readonly said: Remark[] = [];
  private readonly counts = new Map<string, number>();
  /** The part of the text that is being written; nothing before and behind it. */
  part: number | undefined = undefined;

  /**
   * @param what was lost or is doubtful, in a few words
   * @param near the words of the manuscript there
   */
  add(what: string, near = ''): void {
    this.said.push({ what, near: shorten(oneLine(near), 60), part: this.part });
  }

  /** What is said once for all its places. */
  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /**
   * The remarks, each with its line.
   *
   * @param file the text, as the person finds it
   * @param lineOf the line on which a part of the text begins
   */
  lines(file: string, lineOf: (part: number) => number): string[] {
    return [
      ...this.said.map(({ what, near, part }) => {
        const place = part === undefined ? '' : `${file}:${lineOf(part)}: `;
        return `${place}${what}${near === '' ? '' : `, at "${near}"`}`;
      }),
      ...[...this.counts].map(([what, times]) => `${times} × ${what}`),
    ];
  }
}
