import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { mediaTypeOf } from './media-types.ts';

/**
 * Answers requests as a plain static host does: compressed, folders by their `index.html`, the rest by `404.html`.
 *
 * @param folder the built site
 * @param base the path under which it is served, with slashes at both ends
 */
export function siteHandler(folder: string, base = '/'): RequestListener {
  const files = sirv(folder, {
    dev: true,
    dotfiles: true,
    // Pages are asked for by their folders; the types of the rest are those that the build states.
    setHeaders: (response, pathname) => {
      if (/\.\w+$/.test(pathname)) response.setHeader('Content-Type', mediaTypeOf(pathname));
    },
  });
  const compress = compression();
  const answer: RequestListener = (request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(path.join(folder, '404.html')));
    };
    const [pathname = '/', query] = (request.url ?? '/').split('?');
    if (!pathname.startsWith(base)) return notFound();
    const inner = `/${pathname.slice(base.length)}`;
    request.url = query === undefined ? inner : `${inner}?${query}`;
    files(request, response, notFound);
  };
  return (request, response) => compress(request, response, () => answer(request, response));
}
