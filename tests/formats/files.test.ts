/** Every record leads to every file of the text, by one list, and says its size where it is written. */
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, expect, test } from 'vitest';
import { exportPath, permanent } from '../../src/edition/addresses.ts';
import type { Subject } from '../../src/edition/model.ts';
import { formats, textFiles } from '../../src/formats/index.ts';
import { everything, exportOf, found, readArticle } from '../helpers/records.ts';

/** Those that hold the text; a PDF only where it can be set. */
const extensions = ['pdf', 'epub', 'txt', 'md', 'jats.xml', 'tei.xml'].filter((one) =>
  formats.some(({ extension }) => extension === one),
);

let subject: Subject;
let addresses: string[];
beforeAll(async () => {
  subject = await readArticle(everything);
  const { edition, article, version } = subject;
  addresses = extensions.map((one) => permanent(edition.site, exportPath(article.slug, version.number, one)));
});

const at = (extension: string, xpath: string) => found(extension, subject, xpath);
const types = () => textFiles().map(({ mediaType }) => mediaType);

test('the list has every format that holds the text', () => {
  expect(textFiles().map(({ extension }) => extension)).toEqual(extensions);
});

test('library records and Dublin Core lead to each file, with its media type', async () => {
  expect((await at('marc.xml', '//marc:datafield[@tag="856"][@ind2="0"]/marc:subfield[@code="u"]')).slice(1)).toEqual(
    addresses,
  );
  expect((await at('marc.xml', '//marc:datafield[@tag="856"][@ind2="0"]/marc:subfield[@code="q"]')).slice(1)).toEqual(
    types(),
  );
  expect(await at('mods.xml', '/m:mods/m:location/m:url[@access="raw object"]')).toEqual(addresses);
  expect((await at('mods.xml', '//m:internetMediaType')).slice(1)).toEqual(types());
  expect((await at('dc.xml', '//dc:format')).slice(1)).toEqual(types());
  expect(await at('dc.xml', '//dc:relation')).toEqual(expect.arrayContaining(addresses));
});

test('JATS, JSON-LD and DataCite name each file', async () => {
  expect((await at('jats.xml', '//article-meta/self-uri/@xlink:href')).slice(1)).toEqual(addresses);
  expect((await at('jats.xml', '//article-meta/self-uri')).slice(1)).toEqual(textFiles().map(({ name }) => name));
  const { encoding } = JSON.parse(await exportOf('jsonld', subject));
  expect(encoding.map((one: { contentUrl: string }) => one.contentUrl)).toEqual(addresses);
  expect(encoding.map((one: { encodingFormat: string }) => one.encodingFormat)).toEqual(types());
  expect((await at('datacite.xml', '//d:format')).slice(1)).toEqual(types());
});

test('Crossref gets each file for text mining, and one for Similarity Check', async () => {
  const resources = (property: string) =>
    at('crossref.xml', `//*[local-name()="collection"][@property="${property}"]//*[local-name()="resource"]`);
  expect(await resources('text-mining')).toEqual(addresses);
  expect(await resources('crawler-based')).toEqual([addresses[0]]);
});

test('sizes are said once the files are written', async () => {
  const sized = textFiles(new Map([['txt', 1234]]));
  const written = (extension: string) =>
    formats.find((one) => one.extension === extension)?.write(subject, undefined, sized) as string;
  expect(written('marc.xml')).toContain('<subfield code="s">1234 bytes</subfield>');
  using datacite = XmlDocument.fromString(written('datacite.xml'));
  expect(datacite.find('//d:size', { d: 'http://datacite.org/schema/kernel-4' }).map(({ content }) => content)).toEqual(
    ['1234 bytes (text/plain)'],
  );
  expect(JSON.parse(written('jsonld')).encoding).toContainEqual(
    expect.objectContaining({ encodingFormat: 'text/plain', contentSize: '1234 B' }),
  );
});
