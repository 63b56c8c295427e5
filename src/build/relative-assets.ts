import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SitePath } from '../edition/addresses.ts';
import { assetToken } from './asset-token.ts';
import { eachOf, listFiles } from './files.ts';

/** The text of a page or a style sheet with relative addresses of assets: the way up to the root takes the place of the token. */
export const related = (text: string, file: SitePath): string =>
  text.replaceAll(`${assetToken}/`, '../'.repeat(file.split('/').length - 1) || './');

/**
 * Makes the addresses of assets relative, in pages and style sheets, so that the build works under any path and from
 * a folder.
 *
 * @param folder the built site
 */
export async function relateAssets(folder: string): Promise<void> {
  await eachOf(
    listFiles(folder).filter((file) => /\.(html|css)$/.test(file)),
    async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      if (text.includes(assetToken)) await writeFile(path.join(folder, file), related(text, file));
    },
  );
}
