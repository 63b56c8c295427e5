import path from 'node:path';
import { buildEdition } from '../src/build/build.ts';
import { oncePerProcess } from '../src/once-per-process.ts';
import { site } from './helpers/site.ts';

/** Builds the edition of this repository once, apart from `dist/`, for all tests that look at it. */
export default () =>
  oncePerProcess('the site of the tests', () =>
    buildEdition({ root: path.resolve(import.meta.dirname, '..'), out: site }),
  );
