import type { Element } from '../tree.ts';
import type { File } from './file.ts';

/** A condition of PDF/UA-1 that can be decided from the file alone. */
export interface Condition {
  /** The clause of ISO 14289-1 and the number of the test, as veraPDF's profile of the standard counts them: `7.1-10`. */
  readonly id: string;
  /** What the clause asks. */
  readonly asks: string;
  /** What an editor can do about it; nothing where only the program can. */
  readonly fix?: string;
  /** What of the file fails it, one by one, as a person finds it. */
  readonly failures: (file: File) => readonly string[];
}

/** The failures of a condition that asks something of each of several things. */
export const each =
  <T>(
    things: (file: File) => readonly T[],
    passes: (thing: T, file: File) => boolean,
    name: (thing: T, file: File) => string,
  ) =>
  (file: File): string[] =>
    things(file)
      .filter((thing) => !passes(thing, file))
      .map((thing) => name(thing, file));

/** The failures of a condition that asks something of each element of a standard type. */
export const eachOf = (standard: string, passes: (element: Element, file: File) => boolean) =>
  each((file) => file.of(standard), passes, nameElement);

/** How a failure names an element. */
export const nameElement = (element: Element, file: File): string => file.where(element);

/** The failure of a condition that asks something of the file once. */
export const once =
  (passes: (file: File) => boolean, what: string) =>
  (file: File): string[] =>
    passes(file) ? [] : [what];
