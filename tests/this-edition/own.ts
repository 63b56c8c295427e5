/** The edition of this repository. What is proved of it and of its articles stands in this folder; the engine has tests of its own. */
import path from 'node:path';
import type { Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';

export const ownRoot = path.resolve(import.meta.dirname, '../..');

let loaded: Promise<Edition> | undefined;

/** The edition, read once in a process. */
export function ownEdition(): Promise<Edition> {
  loaded ??= loadEdition(ownRoot);
  return loaded;
}
