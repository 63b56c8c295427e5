/** Headings: their levels, and the ids of sections. */
import type { Heading as MdHeading } from 'mdast';
import type { Heading } from '../../model.ts';
import { lineOf } from '../markdown.ts';
import type { Surroundings, TextContext } from './context.ts';
import type { InlineReader } from './inline.ts';

export class Headings {
  private readonly inline: InlineReader;
  private readonly context: TextContext;
  private sections = 0;
  private subsections = 0;
  private subsubsections = 0;
  /** The level of the heading before. */
  private level = 1;

  constructor(inline: InlineReader) {
    this.inline = inline;
    this.context = inline.context;
  }

  read(node: MdHeading, { headings, inside, language }: Surroundings): Heading {
    const line = lineOf(node);
    const { depth } = node;
    const isPart = inside !== undefined;
    if (headings === undefined)
      this.context.fault(
        line,
        'a heading inside another block',
        'put it between the blocks of the body; ## may open an element as its title',
      );
    else if (depth > 4 || depth < (isPart ? 3 : 2))
      this.context.fault(
        line,
        `a heading of level ${depth}`,
        isPart
          ? 'write ### for a part of it and #### for a part of that'
          : 'write ## for a section, ### for a part of it and #### for a part of that',
      );
    else this.checkLevel(line, depth, isPart ? 2 : 1);
    this.checkWords(node);
    const own = depth === 3 || depth === 4 ? depth : isPart ? 3 : 2;
    const id = isPart ? this.context.next(`${inside}-s`) : this.sectionId(own);
    return { type: 'heading', id, line, depth: own, ...this.inline.running(node.children, id, language) };
  }

  /** The title of a part, which `##` as its first line is. */
  title(node: MdHeading, id: string): Heading {
    this.checkWords(node);
    return {
      type: 'heading',
      id,
      line: lineOf(node),
      depth: 2,
      ...this.inline.running(node.children, id, this.context.language),
    };
  }

  private checkWords(node: MdHeading): void {
    if (this.context.isDraft && node.children.length === 0)
      this.context.fault(lineOf(node), 'a heading without words', 'write them behind its #, or remove it');
  }

  /**
   * A heading is at most one level below the one before.
   *
   * @param above the level of what holds the first
   */
  private checkLevel(line: number, depth: number, above: number): void {
    const before = Math.max(this.level, above);
    this.level = depth;
    if (!this.context.isDraft || depth <= before + 1) return;
    this.context.fault(
      line,
      before === 1
        ? `a heading of level ${depth} before any section`
        : `a heading of level ${depth} below one of level ${before}`,
      `write ${'#'.repeat(before + 1)}, or the heading between the two`,
    );
  }

  /** `s2`, `s2-1`, `s2-1-3`. */
  private sectionId(depth: Heading['depth']): string {
    if (depth === 2) {
      this.subsections = 0;
      this.subsubsections = 0;
      this.sections += 1;
      return `s${this.sections}`;
    }
    if (depth === 3) {
      this.subsubsections = 0;
      this.subsections += 1;
      return `s${this.sections}-${this.subsections}`;
    }
    this.subsubsections += 1;
    return `s${this.sections}-${this.subsections}-${this.subsubsections}`;
  }
}
