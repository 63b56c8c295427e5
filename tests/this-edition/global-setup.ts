import { buildOwn } from './own.ts';

/** Builds the edition of this repository, once for all tests of this folder. */
export default buildOwn;
