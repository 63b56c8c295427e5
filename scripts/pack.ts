/**
 * What `npm pack` does before it packs (`--clean`: after): the program compiled into `lib/`, with its types, since Node reads no TypeScript
 * below `node_modules/`; and the versions of all packages that it was tested with, `npm-shrinkwrap.json`: `licences.txt` lists them. (npm 11 installs just these
 * from a registry only; from a tarball it takes what the ranges allow, and the lock file of the edition keeps what it took.)
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../src/files.ts';

const repository = path.resolve(import.meta.dirname, '..');
const at = (...names: readonly string[]) => path.join(repository, ...names);

/** The modules as JavaScript, each where it stood; the service worker by itself, since its world is another. */
function compile(): void {
  const tsc = (...args: readonly string[]) =>
    execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), ...args], { stdio: 'inherit' });
  tsc('--project', at('scripts'));
  tsc(
    '--project',
    at('src/worker'),
    ...['--noEmit', 'false', '--rewriteRelativeImportExtensions'],
    ...['--outDir', at('lib/worker')],
  );
}

/** What is no module: pages, style sheets, templates. Pages name the modules that they import. */
function copyOthers(): void {
  for (const file of listFiles(at('src'))) {
    if (/(?<!\.d)\.ts$/.test(file) || file.endsWith('tsconfig.json')) continue;
    mkdirSync(path.dirname(at('lib', file)), { recursive: true });
    if (!file.endsWith('.astro')) copyFileSync(at('src', file), at('lib', file));
    else {
      const page = readFileSync(at('src', file), 'utf8');
      writeFileSync(at('lib', file), page.replace(/(from '\.{1,2}\/[^']+)\.ts(?=['?])/g, '$1.js'));
    }
  }
}

interface LockFile {
  packages: Record<string, { dev?: boolean; devDependencies?: unknown }>;
}

/** The lock file without what only development needs. */
function lock(): void {
  const file: LockFile = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  for (const [name, { dev }] of Object.entries(file.packages)) if (dev) delete file.packages[name];
  delete file.packages['']?.devDependencies;
  writeFileSync(at('npm-shrinkwrap.json'), `${JSON.stringify(file, null, 2)}\n`);
}

for (const made of ['lib', 'npm-shrinkwrap.json']) rmSync(at(made), { recursive: true, force: true });
if (!process.argv.includes('--clean')) {
  compile();
  copyOthers();
  lock();
}
