/** What every page knows of itself: where it stands and in which language. */

import { articles, edition, isWhole } from 'estenad:edition';
import { inLanguage, permanent, relative, type SitePath } from '../edition/addresses.ts';
import { asReleased } from '../edition/model.ts';
import { type ShelfName, shelfNames } from '../edition/shelves.ts';
import { strings } from '../locales/index.ts';
import type { Strings } from '../locales/words.ts';
import { directionOf, type Language, languages, otherLanguage } from '../text/languages.ts';

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
  /** The same page in the other language, relative. */
  readonly other: { readonly language: Language; readonly href: string };
  /** `hreflang` pairs, with absolute addresses. */
  readonly alternates: readonly { readonly language: string; readonly address: string }[];
  /** A relative link to a page of the same language. */
  readonly to: (path: SitePath) => string;
  /** A relative link to a file, which is the same for all languages. */
  readonly file: (path: SitePath) => string;
}

/** The `lang` parameter of the routes: nothing for Persian, `en` for English. */
export const languageRoutes = () =>
  languages.map((language) => ({
    params: { lang: language === 'fa' ? undefined : language },
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

export const languageOf = (parameter: string | undefined): Language => (parameter === 'en' ? 'en' : 'fa');

/**
 * @param path the path of the Persian page
 * @param language the language of this page
 */
export function describePage(path: SitePath, language: Language): Page {
  const own = inLanguage(path, language);
  const address = (one: Language) => permanent(edition.site, inLanguage(path, one));
  const other = otherLanguage(language);
  return {
    language,
    direction: directionOf(language),
    words: strings[language],
    path: own,
    address: address(language),
    other: { language: other, href: relative(own, inLanguage(path, other)) },
    alternates: [
      ...languages.map((one) => ({ language: one, address: address(one) })),
      { language: 'x-default', address: address('fa') },
    ],
    to: (target) => relative(own, inLanguage(target, language)),
    file: (target) => relative(own, target),
  };
}
