import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../../src/build/files.ts';
import { sha256 } from '../../src/edition/digest.ts';

/** The digest of every file of a folder, by path. */
export async function digestsOf(folder: string): Promise<Record<string, string>> {
  const entries = listFiles(folder).map(
    async (file) => [file, sha256(await readFile(path.join(folder, file)))] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
