/** An edition that does without some formats, and whose older versions have an archive: as it is built, nothing leads to a file that is not there. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import type { Built } from '../../src/build/finished.ts';
import { listFiles } from '../../src/files.ts';
import { alone, writeEdition } from '../helpers/edition.ts';
import { releasedFiles } from '../helpers/release.ts';

let root: string;
let site: string;
let files: readonly string[];
let built: Built;

const editionFile = 'content/edition.yaml';
const said = `formats: { epub: off, ris: off, md: off, csl.json: off, mods.xml: off, datacite.json: off, tei.xml: off }
versions: latest
host: github-pages
articles:`;

beforeAll(async () => {
  root = await writeEdition({
    ...releasedFiles('a-tale', [{ number: '1.0.0' }, { number: '1.1.0', date: '2026-02-01' }]),
    ...alone,
    [editionFile]: (alone[editionFile] as string).replace('articles:', said),
  });
  site = path.join(root, 'dist');
  built = await buildEdition({ root, out: site });
  files = listFiles(site);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const textOf = (file: string) => readFile(path.join(site, file), 'utf8');

test('no file of a format that is off is written: of versions, of citations, of lists, of deposits, no book', () => {
  expect(
    files.filter((file) => /\.(?:epub|ris|md|csl|csl\.json|mods\.xml|datacite\.json|tei\.xml)$/.test(file)),
  ).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining([
      'articles/a-tale/1.1.0/a-tale.marc.xml',
      'articles/a-tale/1.1.0/a-tale.references.bib',
      'articles/a-tale/a-tale.all-versions.datacite.xml',
      'bibliography/all.bib',
    ]),
  );
});

test('an older version has its pages, its text and one archive, which holds the rest', async () => {
  const own = files.filter((file) => file.startsWith('articles/a-tale/1.0.0/')).map((file) => file.slice(22));
  expect(own).toEqual(['a-tale.mdx', 'a-tale.txt', 'a-tale.zip', 'cite/index.html', 'index.html']);
  const held = unzipSync(await readFile(path.join(site, 'articles/a-tale/1.0.0/a-tale.zip')));
  const names = Object.keys(held);
  const latest = files.filter((file) => /^articles\/a-tale\/1\.1\.0\/a-tale\.[^/]+$/.test(file));
  expect(names.sort()).toEqual(latest.map((file) => `a-tale-1.0.0/${path.basename(file)}`).sort());
  // Nor does any file stand twice: beside the address of the article are the deposits of all versions alone.
  expect(files.filter((file) => /^articles\/a-tale\/[^/]+\.(?!html$)\w+$/.test(file))).toEqual([
    'articles/a-tale/a-tale.all-versions.crossref.xml',
    'articles/a-tale/a-tale.all-versions.datacite.xml',
  ]);
  expect(strFromU8(held['a-tale-1.0.0/a-tale.marc.xml'] as Uint8Array)).toContain('articles/a-tale/1.0.0/');
  expect(strFromU8(held['a-tale-1.0.0/a-tale.txt'] as Uint8Array)).toBe(
    await textOf('articles/a-tale/1.0.0/a-tale.txt'),
  );
});

test('every link of every page leads to a file that is there', async () => {
  const broken: string[] = [];
  for (const page of files.filter((file) => file.endsWith('.html') && file !== '404.html')) {
    for (const [, address = ''] of (await textOf(page)).matchAll(
      /<(?:a|link|script|img|source)\b[^>]*?\s(?:href|src)="([^"#?]*)/g,
    )) {
      if (address === '' || /^[a-z]+:/.test(address)) continue;
      const target = path.posix.join(path.posix.dirname(page), address);
      if (!files.includes(target)) broken.push(`${page}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

test('no record, catalog, link set, feed or page names a file of a version that is not there', async () => {
  const broken = new Set<string>();
  let named = 0;
  for (const file of files.filter((one) => /\.(?:html|xml|json|jsonld|atom|txt|bib|enw|ndjson)$/.test(one))) {
    for (const [, address = ''] of (await textOf(file)).matchAll(
      /https:\/\/trial\.example\/((?:articles|issues|bibliography|cards)\/[\w./-]+\.\w+|edition\.\w+)/g,
    )) {
      const target = address.replace(/\.+$/, '');
      if (/\/\d+\.\d+\.\d+$/.test(target)) continue;
      named += 1;
      if (!files.includes(target)) broken.add(`${file}: ${target}`);
    }
  }
  expect([...broken]).toEqual([]);
  expect(named).toBeGreaterThan(200);
});

test('the build says how many files and bytes there are, and the host takes them', async () => {
  let bytes = 0;
  for (const file of files) bytes += (await readFile(path.join(site, file))).length;
  expect(built.site).toMatchObject({ files: files.length, bytes });
  expect(built.refused).toEqual([]);
});
