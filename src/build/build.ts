import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build as buildPages } from 'astro';
import { ContentFaults } from '../edition/faults.ts';
import { checkFidelity } from '../edition/fidelity.ts';
import { loadEdition } from '../edition/load.ts';
import { writeExports } from './exports.ts';
import { makeFonts } from './fonts.ts';
import { relateAssets } from './relative-assets.ts';

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
 * @throws {@link ContentFaults} if the content is faulty; `out` is then as it was
 */
export async function buildEdition({ root, out, onStep = () => {} }: BuildOptions): Promise<void> {
  onStep('content');
  const edition = await loadEdition(root);
  const faults = checkFidelity(edition);
  if (faults.length > 0) throw new ContentFaults(faults);

  await mkdir(path.dirname(out), { recursive: true });
  // Beside the target, so that the last step is one rename on one disk.
  const folder = await mkdtemp(path.join(path.dirname(out), '.building-'));
  try {
    onStep('fonts');
    await makeFonts(edition);
    onStep('pages');
    process.env['ESTENAD_ROOT'] = root;
    await buildPages({ root: packageRoot, outDir: folder, site: edition.site, logLevel: 'error' });
    onStep('exports');
    await writeExports(edition, folder);
    onStep('addresses');
    await relateAssets(folder);
    await replace(out, folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
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
