/** The commands, run from a folder that is not that of the edition. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadSound } from '../../src/build/article-batch.ts';
import type { ContentFaults } from '../../src/faults.ts';
import { changed, makeEdition, soundFiles } from '../helpers/edition.ts';
import { releasedFiles } from '../helpers/release.ts';

const commands = path.resolve(import.meta.dirname, '../../src/cli');

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command in a folder and answers what it said. */
async function run(cwd: string, command: string, ...args: string[]) {
  const child = spawn(process.execPath, [path.join(commands, `${command}.ts`), ...args], { cwd });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  child.stderr.on('data', (part) => {
    stderr += part;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}

test('an edition of content alone is checked from any folder, and the last words say what was checked', async () => {
  const root = await makeEdition({ 'content/pages/landing.en.mdx': 'By {publisher}.\n' });
  const elsewhere = await emptyFolder();
  const { status, stdout, stderr } = await run(elsewhere, 'check', '--root', root);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.trim().split('\n').at(-1)).toBe(
    `Checked: the content of ${path.relative(elsewhere, root)} (2 articles, 2 versions, 1 page of its own). No errors.`,
  );
  expect((await run(root, 'check')).stdout).toMatch(/\nChecked: the content of this folder \(.*\)\. No errors\.\n$/);
});

test('--fix of an edition without a bibliography has nothing to fix, and one with a file of Windows gets its normal form', async () => {
  const root = await makeEdition();
  expect(await run(await emptyFolder(), 'check', '--fix', '--root', root)).toMatchObject({ status: 0, stderr: '' });
  const entry =
    '@book{writer2000,\r\n  langid = {en},\r\n  author = {Writer, Ann},\r\n  printed = {(well)},\r\n  certainty = {known},\r\n  reasonfa = {ر},\r\n  reasonen = {R},\r\n  seen = {own knowledge},\r\n}\r\n';
  const other = await makeEdition({
    ...changed('content/articles/a-tale/1.0.0.mdx', 'It ended well', 'It ended [well](cite:writer2000)'),
    'bibliography/a-tale.bib': `\ufeff${entry}`,
  });
  const { status, stdout } = await run(await emptyFolder(), 'check', '--fix', '--root', other);
  expect(stdout).toContain('fixed bibliography/a-tale.bib');
  expect(status).toBe(0);
  expect(await readFile(path.join(other, 'bibliography/a-tale.bib'), 'utf8')).toMatch(
    /^@book\{writer2000,\n {2}author/,
  );
});

test('an error is told with its place, and the last words name what is wrong', async () => {
  const root = await makeEdition(changed('content/edition.yaml', 'name: {', 'name: *nobody #{'));
  const { status, stdout, stderr } = await run(await emptyFolder(), 'check', '--root', root);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^content\/edition\.yaml:1: .*\n {4}fix: /);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toMatch(/^\nChecked: the content of \S+\. Errors, see above\.\n$/);
});

test.each(['check', 'build', 'dev'])('%s of a folder without content is one line', async (command) => {
  const folder = await emptyFolder();
  const oneLine = /^.* has no content\/edition\.yaml: .*--root FOLDER\n$/;
  expect(await run(folder, command)).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(oneLine) });
  expect(await run(folder, command, '--root', path.join(folder, 'nowhere'))).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(oneLine),
  });
});

test('a build that fails names the folder that was not changed, and keeps nothing where it is told so', async () => {
  const root = await makeEdition(changed('content/articles/a-tale/1.0.0.mdx', 'It began', 'It [began(cite:x)'));
  const elsewhere = await emptyFolder();
  const build = (...args: string[]) => run(elsewhere, 'build', '--root', root, ...args);
  const said = (folder: string) =>
    expect.stringContaining(`The build failed; ${path.relative(elsewhere, folder)}/ was not changed.\n`);
  const own = path.join(root, 'dist');
  expect(await build('--no-cache')).toMatchObject({ status: 1, stderr: said(own) });
  expect((await readdir(root)).sort()).toEqual(['content']);
  const out = path.join(elsewhere, 'site');
  expect(await build('--out', out)).toMatchObject({ status: 1, stderr: said(out) });
  expect((await readdir(root)).sort()).toEqual(['.cache', 'content']);
  // From the very folder that it would be built into, that folder is a point.
  expect(await run(elsewhere, 'build', '--root', root, '--out', '.')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('The build failed; ./ was not changed.\n'),
  });
});

test('new of a folder without content says so', async () => {
  const { status, stderr } = await run(await emptyFolder(), 'new', 'article', 'a-slug');
  expect(status).toBe(1);
  expect(stderr).toMatch(/has no content\/edition\.yaml\n {4}fix: .*--root FOLDER\n/);
});

