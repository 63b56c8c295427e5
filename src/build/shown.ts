/** How the build hands the pages what they show: it loads the content once, and the modules of the pages are bundled apart from its own. */
import type { Article, Edition } from '../edition/model.ts';
import type { Outline } from '../html/outline.ts';

/** What a run of Astro shows. */
export interface Shown {
  /** The facts of the edition; its articles stand without their texts. */
  readonly edition: Edition;
  readonly outlines: readonly Outline[];
  /** The articles whose own pages are made, whole. */
  readonly articles: readonly Article[];
  /** Whether the pages of the edition are made: landing, bibliography, search. */
  readonly isWhole: boolean;
}

const place = Symbol.for('estenad.shown');
const holder = globalThis as unknown as Record<symbol, Shown | undefined>;

/** Hands it over, for the pages that are rendered next. */
export function show(shown: Shown): void {
  holder[place] = shown;
}

/** What was handed over; nothing in live editing. */
export const shown = (): Shown | undefined => holder[place];
