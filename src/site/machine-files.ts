import type { Edition } from '../edition/model.ts';
import { writeLinkset } from '../hosting/signposting.ts';
import type { KnownFiles } from './catalog.ts';
import { writeRoute } from './oai/repository.ts';
import { writeOai } from './oai/static.ts';
import { writeRoCrate } from './ro-crate.ts';
import { writeSitemap } from './sitemap.ts';

/**
 * Writes the files for machines at the root of a build. What lists files comes after what it lists: sitemap, linkset and OAI
 * repository, then the crate of all these. The service worker stores all of it and is made next; the catalog and the
 * manifest ({@link ./catalog.ts}) hold the worker too and are made last.
 */
export async function writeMachineFiles(edition: Edition, folder: string, known?: KnownFiles): Promise<void> {
  await writeSitemap(edition, folder);
  await writeLinkset(edition, folder);
  await writeOai(edition, folder);
  await writeRoute(edition, folder);
  await writeRoCrate(edition, folder, known);
}
