/** The edition that the pages show. */
import { loadEdition } from './load.ts';
import type { Article, Edition } from './model.ts';
import { type Outline, outlineOf } from './outline.ts';

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

/** Hands the pages what they show. The build loads the content once; the modules of the pages are bundled apart from its own. */
export function show(shown: Shown): void {
  holder[place] = shown;
}

/** In live editing nothing is handed over, and drafts are shown: they are what is worked on. */
async function showLive(): Promise<Shown> {
  const edition = await loadEdition(process.cwd());
  return { edition, outlines: edition.articles.map(outlineOf), articles: edition.articles, isWhole: true };
}

export const { edition, outlines, articles, isWhole }: Shown = holder[place] ?? (await showLive());
