import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Edition } from '../edition/model.ts';
import { makeIndex } from '../search/index.ts';
import { passagesOf } from '../search/passages.ts';

/**
 * Writes the search index below `search/`, and beside it the same files as one script, for an edition that is opened from a
 * folder, where a page may load a script but fetch nothing.
 */
export async function writeSearch(edition: Edition, folder: string): Promise<void> {
  const files = await makeIndex(passagesOf(edition));
  const bundle: Record<string, string> = {};
  for (const file of files) {
    const target = path.join(folder, 'search', file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
    bundle[file.path] = Buffer.from(file.content).toString('base64');
  }
  await writeFile(path.join(folder, 'search/bundle.js'), `globalThis.estenadSearch = ${JSON.stringify(bundle)};\n`);
}
