/**
 * How addresses are made. Everything in the build lives at a path below the site's root; pages link to each other by
 * relative addresses that name `index.html`, because a folder opened from a disk has no server to add it.
 */
import type { Language } from '../text/languages.ts';
import { fileAddress } from './article-files.ts';

/** A path below the root of the site, without a leading slash; a page's ends with `/` (or is empty for the landing page). */
export type SitePath = string;

/**
 * The path of a page in a language of the interface: those of the language of the root stand at the root, others below their tags.
 *
 * @param path the path at the root
 */
export const inLanguage = (path: SitePath, language: Language, root: Language): SitePath =>
  language === root ? path : `${language}/${path}`;

/** What the slug of an article and the name of an issue are: lower-case ASCII words joined by hyphens. */
export const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The paths of the pages, in the language of the root. */
export const pages = {
  landing: '' as SitePath,
  about: 'about/' as SitePath,
  accessibility: 'accessibility/' as SitePath,
  article: (slug: string): SitePath => `articles/${slug}/`,
  version: (slug: string, version: string): SitePath => `articles/${slug}/${version}/`,
  passages: (slug: string, version: string): SitePath => `articles/${slug}/${version}/cite/`,
  bibliography: 'bibliography/' as SitePath,
  /** A page of the list of works, from 1; the first is the bibliography itself. */
  works: (number: number): SitePath => (number === 1 ? 'bibliography/' : `bibliography/${number}/`),
  search: 'search/' as SitePath,
  lockss: 'lockss/' as SitePath,
  offline: 'offline/' as SitePath,
  changes: (slug: string): SitePath => `articles/${slug}/changes/`,
  /** What differs between two versions, where the page of changes does not show it. */
  comparison: (slug: string, from: string, to: string): SitePath => `articles/${slug}/changes/${from}-${to}/`,
  source: (slug: string): SitePath => `articles/${slug}/source/`,
  /** The shelves of a journal ({@link ./shelves.ts}). */
  issues: 'issues/' as SitePath,
  issue: (id: string): SitePath => `issues/${id}/`,
  authors: 'authors/' as SitePath,
  subjects: 'subjects/' as SitePath,
  years: 'years/' as SitePath,
  types: 'types/' as SitePath,
};

/** The path of a version's export: `articles/SLUG/1.0.0/SLUG.txt`. */
export const exportPath = (slug: string, version: string, extension: string): SitePath =>
  `articles/${slug}/${version}/${slug}.${extension}`;

/** A file that a version publishes, beside its exports, which name it relative to themselves. */
export const filePath = (slug: string, version: string, name: string): SitePath =>
  `articles/${slug}/${version}/${fileAddress(name)}`;

/** A picture of an image for screens; the same for all versions, since another content has another name. */
export const renditionPath = (slug: string, name: string): SitePath => `articles/${slug}/images/${name}`;

/** A file of an issue: `issues/12-3/issue.epub`. */
export const issueFile = (id: string, extension: string): SitePath => `issues/${id}/issue.${extension}`;

/** What is new by an author whose identity is stated, by the name of the shelf ({@link ./shelves.ts}). */
export const authorFeed = (id: string): SitePath => `authors/${id}/feed.atom`;

/** The whole edition as one EPUB. */
export const bookOfAll: SitePath = 'edition.epub';

/** The images that a shared link shows, one a language of the interface; they are no part of what is read. */
export const cards = {
  folder: 'cards/' as SitePath,
  edition: (language: Language): SitePath => `cards/${language}.png`,
  versionFolder: (slug: string, version: string): SitePath => `cards/${slug}/${version}/`,
  version: (slug: string, version: string, language: Language): SitePath => `cards/${slug}/${version}/${language}.png`,
};

/** The icons, drawn from one mark, and the web app manifests, which name them. */
export const icons = {
  mark: 'icon.svg' as SitePath,
  favicon: 'favicon.ico' as SitePath,
  appleTouch: 'icons/apple-touch-180.png' as SitePath,
  small: 'icons/192.png' as SitePath,
  large: 'icons/512.png' as SitePath,
  maskable: 'icons/maskable-512.png' as SitePath,
};

export const webManifest = (language: Language): SitePath => `manifest-${language}.webmanifest`;

/** The permanent address of a path: absolute, on the canonical site. */
export const permanent = (site: string, path: SitePath): string => new URL(path, site).href;

/**
 * A relative address that leads from one page to another path, over http under any path and from a folder alike.
 *
 * @param from the page that holds the link
 * @param to a page or a file
 * @example relative('articles/a/', 'about/') // '../../about/index.html'
 */
export function relative(from: SitePath, to: SitePath): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const file = to === '' || to.endsWith('/') ? `${to}index.html` : to;
  return up + file;
}
