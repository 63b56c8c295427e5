/** Where the files of an article's versions lie, and what follows from their numbers. */

import { filesFolder } from '../article-files.ts';
import { receivedFolder } from '../received.ts';

/** The facts of an edition, and the pages that it writes of itself. All paths here are relative to its root. */
export const editionFile = 'content/edition.yaml';
export const pagesFolder = 'content/pages';
export const issuesFolder = 'content/issues';

/** The faces of an edition, where it brings its own. */
export const fontsFolder = 'content/fonts';

/** The mark of an edition, where it has one of its own. */
export const iconFile = 'content/icon.svg';

/** Words that mean the same, for the search: an edition may do without. */
export const searchWordsFile = 'content/search-words.yaml';

const folderOf = (slug: string): string => `content/articles/${slug}`;
export const versionsOf = (slug: string): string => `${folderOf(slug)}/versions.yaml`;
export const noticesOf = (slug: string): string => `${folderOf(slug)}/notices.yaml`;
export const textOf = (slug: string, number: string): string => `${folderOf(slug)}/${number}.mdx`;

/** The bibliography that people work on; a draft is read with it. */
export const bibliographyOf = (slug: string): string => `bibliography/${slug}.bib`;

/** The copy of the bibliography that releasing a version makes; the version is read with it for ever. */
export const frozenBibliographyOf = (slug: string, number: string): string => `${folderOf(slug)}/${number}.bib`;

/** The metadata that people work on, and the copy that releasing a version makes. */
export const metadataOf = (slug: string): string => `${folderOf(slug)}/article.yaml`;
export const frozenMetadataOf = (slug: string, number: string): string => `${folderOf(slug)}/${number}.yaml`;

/** The text as received. It is the same for all versions: once one is released it never changes. */
export const sourceOf = (slug: string): string => `${folderOf(slug)}/source.txt`;

/** The folder of the files that an article publishes: images, data. */
export const filesFolderOf = (slug: string): string => `${folderOf(slug)}/${filesFolder}`;

/** The file as received, which an article may keep. */
export const receivedOf = (slug: string, name: string): string => `${folderOf(slug)}/${receivedFolder}/${name}`;

/** What belongs to a version and is worked on outside it: each with the copy that the version keeps. */
export const workingFiles = (slug: string, number: string): readonly (readonly [working: string, frozen: string])[] => [
  [bibliographyOf(slug), frozenBibliographyOf(slug, number)],
  [metadataOf(slug), frozenMetadataOf(slug, number)],
];

/** Semantic versions by precedence (Semantic Versioning 2.0.0, section 11); they have no pre-release part here. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((number) => number.split('.').map(Number)) as [number[], number[]];
  const place = left.findIndex((part, index) => part !== right[index]);
  return place === -1 ? 0 : (left[place] as number) - (right[place] as number);
}

/** The number of a version that corrects another. */
export const nextNumber = (number: string): string => number.replace(/\d+$/, (patch) => String(Number(patch) + 1));
