/** Where the package itself lies, and where it and an edition keep what can be made again. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the package. A build reads it and writes nothing into it: it may be read-only, and many editions use one. */
export const packageRoot = path.resolve(import.meta.dirname, '..');

/** The folder of the program: `src/` in the repository, `lib/` in the package, where it is compiled. */
export const programRoot = import.meta.dirname;

/** A module of the program as a file: it ends in `.ts` in the repository and in `.js` in the package. */
export const moduleFile = (name: string): string => path.join(programRoot, name + path.extname(import.meta.filename));

/** The folders in which Node looks for what the program imports, the nearest first (Node.js, “Loading from node_modules folders”). */
export function packageFolders(): string[] {
  const found: string[] = [];
  for (let at = packageRoot; ; at = path.dirname(at)) {
    const folder = path.basename(at) === 'node_modules' ? at : path.join(at, 'node_modules');
    if (existsSync(folder) && !found.includes(folder)) found.push(folder);
    if (at === path.dirname(at)) return found;
  }
}

/** An edition on the disk. All that a command writes, it writes below these. */
export interface Site {
  /** The folder with `content/` and `bibliography/`. */
  readonly root: string;
  /** Where the built edition goes. */
  readonly out: string;
  /** What is kept to save time, and may be deleted at any time; without it, everything is made anew. */
  readonly cache?: string | undefined;
}

/** Where an edition keeps what can be made again. */
export const cacheOf = (root: string): string => path.join(root, '.cache');

/** The edition in a folder, as the commands take it if they are told nothing else: built into its `dist/`. */
export const siteAt = (root: string): Site => ({ root, out: path.join(root, 'dist'), cache: cacheOf(root) });
