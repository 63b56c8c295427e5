import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import serveStatic from 'serve-static';
import { cacheControlOf } from './caching.ts';
import { mediaTypeOf } from './media-types.ts';
import oai from './oai.ts';

/** What is answered to; every other method is refused (RFC 9110, section 15.5.6). */
const methods: readonly string[] = ['GET', 'HEAD'];

/** A longer request to `/oai` is none of the protocol’s. */
const longestQuery = 10_000;

/**
 * Answers requests as a plain static host does: compressed, folders by their `index.html`, the rest by `404.html`, with ranges,
 * entity tags and redirects to the slash of a folder; and `/oai` as a host does that runs the edition’s function.
 *
 * @param folder the built site
 * @param base the path under which it is served, with slashes at both ends
 */
export function siteHandler(folder: string, base = '/'): RequestListener {
  const files = serveStatic(folder, {
    dotfiles: 'allow',
    cacheControl: false,
    setHeaders: (response, file) => {
      const name = path.relative(folder, file).split(path.sep).join('/');
      response.setHeader('Content-Type', mediaTypeOf(name));
      response.setHeader('Cache-Control', cacheControlOf(name));
    },
  });
  // A part of a file is a part of it as it lies on the disk: its bytes are counted there.
  const compress = compression({
    filter: (request, response) => response.statusCode !== 206 && compression.filter(request, response),
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.split('?')[0] === `${base}oai` && existsSync(path.join(folder, oai.listFile))) {
      void answerOai(request, response, folder);
      return;
    }
    if (!methods.includes(request.method ?? '')) {
      response.writeHead(405, { allow: methods.join(', '), 'content-length': 0 }).end();
      return;
    }
    const asked = request.url ?? '/';
    const [pathname = '/'] = asked.split('?');
    const query = asked.slice(pathname.length);
    if (`${pathname}/` === base) {
      response.writeHead(301, { location: `${base}${query}`, 'content-length': 0 }).end();
      return;
    }
    if (!pathname.startsWith(base)) {
      void answerNotFound(response, folder);
      return;
    }
    // A redirect names the address that was asked for.
    Object.assign(request, { originalUrl: asked });
    request.url = `/${pathname.slice(base.length)}${query}`;
    const answerFile = () =>
      files(request, response, (error) => {
        if (error?.statusCode === 416 && /^bytes=-0*[1-9]/.test(request.headers.range ?? '')) {
          // The last bytes of a shorter file are all of it (RFC 9110, section 14.1.2), which the library refuses.
          delete request.headers.range;
          response.removeHeader('Content-Range');
          answerFile();
        } else if (error) response.writeHead(error.statusCode, { ...error.headers, 'content-length': 0 }).end();
        else void answerNotFound(response, folder);
      });
    answerFile();
  };
  return (request, response) => compress(request, response, () => answer(request, response));
}

/** Answers a harvester, by GET or by POST (OAI-PMH 2.0, section 3.1.1). */
async function answerOai(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const { method = 'GET', url = '' } = request;
  if (![...methods, 'POST'].includes(method)) {
    response.writeHead(405, { allow: [...methods, 'POST'].join(', '), 'content-length': 0 }).end();
    return;
  }
  let query = method === 'POST' ? '' : url.slice(url.split('?')[0]?.length).slice(1);
  if (method === 'POST') for await (const part of request) if (query.length < longestQuery) query += part;
  const read = (file: string) => readFile(path.join(folder, file), 'utf8');
  const xml = await oai.respond(query.slice(0, longestQuery), read).catch(() => undefined);
  response.writeHead(xml === undefined ? 500 : 200, { 'content-type': oai.contentType, 'cache-control': 'no-cache' });
  response.end(xml);
}

async function answerNotFound(response: ServerResponse, folder: string): Promise<void> {
  const page = await readFile(path.join(folder, '404.html')).catch(() => 'Not found');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}
