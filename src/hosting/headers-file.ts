import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { permanent } from '../edition/addresses.ts';
import type { Edition } from '../edition/model.ts';
import { forEver, named } from './caching.ts';
import { linksetLink } from './links.ts';
import { endings, ownTypes } from './media-types.ts';
import { commonHeaders, contentSecurityPolicy } from './policy.ts';

type Ending = (typeof endings)[number];

/** Whether a longer ending has another type, as `csl.json` has beside `json`: two rules would give a file both. */
const isUnclear = ([ending, type]: Ending): boolean =>
  endings.some(([other, otherType]) => other.endsWith(`.${ending}`) && otherType !== type);

/** Whether the rule of a shorter ending says the type already. */
const isCovered = ([ending]: Ending): boolean =>
  endings.some((other) => ending.endsWith(`.${other[0]}`) && !isUnclear(other));

/** Patterns of paths below the root, with the media types that nginx sends too; `json` and `xml` alone are left to the host. */
const types = endings
  .filter((ending) => !isUnclear(ending) && !isCovered(ending))
  .map(([ending, type]) => [ending in ownTypes ? ending : `*.${ending}`, type] as const);

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
      ['Content-Security-Policy', contentSecurityPolicy(edition)],
      ['Link', linksetLink(permanent(edition.site, 'linkset.json'))],
    ]),
    ...named.map((pattern) => rule(pattern, [['Cache-Control', forEver]])),
    ...types.map(([pattern, type]) => rule(pattern, [['Content-Type', type]])),
  ];
  return `${rules.join('\n')}\n`;
}

/** Writes `/_headers`. */
export async function writeHeadersFile(edition: Edition, folder: string): Promise<void> {
  await writeFile(path.join(folder, '_headers'), headersFile(edition));
}
