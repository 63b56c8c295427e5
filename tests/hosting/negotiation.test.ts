import { expect, test } from 'vitest';
import { bareType, negotiableAmong, negotiableOf } from '../../src/hosting/negotiation.ts';

type Typed = { readonly mediaType: string };

const typed = (...mediaTypes: string[]) => mediaTypes.map((mediaType) => ({ mediaType }));

test('a media type of several formats, or of the page itself, asks for none', () => {
  expect(
    negotiableAmong(
      typed(
        'text/html',
        'text/plain; charset=utf-8',
        'text/markdown',
        'application/xml',
        'application/json',
        'application/octet-stream',
        'application/zip',
      ),
    ),
  ).toEqual([]);
});

test('a media type of one format asks for it, whatever follows its name, and the first of two has it', () => {
  const [json, xml, again, other] = [
    'application/vnd.citationstyles.csl+json',
    'application/mods+xml; charset=utf-8',
    'application/mods+xml',
    'application/json-seq',
  ].map((mediaType) => ({ mediaType })) as [Typed, Typed, Typed, Typed];
  expect(negotiableAmong([json, xml, again, other])).toEqual([json, xml, other]);
});

test('the edition answers by the types that DOI clients and readers ask for', () => {
  const extensions = Object.fromEntries(
    negotiableOf({}).map(({ mediaType, extension }) => [bareType(mediaType), extension]),
  );
  expect(extensions).toMatchObject({
    'application/epub+zip': 'epub',
    'application/x-bibtex': 'bib',
    'application/x-research-info-systems': 'ris',
    'application/vnd.citationstyles.csl+json': 'csl.json',
    'application/x-endnote-refer': 'enw',
    'application/mods+xml': 'mods.xml',
    'application/marcxml+xml': 'marc.xml',
    'application/vnd.datacite.datacite+xml': 'datacite.xml',
    'application/vnd.datacite.datacite+json': 'datacite.json',
    'application/ld+json': 'jsonld',
    'application/jats+xml': 'jats.xml',
    'application/tei+xml': 'tei.xml',
  });
  expect(Object.values(extensions)).not.toContain('txt');
  expect(Object.values(extensions)).not.toContain('dc.xml');
});
