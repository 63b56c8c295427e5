import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import { moduleFile } from '../root.ts';
import { builtFiles, type KnownFiles, lists } from './catalog.ts';

/** An edition larger than this (bytes) is not stored whole without being asked. */
const mostStored = 60_000_000;

/** What a reader needs offline of an edition that is too large: what every page needs, and the ways in. Pages are stored as they are read. */
const isNeeded = (file: string) =>
  /^(?:assets\/|(?:en\/)?(?:(?:about|offline|search)\/)?index\.html$|404\.html$|icon\.svg$)/.test(file);

/**
 * What no reader asks for: the bundle and the faces are for editions opened from a folder, where no worker runs; the rest is for hosts (some
 * of which do not serve `_headers`, and a file that is missing would stop the storing), for harvesters and other search engines
 * and for pages elsewhere that show a card.
 */
const isForOthers = (file: string) =>
  /^(?:search\/bundle\.js|faces\.js|_headers|(?:oai|sitemap(?:-\d+)?)\.xml|(?:.*\/)?feed\.(?:atom|json)|linkset\.json|ro-crate-metadata\.json|(?:hosting|discovery|cards)\/.*)$/.test(
    file,
  );

/** What is stored under another address: an article's files beside its bare address, the book that holds the other books. */
const isCopy = (file: string) => /^(?:articles\/[^/]+\/(?:files\/)?[^/]+\.(?!html$)\w+|edition\.epub)$/.test(file);

/**
 * Writes the service worker, which stores the edition for reading offline. It must be made last: its list names every file.
 */
export async function writeServiceWorker(folder: string, known?: KnownFiles): Promise<void> {
  const all = (await builtFiles(folder, [lists.worker], known)).filter(
    (file) => !isForOthers(file.path) && !isCopy(file.path),
  );
  const isSmall = all.reduce((sum, file) => sum + file.bytes, 0) <= mostStored;
  const files = isSmall ? all : all.filter((file) => isNeeded(file.path));
  const digest = createHash('sha256');
  // A page that is stored later changes the edition as well.
  for (const file of all) digest.update(`${file.sha256}  ${file.path}\n`);
  const file = moduleFile('worker/service-worker');
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { target: 'es2022', sourcemap: false });
  const stored = JSON.stringify({
    digest: digest.digest('hex').slice(0, 16),
    files: files.map((file) => file.path),
    isWhole: isSmall,
  });
  await writeFile(path.join(folder, lists.worker), `const stored = ${stored};\n${code}`);
}
