import { type Block, type Heading, isEndMatter, type Part } from './model.ts';

/** A heading with what stands below it. */
export interface Section {
  readonly heading: Heading;
  readonly blocks: Block[];
  readonly sections: Section[];
}

/**
 * The body as a tree: the model has headings between blocks, books and tables of contents have sections in sections. What closes
 * the text, `ends`, is in none.
 */
export function sectionsOf(body: readonly Block[]): Omit<Section, 'heading'> & { readonly ends: readonly Part[] } {
  const ends: Part[] = [];
  const root: Omit<Section, 'heading'> = { blocks: [], sections: [] };
  /** The sections that are open, outer before inner. */
  let open: readonly Section[] = [];
  for (const block of body) {
    if (block.type === 'part' && isEndMatter(block)) {
      ends.push(block);
      continue;
    }
    if (block.type !== 'heading') {
      (open.at(-1) ?? root).blocks.push(block);
      continue;
    }
    const section: Section = { heading: block, blocks: [], sections: [] };
    open = open.filter(({ heading }) => heading.depth < block.depth);
    (open.at(-1) ?? root).sections.push(section);
    open = [...open, section];
  }
  return { ...root, ends };
}
