import { expect, test } from 'vitest';
import { loadEdition } from '../../src/edition/reading/load.ts';
import type { BuiltFile } from '../../src/site/catalog.ts';
import { roCrate } from '../../src/site/ro-crate.ts';
import { makeEdition } from '../helpers/edition.ts';
import { editors, inJournal, others, readArticle, statements } from '../helpers/records.ts';

const rights = 'http://rightsstatements.org/vocab/CNE/1.0/';
const refer = (id: string) => ({ '@id': id });

test('a crate describes the edition, its versions as folders, who wrote them, and every file (RO-Crate 1.2)', async () => {
  const text = 'articles/a-tale/1.0.0/a-tale.txt';
  const files: BuiltFile[] = [
    { path: text, bytes: 7, sha256: 'bb' },
    { path: 'index.html', bytes: 5, sha256: 'aa' },
  ];
  const [tale, yek] = ['articles/a-tale/1.0.0/', 'articles/yek-dastan/1.0.0/'];
  const version = {
    '@type': ['Dataset', 'ScholarlyArticle'],
    additionalType: 'http://purl.org/coar/resource_type/c_6501',
    description: 'First',
    version: '1.0.0',
    datePublished: '2026-01-01',
    publisher: refer('#publisher'),
    license: refer(rights),
    isBasedOn: refer('https://journal.example/1'),
  };
  const file = (path: string, name: string, encodingFormat: string, contentSize: string, sha256: string) => ({
    ...{ '@id': path, '@type': 'File', name, encodingFormat, contentSize, sha256 },
  });
  const crate = roCrate(await loadEdition(await makeEdition()), files);
  expect(JSON.parse(JSON.stringify(crate))).toEqual({
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: refer('https://w3id.org/ro/crate/1.2'),
        about: refer('./'),
      },
      {
        '@id': './',
        '@type': 'Dataset',
        ...{
          name: 'Trial',
          alternateName: 'آزمون',
          description: 'An edition for tests',
          url: 'https://trial.example/',
        },
        datePublished: '2026-01-01',
        publisher: refer('#publisher'),
        license: refer(rights),
        copyrightNotice: 'Unknown',
        hasPart: [refer(tale), refer(yek), refer('index.html')],
      },
      { '@id': '#publisher', '@type': 'Organization', name: 'Trial', alternateName: 'آزمون' },
      { '@id': rights, '@type': 'CreativeWork', name: 'Copyright Not Evaluated', description: 'Unknown' },
      {
        ...{ '@id': tale, name: 'A Tale of Two Notes', abstract: 'What it is about.', inLanguage: 'en' },
        ...version,
        ...{ url: `https://trial.example/${tale}`, author: [refer('#a-tale-author-1')], copyrightNotice: 'Unknown' },
        hasPart: [refer(text)],
      },
      {
        ...{ '@id': yek, name: 'یک داستان', inLanguage: 'fa' },
        ...version,
        ...{
          url: `https://trial.example/${yek}`,
          author: [refer('#yek-dastan-author-1')],
          copyrightNotice: 'ناشناخته',
        },
        hasPart: [],
      },
      ...['A Tale of Two Notes', 'یک داستان'].map((name) => ({
        ...{ '@id': 'https://journal.example/1', '@type': 'ScholarlyArticle', name, url: 'https://journal.example/1' },
      })),
      {
        ...{ '@id': '#a-tale-author-1', '@type': 'Person', name: 'Ann Writer', alternateName: 'نویسنده' },
        ...{ familyName: 'Writer', givenName: 'Ann' },
      },
      {
        ...{ '@id': '#yek-dastan-author-1', '@type': 'Person', name: 'نویسنده', alternateName: 'Ann Writer' },
        familyName: 'نویسنده',
      },
      file(text, 'a-tale.txt', 'text/plain', '7', 'bb'),
      file('index.html', 'index.html', 'text/html', '5', 'aa'),
    ],
  });
});

test('a crate says who else took part, who paid, and by which awards', async () => {
  const subject = await readArticle(`language: en\n${inJournal}${others}${statements}`, editors);
  const graph = JSON.parse(JSON.stringify(roCrate(subject.edition, [])['@graph'])) as Record<string, unknown>[];
  const entity = (id: string) => graph.find((one) => one['@id'] === id);
  const editor = 'https://orcid.org/0000-0001-2345-6789';
  const ror = 'https://ror.org/05dxps055';
  const grant = 'https://grants.example/98-12';
  expect(entity('articles/one/1.0.0/')).toMatchObject({
    translator: [refer('#one-contributor-1')],
    editor: [refer('#one-contributor-2'), refer(editor)],
    contributor: [refer('#one-contributor-3')],
    funder: [refer(ror), refer('#one-funder-2')],
    funding: [refer(grant), refer('#one-grant-1-2')],
  });
  expect(entity('#one-contributor-1')).toMatchObject({ '@type': 'Person', name: 'Mary Turner', familyName: 'Turner' });
  expect(entity('#one-contributor-3')).toMatchObject({ '@type': 'Organization', name: 'Board of Reviewers' });
  expect(entity(editor)).toMatchObject({ '@type': 'Person', name: 'Vahid Redactor' });
  expect(entity(ror)).toMatchObject({
    '@type': 'Organization',
    name: 'Foundation of the Sea',
    sameAs: ['https://doi.org/10.13039/501100003968'],
  });
  expect(entity(grant)).toEqual({
    ...{ '@id': grant, '@type': 'Grant', identifier: '98-12', name: 'Harbours', funder: refer(ror) },
  });
  // Every entity is there once.
  const ids = graph.map((one) => one['@id']);
  expect(new Set(ids).size).toBe(ids.length);
});
