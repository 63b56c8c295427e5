import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { x } from 'xastscript';
import { inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { type Edition, latestVersion } from '../edition/model.ts';
import { issuesOf, shelfNames } from '../edition/shelves.ts';
import { xmlDocument } from '../formats/xml.ts';
import { worksPages } from '../html/works-pages.ts';
import type { IsoDate } from '../text/calendar.ts';
import { languages } from '../text/languages.ts';

/** A page in all its languages. */
interface SitemapPage {
  readonly path: SitePath;
  /** The date of the version that it shows; absent where a page shows none. */
  readonly changed?: IsoDate | undefined;
}

/** The pages to be found by a search engine: not those that only work (search, offline) or that repeat a text as references. */
export function sitemapPages(edition: Edition): readonly SitemapPage[] {
  const latest = edition.articles.map((article) => latestVersion(article).date).sort();
  return [
    { path: pages.landing, changed: latest.at(-1) },
    { path: pages.about },
    { path: pages.accessibility },
    ...Array.from({ length: worksPages(edition) }, (_, index) => ({
      path: pages.works(index + 1),
      changed: latest.at(-1),
    })),
    { path: pages.lockss },
    ...shelfNames(edition).map((name) => ({ path: pages[name], changed: latest.at(-1) })),
    ...issuesOf(edition).map(({ id, articles }) => ({
      path: pages.issue(id),
      changed: articles
        .map((article) => latestVersion(article).date)
        .sort()
        .at(-1),
    })),
    ...edition.articles.flatMap((article) => [
      { path: pages.article(article.slug), changed: latestVersion(article).date },
      ...(article.source ? [{ path: pages.source(article.slug), changed: latestVersion(article).date }] : []),
      { path: pages.changes(article.slug), changed: latestVersion(article).date },
      ...article.versions.map((version) => ({
        path: pages.version(article.slug, version.number),
        changed: version.date,
      })),
    ]),
  ];
}

/**
 * The pages as a sitemap (https://www.sitemaps.org/protocol.html), each naming itself in every language
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 */
export function sitemap(edition: Edition): string {
  const address = (page: SitemapPage, language: (typeof languages)[number]) =>
    permanent(edition.site, inLanguage(page.path, language));
  return xmlDocument(
    x(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      sitemapPages(edition).flatMap((page) =>
        languages.map((language) =>
          x('url', [
            x('loc', address(page, language)),
            ...(page.changed ? [x('lastmod', page.changed)] : []),
            ...languages.map((one) => x('xhtml:link', { rel: 'alternate', hreflang: one, href: address(page, one) })),
            x('xhtml:link', { rel: 'alternate', hreflang: 'x-default', href: address(page, 'fa') }),
          ]),
        ),
      ),
    ),
  );
}

/** Everything may be read (RFC 9309). A robot asks for the file at a host's root only, so it counts where the site lies there. */
export const robots = (edition: Edition): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${permanent(edition.site, 'sitemap.xml')}\n`;

/** Writes `/sitemap.xml` and `/robots.txt`. */
export async function writeSitemap(edition: Edition, folder: string): Promise<void> {
  await writeFile(path.join(folder, 'sitemap.xml'), sitemap(edition));
  await writeFile(path.join(folder, 'robots.txt'), robots(edition));
}
