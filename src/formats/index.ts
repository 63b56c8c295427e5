import type { Format } from './format.ts';
import { txt } from './txt.ts';

/** Every export of a version. Pages, catalog, links and checks follow from this list. */
export const formats: readonly Format[] = [txt];
