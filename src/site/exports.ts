import { readFileSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bookOfAll, exportPath, issueFile, pages } from '../edition/addresses.ts';
import { worksOf } from '../edition/mentions.ts';
import { type Article, type Edition, latestVersion, type Subject } from '../edition/model.ts';
import { archive, hasCopies, isArchived, isOn } from '../edition/offers.ts';
import { issuesOf } from '../edition/shelves.ts';
import { listFiles } from '../files.ts';
import { crossrefArticle } from '../formats/crossref/index.ts';
import { dataciteJson } from '../formats/datacite/json.ts';
import { dataciteArticle } from '../formats/datacite/record.ts';
import { dataciteXml } from '../formats/datacite/xml.ts';
import type { Chapter } from '../formats/epub/book.ts';
import { writeEditionEpub, writeIssueEpub } from '../formats/epub/index.ts';
import type { Lack, TextFile } from '../formats/format.ts';
import { formats, formatsOf, listFormatsOf, textFiles, worksFormats } from '../formats/index.ts';
import { numberedStyle } from '../formats/md/style.ts';
import { modsOfRecord } from '../formats/mods.ts';
import { citationFiles } from '../formats/references/citations.ts';
import { writeZip } from '../zip.ts';

/**
 * Writes every format of every version of an article, the files by which it is cited, and the lists of its works, as far as the
 * edition offers them; the latest version's again beside the bare address of the article, with the deposits of the DOI that stands
 * for all versions. Where the latest version alone has files, they stand once, and those of an older one are in its archive.
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
    const subject = { edition, article, version };
    const place = path.dirname(path.join(folder, exportPath(article.slug, version.number, '')));
    const files = isArchived(subject) ? path.join(place, 'archive') : place;
    const fileOf = (extension: string) => path.join(files, `${article.slug}.${extension}`);
    await mkdir(files, { recursive: true });
    // The text itself, byte for byte: the digest of the version is that of this file.
    await copyFile(path.join(root, version.file), fileOf('mdx'));
    const bytes = new Map<string, number>();
    const write = async (extension: string, content: string | Uint8Array) => {
      bytes.set(extension, Buffer.byteLength(content));
      await writeFile(fileOf(extension), content);
      if (version === latestVersion(article) && hasCopies(edition))
        await copyFile(fileOf(extension), path.join(bare, `${article.slug}.${extension}`));
    };
    // One after the other: what a format wrote is on the disk before the next one begins. The texts first: records say their sizes.
    const on = formats.filter(({ extension }) => isOn(edition, extension));
    for (const format of on.toSorted((a, b) => Number(b.holdsText ?? 0) - Number(a.holdsText ?? 0))) {
      const name = exportPath(article.slug, version.number, format.extension);
      const onLack = ({ what, fix }: Lack) => lacks.push(`${name}: ${what}\n    fix: ${fix}`);
      await write(format.extension, await format.write(subject, onLack, textFiles(bytes, formatsOf(subject))));
    }
    for (const { extension, content } of citationFiles(
      subject,
      worksFormats.filter(({ extension }) => isOn(edition, extension)),
    ))
      await write(extension, content);
    const record = isOn(edition, 'mods.xml') ? modsOfRecord(subject) : undefined;
    if (record) await write('record.mods.xml', record);
    if (isOn(edition, 'md')) await write('csl', numberedStyle);
    if (version === latestVersion(article)) texts = textFiles(bytes, formatsOf(subject));
    for (const format of listFormatsOf(edition))
      await write(`references.${format.extension}`, format.writeWorks(worksOf(version)));
    if (isArchived(subject)) await writeArchive(subject, place, files);
  }
  const resource = dataciteArticle(edition, article, texts);
  const base = path.join(bare, `${article.slug}.all-versions`);
  if (isOn(edition, 'datacite.xml')) await writeFile(`${base}.datacite.xml`, dataciteXml(resource));
  if (isOn(edition, 'datacite.json')) await writeFile(`${base}.datacite.json`, dataciteJson(resource));
  if (isOn(edition, 'crossref.xml')) await writeFile(`${base}.crossref.xml`, crossrefArticle(edition, article, texts));
  return lacks;
}

/** Puts the files of an older version into one archive; its text stays beside it. */
async function writeArchive({ article, version }: Subject, place: string, files: string): Promise<void> {
  const target = path.join(place, `${article.slug}.${archive.extension}`);
  const top = `${article.slug}-${version.number}`;
  await writeZip(target, { folder: files, files: listFiles(files), top, date: version.date });
  for (const extension of ['mdx', 'txt']) {
    const name = `${article.slug}.${extension}`;
    await copyFile(path.join(files, name), path.join(place, name));
  }
  await rm(files, { recursive: true });
}

/** Writes the lists of all works of an edition, in the order of their keys. */
export async function writeAllWorks(edition: Edition, folder: string): Promise<void> {
  const all = edition.articles.flatMap((article) => article.works).sort((a, b) => (a.key < b.key ? -1 : 1));
  await mkdir(path.join(folder, pages.bibliography), { recursive: true });
  for (const format of listFormatsOf(edition)) {
    await writeFile(path.join(folder, pages.bibliography, `all.${format.extension}`), format.writeWorks(all));
  }
}

/** Writes each issue as one book, where the edition has books; the files of the articles are in the folder already. */
export async function writeIssueBooks(edition: Edition, chapters: readonly Chapter[], folder: string): Promise<void> {
  if (!isOn(edition, 'epub')) return;
  const chapterOf = new Map(edition.articles.map(({ slug }, index) => [slug, chapters[index]]));
  for (const issue of issuesOf(edition)) {
    const file = path.join(folder, issueFile(issue.id, 'epub'));
    await mkdir(path.dirname(file), { recursive: true });
    const own = issue.articles.flatMap(({ slug }) => chapterOf.get(slug) ?? []);
    await writeFile(file, await writeIssueEpub(edition, issue, own, (one) => readFileSync(path.join(folder, one))));
  }
}

/** Writes the whole edition as one book, where it has books; the files of the articles are in the folder already. */
export async function writeBook(edition: Edition, chapters: readonly Chapter[], folder: string): Promise<void> {
  if (!isOn(edition, 'epub')) return;
  await writeFile(
    path.join(folder, bookOfAll),
    await writeEditionEpub(edition, chapters, (file) => readFileSync(path.join(folder, file))),
  );
}
