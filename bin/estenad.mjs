#!/usr/bin/env node
/**
 * The command `estenad`. On a Node older than the program needs, it runs itself on the one that comes with the program, so that
 * whoever has any Node from 20 on can use it. Plain JavaScript, since an old Node has to read it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(self), '..');

/** The program as it is written, in the repository, or as it is compiled, in the package. */
const program = ['src/cli/estenad.ts', 'lib/cli/estenad.js']
  .map((file) => path.join(root, file))
  .find((file) => existsSync(file));

/** The first Node that reads the program as it is written. */
const needed = 24;

if (Number(process.versions.node.split('.')[0]) >= needed) {
  // Reading the program takes half as long when it was compiled before; for this process, and for those that it starts.
  process.env['NODE_COMPILE_CACHE'] ??= path.join(tmpdir(), 'node-compile-cache');
  module.enableCompileCache(process.env['NODE_COMPILE_CACHE']);
  await import(pathToFileURL(program).href);
} else {
  const folder = path.dirname(module.createRequire(import.meta.url).resolve('node/package.json'));
  const node = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    console.error(
      `Node ${process.versions.node} is too old, and the one of the package is not there: ${node}\n` +
        '    fix: install with scripts (npm install --foreground-scripts, not --ignore-scripts), or use Node 24 or later',
    );
    process.exit(1);
  }
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal sends Ctrl+C to both: this one waits for the other to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
