import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportPath, pages } from '../edition/addresses.ts';
import { type Edition, latestVersion } from '../edition/model.ts';
import { formats } from '../formats/index.ts';

/** Writes every format of every version, and the latest version's again beside the bare article address. */
export async function writeExports(edition: Edition, folder: string): Promise<void> {
  for (const article of edition.articles) {
    for (const version of article.versions) {
      for (const format of formats) {
        const file = path.join(folder, exportPath(article.slug, version.number, format.extension));
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, format.write(edition, article, version));
        if (version === latestVersion(article)) {
          await copyFile(file, path.join(folder, pages.article(article.slug), `${article.slug}.${format.extension}`));
        }
      }
    }
  }
}
