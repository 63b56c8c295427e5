import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IndexFile } from '../search/index.ts';
import { eachOf } from './files.ts';

/** A script larger than this (bytes of the files that it holds) takes a browser too long to read at once. */
const mostBundled = 60_000_000;

/**
 * Writes the search index below `search/`, and beside it the same files as one script, for an edition that is opened from a
 * folder, where a page may load a script but fetch nothing. A very large edition has no such script.
 */
export async function writeSearch(files: readonly IndexFile[], folder: string): Promise<void> {
  const isBundled = files.reduce((sum, { content }) => sum + content.length, 0) <= mostBundled;
  const targetOf = ({ path: file }: IndexFile) => path.join(folder, 'search', file);
  for (const below of new Set(files.map((file) => path.dirname(targetOf(file)))))
    await mkdir(below, { recursive: true });
  await eachOf(files, (file) => writeFile(targetOf(file), file.content));
  if (!isBundled) return;
  const bundle = Object.fromEntries(files.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]));
  await writeFile(path.join(folder, 'search/bundle.js'), `globalThis.estenadSearch = ${JSON.stringify(bundle)};\n`);
}
