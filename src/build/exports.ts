import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportPath, pages } from '../edition/addresses.ts';
import { worksOf } from '../edition/mentions.ts';
import { type Edition, latestVersion } from '../edition/model.ts';
import { crossrefArticle } from '../formats/crossref.ts';
import { dataciteArticle } from '../formats/datacite.ts';
import { dataciteJson } from '../formats/datacite-json.ts';
import { dataciteXml } from '../formats/datacite-xml.ts';
import { formats, worksFormats } from '../formats/index.ts';
import { numberedStyle } from '../formats/md-style.ts';

/**
 * Writes every format of every version, the latest version's again beside the bare article address, and the lists of works:
 * of each version and of the whole edition.
 *
 * @param root the folder that holds `content/`
 * @param folder the built site
 */
export async function writeExports(edition: Edition, root: string, folder: string): Promise<void> {
  const lists = worksFormats.filter((format) => format.lists);
  for (const article of edition.articles) {
    for (const version of article.versions) {
      const files = [
        ...formats.map((format) => [format.extension, format.write(edition, article, version)] as const),
        ['csl', numberedStyle] as const,
        ...lists.map(
          (format) => [`references.${format.extension}`, format.writeWorks(worksOf(article, version))] as const,
        ),
      ];
      const own = path.join(folder, exportPath(article.slug, version.number, 'mdx'));
      await mkdir(path.dirname(own), { recursive: true });
      // The text itself, byte for byte: the digest of the version is that of this file.
      await copyFile(path.join(root, version.file), own);
      for (const [extension, content] of files) {
        const file = path.join(folder, exportPath(article.slug, version.number, extension));
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, await content);
        if (version === latestVersion(article)) {
          await copyFile(file, path.join(folder, pages.article(article.slug), `${article.slug}.${extension}`));
        }
      }
    }
  }
  for (const article of edition.articles) {
    // The deposits of the DOI that stands for all versions.
    const resource = dataciteArticle(edition, article);
    const base = path.join(folder, pages.article(article.slug), `${article.slug}.all-versions`);
    await writeFile(`${base}.datacite.xml`, dataciteXml(resource));
    await writeFile(`${base}.datacite.json`, dataciteJson(resource));
    await writeFile(`${base}.crossref.xml`, crossrefArticle(edition, article));
  }
  const all = edition.articles.flatMap((article) => article.works).sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const format of lists) {
    await writeFile(path.join(folder, pages.bibliography, `all.${format.extension}`), format.writeWorks(all));
  }
}
