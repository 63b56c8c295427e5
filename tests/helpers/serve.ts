import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { siteHandler } from '../../src/hosting/serve.ts';

/** Serves a built site on a free port of localhost under a path, and answers the address of its root. */
export async function serve(folder: string, base = '/'): Promise<{ root: string; server: Server }> {
  const server = createServer(siteHandler(folder, base));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { root: `http://localhost:${(server.address() as AddressInfo).port}${base}`, server };
}
