import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type IndexedPassage, makeIndex } from '../search/index.ts';

/** A script larger than this (bytes of the files that it holds) takes a browser too long to read at once. */
const mostBundled = 60_000_000;

/**
 * Writes the search index below `search/`, and beside it the same files as one script, for an edition that is opened from a
 * folder, where a page may load a script but fetch nothing. A very large edition has no such script.
 *
 * @param onPassage told how many passages are indexed, of how many
 */
export async function writeSearch(
  passages: AsyncIterable<IndexedPassage>,
  folder: string,
  onPassage: (done: number, total: number) => void = () => {},
): Promise<void> {
  const files = await makeIndex(await Array.fromAsync(passages), onPassage);
  const isBundled = files.reduce((sum, { content }) => sum + content.length, 0) <= mostBundled;
  const bundle: Record<string, string> = {};
  for (const file of files) {
    const target = path.join(folder, 'search', file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
    if (isBundled) bundle[file.path] = Buffer.from(file.content).toString('base64');
  }
  if (isBundled)
    await writeFile(path.join(folder, 'search/bundle.js'), `globalThis.estenadSearch = ${JSON.stringify(bundle)};\n`);
}
