import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256 } from '../../src/edition/reading/digests.ts';
import { listFiles } from '../../src/files.ts';

/** The digest of every file of a folder, by path. */
export async function digestsOf(folder: string): Promise<Record<string, string>> {
  const entries = listFiles(folder).map(
    async (file) => [file, sha256(await readFile(path.join(folder, file)))] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
