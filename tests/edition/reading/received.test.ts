/** The manuscript as received: kept and held by its release, and published only where the article says so. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { release } from '../../../src/authoring/release.ts';
import { subjectsOf } from '../../../src/edition/model.ts';
import { sealOf } from '../../../src/edition/reading/digests.ts';
import { readInputs } from '../../../src/edition/reading/inputs.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';
import { ContentFaults, type Fault } from '../../../src/faults.ts';
import { html } from '../../../src/html/serialize.ts';
import { renderSupplements } from '../../../src/html/supplements.ts';
import { writeArticleFiles } from '../../../src/site/article-files.ts';
import { catalog } from '../../../src/site/catalog.ts';
import { inJournal, writeArticles } from '../../helpers/records.ts';

const manuscript = 'A comment that nobody is to see.\n';
const digest = createHash('sha256').update(manuscript).digest('hex');
const facts = 'content/articles/one/article.yaml';
const folder = 'content/articles/one/received';
const today = '2026-02-01';

/** An edition whose article says that of its manuscript, with that file in the folder. */
async function keeping(received: string, name = 'manuscript.docx', content = manuscript): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'estenad-received-'));
  await writeArticles(root, { one: `language: en\nreceived: ${received}\n${inJournal}` });
  await mkdir(path.join(root, folder));
  await writeFile(path.join(root, folder, name), content);
  return root;
}

const versionOf = async (root: string) => (await loadEdition(root)).articles[0]?.versions[0];

async function faultsOf(root: string): Promise<readonly Fault[]> {
  try {
    await loadEdition(root);
    return [];
  } catch (error) {
    if (error instanceof ContentFaults) return error.faults;
    throw error;
  }
}

/** What a build writes of the files of the article. */
async function built(root: string): Promise<string[]> {
  const [article] = (await loadEdition(root)).articles;
  const site = await mkdtemp(path.join(tmpdir(), 'estenad-received-site-'));
  if (article) await writeArticleFiles(article, site);
  return readdir(site, { recursive: true });
}

describe('a manuscript that is kept', () => {
  test('is in the model by its digest, and in no output', async () => {
    const root = await keeping('{ name: manuscript.docx }');
    expect(await versionOf(root)).toMatchObject({ received: { bytes: 33, sha256: digest, isPublished: false } });
    expect(await built(root)).toEqual([]);
    const edition = await loadEdition(root);
    expect(JSON.stringify(catalog(edition, []))).not.toContain('manuscript');
    const version = edition.articles[0]?.versions[0];
    expect(version && renderSupplements(version, 'en', (name) => name)).toEqual([]);
  });

  test('is held by its release', async () => {
    const root = await keeping('{ name: manuscript.docx }');
    const { next } = await release(root, 'one', '1.0.0', today, today);
    expect(next[0]).toContain('received/manuscript.docx');
    expect(await readFile(path.join(root, 'content/articles/one/versions.yaml'), 'utf8')).toContain(
      `receivedDigest: ${digest}`,
    );
    expect(await faultsOf(root)).toEqual([]);

    const file = path.join(root, folder, 'manuscript.docx');
    await writeFile(file, 'Another.');
    expect(await faultsOf(root)).toMatchObject([
      { what: expect.stringContaining(`has changed since it was released`), fix: expect.stringContaining('git log') },
    ]);
    await rm(file);
    expect(await faultsOf(root)).toMatchObject([{ what: expect.stringContaining('is missing, and was released') }]);
  });

  test('cannot be taken out of its release', async () => {
    const root = await keeping('{ name: manuscript.docx }');
    await release(root, 'one', '1.0.0', today, today);
    const list = path.join(root, 'content/articles/one/versions.yaml');
    await writeFile(list, (await readFile(list, 'utf8')).replace(/receivedDigest: [0-9a-f]+,? */, ''));
    expect(await faultsOf(root)).toMatchObject([{ what: expect.stringContaining('its seal would be') }]);
  });

  test('is an open point of a draft until it is there', async () => {
    const root = await keeping('{ name: other.docx }');
    expect((await versionOf(root))?.open).toMatchObject([
      { file: facts, line: 7, what: `${folder}/other.docx is not there`, fix: expect.stringContaining('put the file') },
    ]);
  });

  test('is among what a build depends on', async () => {
    const root = await keeping('{ name: manuscript.docx }');
    const before = (await readInputs(root, ['one'])).digests.get('one');
    await writeFile(path.join(root, folder, 'manuscript.docx'), 'Another.');
    expect((await readInputs(root, ['one'])).digests.get('one')).not.toBe(before);
  });
});

