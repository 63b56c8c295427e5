/** `npm run serve`: serves `dist/` on localhost as a static host would. `--port`, `--out`, and `--base /a/path/` to try a sub-path. */
import { createServer } from 'node:http';
import path from 'node:path';
import { siteHandler } from '../hosting/serve.ts';
import { readOptions } from './options.ts';

const { values } = readOptions('npm run serve -- [--port NUMBER] [--out FOLDER] [--base /a/path/]', {
  options: {
    port: { type: 'string', default: '4321' },
    out: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
  },
});
const server = createServer(siteHandler(path.resolve(values.out), values.base));
server.listen(Number(values.port), 'localhost', () => {
  console.log(`http://localhost:${values.port}${values.base}  (Ctrl+C ends it)`);
});
