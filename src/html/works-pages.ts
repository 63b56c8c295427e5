/** The list of all works of an edition, cut into pages that a browser can hold. */
import { firstName, sortWorks } from '../bibliography/references.ts';
import type { CitedWork } from '../bibliography/work.ts';
import type { Edition } from '../edition/model.ts';

/** How many works a page lists. */
const worksPerPage = 400;

export interface WorksCut {
  /** From 1. */
  readonly number: number;
  readonly works: readonly { readonly work: CitedWork; readonly slug: string }[];
  /** What its first and its last work go by. */
  readonly first: string;
  readonly last: string;
}

/** How many pages the list has. */
export const worksPages = (edition: Edition): number =>
  Math.max(1, Math.ceil(edition.articles.reduce((sum, { works }) => sum + works.length, 0) / worksPerPage));

const made = new WeakMap<Edition, readonly WorksCut[]>();

/** The works of the latest versions in the order of a list, page by page. */
export function cutWorks(edition: Edition): readonly WorksCut[] {
  const known = made.get(edition);
  if (known) return known;
  const slugOf = new Map(edition.articles.flatMap(({ slug, works }) => works.map((work) => [work, slug] as const)));
  const sorted = sortWorks([...slugOf.keys()]).map((work) => ({ work, slug: slugOf.get(work) as string }));
  const cuts = Array.from({ length: worksPages(edition) }, (_, index) => {
    const works = sorted.slice(index * worksPerPage, (index + 1) * worksPerPage);
    const [first, last] = [works[0], works.at(-1)].map((one) => (one ? firstName(one.work) : '')) as [string, string];
    return { number: index + 1, works, first, last };
  });
  made.set(edition, cuts);
  return cuts;
}
