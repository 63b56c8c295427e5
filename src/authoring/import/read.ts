/** A manuscript as every format of it is read: blocks, what it says of itself, and what it holds beside them. */
import type { Front } from './front.ts';
import type { Block } from './tree.ts';

/** What was read of a file. */
export interface Manuscript {
  readonly blocks: readonly Block[];
  readonly front: Front;
  /** The images that it holds. */
  readonly media: ReadonlyMap<string, Uint8Array>;
  /** Other folders with its images, below its own. */
  readonly graphicsPaths: readonly string[];
  /** The references that it holds, as CSL-JSON. */
  readonly references?: string | undefined;
  /** What was lost before the text was looked at. */
  readonly lost: readonly string[];
}
