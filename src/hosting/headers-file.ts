import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { permanent } from '../edition/addresses.ts';
import type { Edition } from '../edition/model.ts';
import { formats } from '../formats/index.ts';
import { forEver } from './caching.ts';
import { linksetLink } from './links.ts';
import { commonHeaders, contentSecurityPolicy } from './policy.ts';

/** The endings of the exports with their types; one that another ending covers, with the same type, is left out. */
const endings = formats.filter(
  ({ extension, mediaType }) =>
    !formats.some((other) => extension.endsWith(`.${other.extension}`) && other.mediaType === mediaType),
);

/**
 * The headers of static hosts that read a file `_headers` (Netlify, Cloudflare Pages and others). Their limits (100 rules of
 * 2,000 characters, one `*` in a path; two rules for a path add up) leave out links of single pages: these stand in the pages
 * and in the link set, which is named here. Pages are revalidated without being told on these hosts.
 */
export function headersFile(edition: Edition): string {
  const base = new URL(edition.site).pathname;
  const rule = (pattern: string, headers: readonly (readonly [string, string])[]) =>
    [`${base}${pattern}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const rules = [
    rule('*', [
      ...commonHeaders,
      ['Content-Security-Policy', contentSecurityPolicy],
      ['Link', linksetLink(permanent(edition.site, 'linkset.json'))],
    ]),
    rule('assets/*', [['Cache-Control', forEver]]),
    ...['index', 'filter'].map((folder) => rule(`search/pagefind/${folder}/*`, [['Cache-Control', forEver]])),
    rule('linkset.json', [['Content-Type', 'application/linkset+json']]),
    ...endings.map(({ extension, mediaType }) => rule(`*.${extension}`, [['Content-Type', mediaType]])),
  ];
  return `${rules.join('\n')}\n`;
}

/** Writes `/_headers`. */
export async function writeHeadersFile(edition: Edition, folder: string): Promise<void> {
  await writeFile(path.join(folder, '_headers'), headersFile(edition));
}
