import { buildSite } from './helpers/site.ts';

/** Builds the edition of this repository once, apart from `dist/`, for all tests that look at it. */
export default buildSite;
