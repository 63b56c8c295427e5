import { buildHarbour } from './helpers/harbour.ts';

/** Builds what many tests look at, once for all of them: the edition of the tests. */
export default buildHarbour;
