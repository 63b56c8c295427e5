/** The supplementary files of an article: read and judged, part of its version, and named by every export that has a place for them. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { release } from '../../src/authoring/release.ts';
import { type Subject, subjectsOf } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { supplementsOf } from '../../src/edition/supplements.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { html } from '../../src/html/serialize.ts';
import { renderSupplements } from '../../src/html/supplements.ts';
import { catalog } from '../../src/site/catalog.ts';
import { roCrate } from '../../src/site/ro-crate.ts';
import { textOf } from '../helpers/epub.ts';
import {
  exportOf,
  found,
  inJournal,
  readArticle,
  related,
  supplementBytes,
  supplements,
  writeArticles,
} from '../helpers/records.ts';

const folder = 'https://trial.example/articles/one/1.0.0/files/';
const addresses = [`${folder}depths.csv`, `${folder}readme.txt`];
const [depths] = addresses;
const cc0 = 'https://creativecommons.org/publicdomain/zero/1.0/';
const digest = createHash('sha256').update(supplementBytes).digest('hex');

let said: Subject;
let bare: Subject;
beforeAll(async () => {
  said = await readArticle(`language: en\n${supplements}${related}${inJournal}`);
  bare = await readArticle(`language: en\n${inJournal}`);
});

const at = (extension: string, xpath: string) => found(extension, said, xpath);

test('each is read with its media type, size and digest, in the order of the article', () => {
  expect(supplementsOf(said.version)).toEqual([
    expect.objectContaining({ name: 'depths.csv', mediaType: 'text/csv', bytes: 20, sha256: digest }),
    expect.objectContaining({ name: 'readme.txt', mediaType: 'text/plain', licence: undefined }),
  ]);
  expect(said.version.files.map(({ name }) => name)).toEqual(['depths.csv', 'readme.txt']);
});

describe('they are named, with title, description, licence and digest,', () => {
  test('in JATS as supplementary material', async () => {
    const material = '//article-meta/supplementary-material';
    expect(await at('jats.xml', `${material}/@xlink:href`)).toEqual(['files/depths.csv', 'files/readme.txt']);
    expect(await at('jats.xml', `${material}[1]/@mimetype | ${material}[1]/@mime-subtype`)).toEqual(['text', 'csv']);
    expect(await at('jats.xml', `${material}/caption/title`)).toEqual(['Depths', 'How it was measured']);
    expect(await at('jats.xml', `${material}[1]/caption/p[@xml:lang="fa"]`)).toEqual(['ژرفاها', 'ژرفای دو کرانه.']);
    expect(await at('jats.xml', `${material}/permissions/license/@xlink:href`)).toEqual([cc0]);
    expect(await at('jats.xml', `${material}[1]/object-id[@content-type="sha256"]`)).toEqual([digest]);
  });

  test('in TEI and MODS as related items', async () => {
    const bibl = '//tei:notesStmt/tei:relatedItem[@type="file"]/tei:bibl';
    expect(await at('tei.xml', `${bibl}/tei:ptr/@target`)).toEqual(addresses);
    expect(await at('tei.xml', `${bibl}/tei:title[@xml:lang="fa"]`)).toEqual(['ژرفاها']);
    expect(await at('tei.xml', `${bibl}/tei:availability/tei:licence/@n`)).toEqual(['CC0-1.0']);
    expect(await at('tei.xml', `${bibl}/tei:idno[@type="sha256"]`)).toEqual([digest, digest]);
    const item = '//m:relatedItem[@type="constituent"]';
    expect(await at('mods.xml', `${item}/m:location/m:url`)).toEqual(addresses);
    expect(await at('mods.xml', `${item}/m:titleInfo/m:title`)).toEqual(['ژرفاها', 'Depths', 'How it was measured']);
    expect(await at('mods.xml', `${item}/m:physicalDescription/m:internetMediaType`)).toEqual([
      'text/csv',
      'text/plain',
    ]);
    expect(await at('mods.xml', `${item}/m:accessCondition/@xlink:href`)).toEqual([cc0]);
    expect(await at('mods.xml', `${item}/m:abstract`)).toEqual(['ژرفای دو کرانه.', 'The depths of two coasts.']);
  });

  test('in MARC as component parts', async () => {
    const code = (one: string) =>
      at('marc.xml', `//marc:datafield[@tag="856"][@ind2="3"]/marc:subfield[@code="${one}"]`);
    expect(await code('u')).toEqual(addresses);
    expect(await code('3')).toEqual(['Depths', 'How it was measured']);
    expect(await code('q')).toEqual(['text/csv', 'text/plain']);
    expect(await code('r')).toEqual([cc0]);
    expect(await code('z')).toEqual(['The depths of two coasts.']);
  });

  test('in schema.org as parts', async () => {
    const { hasPart } = JSON.parse(await exportOf('jsonld', said));
    expect(hasPart).toContainEqual({
      '@type': 'MediaObject',
      '@id': depths,
      contentUrl: depths,
      name: [
        { '@language': 'fa', '@value': 'ژرفاها' },
        { '@language': 'en', '@value': 'Depths' },
      ],
      description: [
        { '@language': 'fa', '@value': 'ژرفای دو کرانه.' },
        { '@language': 'en', '@value': 'The depths of two coasts.' },
      ],
      license: cc0,
      encodingFormat: 'text/csv',
      contentSize: '20 B',
      sha256: digest,
    });
    // Beside the supplement in another place that the article names.
    expect(hasPart).toContainEqual({ '@type': 'CreativeWork', '@id': 'https://doi.org/10.5555/more' });
  });

  test('in the catalog and in the crate', () => {
    const file = { path: 'articles/one/1.0.0/files/depths.csv', bytes: 20, sha256: digest } as const;
    const [article] = catalog(said.edition, [file]).articles;
    expect(article?.versions[0]?.files.published).toEqual([
      expect.objectContaining({
        path: file.path,
        title: { fa: 'ژرفاها', en: 'Depths' },
        description: { fa: 'ژرفای دو کرانه.', en: 'The depths of two coasts.' },
        licence: 'CC0-1.0',
      }),
    ]);
    const graph = roCrate(said.edition, [file])['@graph'];
    expect(graph).toContainEqual(
      expect.objectContaining({ '@id': file.path, name: 'Depths', license: { '@id': cc0 }, sha256: digest }),
    );
    expect(graph).toContainEqual(expect.objectContaining({ '@id': cc0, '@type': 'CreativeWork' }));
  });
});

test('DataCite, Crossref and Dublin Core have their addresses', async () => {
  expect(await at('datacite.xml', '//d:relatedIdentifier[@relationType="HasPart"]')).toEqual(addresses);
  expect(await at('crossref.xml', '//rel:inter_work_relation[@relationship-type="hasPart"]')).toEqual(addresses);
  expect(await at('dc.xml', '//dc:relation')).toEqual(expect.arrayContaining(addresses));
});

test('the page names them in both languages, each by its title, which leads to it', () => {
  const page = (language: string) => html(renderSupplements(said.version, language, (name) => `files/${name}`));
  expect(page('en')).toContain('Files of the article');
  expect(page('en')).toMatch(/<a href="files\/depths\.csv" type="text\/csv" download>Depths<\/a> \(CSV, 20 bytes\)/);
  expect(page('fa')).toContain('پرونده‌های مقاله');
  expect(page('fa')).toMatch(/>ژرفاها<\/a> \(<bdi lang="en" dir="ltr">CSV<\/bdi>، ۲۰ بایت\)/);
  expect(page('fa')).toContain(`<code dir="ltr">${digest}</code>`);
  expect(page('fa')).toContain('lang="en" dir="ltr"');
  expect(renderSupplements(bare.version, 'fa', (name) => name)).toEqual([]);
});

describe('texts say of what the article treats, other works and files', () => {
  const lines = [
    'Subjects: International relations; harbour; International politics',
    'Places: Bushehr',
    'Period: After the Cold War (1991–2020)',
    'Data set: Depths https://doi.org/10.5281/zenodo.1',
    'Software: https://code.example/',
    `File of the article: Depths (CSV, 20 bytes). The depths of two coasts. Creative Commons Zero v1.0 Universal. ${depths}`,
  ];

  test('plain text, Markdown and EPUB', async () => {
    const plain = (await exportOf('txt', said)).split('\n');
    expect(plain).toEqual(expect.arrayContaining(lines));
    const marked = (await exportOf('md', said)).replace(/[<>\\]/g, '');
    const book = textOf((await epub.write(said)) as Uint8Array).replace(/<[^>]*>/g, '');
    for (const line of lines) {
      expect(marked).toContain(line);
      expect(book.replace(/\s+/g, ' ')).toContain(line);
    }
  });

  test('none of it where nothing is said', async () => {
    expect(await exportOf('txt', bare)).not.toMatch(/Subjects|Places|Period|Data set|File of/);
  });
});

test('where no file is named, no export names one', async () => {
  expect(await found('jats.xml', bare, '//supplementary-material')).toEqual([]);
  expect(await found('marc.xml', bare, '//marc:datafield[@tag="856"][@ind2="3"]')).toEqual([]);
  expect(await found('mods.xml', bare, '//m:relatedItem[@type="constituent"]')).toEqual([]);
  expect(await found('tei.xml', bare, '//tei:relatedItem[@type="file"]')).toEqual([]);
  expect(await found('datacite.xml', bare, '//d:relatedIdentifier[@relationType="HasPart"]')).toEqual([]);
  expect(await found('crossref.xml', bare, '//rel:*[@relationship-type="hasPart"]')).toEqual([]);
  expect(await exportOf('jsonld', bare)).not.toContain('hasPart');
});

test('one that is not there is an open point of the draft, with its line', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  try {
    await writeArticles(root, { one: `language: en\n${supplements}${inJournal}` });
    await rm(path.join(root, 'content/articles/one/files/readme.txt'));
    const [subject] = subjectsOf(await loadEdition(root));
    const open = subject?.version.open ?? [];
    expect(open).toEqual([
      expect.objectContaining({
        file: 'content/articles/one/article.yaml',
        what: 'files/readme.txt is not there',
        fix: 'put the file there, or correct its name',
      }),
    ]);
    const facts = await readFile(path.join(root, 'content/articles/one/article.yaml'), 'utf8');
    expect(facts.split('\n')[(open[0]?.line ?? 0) - 1]).toContain('name: readme.txt');
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test.each([
  ['files: [{ name: ../secret, title: { en: A } }]', /files, entry 1, name: is not the name of a file/, /files\//],
  ['files: [{ name: run.exe, title: { en: A } }]', /files\/run\.exe/, /./],
  [
    'files: [{ name: a.csv, title: { en: A } }, { name: a.csv, title: { en: B } }]',
    /entry 2, name: is named twice/,
    /once/,
  ],
  ['files: [{ name: a.csv }]', /title/, /title/],
  ['files: [{ name: a.csv, title: { en: A }, licence: MINE }]', /licence: is not the identifier/, /spdx/],
])('%s is refused with what to write', async (field, what, fix) => {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  try {
    await writeArticles(root, { one: `language: en\n${supplements}${inJournal}` });
    await writeFile(path.join(root, 'content/articles/one/files/run.exe'), 'MZ');
    const file = path.join(root, 'content/articles/one/article.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(supplements, `${field}\n`));
    const refused = await loadEdition(root).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({ what: expect.stringMatching(what), fix: expect.stringMatching(fix) }),
      ]),
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

test('a release seals them: one that changes afterwards is a fault', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  try {
    await writeArticles(root, { one: `language: en\n${supplements}${inJournal}` });
    await release(root, 'one', '1.0.0', '2026-02-01', '2026-02-01');
    const versions = parse(await readFile(path.join(root, 'content/articles/one/versions.yaml'), 'utf8'));
    expect(versions[0].files).toEqual({ 'depths.csv': digest, 'readme.txt': digest });
    const [released] = subjectsOf(await loadEdition(root));
    expect(released && supplementsOf(released.version)).toHaveLength(2);
    await writeFile(path.join(root, 'content/articles/one/files/depths.csv'), 'place,metres\nbay,13\n');
    const refused = await loadEdition(root).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      faults: [expect.objectContaining({ file: 'content/articles/one/files/depths.csv' })],
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
