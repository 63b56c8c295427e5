import { copyFile, cp, link, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder as a path relative to it with `/`, sorted by code point, whatever the order on the disk. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** How many files are open at once: more would only fill the memory. */
const atOnce = 16;

/** Does something with each of many things, a few at a time. */
export async function eachOf<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  const left = things.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const thing of left) await act(thing);
    }),
  );
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

/** Gives a file a second name, or, where the disk has no such names, a copy. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    await copyFile(from, to);
  }
}
