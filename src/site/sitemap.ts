import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { type Edition, latestVersion, rootLanguage } from '../edition/model.ts';
import { lastChangeOf } from '../edition/notices.ts';
import { addedPage, addedPages } from '../edition/own-pages.ts';
import { issuesOf, shelfNames } from '../edition/shelves.ts';
import { xmlDocument } from '../formats/xml.ts';
import { worksPages } from '../html/works-pages.ts';
import type { IsoDate } from '../text/calendar.ts';
import type { Language } from '../text/languages.ts';

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
    ...addedPages(edition.pages, rootLanguage(edition)).map(({ name }) => ({ path: addedPage(name) })),
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
      { path: pages.article(article.slug), changed: lastChangeOf(latestVersion(article)) },
      ...(article.source ? [{ path: pages.source(article.slug), changed: latestVersion(article).date }] : []),
      { path: pages.changes(article.slug), changed: latestVersion(article).date },
      ...article.versions.map((version) => ({
        path: pages.version(article.slug, version.number),
        changed: lastChangeOf(version),
      })),
    ]),
  ];
}

/** A sitemap has at most 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html#index): half of the first keeps both. */
const mostAddresses = 25_000;

/** The element `url` of each page in each language, which names itself in every language. */
function urlsOf(edition: Edition): Element[] {
  const address = (page: SitemapPage, language: Language) =>
    permanent(edition.site, inLanguage(page.path, language, rootLanguage(edition)));
  return sitemapPages(edition).flatMap((page) =>
    edition.languages.map((language) =>
      x('url', [
        x('loc', address(page, language)),
        ...(page.changed ? [x('lastmod', page.changed)] : []),
        ...edition.languages.map((one) =>
          x('xhtml:link', { rel: 'alternate', hreflang: one, href: address(page, one) }),
        ),
        x('xhtml:link', { rel: 'alternate', hreflang: 'x-default', href: address(page, rootLanguage(edition)) }),
      ]),
    ),
  );
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * The pages as sitemaps (https://www.sitemaps.org/protocol.html), each page naming itself in every language
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 *
 * @param most how many addresses a file has at most
 * @returns the content of each file by its name: `sitemap.xml` alone, or as the index of several
 */
export function sitemaps(edition: Edition, most = mostAddresses): ReadonlyMap<string, string> {
  const urls = urlsOf(edition);
  const file = (some: readonly Element[]) =>
    xmlDocument(x('urlset', { xmlns: namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }, [...some]));
  if (urls.length <= most) return new Map([['sitemap.xml', file(urls)]]);
  const parts = Array.from({ length: Math.ceil(urls.length / most) }, (_, index) => ({
    name: `sitemap-${index + 1}.xml`,
    urls: urls.slice(index * most, (index + 1) * most),
  }));
  const index = xmlDocument(
    x(
      'sitemapindex',
      { xmlns: namespace },
      parts.map(({ name }) => x('sitemap', [x('loc', permanent(edition.site, name))])),
    ),
  );
  return new Map([['sitemap.xml', index], ...parts.map(({ name, urls }) => [name, file(urls)] as const)]);
}

/** Everything may be read (RFC 9309). A robot asks for the file at a host's root only, so it counts where the site lies there. */
export const robots = (edition: Edition): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${permanent(edition.site, 'sitemap.xml')}\n`;

/** Writes `/sitemap.xml`, in parts where it is too long for one file, and `/robots.txt`. */
export async function writeSitemap(edition: Edition, folder: string): Promise<void> {
  for (const [name, content] of sitemaps(edition)) await writeFile(path.join(folder, name), content);
  await writeFile(path.join(folder, 'robots.txt'), robots(edition));
}
