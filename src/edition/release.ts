/** Where the files of an article's versions lie, and what follows from their numbers. */

/** Paths in an edition, relative to its root. */
const folderOf = (slug: string): string => `content/articles/${slug}`;
export const versionsOf = (slug: string): string => `${folderOf(slug)}/versions.yaml`;
export const textOf = (slug: string, number: string): string => `${folderOf(slug)}/${number}.mdx`;

/** The bibliography that people work on; a draft is read with it. */
export const bibliographyOf = (slug: string): string => `bibliography/${slug}.bib`;

/** The copy of the bibliography that releasing a version makes; the version is read with it for ever. */
export const frozenBibliographyOf = (slug: string, number: string): string => `${folderOf(slug)}/${number}.bib`;

/** Semantic versions by precedence (Semantic Versioning 2.0.0, section 11); they have no pre-release part here. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((number) => number.split('.').map(Number)) as [number[], number[]];
  const place = left.findIndex((part, index) => part !== right[index]);
  return place === -1 ? 0 : (left[place] as number) - (right[place] as number);
}

/** The number of a version that corrects another. */
export const nextNumber = (number: string): string => number.replace(/\d+$/, (patch) => String(Number(patch) + 1));
