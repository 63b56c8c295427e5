import path from 'node:path';
import { buildEdition } from '../src/build/build.ts';
import { site } from './helpers/site.ts';

/** Builds the edition of this repository once, apart from `dist/`. */
export default async function setup(): Promise<void> {
  await buildEdition({ root: path.resolve(import.meta.dirname, '..'), out: site });
}
