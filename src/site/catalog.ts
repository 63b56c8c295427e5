import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eachOf } from '../concurrency.ts';
import { cards, filePath, inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { termsOf } from '../edition/article-types.ts';
import { surelyTitled, translatedTitles } from '../edition/describe.ts';
import {
  type Article,
  articleOf,
  type Edition,
  latestVersion,
  rootLanguage,
  type VersionOf,
} from '../edition/model.ts';
import { noticeTermsOf } from '../edition/notices.ts';
import { sha256 } from '../edition/reading/digests.ts';
import { receivedPath } from '../edition/received.ts';
import { accessTerms } from '../edition/rights.ts';
import { supplementsOf } from '../edition/supplements.ts';
import { listFiles } from '../files.ts';
import { cacheControlOf } from '../hosting/caching.ts';
import { mediaTypeOf } from '../hosting/media-types.ts';
import { lists } from './lists.ts';

/** A part of the catalog of a large edition, from 1. */
const catalogPart = (number: number): SitePath => `catalog/${number}.json`;

/** A file of the build as it lies on the disk. */
export interface BuiltFile {
  readonly path: SitePath;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Files whose digests are known, by path; filled as more are read. None of them is written to again. */
export type KnownFiles = Map<SitePath, BuiltFile>;

/** The files of a built site, sorted by path, but those named. */
export async function builtFiles(
  folder: string,
  except: readonly string[],
  known: KnownFiles = new Map(),
): Promise<BuiltFile[]> {
  const paths = listFiles(folder).filter((file) => !except.includes(file));
  await eachOf(
    paths.filter((file) => !known.has(file)),
    async (file) => {
      const content = await readFile(path.join(folder, file));
      known.set(file, { path: file, bytes: content.length, sha256: sha256(content) });
    },
  );
  return paths.map((file) => known.get(file) as BuiltFile);
}

/** The files below a folder among files that are sorted by path. */
export function filesBelow(files: readonly BuiltFile[], folder: SitePath): readonly BuiltFile[] {
  const from = firstAt(files, folder);
  let to = from;
  while (files[to]?.path.startsWith(folder)) to += 1;
  return files.slice(from, to);
}

/** The place of the first file that does not stand before a path. */
function firstAt(files: readonly BuiltFile[], wanted: SitePath): number {
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle] as BuiltFile).path < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

const describeFile = (edition: Edition, file: BuiltFile) => ({
  path: file.path,
  url: permanent(edition.site, file.path),
  mediaType: mediaTypeOf(file.path),
  cacheControl: cacheControlOf(file.path),
  bytes: file.bytes,
  sha256: file.sha256,
});

const titlesOf = (edition: Edition, article: Article) =>
  Object.fromEntries(
    [...new Set([...edition.languages, ...translatedTitles(article).map(({ language }) => language)])].map(
      (language) => [language, surelyTitled(article, language)],
    ),
  );

/** What is said of a version, whatever files it has. */
const versionFacts = (edition: Edition, { article, version }: VersionOf) => ({
  number: version.number,
  date: version.date,
  title: titlesOf(edition, articleOf(article, version)),
  url: permanent(edition.site, pages.version(article.slug, version.number)),
  ...(version.notices.length > 0
    ? { notices: version.notices.map((notice) => ({ ...notice, updateType: noticeTermsOf(notice).crossref })) }
    : {}),
});

function versionFiles(edition: Edition, { article, version }: VersionOf, files: readonly BuiltFile[]) {
  const describe = (file: BuiltFile) => describeFile(edition, file);
  const roots = edition.languages.map((language) =>
    inLanguage(pages.version(article.slug, version.number), language, rootLanguage(edition)),
  );
  const own = roots.flatMap((root) => filesBelow(files, root));
  const isPage = (file: BuiltFile) => file.path.endsWith('.html');
  const isPublished = (file: BuiltFile) => file.path.startsWith(filePath(article.slug, version.number, ''));
  const isReceived = (file: BuiltFile) => file.path.startsWith(receivedPath(article.slug, version.number, ''));
  const stated = new Map(
    supplementsOf(version).map((one) => [filePath(article.slug, version.number, one.name), one] as const),
  );
  const describePublished = (file: BuiltFile) => {
    const { title, description, licence } = stated.get(file.path) ?? {};
    return { ...describe(file), title, description, licence: licence?.id };
  };
  const isList = (file: BuiltFile) => file.path.includes('.references.');
  // By which the version of record is cited, and the version in Latin script.
  const isCitation = ({ path }: BuiltFile) => /\/[^/.]+\.(?:record|en)\.[^/]+$/.test(path);
  return {
    pages: own.filter(isPage).map(describe),
    formats: own
      .filter((file) => !isPage(file) && !isList(file) && !isCitation(file) && !isPublished(file) && !isReceived(file))
      .map(describe),
    citations: own.filter((file) => isCitation(file) && !isPublished(file)).map(describe),
    ...(own.some(isPublished) ? { published: own.filter(isPublished).map(describePublished) } : {}),
    ...(own.some(isReceived) ? { received: own.filter(isReceived).map(describe) } : {}),
    references: own.filter(isList).map(describe),
    cards: filesBelow(files, cards.versionFolder(article.slug, version.number)).map(describe),
  };
}

const editionFacts = (edition: Edition) => ({
  name: edition.name,
  description: edition.description,
  publisher: edition.publisher,
  url: edition.site,
  languages: edition.languages,
  rights: edition.rights.uri,
});

const articleFacts = (edition: Edition, article: Article) => ({
  slug: article.slug,
  language: article.language,
  title: titlesOf(edition, article),
  url: permanent(edition.site, pages.article(article.slug)),
  type: termsOf(article).coar.uri,
  rights: article.rights.uri,
  licence: article.rights.licence,
  access: article.rights.access && accessTerms[article.rights.access].coar.uri,
  latest: latestVersion(article).number,
});

/** Articles with their versions, and the files of these. */
const articlesWithFiles = (edition: Edition, articles: readonly Article[], files: readonly BuiltFile[]) =>
  articles.map((article) => ({
    ...articleFacts(edition, article),
    versions: article.versions.map((version) => ({
      ...versionFacts(edition, { article, version }),
      files: versionFiles(edition, { article, version }, files),
    })),
  }));

/** What `/catalog.json` says: every article, version and file of a build. */
export const catalog = (edition: Edition, files: readonly BuiltFile[]) => ({
  ...editionFacts(edition),
  articles: articlesWithFiles(edition, edition.articles, files),
  files: files.map((file) => describeFile(edition, file)),
});

/** An edition of more articles has its catalog in parts of so many: a program that wants one article need not read all. */
const mostWhole = 500;

const json = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;

/**
 * The catalog as files: one that says all, or, of a large edition, one that says all of the edition, of each article and its
 * versions, and names the parts. A part has the files of some articles, which are not in the first one: all that lies below their
 * addresses, in each language, and their cards.
 *
 * @param most how many articles a file has at most
 * @returns the content of each file by its path
 */
export function catalogFiles(
  edition: Edition,
  files: readonly BuiltFile[],
  most = mostWhole,
): ReadonlyMap<SitePath, string> {
  const { articles } = edition;
  if (articles.length <= most) return new Map([[lists.catalog, json(catalog(edition, files))]]);
  const slugOf = new Map(files.map((file) => [file, /^(?:en\/)?(?:articles|cards)\/([^/]+)\//.exec(file.path)?.[1]]));
  const partOf = new Map(articles.map(({ slug }, index) => [slug, Math.floor(index / most)]));
  const partOfFile = (file: BuiltFile) => partOf.get(slugOf.get(file) ?? '');
  const parts = Array.from({ length: Math.ceil(articles.length / most) }, (_, index) => {
    const own = files.filter((file) => partOfFile(file) === index);
    const content = json({
      edition: edition.site,
      articles: articlesWithFiles(edition, articles.slice(index * most, (index + 1) * most), own),
      files: own.map((file) => describeFile(edition, file)),
    });
    return { path: catalogPart(index + 1), content };
  });
  const whole = json({
    ...editionFacts(edition),
    parts: parts.map(({ path: part, content }) =>
      describeFile(edition, { path: part, bytes: Buffer.byteLength(content), sha256: sha256(content) }),
    ),
    articles: articles.map((article, index) => ({
      ...articleFacts(edition, article),
      part: catalogPart(Math.floor(index / most) + 1),
      versions: article.versions.map((version) => versionFacts(edition, { article, version })),
    })),
    files: files.filter((file) => partOfFile(file) === undefined).map((file) => describeFile(edition, file)),
  });
  return new Map([[lists.catalog, whole], ...parts.map(({ path: part, content }) => [part, content] as const)]);
}

/** Writes `/catalog.json`, or its parts, of all files but themselves and the manifest, which is made after them. */
export async function writeCatalog(edition: Edition, folder: string, known?: KnownFiles): Promise<void> {
  const files = await builtFiles(folder, [lists.catalog, lists.manifest], known);
  for (const [file, content] of catalogFiles(edition, files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
}

/** The digests in the form that `sha256sum -c` reads (GNU coreutils), and BagIt (RFC 8493, section 2.1.3) too. */
export const manifest = (files: readonly BuiltFile[]): string =>
  files.map((file) => `${file.sha256}  ${file.path}\n`).join('');

/**
 * Writes `/manifest-sha256.txt` of all files but itself. It is the last file of a build.
 */
export async function writeManifest(folder: string, known?: KnownFiles): Promise<void> {
  await writeFile(path.join(folder, lists.manifest), manifest(await builtFiles(folder, [lists.manifest], known)));
}
