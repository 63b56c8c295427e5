import type { CitedWork } from '../bibliography/work.ts';
import { flatBlocks, runningTexts, textsOfNote, type Version, walkInlines } from './model.ts';

/** A place in the text that cites a work. */
export interface Mention {
  /** The id of the citation, `c12`. */
  readonly citation: string;
  /** The paragraph, abstract, figure or note in which it stands. */
  readonly block: string;
}

/** Where a version cites each work, by key, in reading order. */
export function mentionsOf(version: Version): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  const places = [
    ...flatBlocks(version).map((block) => ({ id: block.id, texts: runningTexts(block) })),
    ...version.notes.map((note) => ({ id: note.id, texts: textsOfNote(note) })),
  ];
  for (const { id, texts } of places) {
    for (const inline of texts.flatMap((text) => [...walkInlines(text)])) {
      if (inline.type !== 'citation') continue;
      mentions.set(inline.key, [...(mentions.get(inline.key) ?? []), { citation: inline.id, block: id }]);
    }
  }
  return mentions;
}

/** The works that a version cites, in the order of their keys, as its own bibliography has them. */
export function worksOf(version: Version): readonly CitedWork[] {
  const cited = new Set(version.citations.map((citation) => citation.key));
  return version.works.filter((work) => cited.has(work.key));
}
