import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eachOf } from '../concurrency.ts';
import { cards, filePath, inLanguage, pages, permanent, type SitePath } from '../edition/addresses.ts';
import { termsOf } from '../edition/article-types.ts';
import { surelyTitled } from '../edition/describe.ts';
import { type Article, articleOf, type Edition, latestVersion, type VersionOf } from '../edition/model.ts';
import { sha256 } from '../edition/reading/digests.ts';
import { accessTerms } from '../edition/rights.ts';
import { listFiles } from '../files.ts';
import { cacheControlOf } from '../hosting/caching.ts';
import { mediaTypeOf } from '../hosting/media-types.ts';
import { languages } from '../text/languages.ts';

/** The files that list the others; what each leaves out follows from the order in which they are made. */
export const lists = {
  crate: 'ro-crate-metadata.json',
  catalog: 'catalog.json',
  manifest: 'manifest-sha256.txt',
  /** It holds a digest of everything before it; the catalog and the manifest, which hold its own, are not stored by it. */
  worker: 'service-worker.js',
} as const;

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

/** What `/catalog.json` says: every article, version and file of a build. */
export function catalog(edition: Edition, files: readonly BuiltFile[]) {
  const describe = (file: BuiltFile) => ({
    path: file.path,
    url: permanent(edition.site, file.path),
    mediaType: mediaTypeOf(file.path),
    cacheControl: cacheControlOf(file.path),
    bytes: file.bytes,
    sha256: file.sha256,
  });
  const titles = (article: Article) =>
    Object.fromEntries(languages.map((language) => [language, surelyTitled(article, language)]));
  const version = ({ article, version: one }: VersionOf) => {
    const roots = languages.map((language) => inLanguage(pages.version(article.slug, one.number), language));
    const own = roots.flatMap((root) => filesBelow(files, root));
    const isPage = (file: BuiltFile) => file.path.endsWith('.html');
    const isPublished = (file: BuiltFile) => file.path.startsWith(filePath(article.slug, one.number, ''));
    const isList = (file: BuiltFile) => file.path.includes('.references.');
    return {
      number: one.number,
      date: one.date,
      title: titles(articleOf(article, one)),
      url: permanent(edition.site, pages.version(article.slug, one.number)),
      files: {
        pages: own.filter(isPage).map(describe),
        formats: own.filter((file) => !isPage(file) && !isList(file) && !isPublished(file)).map(describe),
        ...(own.some(isPublished) ? { published: own.filter(isPublished).map(describe) } : {}),
        references: own.filter(isList).map(describe),
        cards: filesBelow(files, cards.versionFolder(article.slug, one.number)).map(describe),
      },
    };
  };
  return {
    name: edition.name,
    description: edition.description,
    publisher: edition.publisher,
    url: edition.site,
    languages: edition.languages,
    rights: edition.rights.uri,
    articles: edition.articles.map((article) => ({
      slug: article.slug,
      language: article.language,
      title: titles(article),
      url: permanent(edition.site, pages.article(article.slug)),
      type: termsOf(article).coar.uri,
      rights: article.rights.uri,
      licence: article.rights.licence,
      access: article.rights.access && accessTerms[article.rights.access].coar.uri,
      latest: latestVersion(article).number,
      versions: article.versions.map((one) => version({ article, version: one })),
    })),
    files: files.map(describe),
  };
}

/** Writes `/catalog.json` of all files but itself and the manifest, which is made after it. */
export async function writeCatalog(edition: Edition, folder: string, known?: KnownFiles): Promise<void> {
  const files = await builtFiles(folder, [lists.catalog, lists.manifest], known);
  await writeFile(path.join(folder, lists.catalog), `${JSON.stringify(catalog(edition, files), null, 2)}\n`);
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
