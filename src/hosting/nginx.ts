/**
 * The configuration of nginx for an edition: maps, which go into the `http` block, what goes into the `server` block, and the route
 * of OAI-PMH for one that runs JavaScript. Everything in them follows from the model: media types, caching, links, content negotiation.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exportPath, pages, permanent } from '../edition/addresses.ts';
import { asReleased, type Edition, latestOf, type Subject } from '../edition/model.ts';
import { archive, isArchived, isOn } from '../edition/offers.ts';
import { formats } from '../formats/index.ts';
import { forEver, namedPaths, revalidated } from './caching.ts';
import { linkHeader, linksetLink } from './links.ts';
import { endings } from './media-types.ts';
import { bareType, negotiableOf } from './negotiation.ts';
import { commonHeaders, contentSecurityPolicy } from './policy.ts';
import { backLink, collectionLink, factLinks, linksOfFiles } from './signposting.ts';

/** The files, below `hosting/` in a build. */
export const nginxFiles = { maps: 'nginx-http.conf', server: 'nginx-server.conf', oai: 'nginx-oai.conf' } as const;

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A value between quotation marks. What nginx would take for a variable cannot be escaped: there is none in an address. */
const quoted = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

const map = (from: string, to: string, lines: readonly (readonly [pattern: string, value: string])[]): string =>
  [`map ${from} ${to} {`, ...lines.map(([pattern, value]) => `    ${pattern} ${quoted(value)};`), '}'].join('\n');

/** The versions by the key of the map `$estenad_landing`: `SLUG/` for the latest, `SLUG/1.0.0` for each. */
const landings = (edition: Edition): readonly (readonly [key: string, subject: Subject])[] =>
  edition.articles.flatMap((article) => [
    [`${article.slug}/`, latestOf(edition, article)] as const,
    ...article.versions.map((version) => [`${article.slug}/${version.number}`, { edition, article, version }] as const),
  ]);

/** A path or link as the pattern that nginx fills in: formats are the same for every version, or for every older one. */
const [slug, number] = ['$estenad_slug', '$estenad_number'];

/** The formats that versions have, the latest first; of those that have an archive, that and their text. */
const offered = (edition: Edition) => formats.filter(({ extension }) => isOn(edition, extension));
const archived = [...formats.filter(({ extension }) => extension === 'txt'), archive];

/** The versions that have an archive, by the key of `$estenad_landing`. */
const archivedKeys = (edition: Edition): readonly string[] =>
  landings(edition).flatMap(([key, subject]) => (isArchived(subject) ? [key] : []));

/** The links of the files of a version back to its page: one line for what describes it, one for what can be read. */
function fileMap(edition: Edition): readonly (readonly [string, string])[] {
  const page = permanent(edition.site, pages.version('$1', '$2'));
  const files = [...offered(edition), ...(archivedKeys(edition).length > 0 ? [archive] : [])];
  const relations = Map.groupBy(linksOfFiles(edition.site, slug, number, files), ({ relation }) => relation);
  return [...relations].map(([relation, links]) => {
    const extensions = links.map(({ path: file = '' }) => literal(file.slice(exportPath(slug, number, '').length)));
    return [
      `"~^articles/([^/]+)/([^/]+)/\\1\\.(?:${extensions.join('|')})$"`,
      linkHeader([backLink(relation, page)]),
    ] as const;
  });
}

/** Where a type ends that a client takes: at a parameter, a comma or the end, but not where its weight is zero (RFC 9110, section 12.4.2). */
const isTaken = '\\s*(?![^,]*;\\s*q=0(?:\\.0*)?\\s*(?:[;,]|$))(?:[;,]|$)';

