import type { SitePath } from '../edition/addresses.ts';

/** Files whose names hold a digest of their content, another content having another name; `*` stands for anything. */
export const named: readonly string[] = [
  'assets/*',
  ...['search/pagefind', 'search/more/pagefind'].flatMap((folder) => [
    `${folder}/index/*`,
    `${folder}/filter/*`,
    `${folder}/*.pf_meta`,
  ]),
];

/** The same as a regular expression for paths below the root, as the server of a host reads it. */
export const namedPaths = `^(?:${named.map((pattern) => pattern.replaceAll('.', '\\.').replace('*', '.*')).join('|')})$`;

const isNamed = new RegExp(namedPaths);

/** Kept for a year, the longest that is meant seriously, and never asked for again (RFC 9111, RFC 8246). */
export const forEver = 'public, max-age=31536000, immutable';

/** Kept, but asked for before every use: an unchanged file is answered with 304 and no content (RFC 9111, section 5.2.2.4). */
export const revalidated = 'no-cache';

/** What `Cache-Control` says of a file of the build. */
export const cacheControlOf = (file: SitePath): string => (isNamed.test(file) ? forEver : revalidated);
