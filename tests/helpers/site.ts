import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildEdition } from '../../src/build/build.ts';
import { siteHandler } from '../../src/hosting/serve.ts';

/** The edition of this repository, built once for all tests (see global-setup.ts). */
export const site = path.resolve(import.meta.dirname, '../../.cache/test-site');

let built: Promise<void> | undefined;

/** Builds it; once, however many groups of tests look at it. */
export function buildSite(): Promise<void> {
  built ??= buildEdition({ root: path.resolve(import.meta.dirname, '../..'), out: site });
  return built;
}

/** Serves a built site on a free port of localhost under a path, and answers the address of its root. */
export async function serve(folder: string, base = '/'): Promise<{ root: string; server: Server }> {
  const server = createServer(siteHandler(folder, base));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { root: `http://localhost:${(server.address() as AddressInfo).port}${base}`, server };
}
