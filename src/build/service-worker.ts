import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { listFiles } from './files.ts';

/** An edition larger than this (bytes) is not stored whole without being asked: its pages, styles and search are. */
const mostStored = 60_000_000;

/** What a reader needs offline of an edition that is too large: no files for other programs. */
const isNeeded = (file: string) => /\.(?:html|css|js|woff2|svg|json|pf_meta|pf_index|pagefind)$/.test(file);

/**
 * What no reader asks for: the bundle is for editions opened from a folder, where no worker runs; the rest is for hosts (some
 * of which do not serve `_headers`, and a file that is missing would stop the storing) and for other search engines.
 */
const isForOthers = (file: string) => /^(?:search\/bundle\.js|_headers|hosting\/.*|discovery\/.*)$/.test(file);

/**
 * Writes the service worker, which stores the edition for reading offline. It must be made last: its list names every file.
 */
export async function writeServiceWorker(folder: string): Promise<void> {
  const digest = createHash('sha256');
  const files: string[] = [];
  const all = (await listFiles(folder)).filter((file) => !isForOthers(file));
  const sizes = await Promise.all(all.map(async (file) => (await stat(path.join(folder, file))).size));
  const isSmall = sizes.reduce((sum, size) => sum + size, 0) <= mostStored;
  for (const file of all) {
    if (!isSmall && !isNeeded(file)) continue;
    files.push(file);
    digest.update(file).update(await readFile(path.join(folder, file)));
  }
  const source = await readFile(path.resolve(import.meta.dirname, '../worker/service-worker.ts'), 'utf8');
  const stored = JSON.stringify({ digest: digest.digest('hex').slice(0, 16), files });
  await writeFile(
    path.join(folder, 'service-worker.js'),
    `const stored = ${stored};\n${ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022 } }).outputText}`,
  );
}
