import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files.ts';
import { packageRoot, programRoot } from '../root.ts';

/** The digest of the program: its source, its mark, and the packages that it was installed with. */
export async function digestProgram(): Promise<string> {
  const digest = createHash('sha256');
  const source = listFiles(programRoot).map((file) => path.join(programRoot, file));
  const others = ['public/icon.svg', 'package.json', 'package-lock.json', 'npm-shrinkwrap.json'];
  for (const file of [...source, ...others.map((name) => path.join(packageRoot, name))]) {
    const content = await readFile(file).catch(() => undefined);
    digest.update(`${path.relative(packageRoot, file)}\0`).update(content ?? '');
  }
  return digest.digest('hex');
}
