/** Where the package itself lies, and where it and an edition keep what can be made again. */
import path from 'node:path';

/** The folder of the package: pages, styles, configuration. */
export const packageRoot = path.resolve(import.meta.dirname, '..');

/** What is kept below the package or an edition to save time, and may be deleted at any time. */
export const cacheOf = (root: string): string => path.join(root, '.cache');
