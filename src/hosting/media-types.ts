/** The media type of each file of a build, by its name. */
import path from 'node:path';
import type { SitePath } from '../edition/addresses.ts';
import { mediaTypesOfFiles } from '../edition/reading/article-files.ts';
import { mediaTypesOfReceived } from '../edition/received.ts';
import { formats, worksFormats } from '../formats/index.ts';

/** The media types of what is no export, by the end of the name; IANA's registry where it has them. */
const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  atom: 'application/atom+xml',
  mdx: 'text/markdown; charset=utf-8',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  png: 'image/png',
  ico: 'image/vnd.microsoft.icon',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  csl: 'application/vnd.citationstyles.style+xml',
  zip: 'application/zip',
  // Beside the files of a copy for hosts; for `br` there is no type.
  gz: 'application/gzip',
  webmanifest: 'application/manifest+json',
  ndjson: 'application/x-ndjson',
  conf: 'text/plain; charset=utf-8',
  // Pagefind's own index files.
  pagefind: 'application/octet-stream',
  pf_filter: 'application/octet-stream',
  pf_fragment: 'application/octet-stream',
  pf_index: 'application/octet-stream',
  pf_meta: 'application/octet-stream',
};

/** The media types of files at the root that their endings do not tell. */
export const ownTypes: Readonly<Record<SitePath, string>> = {
  _headers: 'text/plain; charset=utf-8',
  'ro-crate-metadata.json': 'application/ld+json',
  'linkset.json': 'application/linkset+json',
  'feed.json': 'application/feed+json',
  'opensearch-fa.xml': 'application/opensearchdescription+xml',
  'opensearch-en.xml': 'application/opensearchdescription+xml',
};

/** Media types by the end of the name, the longest ending first, so that `csl.json` comes before `json`. */
export const endings: readonly (readonly [ending: string, mediaType: string])[] = Object.entries({
  ...mediaTypes,
  ...mediaTypesOfFiles,
  ...mediaTypesOfReceived,
  ...ownTypes,
  ...Object.fromEntries([...worksFormats, ...formats].map((format) => [format.extension, format.mediaType])),
}).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));

/** The media type of a file of the build, by its name. */
export function mediaTypeOf(file: SitePath): string {
  const name = path.posix.basename(file);
  const found = endings.find(([ending]) => name === ending || name.endsWith(`.${ending}`));
  return found?.[1] ?? 'application/octet-stream';
}