test('new works on the edition that is named', async () => {
  const root = await makeEdition();
  const { status } = await run(await emptyFolder(), 'new', 'article', 'a-third', '--root', root);
  expect(status).toBe(0);
  expect(await readFile(path.join(root, 'content/edition.yaml'), 'utf8')).toContain('- a-third');
});

describe('what Crossref refuses', () => {
  const article = 'content/articles/a-tale/article.yaml';
  const family = (name: string) => changed(article, 'family: Writer, given: Ann', `family: "${name}"`);
  const publisher = (name: string) =>
    changed('content/edition.yaml', 'publisher: { fa: آزمون, en: Trial }', `publisher: { fa: آزمون, en: "${name}" }`);
  const faultsOf = async (changes: Record<string, string>) =>
    loadSound(await makeEdition(changes), ['a-tale', 'yek-dastan']).then(
      () => [],
      (error: ContentFaults) => error.faults,
    );

  test.each<[name: string, changes: Record<string, string>, file: string, line: number, what: RegExp]>([
    ['a name with two numbers', family('Example 3rd 4th'), article, 5, /"Example 3rd 4th" as surname/],
    ['a name that is a question mark', family('?'), article, 5, /"\?" as surname/],
    ['a long name', family('N'.repeat(61)), article, 5, /at most 60 characters as surname/],
    [
      'a long publisher',
      publisher('P'.repeat(131)),
      'content/edition.yaml',
      3,
      /at most 130 characters as depositor_name/,
    ],
  ])('%s is found by the check', async (_, changes, file, line, what) => {
    const faults = await faultsOf(changes);
    expect(faults.map((fault) => fault.what).join('\n')).toMatch(what);
    expect(faults.find((fault) => what.test(fault.what))).toMatchObject({
      file,
      line,
      fix: expect.stringMatching(/./),
    });
    const { status, stderr } = await run(await emptyFolder(), 'check', '--root', await makeEdition(changes));
    expect(status).toBe(1);
    expect(stderr).toMatch(what);
  });

  test('a long slug is found in the list of the edition', async () => {
    const slug = Array.from({ length: 48 }, () => 'a').join('-');
    const files = Object.fromEntries(
      Object.entries(soundFiles).map(([file, content]) => [
        file.replace('a-tale', slug),
        content.replace('a-tale', slug),
      ]),
    );
    const root = await makeEdition({
      ...Object.fromEntries(
        Object.keys(soundFiles)
          .filter((file) => file.includes('a-tale'))
          .map((file) => [file, null]),
      ),
      ...files,
    });
    const faults = await loadSound(root, [slug]).then(
      () => [],
      (error: ContentFaults) => error.faults,
    );
    const place = { file: 'content/edition.yaml', line: 10, what: expect.stringContaining('doi_batch_id') };
    // The batch of the version, and that of all versions.
    expect(faults).toMatchObject([place, place]);
  });

  test('a released version stays valid, and is named', async () => {
    const metadata = family('Example 3rd 4th')[article] as string;
    const root = await makeEdition({
      ...releasedFiles('a-tale', [{ number: '1.0.0' }], metadata),
      [article]: metadata,
    });
    const { status, stdout } = await run(await emptyFolder(), 'check', '--root', root);
    expect(status).toBe(0);
    expect(stdout).toMatch(/a-tale\/1\.0\.0\.yaml:5: Crossref refuses .*; this version cannot change/);
  });
});

test('live editing shows an edition elsewhere, and what changes in it', async () => {
  const page = 'content/pages/landing.en.mdx';
  const root = await makeEdition({ [page]: 'Published by {publisher}.\n' });
  const child = spawn(process.execPath, [path.join(commands, 'dev.ts'), '--root', root], {
    cwd: await emptyFolder(),
    // Where it is told of tests, Astro's server answers no page.
    env: {
      ...Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^VITEST|^NODE_ENV$|^TEST$|COLOR/.test(name)),
      ),
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  });
  onTestFinished(() => void child.kill());
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part;
        const found = /http:\/\/localhost:\d+\//.exec(said);
        if (found) resolve(found[0]);
      });
    child.on('exit', () => reject(new Error(said)));
  });
  const shows = async (text: string) => {
    while (!(await (await fetch(`${address}en/`)).text()).includes(text))
      await new Promise((again) => setTimeout(again, 200));
  };
  await shows('Published by Trial.');
  await writeFile(path.join(root, page), 'Now {articles} articles.\n');
  await shows('Now 2 articles.');
  expect(await (await fetch(`${address}en/articles/a-tale/`)).text()).toContain('A Tale of Two Notes');
});
