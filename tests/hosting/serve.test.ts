/** The server of `npm run serve`, asked over a socket. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../helpers/serve.ts';

const alphabet = 'abcdefghijklmnopqrstuvwxyz';
const long = alphabet.repeat(1000);

/** A folder with a few files that lives as long as the test. */
async function folder(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const files = {
    'index.html': '<title>Landing</title>',
    'about/index.html': '<title>About</title>',
    'letters.txt': alphabet,
    'long.txt': long,
    'assets/page.abc123.css': 'p{}',
    'a.tei.xml': '<TEI/>',
    '404.html': '<title>Not here</title>',
    'manifest-sha256.txt': '',
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  }
  return root;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Asks without following redirects or opening what is compressed. */
const ask = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request(address, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

async function served(base = '/') {
  const { root, server } = await serve(await folder(), base);
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  return (file: string, headers?: Record<string, string>, method?: string) => ask(`${root}${file}`, headers, method);
}

describe('a part of a file', () => {
  test.each([
    ['bytes=0-4', 'abcde', 'bytes 0-4/26'],
    ['bytes=0-0', 'a', 'bytes 0-0/26'],
    ['bytes=20-', 'uvwxyz', 'bytes 20-25/26'],
    ['bytes=-5', 'vwxyz', 'bytes 21-25/26'],
    ['bytes=10-100', 'klmnopqrstuvwxyz', 'bytes 10-25/26'],
  ])('%s is what it names', async (range, body, said) => {
    const get = await served();
    const answer = await get('letters.txt', { range });
    expect([answer.status, answer.headers['content-range'], answer.body.toString()]).toEqual([206, said, body]);
    expect(answer.headers['content-length']).toBe(String(body.length));
  });

  test('that is longer than the file, counted from its end, is the file', async () => {
    const get = await served();
    const answer = await get('letters.txt', { range: 'bytes=-100' });
    expect([answer.status, answer.headers['content-range'], answer.body.toString()]).toEqual([
      200,
      undefined,
      alphabet,
    ]);
    expect((await get('letters.txt', { range: 'bytes=-0' })).status).toBe(416);
  });

  test('outside of the file is refused with its length, and nonsense is passed over', async () => {
    const get = await served();
    const outside = await get('letters.txt', { range: 'bytes=26-30' });
    expect([outside.status, outside.headers['content-range']]).toEqual([416, 'bytes */26']);
    expect((await get('letters.txt', { range: 'lines=1-2' })).body.toString()).toBe(alphabet);
  });

  test('is never compressed: its bytes are those of the file', async () => {
    const get = await served();
    const answer = await get('long.txt', { range: 'bytes=26-20000', 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(206);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body.toString()).toBe(long.slice(26, 20001));
    const whole = await get('long.txt', { 'accept-encoding': 'gzip' });
    expect(whole.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(whole.body).toString()).toBe(long);
  });
});

test('a file that the client has is answered with 304 and nothing', async () => {
  const get = await served();
  const { headers } = await get('letters.txt');
  expect(headers.etag).toMatch(/^(?:W\/)?"[^"]+"$/);
  const etag = headers.etag as string;
  for (const held of [etag, `"other", ${etag}`, '*']) {
    const again = await get('letters.txt', { 'if-none-match': held });
    expect([held, again.status, again.body.length]).toEqual([held, 304, 0]);
  }
  expect((await get('letters.txt', { 'if-none-match': '"other"' })).status).toBe(200);
  expect((await get('', { 'if-none-match': (await get('')).headers.etag as string })).status).toBe(304);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not allowed', async (method) => {
  const get = await served();
  for (const file of ['', 'letters.txt', 'nowhere']) {
    const { status, headers, body } = await get(file, {}, method);
    expect([status, headers['allow'], body.length]).toEqual([405, 'GET, HEAD', 0]);
  }
});

test('HEAD is answered as GET is, without the content', async () => {
  const get = await served();
  const [head, whole] = await Promise.all([get('letters.txt', {}, 'HEAD'), get('letters.txt')]);
  expect([head.status, head.body.length]).toEqual([200, 0]);
  for (const name of ['content-type', 'content-length', 'etag']) expect(head.headers[name]).toBe(whole.headers[name]);
  expect((await get('nowhere', {}, 'HEAD')).status).toBe(404);
});

test.each(['/', '/a/path/'])('under %s, a folder without its slash is redirected to it', async (base) => {
  const get = await served(base);
  const answer = await get('about?q=%D8%A7');
  expect([answer.status, answer.headers.location]).toEqual([301, `${base}about/?q=%D8%A7`]);
  expect((await get('about/')).body.toString()).toContain('About');
});

test('a path without its slash is redirected, and what is outside of it is not there', async () => {
  const { root, server } = await serve(await folder(), '/a/path/');
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  const answer = await ask(root.slice(0, -1));
  expect([answer.status, answer.headers.location]).toEqual([301, '/a/path/']);
  expect((await ask(new URL('/letters.txt', root).href)).status).toBe(404);
});

test('a redirect never leads to another host', async () => {
  const get = await served();
  const answer = await get('/about');
  expect(answer.status === 404 || answer.headers.location === '/about/').toBe(true);
  expect(answer.headers.location ?? '/').not.toMatch(/^\/\//);
});

test.each(['nowhere', 'about/nowhere', '%zz', '..%2f..%2fetc%2fpasswd', '../../etc/passwd', '%00', 'letters.txt/'])(
  'what is not there (%s) is the page that says so',
  async (file) => {
    const get = await served();
    const answer = await get(file);
    expect([answer.status, answer.body.toString()]).toEqual([404, '<title>Not here</title>']);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  },
);

test('types and caches are those that the build states', async () => {
  const get = await served();
  expect((await get('')).headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
  expect((await get('a.tei.xml')).headers['content-type']).toBe('application/tei+xml');
  expect((await get('assets/page.abc123.css')).headers['cache-control']).toContain('immutable');
});

describe('the command', () => {
  const command = path.resolve(import.meta.dirname, '../../src/cli/serve.ts');
  const start = (...args: string[]): ChildProcess => spawn(process.execPath, [command, ...args]);
  const ended = async (...args: string[]) => {
    const child = start(...args);
    let said = '';
    child.stderr?.on('data', (part) => {
      said += part;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    return { status, said };
  };
  const inOneLine = (what: RegExp) => ({ status: 1, said: expect.stringMatching(new RegExp(`^${what.source}\n$`)) });

  test.each(['abc', '0', '-1', '65536', '80x', '1e3', ''])('refuses the port «%s» in one line', async (port) => {
    expect(await ended('--out', await folder(), `--port=${port}`)).toEqual(inOneLine(/--port .*is not a port.*65535/));
  });

  test('says in one line that a port is in use', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, 'localhost', done));
    onTestFinished(() => new Promise<void>((done) => other.close(() => done())));
    const { port } = other.address() as AddressInfo;
    const answer = await ended('--out', await folder(), '--port', String(port));
    expect(answer).toEqual(inOneLine(new RegExp(`port ${port} is in use: .*--port NUMBER`)));
  });

  test('says in one line that nothing was built', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    expect(await ended('--root', root)).toEqual(
      inOneLine(/.*dist\/ is not a built edition\. Run first: npm run build/),
    );
  });

  test('serves under the path that it is given, with or without slashes', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, 'localhost', done));
    const { port } = other.address() as AddressInfo;
    await new Promise<void>((done) => other.close(() => done()));
    const child = start('--out', await folder(), '--port', String(port), '--base', 'library/estenad');
    onTestFinished(() => void child.kill());
    const said = await new Promise<string>((resolve) => child.stdout?.once('data', (part) => resolve(String(part))));
    expect(said).toContain(`http://localhost:${port}/library/estenad/ `);
    expect((await ask(`http://localhost:${port}/library/estenad/`)).body.toString()).toContain('Landing');
  });
});