test('one that is published stands in the folder of its version, on the page and in the catalog', async () => {
  const root = await keeping('{ name: manuscript.docx, publish: true }');
  const place = 'articles/one/1.0.0/received/manuscript.docx';
  expect(await built(root)).toContain(place);
  const edition = await loadEdition(root);
  const [{ version }] = subjectsOf(edition) as [ReturnType<typeof subjectsOf>[number]];
  const page = (language: string) => html(renderSupplements(version, language, (name, kind) => `${kind}/${name}`));
  expect(page('en')).toMatch(
    /<a href="received\/manuscript\.docx" type="application\/vnd[^"]*" download>The manuscript as received<\/a> \(DOCX, 33 bytes\)/,
  );
  expect(page('fa')).toContain('چنان‌که رسیده است');
  expect(page('en')).toContain(digest);
  const { articles } = catalog(edition, [{ path: place, bytes: 33, sha256: digest }]);
  expect(articles[0]?.versions[0]?.files).toMatchObject({ received: [{ bytes: 33, sha256: digest }], formats: [] });
});

test('a seal without a manuscript is what it was', () => {
  const entry = { version: '1.0.0', date: today, kind: 'first' as const, summary: { fa: 'الف', en: 'A' } };
  const said = JSON.stringify(['1.0.0', today, null, null, null, null, 'first', 'الف', 'A']);
  expect(sealOf(entry, undefined)).toBe(createHash('sha256').update(said).digest('hex'));
  expect(sealOf({ ...entry, receivedDigest: digest }, undefined)).not.toBe(sealOf(entry, undefined));
});

describe('it is refused', () => {
  test.for([
    ['{ name: ../secret.docx }', 'is not the name of a file'],
    ['{ name: مقاله.docx }', 'is not the name of a file'],
    ['manuscript.docx', 'received: '],
    ['{ name: manuscript.docx, publish: yes please }', 'received.publish: '],
  ] as const)('as %s', async ([received, what]) => {
    const faults = await faultsOf(await keeping(received));
    expect(faults).toMatchObject([{ file: facts, line: 7, what: expect.stringContaining(what) }]);
    expect(faults[0]?.fix).toMatch(/received\/|write true/);
  });

  test('if browsers would run it, where readers are to get it, and kept otherwise', async () => {
    const page = '<script>alert(1)</script>';
    const [fault] = await faultsOf(await keeping('{ name: page.html, publish: true }', 'page.html', page));
    expect(fault).toMatchObject({
      what: expect.stringContaining('cannot be published'),
      fix: expect.stringContaining('zip'),
    });
    expect(await faultsOf(await keeping('{ name: page.html }', 'page.html', page))).toEqual([]);
  });

  test('as an empty file, a folder, or a link', async () => {
    expect(await faultsOf(await keeping('{ name: manuscript.docx }', 'manuscript.docx', ''))).toMatchObject([
      { what: expect.stringContaining('is empty') },
    ]);
    const root = await keeping('{ name: a.docx }');
    await mkdir(path.join(root, folder, 'a.docx'));
    expect(await faultsOf(root)).toMatchObject([{ what: expect.stringContaining('is not a file') }]);
    await rm(path.join(root, folder, 'a.docx'), { recursive: true });
    await symlink('/etc/hostname', path.join(root, folder, 'a.docx'));
    expect(await faultsOf(root)).toMatchObject([{ what: expect.stringContaining('is a link') }]);
  });
});
