import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build as buildPages } from 'astro';
import { ContentFaults } from '../edition/faults.ts';
import { checkFidelity } from '../edition/fidelity.ts';
import { loadEdition } from '../edition/load.ts';
import { type Edition, publishedPart } from '../edition/model.ts';
import { checkBudgets } from './budgets.ts';
import { writeCatalog, writeManifest } from './catalog.ts';
import { writeChanges } from './changes.ts';
import { writeExports } from './exports.ts';
import { makeFonts } from './fonts.ts';
import { writeMachineFiles } from './machine-files.ts';
import { writeOpenSearch } from './opensearch.ts';
import { relateAssets } from './relative-assets.ts';
import { writeSearch } from './search.ts';
import { writeServiceWorker } from './service-worker.ts';

/** The folder of the package itself: pages, styles, configuration. */
export const packageRoot = path.resolve(import.meta.dirname, '../..');

export interface BuildOptions {
  /** The folder with `content/` and `bibliography/`. */
  readonly root: string;
  /** Where the edition goes; a former one is replaced whole, and only when the new one is complete. */
  readonly out: string;
  /** Told of each step as it starts. */
  readonly onStep?: (step: string) => void;
}

/**
 * Builds an edition.
 *
 * @throws {@link ContentFaults} if the content is faulty, {@link ./budgets.ts OverBudget} if a reading page is too heavy; `out` is then as
 *   it was
 */
export async function buildEdition({ root, out, onStep = () => {} }: BuildOptions): Promise<void> {
  onStep('content');
  const whole = await loadEdition(root);
  const faults = checkFidelity(whole);
  if (faults.length > 0) throw new ContentFaults(faults);
  const edition = publishedPart(whole);

  await mkdir(path.dirname(out), { recursive: true });
  // Beside the target, so that the last step is one rename on one disk.
  const folder = await mkdtemp(path.join(path.dirname(out), '.building-'));
  try {
    onStep('fonts');
    await makeFonts(edition);
    onStep('pages');
    process.env['ESTENAD_ROOT'] = root;
    await makePages(edition, folder);
    onStep('exports');
    await writeExports(edition, root, folder);
    await writeChanges(edition, folder);
    onStep('search');
    await writeSearch(edition, folder);
    await writeOpenSearch(edition, folder);
    onStep('addresses');
    await relateAssets(folder);
    onStep('weights');
    await checkBudgets(edition, folder);
    onStep('files for machines');
    await writeMachineFiles(edition, folder);
    await writeServiceWorker(folder);
    // Last: they list every file.
    await writeCatalog(edition, folder);
    await writeManifest(folder);
    // A folder made for one process is closed to the rest of the world; a site is not.
    await chmod(folder, 0o755);
    await replace(out, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Astro works in a folder of the package, where its modules find theirs, whatever the target. */
async function makePages(edition: Edition, folder: string): Promise<void> {
  const cache = path.join(packageRoot, '.cache');
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'pages-'));
  try {
    await buildPages({ root: packageRoot, outDir: work, site: edition.site, logLevel: 'error' });
    await cp(work, folder, { recursive: true });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Puts the new folder in the place of the old one, which is gone only when the new one stands. */
async function replace(out: string, folder: string): Promise<void> {
  const old = `${folder}.old`;
  await rename(out, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(folder, out);
  await rm(old, { recursive: true, force: true });
}
