/** The edition of this repository. What is proved of it and of its articles stands in this folder; the engine has tests of its own. */
import path from 'node:path';
import { buildEdition } from '../../src/build/build.ts';
import { type Edition, publishedPart } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';

export const ownRoot = path.resolve(import.meta.dirname, '../..');

/** Where it is built, once for all tests of this folder (global-setup.ts). */
export const ownSite = path.resolve(ownRoot, '.cache/test-site');

let loaded: Promise<Edition> | undefined;

/** What is published of the edition, read once in a process: a build leaves drafts out. */
export function ownEdition(): Promise<Edition> {
  loaded ??= loadEdition(ownRoot).then(publishedPart);
  return loaded;
}

/** Builds it, for the tests of this folder alone. */
export const buildOwn = (): Promise<void> => buildEdition({ root: ownRoot, out: ownSite }).then(() => {});
