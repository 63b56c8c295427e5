import { expect, test } from 'vitest';
import { mediaTypeOf } from '../../src/hosting/media-types.ts';

// IANA's registry of media types (https://www.iana.org/assignments/media-types/), and what the formats themselves define.
test.each([
  ['a/index.html', 'text/html; charset=utf-8'],
  ['assets/Page.css', 'text/css; charset=utf-8'],
  ['assets/page.js', 'text/javascript; charset=utf-8'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['catalog.json', 'application/json'],
  ['sitemap.xml', 'application/xml'],
  ['changes.atom', 'application/atom+xml'],
  ['a/1.0.0/source.mdx', 'text/markdown; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
  ['icons/192.png', 'image/png'],
  ['favicon.ico', 'image/vnd.microsoft.icon'],
  ['fonts/naskh.woff2', 'font/woff2'],
  ['a/1.0.0/a.pdf', 'application/pdf'],
  ['edition.epub', 'application/epub+zip'],
  ['styles/persian.csl', 'application/vnd.citationstyles.style+xml'],
  ['edition.zip', 'application/zip'],
  ['index.html.gz', 'application/gzip'],
  ['fa.webmanifest', 'application/manifest+json'],
  ['discovery/a.ndjson', 'application/x-ndjson'],
  ['hosting/nginx.conf', 'text/plain; charset=utf-8'],
  ['search/fa.pf_meta', 'application/octet-stream'],
  ['search/wasm.fa.pagefind', 'application/octet-stream'],
  ['_headers', 'text/plain; charset=utf-8'],
  ['ro-crate-metadata.json', 'application/ld+json'],
  ['linkset.json', 'application/linkset+json'],
  ['opensearch-fa.xml', 'application/opensearchdescription+xml'],
  ['opensearch-en.xml', 'application/opensearchdescription+xml'],
  ['a/1.0.0/a.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['a/1.0.0/references.bib', 'application/x-bibtex; charset=utf-8'],
  ['a/1.0.0/references.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['a/unknown', 'application/octet-stream'],
])('%s is sent as %s', (file, mediaType) => {
  expect(mediaTypeOf(file)).toBe(mediaType);
});
