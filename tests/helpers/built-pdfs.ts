import path from 'node:path';
import { listFiles } from '../../src/files.ts';

/** Every PDF of the versions in a built site. */
export const builtPdfs = (site: string): string[] =>
  listFiles(site)
    .filter((name) => /^articles\/[^/]+\/\d+\.\d+\.\d+\/[^/]+\.pdf$/.test(name))
    .map((name) => path.join(site, name));
