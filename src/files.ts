import { copyFileSync, linkSync, readdirSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Every file below a folder as a path relative to it with `/`, sorted by code point, whatever the order on the disk. Folder by
 * folder and at once, which takes a large site a fifth of the time of Node's own `recursive`.
 */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const list = (below: string) => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) list(`${below}${entry.name}/`);
      else if (entry.isFile()) files.push(below + entry.name);
    }
  };
  list('');
  return files.sort((a, b) => (a < b ? -1 : 1));
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** Moves a file or folder to a place where nothing is, on the same disk or another. */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

/** Gives a file a second name, or, where the disk has no such names, a copy. At once: a large edition has tens of thousands. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    copyFileSync(from, to);
  }
}
