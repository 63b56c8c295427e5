import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc } from 'vite';
import type { Edition } from '../edition/model.ts';
import { compareNumbers } from '../edition/reading/paths.ts';
import { strings } from '../locales/index.ts';
import { moduleFile } from '../root.ts';
import { escapeXml } from '../text/escape.ts';
import { directionOf, languages } from '../text/languages.ts';
import { type BuiltFile, builtFiles, type KnownFiles } from './catalog.ts';
import { lists } from './lists.ts';

/** An edition whose latest pages are larger than this (bytes) has them stored as they are read. */
const mostUnasked = 12_000_000;

/** An edition larger than this (bytes) is not stored whole, not even when the reader asks. */
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
  /^(?:search\/(?:more\/)?bundle\.js|faces\.js|_headers|(?:oai|sitemap(?:-\d+)?)\.xml|(?:.*\/)?feed\.(?:atom|json)|linkset\.json|ro-crate-metadata\.json|(?:hosting|discovery|cards)\/.*)$/.test(
    file,
  );

/** What is stored under another address: an article's files beside its bare address, the book that holds the other books. */
const isCopy = (file: string) => /^(?:articles\/[^/]+\/(?:files\/)?[^/]+\.(?!html$)\w+|edition\.epub)$/.test(file);

/** What the search needs where it answers from the texts. */
const isOfSearch = (file: string) => /^search\/(?:about|words|texts\/all)\.json$/.test(file);

/** The pages of a language other than that of the root lie below its tag. */
const below = `(?:(?:${languages.join('|')})/)?`;

const isEntrance = (file: string) =>
  new RegExp(`^${below}(?:(?:bibliography|articles/[^/]+)/)?index\\.html$`).test(file);

const versionPage = new RegExp(String.raw`^${below}articles/([^/]+)/(\d+\.\d+\.\d+)/(?:index\.html|files/.*)$`);

/** The number of the latest version of each article that has a page. */
function latestIn(files: readonly BuiltFile[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { path: file } of files) {
    const [, slug, number] = versionPage.exec(file) ?? [];
    if (slug === undefined || number === undefined) continue;
    const known = latest.get(slug);
    if (known === undefined || compareNumbers(number, known) > 0) latest.set(slug, number);
  }
  return latest;
}

/**
 * Writes the service worker, which stores the edition for reading offline. It must be made last: its list names every file.
 */
export async function writeServiceWorker(
  edition: Pick<Edition, 'languages'>,
  folder: string,
  known?: KnownFiles,
): Promise<void> {
  const all = (await builtFiles(folder, [lists.worker], known)).filter(
    (file) => !isForOthers(file.path) && !isCopy(file.path),
  );
  const latest = latestIn(all);
  const isOfLatest = (file: string) => {
    const [, slug, number] = versionPage.exec(file) ?? [];
    return slug === undefined ? isEntrance(file) || isOfSearch(file) : latest.get(slug) === number;
  };
  const sizeOf = (files: readonly BuiltFile[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
  const pages = all.filter(({ path: file }) => isNeeded(file) || isOfLatest(file));
  const isWhole = sizeOf(pages) <= mostUnasked;
  const core = isWhole ? pages : all.filter(({ path: file }) => isNeeded(file));
  const isCore = new Set(core);
  const rest = sizeOf(all) <= mostStored ? all.filter((file) => !isCore.has(file)) : [];
  const digest = createHash('sha256');
  // A page that is stored later changes the edition as well.
  for (const file of all) digest.update(`${file.sha256}  ${file.path}\n`);
  const file = moduleFile('worker/service-worker');
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { target: 'es2022', sourcemap: false });
  const listed = (files: readonly BuiltFile[]) => files.map(({ path: one, bytes }) => [one, bytes]);
  const missing = Object.fromEntries(
    edition.languages.map((language) => {
      const words = strings[language];
      return [
        language,
        {
          dir: directionOf(language),
          title: escapeXml(words.offlineMissing),
          text: escapeXml(words.offlineMissingText),
        },
      ];
    }),
  );
  const stored = JSON.stringify({
    digest: digest.digest('hex').slice(0, 16),
    core: listed(core),
    rest: listed(rest),
    isWhole,
    missing,
  });
  await writeFile(path.join(folder, lists.worker), `const stored = ${stored};\n${code}`);
}
