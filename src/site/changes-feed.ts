import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { x } from 'xastscript';
import { fullName } from '../bibliography/work.ts';
import { inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { surelyTitled } from '../edition/describe.ts';
import { type Article, type Edition, rootLanguage, type Subject, type Version } from '../edition/model.ts';
import { lastChangeOf } from '../edition/notices.ts';
import { allPairs, differencesBetween } from '../edition/versions/differences.ts';
import { xmlDocument } from '../formats/xml.ts';
import { changesStrings, wordsOf } from '../locales/index.ts';
import { sayNotice } from '../locales/notices.ts';
import { sayDigits } from '../text/digits.ts';
import { directionOf, formIn, inOrder, ownFirst, sayIn, textIn, textsOf, wordsLanguage } from '../text/languages.ts';

const changesPath = (article: Article): SitePath => pages.changes(article.slug);

/** The versions of an article and what differs between every two of them, as data. */
export function changesData(edition: Edition, article: Article) {
  return {
    article: permanent(edition.site, pages.article(article.slug)),
    title: article.titles[article.language]?.value,
    language: article.language,
    versions: article.versions.map((version) => ({
      version: version.number,
      date: version.date,
      kind: version.kind,
      summary: version.summary,
      digest: version.digest,
      url: permanent(edition.site, pages.version(article.slug, version.number)),
      ...(version.notices.length > 0 ? { notices: version.notices } : {}),
    })),
    differences: allPairs(article).map(([from, to]) => differencesBetween(article, from, to)),
  };
}

const number = (version: Version, language: string) => sayDigits(version.number, language);

/** A day as the moment that Atom wants (RFC 4287, section 3.3). */
export const moment = (date: string) => `${date}T00:00:00Z`;

const xhtml = 'http://www.w3.org/1999/xhtml';

/** The languages in which something was said of a version since, that of the text first. */
const noticeLanguages = ({ notices }: Version, own: string): readonly string[] => {
  const said = inOrder(new Set(notices.flatMap(({ reason }) => Object.keys(reason))));
  return [...said.filter((one) => one === own), ...said.filter((one) => one !== own)];
};

/** One version as an entry of a feed (RFC 4287, section 4.1.2): the summary in the article's language, the content in both. */
export function feedEntry({ edition, article, version }: Subject) {
  const { language } = article;
  const page = pages.version(article.slug, version.number);
  const title = surelyTitled(article, language) ?? article.slug;
  return x('entry', [
    x('id', permanent(edition.site, page)),
    x('title', `${title} — ${wordsOf(language).version} ${number(version, language)}`),
    x('updated', moment(lastChangeOf(version))),
    x('published', moment(version.date)),
    ...edition.languages.map((one) =>
      x('link', {
        rel: 'alternate',
        hreflang: one,
        href: permanent(edition.site, inLanguage(page, one, rootLanguage(edition))),
      }),
    ),
    x('category', { term: version.kind, label: wordsOf(language).kinds[version.kind] }),
    x('summary', { 'xml:lang': textIn(version.summary, language).language }, sayIn(version.summary, language)),
    x('content', { type: 'xhtml' }, [
      x('div', { xmlns: xhtml }, [
        ...ownFirst(textsOf(version.summary), language).map(({ language: one, value }) =>
          x('p', { 'xml:lang': one, lang: one, dir: directionOf(one) }, [
            `${wordsOf(one).version} ${number(version, one)} (${wordsOf(one).kinds[version.kind]}): ${value}`,
          ]),
        ),
        ...noticeLanguages(version, language).flatMap((one) =>
          version.notices.flatMap((notice) =>
            notice.reason[one] === undefined
              ? []
              : [
                  x(
                    'p',
                    { 'xml:lang': one, lang: one, dir: directionOf(one) },
                    sayNotice(notice, one, edition.languages),
                  ),
                ],
          ),
        ),
      ]),
    ]),
  ]);
}

/** The versions of an article as an Atom feed (RFC 4287), the newest first. */
export function changesFeed(edition: Edition, article: Article): string {
  const { language } = article;
  const at = (file: string) => permanent(edition.site, changesPath(article) + file);
  const title = surelyTitled(article, language) ?? article.slug;
  return xmlDocument(
    x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
      x('id', at('')),
      x('title', `${title}: ${changesStrings[wordsLanguage(language)].title}`),
      x('subtitle', sayIn(edition.name, language)),
      x('updated', moment(article.versions.map(lastChangeOf).sort().at(-1) as string)),
      ...article.creators.map((creator) => x('author', [x('name', fullName(formIn(creator.name, language)))])),
      x('link', { rel: 'self', type: 'application/atom+xml', href: at('feed.atom') }),
      ...edition.languages.map((one) =>
        x('link', {
          rel: 'alternate',
          type: 'text/html',
          hreflang: one,
          href: permanent(edition.site, inLanguage(changesPath(article), one, rootLanguage(edition))),
        }),
      ),
      x('rights', sayIn(article.rights.name, language)),
      ...[...article.versions].reverse().map((version) => feedEntry({ edition, article, version })),
    ]),
  );
}

/** Writes `changes.json` and `feed.atom` of an article, beside its page of changes. */
export async function writeChanges(edition: Edition, article: Article, folder: string): Promise<void> {
  const target = path.join(folder, changesPath(article));
  await mkdir(target, { recursive: true });
  await writeFile(path.join(target, 'changes.json'), `${JSON.stringify(changesData(edition, article), null, 1)}\n`);
  await writeFile(path.join(target, 'feed.atom'), changesFeed(edition, article));
}