/** The maps. */
export function nginxMaps(edition: Edition): string {
  const base = new URL(edition.site).pathname;
  const versions = landings(edition);
  const isLanding = '"~^(?:en/)?articles/([^/]+)/(?:(\\d+\\.\\d+\\.\\d+)/)?(?:index\\.html)?$"';
  const older = archivedKeys(edition);
  const types = negotiableOf(edition).map(
    ({ mediaType, extension }) => [literal(bareType(mediaType)), extension] as const,
  );
  const linksTo = (files: Parameters<typeof linksOfFiles>[3]) =>
    linkHeader([...linksOfFiles(edition.site, slug, number, files), collectionLink(edition)]);
  return `${[
    '# Made by the build: to be included in the http block.',
    'map_hash_bucket_size 256;',
    `map_hash_max_size ${Math.max(2048, versions.length * 4)};`,
    '# The path below the root of the edition.',
    map('$uri', '$estenad_path', [
      ['default', ''],
      [`"~^${literal(base)}(.*)$"`, '$1'],
    ]),
    '# A page of a version: its article, and its number unless it is the latest.',
    map('$estenad_path', '$estenad_landing', [
      ['default', ''],
      [isLanding, '$1/$2'],
    ]),
    map('$estenad_landing', '$estenad_slug', [
      ['default', ''],
      ...versions.map(([key, { article }]) => [quoted(key), article.slug] as const),
    ]),
    map('$estenad_landing', '$estenad_number', [
      ['default', ''],
      ...versions.map(([key, { version }]) => [quoted(key), version.number] as const),
    ]),
    map('$estenad_landing', '$estenad_facts', [
      ['default', ''],
      ...versions.map(([key, subject]) => [quoted(key), linkHeader(factLinks(asReleased(subject)))] as const),
    ]),
    '# Signposting (https://signposting.org/FAIR/): of pages of versions, and of their files.',
    map('$estenad_path', '$estenad_file_link', [['default', ''], ...fileMap(edition)]),
    map('$estenad_slug', '$estenad_link', [
      ['""', '$estenad_file_link'],
      ['default', `$estenad_facts, ${older.length > 0 ? '$estenad_files' : linksTo(offered(edition))}`],
    ]),
    ...(older.length > 0
      ? [
          '# An older version has its text and an archive.',
          map('$estenad_landing', '$estenad_files', [
            ['default', linksTo(offered(edition))],
            ...older.map((key) => [quoted(key), linksTo(archived)] as const),
          ]),
        ]
      : []),
    '# Content negotiation: a page where one is accepted, else what is named first, else what is named at all.',
    map('$http_accept', '$estenad_wanted', [
      ['default', ''],
      [`"~*(?:text/html|application/xhtml\\+xml)${isTaken}"`, ''],
      ...types.map(([type, extension]) => [`"~*^\\s*${type}${isTaken}"`, extension] as const),
      ...types.map(([type, extension]) => [`"~*,\\s*${type}${isTaken}"`, extension] as const),
    ]),
    map(older.length > 0 ? '$estenad_landing' : '$estenad_slug', '$estenad_negotiated', [
      ['""', ''],
      ['default', '$estenad_wanted'],
      ...older.map((key) => [quoted(key), ''] as const),
    ]),
    map('$estenad_slug', '$estenad_vary', [
      ['""', ''],
      ['default', 'Accept'],
    ]),
    map('$estenad_path', '$estenad_cache', [
      ['default', revalidated],
      [`"~${namedPaths}"`, forEver],
    ]),
    '# A policy is for pages.',
    map('$uri', '$estenad_policy', [
      ['default', ''],
      ['"~(?:/|\\.html)$"', contentSecurityPolicy(edition)],
    ]),
  ].join('\n\n')}\n`;
}

/** The directives of the server, below the root of the edition. */
export function nginxServer(edition: Edition): string {
  const base = new URL(edition.site).pathname;
  const headers: readonly (readonly [string, string])[] = [
    ...commonHeaders,
    ['Link', '$estenad_link'],
    ['Link', linksetLink(permanent(edition.site, 'linkset.json'))],
    ['Vary', '$estenad_vary'],
    ['Content-Security-Policy', '$estenad_policy'],
  ];
  const target = exportPath(slug, number, '').slice(0, -1);
  return `${[
    '# Made by the build: to be included in the server block. A file lies below its root at the path of its address.',
    ...(base === '/'
      ? []
      : [`location = ${base.slice(0, -1)} {`, '    absolute_redirect off;', `    return 301 ${base};`, '}']),
    `location ${base} {`,
    '    index index.html;',
    '    # A folder without a page of its own is no address of the edition.',
    `    error_page 403 404 =404 ${base}404.html;`,
    '    absolute_redirect off;',
    '    gzip_static on;',
    '    gzip_vary on;',
    '    # Where nginx has the module: brotli_static on;',
    ...headers.map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`),
    '    # Not of an error, which is not kept.',
    '    add_header Cache-Control $estenad_cache;',
    '    if ($estenad_negotiated) {',
    `        return 303 ${base}${target}.$estenad_negotiated;`,
    '    }',
    '    # The longest ending first; no other types count.',
    '    types { }',
    '    default_type application/octet-stream;',
    ...endings.map(([ending, type]) => `    location ~ [/.]${literal(ending)}$ { default_type ${quoted(type)}; }`),
    '}',
  ].join('\n')}\n`;
}

/** The route to the answers of OAI-PMH, for a server block of an nginx that has its JavaScript module. */
export function nginxOai(edition: Edition): string {
  const base = new URL(edition.site).pathname;
  return [
    '# Made by the build: to be included in the server block, where js_path names the folder of this file.',
    'js_import estenad_oai from oai.js;',
    `location = ${base}oai {`,
    '    # A request by POST is read from one buffer.',
    '    client_body_in_single_buffer on;',
    '    client_body_buffer_size 16k;',
    '    client_max_body_size 16k;',
    ...commonHeaders.map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`),
    '    add_header Cache-Control no-cache;',
    '    js_content estenad_oai.nginx;',
    '}',
    '',
  ].join('\n');
}

/** Writes the files for nginx below `hosting/`. */
export async function writeNginx(edition: Edition, folder: string): Promise<void> {
  const target = path.join(folder, 'hosting');
  await mkdir(target, { recursive: true });
  await writeFile(path.join(target, nginxFiles.maps), nginxMaps(edition));
  await writeFile(path.join(target, nginxFiles.server), nginxServer(edition));
  await writeFile(path.join(target, nginxFiles.oai), nginxOai(edition));
}
