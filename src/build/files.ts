import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder as a path relative to it with `/`, sorted by code point, whatever the order on the disk. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
}
