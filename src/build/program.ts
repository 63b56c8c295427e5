import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files.ts';

/** The digest of the program: its source, its mark, its settings, and the packages that it was installed with. */
export async function digestProgram(root: string): Promise<string> {
  const digest = createHash('sha256');
  const source = listFiles(path.join(root, 'src')).map((file) => `src/${file}`);
  for (const file of [
    ...source,
    'public/icon.svg',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ]) {
    const content = await readFile(path.join(root, file)).catch(() => undefined);
    digest.update(`${file}\0`).update(content ?? '');
  }
  return digest.digest('hex');
}
