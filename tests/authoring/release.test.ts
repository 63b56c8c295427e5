import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { release } from '../../src/authoring/release.ts';
import { proposedSummary } from '../../src/authoring/summary.ts';
import { newVersion } from '../../src/authoring/version.ts';
import { buildEdition } from '../../src/build/build.ts';
import { checkFidelity } from '../../src/edition/fidelity/fidelity.ts';
import { worksOf } from '../../src/edition/mentions.ts';
import type { Article } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { compareNumbers, nextNumber } from '../../src/edition/reading/paths.ts';
import { ContentFaults, type Fault } from '../../src/faults.ts';
import { formats } from '../../src/formats/index.ts';
import { changed, makeEdition } from '../helpers/edition.ts';
import { type FixtureVersion, releasedFiles } from '../helpers/release.ts';

const today = '2026-04-01';
const folder = 'content/articles/a-tale';
const list = `${folder}/versions.yaml`;
const cites = changed(`${folder}/1.0.0.mdx`, 'It ended well', 'It ended [well](cite:writer2000)');
const text = cites[`${folder}/1.0.0.mdx`] as string;

const bibliography = (title: string) =>
  `@book{writer2000,\n  author = {Writer, Ann},\n  title = {${title}},\n  date = {2000},\n  langid = {en},\n  printed = {well},\n  certainty = {known},\n  reasonfa = {ر},\n  reasonen = {R},\n  seen = {own knowledge},\n}\n`;

async function faultsOf(root: string): Promise<readonly Fault[]> {
  return loadEdition(root).then(checkFidelity, (error: unknown) => {
    if (error instanceof ContentFaults) return error.faults;
    throw error;
  });
}

const faultsOfVersions = async (versions: readonly FixtureVersion[], changes: Record<string, string | null> = {}) =>
  faultsOf(await makeEdition({ [`${folder}/1.0.0.mdx`]: null, ...releasedFiles('a-tale', versions), ...changes }));

const tale = async (root: string) => (await loadEdition(root)).articles[0] as Article;

/** An edition whose first article is released as 1.0.0 and cites a work. */
async function releasedEdition(): Promise<string> {
  const root = await makeEdition({ ...cites, 'bibliography/a-tale.bib': bibliography('Wels') });
  await release(root, 'a-tale', '1.0.0', '2026-02-01', today);
  return root;
}

/** Every export of a version, by extension. */
async function exportsOf(root: string, number: string): Promise<Record<string, string>> {
  const edition = await loadEdition(root);
  const article = edition.articles[0] as Article;
  const version = article.versions.find((one) => one.number === number);
  if (!version) throw new Error(`no version ${number}`);
  return Object.fromEntries(
    formats.map((format) => [format.extension, String(format.write({ edition, article, version }))]),
  );
}

