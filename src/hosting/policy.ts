import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The sources of inline scripts and styles of a page, by digest (CSP Level 3, section 2.3.1). */
function inlineSources(html: string, element: 'script' | 'style'): readonly string[] {
  const pattern = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g');
  return [...html.matchAll(pattern)].map(
    ([, content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`,
  );
}

/**
 * The Content-Security-Policy of every page (CSP Level 3): everything from the site itself, WebAssembly for the search
 * engine. The page of lost addresses alone has a script and a style of its own, as it cannot know at what depth it is shown.
 *
 * @param folder the built site
 */
export async function contentSecurityPolicy(folder: string): Promise<string> {
  const lost = await readFile(path.join(folder, '404.html'), 'utf8');
  return [
    `default-src 'self'`,
    ['script-src', `'self'`, `'wasm-unsafe-eval'`, ...inlineSources(lost, 'script')].join(' '),
    ['style-src', `'self'`, ...inlineSources(lost, 'style')].join(' '),
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ');
}

/** The headers of every answer besides those that depend on the file. */
export const commonHeaders: readonly (readonly [name: string, value: string])[] = [
  // A file is what its media type says.
  ['X-Content-Type-Options', 'nosniff'],
  // An address that is cited elsewhere need not say which paragraph was read.
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
];
