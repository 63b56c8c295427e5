/** What is new in the edition, in an issue and by an author, as feeds; and the files of issues. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { x } from 'xastscript';
import { fullName } from '../bibliography/work.ts';
import { authorFeed, inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { contentOf, renditionsOf } from '../edition/article-files.ts';
import { describeVersion, surelyTitled } from '../edition/describe.ts';
import {
  type Article,
  asReleased,
  type Edition,
  type IssueCover,
  latestOf,
  rootLanguage,
  type Subject,
} from '../edition/model.ts';
import { lastChangeOf } from '../edition/notices.ts';
import { authorsOf, type Issue, issuesOf } from '../edition/shelves.ts';
import { listFormatsOf } from '../formats/index.ts';
import { xmlDocument } from '../formats/xml.ts';
import { strings } from '../locales/index.ts';
import { sayNotice } from '../locales/notices.ts';
import { sayIssue } from '../locales/shelves.ts';
import { formIn, sayIn } from '../text/languages.ts';
import { render } from './article-files.ts';
import { feedEntry, moment } from './changes-feed.ts';

/** A feed holds no more entries than this: readers of feeds ask for it whole, again and again. */
const mostEntries = 50;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The versions of articles, those first of which something was said last. */
const newest = (edition: Edition, articles: readonly Article[]): readonly Subject[] =>
  articles
    .flatMap((article) => article.versions.map((version) => asReleased({ edition, article, version })))
    .sort((a, b) => compare(lastChangeOf(b.version), lastChangeOf(a.version)))
    .slice(0, mostEntries);

/**
 * Versions as an Atom feed (RFC 4287), the newest first.
 *
 * @param title what the feed is called
 * @param page the page whose news it has
 * @param file the path of the feed
 */
export function atomFeed(
  edition: Edition,
  articles: readonly Article[],
  { title, page, file }: { readonly title: string; readonly page: SitePath; readonly file: SitePath },
): string {
  const language = rootLanguage(edition);
  const subjects = newest(edition, articles);
  return xmlDocument(
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      x('id', permanent(edition.site, file)),
      x('title', title),
      x('updated', moment(subjects[0] ? lastChangeOf(subjects[0].version) : '1970-01-01')),
      x('author', [x('name', sayIn(edition.publisher, language))]),
      x('link', { rel: 'self', type: 'application/atom+xml', href: permanent(edition.site, file) }),
      ...edition.languages.map((one) =>
        x('link', {
          rel: 'alternate',
          type: 'text/html',
          hreflang: one,
          href: permanent(edition.site, inLanguage(page, one, rootLanguage(edition))),
        }),
      ),
      ...subjects.map(feedEntry),
    ]),
  );
}

/** The newest versions of the edition as a JSON feed (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(edition: Edition): string {
  const language = rootLanguage(edition);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${sayIn(edition.name, language)}: ${strings[language].newVersions}`,
    home_page_url: edition.site,
    feed_url: permanent(edition.site, 'feed.json'),
    description: sayIn(edition.description, language),
    language,
    items: newest(edition, edition.articles).map(({ article, version }) => {
      const url = permanent(edition.site, pages.version(article.slug, version.number));
      return {
        id: url,
        url,
        title: surelyTitled(article, article.language) ?? article.slug,
        content_text: [
          sayIn(version.summary, article.language),
          ...version.notices.map((one) => sayNotice(one, article.language, edition.languages)),
        ].join('\n'),
        date_published: moment(version.date),
        ...(version.notices.length > 0 ? { date_modified: moment(lastChangeOf(version)) } : {}),
        authors: article.creators.map(({ name }) => ({ name: fullName(formIn(name, article.language)) })),
        language: article.language,
      };
    }),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** Writes `/feed.atom` and `/feed.json`. */
export async function writeFeeds(edition: Edition, folder: string): Promise<void> {
  const language = rootLanguage(edition);
  const title = `${sayIn(edition.name, language)}: ${strings[language].newVersions}`;
  const feed = atomFeed(edition, edition.articles, { title, page: pages.landing, file: 'feed.atom' });
  await writeFile(path.join(folder, 'feed.atom'), feed);
  await writeFile(path.join(folder, 'feed.json'), jsonFeed(edition));
}

/** Writes the feed of every author whose identity is stated. */
export async function writeAuthors(edition: Edition, folder: string): Promise<void> {
  const language = rootLanguage(edition);
  for (const { id, isKnown, creator, articles } of authorsOf(edition, language)) {
    if (!isKnown) continue;
    const file = authorFeed(id);
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    const title = `${sayIn(edition.name, language)}: ${fullName(formIn(creator.name, language))}`;
    await writeFile(path.join(folder, file), atomFeed(edition, articles, { title, page: pages.authors, file }));
  }
}

/** Writes the files of every issue: its articles for reference managers, in the order of its contents, and its feed. */
export async function writeIssues(edition: Edition, folder: string): Promise<void> {
  for (const issue of issuesOf(edition)) {
    const target = path.join(folder, pages.issue(issue.id));
    await mkdir(target, { recursive: true });
    const works = issue.articles.map((article) => describeVersion(asReleased(latestOf(edition, article))));
    for (const format of listFormatsOf(edition))
      await writeFile(path.join(target, `issue.${format.extension}`), format.writeWorks(works));
    await writeFile(path.join(target, 'feed.atom'), issueFeed(edition, issue));
    if (issue.cover) await writeCover(issue.cover, target);
  }
}

/** Writes the image of a cover as it is, and as pictures for screens. */
async function writeCover({ image }: IssueCover, target: string): Promise<void> {
  await writeFile(path.join(target, image.name), contentOf(image));
  for (const rendition of renditionsOf(image))
    await writeFile(path.join(target, rendition.name), await render(image, rendition));
}

function issueFeed(edition: Edition, issue: Issue): string {
  const language = rootLanguage(edition);
  return atomFeed(edition, issue.articles, {
    title: `${sayIn(edition.name, language)}: ${sayIssue(issue, language)}`,
    page: pages.issue(issue.id),
    file: `${pages.issue(issue.id)}feed.atom`,
  });
}