describe('a released version', () => {
  test('says that it is released, with its date and the digests of its files', async () => {
    const root = await releasedEdition();
    const [version] = (await tale(root)).versions;
    expect(version).toMatchObject({ status: 'released', date: '2026-02-01' });
    expect(version?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(version?.bibliographyDigest).toMatch(/^[0-9a-f]{64}$/);
    expect((await loadEdition(root)).articles[1]?.versions[0]).toMatchObject({ status: 'draft' });
    expect(await readFile(path.join(root, folder, '1.0.0.bib'), 'utf8')).toBe(bibliography('Wels'));
  });

  const frozen = [
    ['1.0.0.mdx', 'text'],
    ['1.0.0.bib', 'bibliography'],
    ['1.0.0.yaml', 'metadata'],
    ['source.txt', 'source'],
  ] as const;

  test.each(frozen)('with a changed byte in %s stops check and build', async (name, what) => {
    const root = await releasedEdition();
    await appendFile(path.join(root, folder, name), ' ');
    const faults = await faultsOf(root);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      file: `${folder}/${name}`,
      what: expect.stringMatching(
        new RegExp(
          `^version 1\\.0\\.0 is released and its ${what} has changed: its sha256 is \\w{64} \\(released: sha256 \\w{64}\\)$`,
        ),
      ),
      fix: expect.stringMatching(/restore the file .*npm run new -- version a-tale 1\.0\.1$/),
    });
    await expect(buildEdition({ root, out: path.join(root, 'dist') })).rejects.toThrow('version 1.0.0 is released');
  });

  test('with a text that cannot be read any more is said to have changed, and nothing else', async () => {
    const root = await releasedEdition();
    await writeFile(path.join(root, folder, '1.0.0.mdx'), 'It [began(cite:x) <b>\n');
    expect((await faultsOf(root)).map(({ what }) => what.slice(0, 49))).toEqual([
      'version 1.0.0 is released and its text has change',
    ]);
  });

  test.each(frozen.slice(0, 3))('without its file %s stops them too', async (name) => {
    const root = await releasedEdition();
    await rm(path.join(root, folder, name));
    const faults = await faultsOf(root);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ file: `${folder}/${name}`, what: expect.stringContaining('is missing') });
  });

  test('points to the draft where there is one', async () => {
    const root = await releasedEdition();
    await newVersion(root, 'a-tale', '1.1.0', '2026-03-01');
    const entry = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), entry.replaceAll(/"…?"/g, 'apparatus'));
    expect(await faultsOf(root)).toEqual([]);
    await appendFile(path.join(root, folder, '1.0.0.mdx'), ' ');
    expect((await faultsOf(root))[0]?.fix).toContain('put the change into the draft, 1.1.0');
  });

  test('cannot be made a draft again by taking its digests away, nor be taken off the list', async () => {
    const root = await releasedEdition();
    const entry = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), entry.replace(/ {2}(?:\w*[dD]igest|seal): \w+\n/g, ''));
    expect(await faultsOf(root)).toMatchObject([
      { file: `${folder}/1.0.0.bib`, what: expect.stringContaining('no digests of it') },
    ]);
    await writeFile(path.join(root, list), entry.replace('version: 1.0.0', 'version: 2.0.0'));
    expect((await faultsOf(root)).map(({ file, what }) => `${file} ${what}`)).toEqual(
      expect.arrayContaining(
        ['bib', 'mdx', 'yaml'].map((one) => `${folder}/1.0.0.${one} versions.yaml does not list version 1.0.0`),
      ),
    );
  });

  test.each([
    ['its date', /2026-02-01/, '2026-02-02'],
    ['its summary', 'First', 'The very first'],
    ['a digest that a tampered file would have', /(?<=\n {2}digest: )\w{64}/, 'a'.repeat(64)],
  ])('with %s changed in versions.yaml stops them too', async (_, from, to) => {
    const root = await releasedEdition();
    const entry = await readFile(path.join(root, list), 'utf8');
    expect(entry).toMatch(from);
    await writeFile(path.join(root, list), entry.replace(from, to));
    expect(await faultsOf(root)).toContainEqual(
      expect.objectContaining({
        file: list,
        line: 1,
        what: expect.stringMatching(
          /^version 1\.0\.0 is released and its entry has changed, or one before it is gone: its seal would be \w{64} /,
        ),
      }),
    );
  });

  test('keeps its metadata when a fact is corrected, which the next version then has', async () => {
    const root = await releasedEdition();
    const before = await exportsOf(root, '1.0.0');
    const facts = await readFile(path.join(root, folder, 'article.yaml'), 'utf8');
    await writeFile(path.join(root, folder, 'article.yaml'), facts.replace('A Tale of Two Notes', 'Two Notes'));
    expect(await exportsOf(root, '1.0.0')).toEqual(before);
    await newVersion(root, 'a-tale', '1.0.1', '2026-03-01');
    const entry = await readFile(path.join(root, list), 'utf8');
    await writeFile(
      path.join(root, list),
      entry.replace('kind: ""', 'kind: metadata').replaceAll(/"…?"/g, 'The title'),
    );
    await release(root, 'a-tale', '1.0.1', '2026-03-02', today);
    const article = await tale(root);
    expect(article.titles.en?.value).toBe('Two Notes');
    for (const [extension, file] of Object.entries(await exportsOf(root, '1.0.0')))
      expect(file, extension).not.toMatch(/(?<!Tale of )Two Notes/);
    expect((await exportsOf(root, '1.0.1'))['txt']).toMatch(/^Two Notes\n/);
    await buildEdition({ root, out: path.join(root, 'dist') });
    const page = (number: string) => readFile(path.join(root, `dist/en/articles/a-tale/${number}/index.html`), 'utf8');
    expect(await page('1.0.0')).toContain('>A Tale of Two Notes</h1>');
    expect(await page('1.0.1')).toContain('>Two Notes</h1>');
  });

  test('cannot be taken out of the list with all its files, where a later one follows', async () => {
    const versions = [{ number: '1.0.0' }, { number: '1.0.1' }];
    const { [list]: entries, ...files } = releasedFiles('a-tale', versions);
    expect(await faultsOfVersions(versions)).toEqual([]);
    const faults = await faultsOfVersions([], {
      ...Object.fromEntries(Object.entries(files).filter(([file]) => !file.includes('1.0.0'))),
      [list]: (entries as string).slice((entries as string).indexOf('- version: 1.0.1')),
    });
    expect(faults).toMatchObject([{ file: list, what: expect.stringContaining('or one before it is gone') }]);
  });

  test('has all digests or none', async () => {
    const { [list]: entry } = releasedFiles('a-tale', [{ number: '1.0.0' }]);
    const faults = await faultsOfVersions([{ number: '1.0.0' }], {
      [list]: (entry as string).replace(/ {2}bibliographyDigest: \w+\n/, ''),
    });
    expect(faults).toMatchObject([
      { file: list, line: 1, what: expect.stringContaining('digest, bibliographyDigest, metadataDigest') },
    ]);
  });
});

