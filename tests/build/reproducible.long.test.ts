import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { digestsOf } from '../helpers/digests.ts';
import { changed, makeEdition, soundFiles } from '../helpers/edition.ts';
import { harbourRoot, harbourSite } from '../helpers/harbour.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const anotherMachine = pathToFileURL(path.join(repository, 'tests/helpers/another-machine.ts')).href;

/** A folder that lives as long as the test. */
async function temporary(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), name));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The program in another folder: all that a clone has, with the same packages. */
async function clone(): Promise<string> {
  const folder = path.join(await temporary('another clone-'), 'a', 'b');
  await mkdir(folder, { recursive: true });
  for (const name of [
    'src',
    'public',
    'content',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'LICENSE',
    'tsconfig.json',
  ]) {
    await cp(path.join(repository, name), path.join(folder, name), { recursive: true });
  }
  await symlink(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Builds an edition as another person would: from elsewhere, later, in another time zone and language. */
function buildElsewhere(program: string, root: string, out: string): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', anotherMachine, path.join(program, 'src/cli/build.ts'), '--root', root, '--out', out],
    {
      cwd: tmpdir(),
      encoding: 'utf8',
      env: {
        ...process.env,
        TZ: 'Pacific/Kiritimati',
        LANG: 'fa_IR.UTF-8',
        LC_ALL: 'tr_TR.UTF-8',
        NODE_ENV: undefined,
      },
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

function buildHere(root: string, out: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--root', root, '--out', out], {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C', NODE_ENV: undefined },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

describe('two builds of one edition give the same bytes', () => {
  test('the machine is another one indeed', () => {
    const program = `import { readdirSync } from 'node:fs'; import { readdir } from 'node:fs/promises';
      console.log(new Date().getFullYear(), readdirSync('src').join(), (await readdir('src')).join())`;
    const run = (args: readonly string[]) =>
      spawnSync(process.execPath, [...args, '--input-type=module', '-e', program], {
        cwd: repository,
        encoding: 'utf8',
      });
    const [here, there] = [run([]), run(['--import', anotherMachine])].map(({ stdout }) => stdout.trim().split(' '));
    expect(Number(there?.[0])).toBeGreaterThan(Number(here?.[0]));
    expect(there?.[1]).toBe(here?.[1]?.split(',').reverse().join());
    expect(there?.[2]).toBe(here?.[2]?.split(',').reverse().join());
  });

  test('a small one, in other folders, later, in another time zone and language, with another order of folders', {
    timeout: 180_000,
  }, async () => {
    const cited = {
      ...changed('content/articles/a-tale/1.0.0.mdx', 'It ended well', 'It ended [well](cite:writer2000)'),
      'bibliography/a-tale.bib':
        '@book{writer2000,\n  author = {Writer, Ann},\n  title = {Wells},\n  date = {2000},\n  langid = {en},\n  printed = {well},\n  certainty = {known},\n  reasonfa = {ر},\n  reasonen = {R},\n  seen = {own knowledge},\n}\n',
    };
    const first = await makeEdition(cited);
    // The same files, written in the other order.
    const second = path.join(await temporary('ویراست دیگر-'), 'edition');
    for (const [file, content] of Object.entries({ ...soundFiles, ...cited }).reverse()) {
      await mkdir(path.dirname(path.join(second, file)), { recursive: true });
      await writeFile(path.join(second, file), content);
    }
    buildHere(first, path.join(first, 'dist'));
    buildElsewhere(await clone(), second, path.join(second, 'elsewhere/built'));
    const [a, b] = [await digestsOf(path.join(first, 'dist')), await digestsOf(path.join(second, 'elsewhere/built'))];
    expect(Object.keys(a).length).toBeGreaterThan(50);
    expect(b).toEqual(a);
  });

  test('that of the tests, which has a thing of every kind, made by another without what was kept of the first', async () => {
    const folder = await temporary('estenad-');
    const root = path.join(folder, 'edition');
    for (const part of ['content', 'bibliography'])
      await cp(path.join(harbourRoot, part), path.join(root, part), { recursive: true });
    buildElsewhere(repository, root, path.join(folder, 'site'));
    expect(await digestsOf(path.join(folder, 'site'))).toEqual(await digestsOf(harbourSite));
  });
});
