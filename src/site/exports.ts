import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bookOfAll, exportPath, issueFile, pages } from '../edition/addresses.ts';
import { worksOf } from '../edition/mentions.ts';
import { type Article, type Edition, latestVersion } from '../edition/model.ts';
import { issuesOf } from '../edition/shelves.ts';
import { crossrefArticle } from '../formats/crossref/index.ts';
import { dataciteJson } from '../formats/datacite/json.ts';
import { dataciteArticle } from '../formats/datacite/record.ts';
import { dataciteXml } from '../formats/datacite/xml.ts';
import type { Chapter } from '../formats/epub/book.ts';
import { writeEditionEpub, writeIssueEpub } from '../formats/epub/index.ts';
import type { Lack, TextFile } from '../formats/format.ts';
import { formats, listFormats as lists, textFiles, worksFormats } from '../formats/index.ts';
import { numberedStyle } from '../formats/md/style.ts';
import { citationFiles } from '../formats/references/citations.ts';

/**
 * Writes every format of every version of an article, the files by which it is cited, and the lists of its works; the latest version's again beside the bare
 * address of the article, with the deposits of the DOI that stands for all versions.
 *
 * @param root the folder that holds `content/`
 * @param folder the built site
 * @returns what people should know of files that are not what files of their format are, a text each
 */
export async function writeExports(
  edition: Edition,
  article: Article,
  root: string,
  folder: string,
): Promise<readonly string[]> {
  const lacks: string[] = [];
  let texts: readonly TextFile[] = [];
  const bare = path.join(folder, pages.article(article.slug));
  for (const version of article.versions) {
    const own = path.join(folder, exportPath(article.slug, version.number, 'mdx'));
    await mkdir(path.dirname(own), { recursive: true });
    // The text itself, byte for byte: the digest of the version is that of this file.
    await copyFile(path.join(root, version.file), own);
    const bytes = new Map<string, number>();
    const write = async (extension: string, content: string | Uint8Array) => {
      bytes.set(extension, Buffer.byteLength(content));
      const file = path.join(folder, exportPath(article.slug, version.number, extension));
      await writeFile(file, content);
      if (version === latestVersion(article)) await copyFile(file, path.join(bare, `${article.slug}.${extension}`));
    };
    // One after the other: what a format wrote is on the disk before the next one begins. The texts first: records say their sizes.
    for (const format of [...formats].sort((a, b) => Number(b.holdsText ?? 0) - Number(a.holdsText ?? 0))) {
      const name = exportPath(article.slug, version.number, format.extension);
      const onLack = ({ what, fix }: Lack) => lacks.push(`${name}: ${what}\n    fix: ${fix}`);
      await write(format.extension, await format.write({ edition, article, version }, onLack, textFiles(bytes)));
    }
    for (const { extension, content } of citationFiles({ edition, article, version }, worksFormats))
      await write(extension, content);
    await write('csl', numberedStyle);
    if (version === latestVersion(article)) texts = textFiles(bytes);
    for (const format of lists) await write(`references.${format.extension}`, format.writeWorks(worksOf(version)));
  }
  const resource = dataciteArticle(edition, article, texts);
  const base = path.join(bare, `${article.slug}.all-versions`);
  await writeFile(`${base}.datacite.xml`, dataciteXml(resource));
  await writeFile(`${base}.datacite.json`, dataciteJson(resource));
  await writeFile(`${base}.crossref.xml`, crossrefArticle(edition, article, texts));
  return lacks;
}

/** Writes the lists of all works of an edition, in the order of their keys. */
export async function writeAllWorks(edition: Edition, folder: string): Promise<void> {
  const all = edition.articles.flatMap((article) => article.works).sort((a, b) => (a.key < b.key ? -1 : 1));
  await mkdir(path.join(folder, pages.bibliography), { recursive: true });
  for (const format of lists) {
    await writeFile(path.join(folder, pages.bibliography, `all.${format.extension}`), format.writeWorks(all));
  }
}

/** Writes each issue as one book; the files of the articles are in the folder already. */
export async function writeIssueBooks(edition: Edition, chapters: readonly Chapter[], folder: string): Promise<void> {
  const chapterOf = new Map(edition.articles.map(({ slug }, index) => [slug, chapters[index]]));
  for (const issue of issuesOf(edition)) {
    const file = path.join(folder, issueFile(issue.id, 'epub'));
    await mkdir(path.dirname(file), { recursive: true });
    const own = issue.articles.flatMap(({ slug }) => chapterOf.get(slug) ?? []);
    await writeFile(file, await writeIssueEpub(edition, issue, own, (one) => readFileSync(path.join(folder, one))));
  }
}

/** Writes the whole edition as one book; the files of the articles are in the folder already. */
export async function writeBook(edition: Edition, chapters: readonly Chapter[], folder: string): Promise<void> {
  await writeFile(
    path.join(folder, bookOfAll),
    await writeEditionEpub(edition, chapters, (file) => readFileSync(path.join(folder, file))),
  );
}