describe('the summary of a version', () => {
  test('is proposed in each language while it waits, names all that differs and nothing else', async () => {
    const root = await releasedEdition();
    await newVersion(root, 'a-tale', '1.0.1', '2026-03-01');
    const entry = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), entry.replace('kind: ""', 'kind: restoration'));
    await writeFile(path.join(root, folder, '1.0.1.mdx'), text.replace('It ended', 'It ended,'));
    await writeFile(path.join(root, 'bibliography/a-tale.bib'), bibliography('Wells'));
    const facts = await readFile(path.join(root, folder, 'article.yaml'), 'utf8');
    await writeFile(path.join(root, folder, 'article.yaml'), facts.replace('A Tale of Two Notes', 'Two Notes'));
    expect((await tale(root)).versions[1]?.open).toHaveLength(2);
    const refused = await release(root, 'a-tale', '1.0.1', '2026-03-02', today).catch((error: unknown) => error);
    expect((refused as ContentFaults).faults.map(({ file, what, fix }) => `${file} ${what}: ${fix}`)).toEqual([
      `${list} entry 2, summary.fa is not written yet: write in place of … what changed and why; as computed: نقطه‌گذاری: بند ۲؛ فرادادۀ مقاله: titles.en؛ منابع: writer2000 (title).`,
      `${list} entry 2, summary.en is not written yet: write in place of … what changed and why; as computed: punctuation: ¶2; Metadata of the article: titles.en; Works cited: writer2000 (title).`,
    ]);
    const waiting = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), waiting.replaceAll('"…"', 'A word, the title and a work.'));
    const { notes } = await release(root, 'a-tale', '1.0.1', '2026-03-02', today);
    expect(notes).toEqual([
      expect.stringMatching(/^what differs from 1\.0\.0, as computed: .*writer2000 \(title\)\.$/),
    ]);
  });

  test('of a version in which nothing differs is proposed as that', async () => {
    const root = await releasedEdition();
    await newVersion(root, 'a-tale', '1.0.1', '2026-03-01');
    const article = await tale(root).catch(() => undefined);
    expect(article).toBeUndefined();
    const entry = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), entry.replace('kind: ""', 'kind: apparatus'));
    const { versions, ...rest } = await tale(root);
    const [from, to] = versions as [Article['versions'][0], Article['versions'][0]];
    expect(proposedSummary({ ...rest, versions }, from, to, 'en')).toMatch(/^These two versions are the same\.$/);
  });
});

