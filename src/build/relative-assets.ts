import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { assetToken } from './asset-token.ts';
import { listFiles } from './files.ts';

/**
 * Makes the addresses of assets relative, in pages and style sheets, so that the build works under any path and from
 * a folder: the way up to the root takes the place of the token.
 *
 * @param folder the built site
 */
export async function relateAssets(folder: string): Promise<void> {
  const files = (await listFiles(folder)).filter((file) => /\.(html|css)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      if (!text.includes(assetToken)) return;
      const up = '../'.repeat(file.split('/').length - 1) || './';
      await writeFile(path.join(folder, file), text.replaceAll(`${assetToken}/`, up));
    }),
  );
}
