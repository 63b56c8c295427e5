/** The pages that an edition writes of itself (`content/pages/`): text, with places that are filled with facts of the edition. */
import { languages } from '../text/languages.ts';
import { bookOfAll, pages, type SitePath } from './addresses.ts';
import { isOn, type Offers } from './offers.ts';

/** The pages that every edition has and can write itself; `NAME.LANGUAGE.mdx` is its file. `about` is a page, the others are parts of one. */
export const ownPageNames = ['landing', 'about', 'bibliography'] as const;
export type OwnPageName = (typeof ownPageNames)[number];

/** Folders at the root of a site that are the engine's, besides those of its pages. */
const engineFolders = ['articles', 'assets', 'cards', 'catalog', 'discovery', 'hosting', 'icons', 'oai', 'issues'];

/** The names that no page of an edition can have: at its address stands something else. */
export const takenNames: ReadonlySet<string> = new Set([
  ...Object.values(pages).flatMap((page) => (typeof page === 'string' && page !== '' ? [page.replace('/', '')] : [])),
  ...engineFolders,
  ...languages,
]);

/** What the name of a page that an edition adds can be: it is the last part of its address. */
export const addedPageName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Where a page lies that an edition adds. */
export const addedPage = (name: string): SitePath => `${name}/`;

/** The facts that a place can name, `{publisher}`. Articles and works are counted. */
export const placeNames = [
  'name',
  'description',
  'publisher',
  'site',
  'contact',
  'editors',
  'articles',
  'works',
  'rights',
  'rights.note',
] as const;
export type PlaceName = (typeof placeNames)[number];

/**
 * What words of a page can depend on: whether the edition's DOIs are registered, whether it has an address for mail, whether it has
 * articles, restored ones among them, or ones that were written for it.
 */
export const conditions = ['doi', 'contact', 'editors', 'articles', 'restored', 'born-digital'] as const;
export type Condition = (typeof conditions)[number];

/** The pages that a link can name, `page:about`. */
export const linkedPages: Readonly<Record<string, SitePath>> = {
  landing: pages.landing,
  about: pages.about,
  accessibility: pages.accessibility,
  bibliography: pages.bibliography,
  search: pages.search,
  offline: pages.offline,
  lockss: pages.lockss,
};

/** The files that a link can name, `file:catalog.json`: those of the whole edition that people read or take, as far as it has them. */
export const linkedFiles = (edition: Offers): readonly SitePath[] => [
  'README.txt',
  'licences.txt',
  'catalog.json',
  'linkset.json',
  'manifest-sha256.txt',
  'ro-crate-metadata.json',
  'sitemap.xml',
  'oai.xml',
  ...(isOn(edition, 'epub') ? [bookOfAll] : []),
  ...['bib', 'biblatex.bib', 'ris', 'csl.json']
    .filter((extension) => isOn(edition, extension))
    .map((extension) => `${pages.bibliography}all.${extension}`),
];

export type OwnInline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'emphasis' | 'strong'; readonly children: readonly OwnInline[] }
  | { readonly type: 'place'; readonly name: PlaceName }
  /** Words that are printed only where the condition holds, or, if `not`, where it does not. */
  | {
      readonly type: 'when';
      readonly condition: Condition;
      readonly not: boolean;
      readonly children: readonly OwnInline[];
    }
  | { readonly type: 'link'; readonly to: LinkTarget; readonly children: readonly OwnInline[] };

/** Where a link leads: to a page in the same language, to a file of the edition, or elsewhere. */
export type LinkTarget = { readonly page: SitePath } | { readonly file: SitePath } | { readonly url: string };

export type OwnBlock =
  | { readonly type: 'heading'; readonly depth: 1 | 2 | 3; readonly children: readonly OwnInline[] }
  | { readonly type: 'paragraph'; readonly children: readonly OwnInline[] }
  | { readonly type: 'quotation'; readonly blocks: readonly OwnBlock[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly OwnInline[])[] };

/** A page in one language. */
export interface OwnPage {
  /** One of {@link ownPageNames}, or the name of a page that the edition adds. */
  readonly name: string;
  readonly language: string;
  readonly blocks: readonly OwnBlock[];
}

/** Whether every edition has the page, or the part of one, that has this name. */
export const isKnownPage = (name: string): name is OwnPageName => ownPageNames.some((one) => one === name);

/** Whether a page stands by itself, under a title of its own. */
export const isWholePage = (name: string): boolean => name === 'about' || !isKnownPage(name);

const textOf = (inlines: readonly OwnInline[]): string =>
  inlines
    .map((inline) => ('value' in inline ? inline.value : 'children' in inline ? textOf(inline.children) : ''))
    .join('');

/** The pages that an edition adds, in the order of their names, with their titles in a language. */
export const addedPages = (
  pagesOfEdition: readonly OwnPage[],
  language: string,
): readonly { readonly name: string; readonly title: string }[] =>
  pagesOfEdition
    .filter((page) => !isKnownPage(page.name) && page.language === language)
    .map(({ name, blocks: [title] }) => ({
      name,
      title: title?.type === 'heading' ? textOf(title.children) : name,
    }));
