import { buildHarbour } from './helpers/harbour.ts';
import { buildSite } from './helpers/site.ts';

/** Builds what many tests look at, once for all of them: the edition of the tests, and that of this repository. */
export default async function build(): Promise<void> {
  await buildHarbour();
  await buildSite();
}
