import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { both, nginx, place } from './installed.ts';

const module = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The module that sends `.br` files. */
export const brotli = both(nginx, place(module, "Debian's libnginx-mod-http-brotli-static"));

const scriptModule = '/usr/lib/nginx/modules/ngx_http_js_module.so';

/** The module that runs JavaScript. */
export const nginxScript = both(nginx, place(scriptModule, "Debian's libnginx-mod-http-js"));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts nginx on a free port of the loopback address.
 *
 * @param folder for its files
 * @param root the folder that it serves
 * @param maps what goes into the http block
 * @param server what goes into the server block
 */
export async function startNginx(
  folder: string,
  { root, maps, server }: { root: string; maps: string; server: string },
): Promise<{ origin: string; process: ChildProcess }> {
  const port = await freePort();
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'maps.conf'), maps);
  await writeFile(
    path.join(folder, 'server.conf'),
    brotli.isHere ? server.replace('# Where nginx has the module: brotli_static on;', 'brotli_static on;') : server,
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/t;`,
  );
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `${brotli.isHere ? `load_module ${module};` : ''}
${nginxScript.isHere ? `load_module ${scriptModule};` : ''}
daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
events { }
http {
  access_log off; ${temporary.join(' ')}
  include ${folder}/maps.conf;
  server { listen 127.0.0.1:${port}; root ${root}; include ${folder}/server.conf; }
}
`,
  );
  const child = spawn('nginx', ['-c', path.join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (data) => {
    said += data;
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answered) return { origin, process: child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill();
  throw new Error(`nginx does not answer: ${said}`);
}