describe('the bibliography of a version', () => {
  test('stays as it was released when a reference is corrected later', async () => {
    const root = await releasedEdition();
    const before = await exportsOf(root, '1.0.0');
    expect(Object.values(before).join()).toContain('Wels');
    await writeFile(path.join(root, 'bibliography/a-tale.bib'), bibliography('Wells'));
    expect(await exportsOf(root, '1.0.0')).toEqual(before);
    expect((await tale(root)).works[0]?.title).toBe('Wels');
  });

  test('is the corrected one in the next version, while the first keeps its own', async () => {
    const root = await releasedEdition();
    await newVersion(root, 'a-tale', '1.0.1', '2026-03-01');
    const entry = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), entry.replace('kind: ""', 'kind: apparatus').replaceAll(/"…?"/g, 'Wells'));
    await writeFile(path.join(root, 'bibliography/a-tale.bib'), bibliography('Wells'));
    for (const step of ['draft', 'released']) {
      const article = await tale(root);
      const titles = article.versions.map((version) => worksOf(version).map((work) => work.title));
      expect(titles, step).toEqual([['Wels'], ['Wells']]);
      expect(article.works[0]?.title).toBe('Wells');
      expect(article.versions.map(({ status }) => status)).toEqual(['released', step]);
      if (step === 'draft') await release(root, 'a-tale', '1.0.1', '2026-03-02', today);
    }
    expect((await exportsOf(root, '1.0.0'))['txt']).toContain('Wels');
    expect((await exportsOf(root, '1.0.1'))['txt']).toContain('Wells');
    await buildEdition({ root, out: path.join(root, 'dist') });
    const page = (number: string) => readFile(path.join(root, `dist/en/articles/a-tale/${number}/index.html`), 'utf8');
    expect(await page('1.0.0')).toContain('Wels');
    expect(await page('1.0.0')).not.toContain('Wells');
    expect(await page('1.0.1')).toContain('Wells');
  });

  test('may lose a work that a later version does not cite', async () => {
    const later = text.replace('[well](cite:writer2000)', 'well');
    const versions = [
      { number: '1.0.0', text, bibliography: bibliography('Wells') },
      { number: '1.1.0', text: later, isDraft: true },
    ];
    expect(await faultsOfVersions(versions)).toEqual([]);
    expect(await faultsOfVersions(versions, { 'bibliography/a-tale.bib': bibliography('Wells') })).toMatchObject([
      { file: 'bibliography/a-tale.bib', what: 'version 1.1.0 of a-tale does not cite writer2000' },
    ]);
  });

  test('must have what its own version cites', async () => {
    expect(
      await faultsOfVersions([{ number: '1.0.0', text }], { 'bibliography/a-tale.bib': bibliography('Wells') }),
    ).toMatchObject([{ file: `${folder}/1.0.0.mdx`, what: expect.stringContaining('writer2000') }]);
  });
});

describe('the list of versions', () => {
  const cases: [name: string, versions: FixtureVersion[], line: number, what: RegExp][] = [
    [
      'numbers that descend',
      [{ number: '1.10.0' }, { number: '1.9.0' }],
      12,
      /version 1\.9\.0 is listed after 1\.10\.0/,
    ],
    ['a number that stands twice', [{ number: '1.0.0' }, { number: '1.0.0' }], 12, /is listed twice/],
    [
      'dates that go back',
      [{ number: '1.0.0', date: '2026-01-02' }, { number: '1.0.1' }],
      13,
      /version 1\.0\.1 is of 2026-01-01, before 1\.0\.0 of 2026-01-02/,
    ],
    [
      'a draft that others follow',
      [{ number: '1.0.0', isDraft: true }, { number: '1.0.1' }],
      1,
      /version 1\.0\.0 is a draft, and others follow it/,
    ],
  ];
  test.each(cases)('with %s is refused', async (_, versions, line, what) => {
    const faults = await faultsOfVersions(versions);
    expect(faults.map((fault) => `${fault.file}:${fault.line} ${fault.what}`).join('\n')).toMatch(what);
    expect(faults.find((fault) => what.test(fault.what))).toMatchObject({ file: list, line });
  });

  test('with three versions of ascending numbers, two on one day, the last a draft, is sound', async () => {
    expect(
      await faultsOfVersions([
        { number: '1.0.0' },
        { number: '1.9.0', date: '2026-02-01' },
        { number: '1.10.0', date: '2026-02-01', isDraft: true },
      ]),
    ).toEqual([]);
  });

  test('compares numbers as numbers', () => {
    expect(['2.0.0', '1.10.0', '1.9.10', '1.9.9'].sort(compareNumbers)).toEqual(['1.9.9', '1.9.10', '1.10.0', '2.0.0']);
    expect(nextNumber('1.0.9')).toBe('1.0.10');
  });
});
