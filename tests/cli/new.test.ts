import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runNew } from '../../src/cli/new-command.ts';
import { checkFidelity } from '../../src/edition/fidelity/fidelity.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { ContentFaults } from '../../src/faults.ts';
import { listFiles } from '../../src/files.ts';
import { makeEdition, soundFiles } from '../helpers/edition.ts';
import { releasedFiles } from '../helpers/release.ts';

const folder = 'content/articles/a-tale';
const list = `${folder}/versions.yaml`;

const today = '2026-08-09';
const run = (root: string, ...args: readonly string[]) => runNew(['--root', root, ...args], today);

const released = () => makeEdition(releasedFiles('a-tale', [{ number: '1.0.0' }]));

/** Every file of an edition with its text. */
async function filesOf(root: string): Promise<Record<string, string>> {
  const entries = listFiles(root).map(async (file) => [file, await readFile(path.join(root, file), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function expectRefused(root: string, args: readonly string[], what: RegExp): Promise<void> {
  const before = await filesOf(root);
  const { status, stdout, stderr } = await run(root, ...args);
  expect(stderr, args.join(' ')).toMatch(what);
  expect(stderr).toContain('Nothing was written.');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(await filesOf(root)).toEqual(before);
}

describe('new version', () => {
  test('starts from the latest text and leads to its release', async () => {
    const root = await released();
    const before = await readFile(path.join(root, list), 'utf8');
    await writeFile(path.join(root, list), `# A remark of ours.\n${before}# And one below.\n`);
    const { status, stdout } = await run(root, 'version', 'a-tale', '1.1.0');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run new -- release a-tale 1.1.0');
    expect(await readFile(path.join(root, folder, '1.1.0.mdx'), 'utf8')).toBe(soundFiles[`${folder}/1.0.0.mdx`]);
    const after = await readFile(path.join(root, list), 'utf8');
    expect(after).toContain('# A remark of ours.\n');
    expect(after).toContain('# And one below.\n');
    expect(after).toContain(before);
    expect(after).toMatch(/- version: 1\.1\.0\n {2}# The release/);
    const error = await loadEdition(root).catch((fault: unknown) => fault);
    expect((error as ContentFaults).faults.map(({ what }) => what.split(':')[0])).toEqual(['entry 2, kind']);
    await expectRefused(
      root,
      ['release', 'a-tale', '1.1.0'],
      /entry 2, kind: must be one of first, restoration.*\n.*corrected text \(restoration\)/,
    );
    await writeFile(path.join(root, list), after.replace('kind: ""', 'kind: metadata'));
    await expectRefused(
      root,
      ['release', 'a-tale', '1.1.0'],
      /entry 2, summary\.en is not written yet\n.*as computed: These two versions are the same\./,
    );
    await writeFile(path.join(root, list), after.replace('kind: ""', 'kind: metadata').replaceAll(/"…?"/g, 'Why'));
    expect((await run(root, 'release', 'a-tale', '1.1.0')).status).toBe(0);
    const article = (await loadEdition(root)).articles[0];
    expect(article?.versions.map(({ number, status: one }) => [number, one])).toEqual([
      ['1.0.0', 'released'],
      ['1.1.0', 'released'],
    ]);
    expect(await readFile(path.join(root, list), 'utf8')).toContain('# A remark of ours.\n');
  });

  test('refuses what is no next version of an article', async () => {
    const root = await released();
    for (const number of ['1.1', 'v1.1.0', '1.01.0', '1.1.0-beta', '../1.1.0', '']) {
      await expectRefused(
        root,
        ['version', 'a-tale', number],
        /is not a valid version number: it must be a semantic version/,
      );
    }
    await expectRefused(root, ['version', 'a-tale', '1.0.0'], /has a version 1\.0\.0 already/);
    await expectRefused(root, ['version', 'a-tale', '0.9.0'], /comes before the latest version, 1\.0\.0/);
    await expectRefused(root, ['version', 'another-tale', '1.1.0'], /no article "another-tale"\n.*a-tale, yek-dastan/);
    for (const slug of ['../a-tale', 'a-tale/..', '/etc', 'A-Tale', 'یک', '']) {
      await expectRefused(root, ['version', slug, '1.1.0'], /is not a valid slug: it must be lower-case ASCII/);
    }
    await expectRefused(root, ['version', 'yek-dastan', '1.1.0'], /version 1\.0\.0 is still a draft/);
  });

  test('overwrites no file', async () => {
    const root = await released();
    await writeFile(path.join(root, folder, '1.1.0.mdx'), 'Mine\n');
    await expectRefused(root, ['version', 'a-tale', '1.1.0'], /1\.1\.0\.mdx already exists/);
  });
});

describe('new release', () => {
  test('records the day, today or the one said', async () => {
    const root = await makeEdition();
    expect((await run(root, 'release', 'a-tale', '1.0.0')).status).toBe(0);
    expect((await run(root, 'release', 'yek-dastan', '1.0.0', '--date', '2026-05-06')).status).toBe(0);
    const dates = (await loadEdition(root)).articles.map(({ versions }) => versions[0]?.date);
    expect(dates).toEqual([today, '2026-05-06']);
    expect(await readFile(path.join(root, folder, '1.0.0.bib'), 'utf8')).toBe('');
  });

  test('refuses what is no draft, a day that does not exist or is to come, and one before the version that it follows', async () => {
    const root = await makeEdition(
      releasedFiles('a-tale', [
        { number: '1.0.0', date: '2026-02-01' },
        { number: '1.0.1', date: '2026-02-01', isDraft: true },
      ]),
    );
    await expectRefused(root, ['release', 'a-tale', '1.0.0'], /version 1\.0\.0 is released, since 2026-02-01/);
    await expectRefused(root, ['release', 'a-tale', '3.0.0'], /has no version 3\.0\.0\n.*1\.0\.0, 1\.0\.1/);
    await expectRefused(root, ['release', 'a-tale', '1.0.1', '--date', '2026-02-30'], /is not a valid date/);
    await expectRefused(root, ['release', 'a-tale', '1.0.1', '--date', '2026'], /is not a valid date/);
    await expectRefused(root, ['release', 'a-tale', '1.0.1', '--date', '9999-01-01'], /is in the future/);
    await expectRefused(
      root,
      ['release', 'a-tale', '1.0.1', '--date', '2026-01-31'],
      /is before the release of 1\.0\.0/,
    );
  });

  test('refuses while the content has a fault', async () => {
    const root = await makeEdition();
    await appendFile(path.join(root, 'content/articles/yek-dastan/source.txt'), 'یک سطر دیگر\n');
    await expectRefused(root, ['release', 'a-tale', '1.0.0'], /yek-dastan\/.*\n\s+fix: /);
  });
});

describe('new article', () => {
  test('writes templates whose open fields check names, and only those', async () => {
    const root = await makeEdition();
    const before = await readFile(path.join(root, 'content/edition.yaml'), 'utf8');
    const { status, stdout } = await run(root, 'article', 'third-tale', '--restored');
    expect(status).toBe(0);
    expect(stdout).toContain('Run npm run check');
    expect(await readFile(path.join(root, 'content/edition.yaml'), 'utf8')).toBe(`${before}  - third-tale\n`);
    expect(listFiles(root).filter((file) => file.includes('third-tale'))).toEqual([
      'bibliography/third-tale.bib',
      ...['1.0.0.mdx', 'article.yaml', 'source.txt', 'versions.yaml'].map(
        (name) => `content/articles/third-tale/${name}`,
      ),
    ]);
    const error = await loadEdition(root).catch((fault: unknown) => fault);
    if (!(error instanceof ContentFaults)) throw error;
    const open = error.faults.map(({ file, what, fix }) => `${path.basename(file)} ${what}, ${fix}`);
    for (const fault of open) {
      expect(fault).toMatch(/^((article|versions)\.yaml [\w., ]+: must|source\.txt the source is empty)/);
      // What a person is to write, in words, and no place in the program.
      expect(fault).toMatch(/, (write|put) (?!.*(src\/|undefined|\{l))/);
    }
    expect(open).toHaveLength(13);
    const article = await readFile(path.join(root, 'content/articles/third-tale/article.yaml'), 'utf8');
    // It starts with the rights of the edition.
    expect(parse(article).rights).toEqual(parse(before).rights);
  });

  test('is sound once they are filled in', async () => {
    const root = await makeEdition();
    await run(root, 'article', 'third-tale', '--restored');
    const at = (name: string) => path.join(root, 'content/articles/third-tale', name);
    for (const name of ['article.yaml', 'versions.yaml']) {
      const template = await readFile(at(name), 'utf8');
      await writeFile(at(name), template.replace('url: ""', 'url: https://journal.example/3').replaceAll('""', 'متن'));
    }
    const source = 'چکیدۀ مقاله\nآغاز\nمتن مقاله این است\n';
    await writeFile(at('source.txt'), `${source}سطر چهارم\nسطر پنجم\n`);
    expect(checkFidelity(await loadEdition(root))).toMatchObject([
      { line: 4, what: expect.stringContaining('does not account for the 2 lines from here: "سطر چهارم"') },
    ]);
    await writeFile(at('source.txt'), source);
    const unwritten = checkFidelity(await loadEdition(root));
    expect(unwritten.map(({ file, line, what }) => `${path.basename(file)}:${line} ${what}`)).toEqual([
      '1.0.0.mdx:3 abstract-fa-p1 (source line 1): there is no text yet',
      '1.0.0.mdx:7 s1 (source line 2): there is no text yet',
      '1.0.0.mdx:9 p1 (source line 3): there is no text yet',
    ]);
    const template = await readFile(at('1.0.0.mdx'), 'utf8');
    const parts = ['چکیدۀ مقاله', 'آغاز', 'متن مقاله این است'];
    await writeFile(
      at('1.0.0.mdx'),
      template.replace(/… \[\]\(source:(\d)\)/g, (mark, line) => mark.replace('…', parts[line - 1] as string)),
    );
    expect(checkFidelity(await loadEdition(root))).toEqual([]);
    expect((await run(root, 'release', 'third-tale', '1.0.0')).status).toBe(0);
  });

  test('that was written for the edition has no source, and is sound once its facts are filled in', async () => {
    const root = await makeEdition();
    const { stdout } = await run(root, 'article', 'third-tale');
    expect(stdout).not.toContain('source.txt');
    const files = listFiles(root).filter((file) => file.startsWith('content/articles/third-tale/'));
    expect(files.map((file) => path.basename(file))).toEqual(['1.0.0.mdx', 'article.yaml', 'versions.yaml']);
    const error = await loadEdition(root).catch((fault: unknown) => fault);
    if (!(error instanceof ContentFaults)) throw error;
    for (const { file, what } of error.faults)
      expect(`${path.basename(file)} ${what}`).toMatch(/^(article|versions)\.yaml .*must/);
    for (const name of ['article.yaml', 'versions.yaml', '1.0.0.mdx']) {
      const file = path.join(root, 'content/articles/third-tale', name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('""', 'متن').replaceAll('…', 'متن'));
    }
    expect(checkFidelity(await loadEdition(root))).toEqual([]);
    expect((await run(root, 'release', 'third-tale', '1.0.0')).status).toBe(0);
  });

  test('refuses a slug that is none or is taken', async () => {
    const root = await makeEdition({ 'bibliography/old-tale.bib': '' });
    await expectRefused(root, ['article', '../third-tale'], /is not a valid slug/);
    await expectRefused(root, ['article', 'a-tale'], /already lists "a-tale"/);
    await expectRefused(root, ['article', 'old-tale'], /bibliography\/old-tale\.bib already exists/);
  });
});

test('a line that is no command says which there are', async () => {
  const root = await makeEdition();
  for (const [line, what] of [
    [[], /^missing command/],
    [['articles', 'x'], /^unknown command "articles"/],
    [['version', 'a-tale'], /^npm run new -- version expects SLUG NUMBER, got a-tale\n/],
    [['article'], /^npm run new -- article expects SLUG, got nothing\n/],
    [['article', 'x', 'y'], /^npm run new -- article expects SLUG, got x y\n/],
    [['bibliography', 'x'], /expects SLUG FILE, got x\n/],
    [['release', 'a-tale', '1.0.0', 'now'], /expects SLUG NUMBER, got a-tale 1\.0\.0 now\n/],
  ] as const) {
    await expectRefused(root, line, what);
    await expectRefused(root, line, /npm run new -- version SLUG NUMBER {6}starts/);
  }
  await expectRefused(root, ['version', 'a-tale', '1.1.0', '--force'], /--force/);
  await expectRefused(path.join(root, 'content'), ['article', 'x'], /has no content\/edition\.yaml/);
});
