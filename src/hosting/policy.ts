import type { Edition } from '../edition/model.ts';
import { searchAddress } from '../edition/search-engine.ts';

/**
 * The Content-Security-Policy of every page (CSP Level 3): nothing from another host, no frame around it elsewhere. It is the
 * same for all pages; which script and style each may run, a page can say of itself, `frame-ancestors` only a header.
 *
 * @param edition which search engine of others its search page may ask
 */
export const contentSecurityPolicy = ({ search }: Pick<Edition, 'search'>): string =>
  [
    `default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'`,
    ...(search ? [`connect-src 'self' ${searchAddress(search)}`] : []),
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ');

/** The headers of every answer besides those that depend on the file. */
export const commonHeaders: readonly (readonly [name: string, value: string])[] = [
  // A file is what its media type says.
  ['X-Content-Type-Options', 'nosniff'],
  // An address that is cited elsewhere need not say which paragraph was read.
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
];
