/**
 * What the pages show, handed over by the build. The bundle of the pages imports this very module from Node
 * ({@link ./astro-plugins.ts}), so that both see one set of bindings; pages name it `estenad:edition`.
 */
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

export let edition: Edition;
export let outlines: readonly Outline[];
export let articles: readonly Article[];
export let isWhole: boolean;

/** Hands it over, for the pages that are rendered next. */
export function show(shown: Shown): void {
  ({ edition, outlines, articles, isWhole } = shown);
}
