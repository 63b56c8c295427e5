/**
 * `npm run serve`: serves `dist/` on localhost as a static host would. Another edition: `--root FOLDER`, another site: `--out FOLDER`;
 * `--port NUMBER`, and `--base /a/path/` to try a path of its own.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { siteHandler } from '../hosting/serve.ts';
import { lists } from '../site/lists.ts';
import { endWith, readOptions } from './options.ts';

const usage = 'npm run serve -- [--root FOLDER] [--out FOLDER] [--port NUMBER] [--base /a/path/]';
const { values } = readOptions(usage, {
  options: {
    root: { type: 'string', default: '.' },
    out: { type: 'string' },
    port: { type: 'string', default: '4321' },
    base: { type: 'string', default: '/' },
  },
});
const port = Number(values.port);
if (!/^\d+$/.test(values.port) || port < 1 || port > 65535)
  endWith(`--port ${values.port} is not a port: write a number from 1 to 65535`);
const base = `/${values.base}/`.replace(/\/+/g, '/');
const folder = path.resolve(values.out ?? path.join(values.root, 'dist'));
const shown = path.relative(process.cwd(), folder) || '.';
if (!existsSync(path.join(folder, lists.manifest)))
  endWith(`${shown}/ is not a built edition. Run first: npm run build`);

const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: end what uses it, or choose another one with --port NUMBER',
  EACCES: 'may not be used by you: choose one above 1023 with --port NUMBER',
};
const server = createServer(siteHandler(folder, base));
server.on('error', ({ code = '', message }: NodeJS.ErrnoException) =>
  endWith(`port ${port} ${refusals[code] ?? message}`),
);
server.listen(port, 'localhost', () => {
  console.log(`${shown}/ at http://localhost:${port}${base}  (Ctrl+C ends it)`);
});
