/** The pages that an edition writes of itself (`content/pages/`): text, with places that are filled with facts of the edition. */
import type { Language } from '../text/languages.ts';
import { bookOfAll, pages, type SitePath } from './addresses.ts';

/** Which pages an edition can write; `NAME.LANGUAGE.mdx` is its file. `about` is a page, the others are parts of one. */
export const ownPageNames = ['landing', 'about', 'bibliography'] as const;
export type OwnPageName = (typeof ownPageNames)[number];

/** The facts that a place can name, `{publisher}`. Articles and works are counted. */
export const placeNames = [
  'name',
  'description',
  'publisher',
  'site',
  'contact',
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
export const conditions = ['doi', 'contact', 'articles', 'restored', 'born-digital'] as const;
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

/** The files that a link can name, `file:catalog.json`: those of the whole edition that people read or take. */
export const linkedFiles: readonly SitePath[] = [
  'README.txt',
  'licences.txt',
  'catalog.json',
  'linkset.json',
  'manifest-sha256.txt',
  'ro-crate-metadata.json',
  'sitemap.xml',
  'oai.xml',
  bookOfAll,
  ...['bib', 'biblatex.bib', 'ris', 'csl.json'].map((extension) => `${pages.bibliography}all.${extension}`),
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
  readonly name: OwnPageName;
  readonly language: Language;
  readonly blocks: readonly OwnBlock[];
}
