import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../src/edition/reading/digests.ts';
import { listFiles } from '../../src/files.ts';
import { harbourSite } from './harbour.ts';
import { site } from './site.ts';

/** Every PDF of the built sites, each content once. */
export function builtPdfs(): string[] {
  const files = [site, harbourSite].flatMap((root) =>
    listFiles(root)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => path.join(root, name)),
  );
  return [...new Map(files.map((file) => [sha256(readFileSync(file)), file])).values()];
}
