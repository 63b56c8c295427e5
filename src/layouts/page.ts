/** What every page knows of itself: where it stands and in which language. */

import { articles, edition, isWhole } from 'estenad:edition';
import { inLanguage, permanent, relative, type SitePath } from '../edition/addresses.ts';
import { asReleased, rootLanguage } from '../edition/model.ts';
import { type ShelfName, shelfNames } from '../edition/shelves.ts';
import { strings } from '../locales/index.ts';
import type { Strings } from '../locales/words.ts';
import { directionOf, type Language } from '../text/languages.ts';

/** Whether the pages are being edited live, where client scripts are modules that a build would make classic ones. */
export const isLive = process.env['ESTENAD_LIVE'] !== undefined;

export interface Page {
  readonly language: Language;
  readonly direction: 'rtl' | 'ltr';
  readonly words: Strings;
  /** The page's own path from the site's root. */
  readonly path: SitePath;
  /** Its permanent address. */
  readonly address: string;
  /** The same page in the other languages, relative. */
  readonly others: readonly { readonly language: Language; readonly href: string }[];
  /** `hreflang` pairs, with absolute addresses. */
  readonly alternates: readonly { readonly language: string; readonly address: string }[];
  /** A relative link to a page of the same language. */
  readonly to: (path: SitePath) => string;
  /** A relative link to a file, which is the same for all languages. */
  readonly file: (path: SitePath) => string;
}

/** The `lang` parameter of the routes: nothing for the language of the root, of each other its tag. */
export const languageRoutes = () =>
  edition.languages.map((language) => ({
    params: { lang: language === rootLanguage(edition) ? undefined : language },
  }));

/** Those of a page that every version has, with what it shows: the version, the article as that version states it. */
export const versionRoutes = () =>
  languageRoutes().flatMap(({ params }) =>
    articles.flatMap((article) =>
      article.versions.map((version) => ({
        params: { ...params, slug: article.slug, version: version.number },
        props: { subject: asReleased({ edition, article, version }) },
      })),
    ),
  );

/** Those of a page of the whole edition, which is not made where only articles are. */
export const editionRoutes = () => (isWhole ? languageRoutes() : []);

/** Those of a shelf, which an edition has only where there is something to show. */
export const shelfRoutes = (name: ShelfName) => (isWhole && shelfNames(edition).includes(name) ? languageRoutes() : []);

/** The language of a page by the parameter of its route. */
export const languageOf = (parameter: string | undefined): Language =>
  edition.languages.find((language) => language === parameter) ?? rootLanguage(edition);

/**
 * @param path the path of the page in the language of the root
 * @param language the language of this page
 */
export function describePage(path: SitePath, language: Language): Page {
  const own = inLanguage(path, language, rootLanguage(edition));
  const address = (one: Language) => permanent(edition.site, inLanguage(path, one, rootLanguage(edition)));
  return {
    language,
    direction: directionOf(language),
    words: strings[language],
    path: own,
    address: address(language),
    others: edition.languages
      .filter((one) => one !== language)
      .map((one) => ({ language: one, href: relative(own, inLanguage(path, one, rootLanguage(edition))) })),
    alternates: [
      ...edition.languages.map((one) => ({ language: one, address: address(one) })),
      { language: 'x-default', address: address(rootLanguage(edition)) },
    ],
    to: (target) => relative(own, inLanguage(target, language, rootLanguage(edition))),
    file: (target) => relative(own, target),
  };
}
