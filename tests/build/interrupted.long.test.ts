import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../../src/build/build.ts';
import { isAlive } from '../../src/build/temporary.ts';
import { verifyCopy } from '../../src/packages/verify.ts';
import { alone, makeEdition, soundFiles } from '../helpers/edition.ts';
import { needing, place } from '../helpers/installed.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const build = path.join(repository, 'src/cli/build.ts');

/** Starts a build as a person does, and answers what it says and how it ends. */
function start(root: string, imports: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const args = imports.flatMap((file) => ['--import', pathToFileURL(path.join(repository, file)).href]);
  const child = spawn(process.execPath, [...args, build, '--root', root], {
    cwd: repository,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const ended = new Promise<{ status: number | null; errors: string; output: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, errors, output })),
  );
  return { child, ended, said: () => output };
}

/** Waits until a build has said something. */
async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  while (!isSo() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The edition that stands in `dist/`, told by a word that only its text has, and whole by its manifest. */
async function expectEdition(root: string, word: string): Promise<void> {
  const { files, missing, changed, extra } = await verifyCopy(path.join(root, 'dist'));
  expect(files).toBeGreaterThan(50);
  expect({ missing, changed, extra }).toEqual({ missing: [], changed: [], extra: [] });
  const text = await readFile(path.join(root, 'dist/articles/a-tale/1.0.0/a-tale.txt'), 'utf8');
  expect(text).toContain(word);
}

/** The small edition as it was built once for all these tests. */
let former: string;

beforeAll(async () => {
  former = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  for (const [file, content] of Object.entries({ ...soundFiles, ...alone })) {
    if (content === null) continue;
    await mkdir(path.dirname(path.join(former, file)), { recursive: true });
    await writeFile(path.join(former, file), content);
  }
  await buildEdition({ root: former, out: path.join(former, 'dist') });
});

afterAll(() => rm(former, { recursive: true, force: true }));

/** An edition that was built, and then had a word of its text changed. */
async function changedEdition(): Promise<string> {
  const root = await makeEdition(alone);
  await cp(path.join(former, 'dist'), path.join(root, 'dist'), { recursive: true });
  await change(root, 'ended well', 'ended badly');
  return root;
}

async function change(root: string, from: string, to: string): Promise<void> {
  for (const name of ['1.0.0.mdx', 'source.txt']) {
    const file = path.join(root, 'content/articles/a-tale', name);
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
  }
}

describe('a build that is stopped', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends at once and leaves the former edition and nothing else',
    async (signal) => {
      const root = await changedEdition();
      const { child, ended, said } = start(root);
      await until(() => said().includes('fonts,'), child);
      child.kill(signal);
      const { status, errors } = await ended;
      expect(status).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(errors).toContain('dist/ was not changed');
      await expectEdition(root, 'ended well');
      expect((await readdir(root)).filter((name) => name.startsWith('.building'))).toEqual([]);
    },
  );

  test('while one call lasts that hears nothing ends at once all the same', async () => {
    const root = await changedEdition();
    const { child, ended, said } = start(root, ['tests/helpers/deaf.ts'], { DEAF_AT: 'a-tale.txt' });
    await until(() => said().includes('deaf'), child);
    // The call lasts longer than this test may: that the build ends at all proves that nothing waits for it.
    child.kill('SIGINT');
    expect((await ended).status).toBe(130);
    await expectEdition(root, 'ended well');
    expect((await readdir(root)).filter((name) => name.startsWith('.building'))).toEqual([]);
  });

  test('by SIGKILL leaves the former edition; the next build clears away what it left', async () => {
    const root = await changedEdition();
    const { child, ended, said } = start(root);
    await until(() => said().includes('fonts,'), child);
    child.kill('SIGKILL');
    await ended;
    await expectEdition(root, 'ended well');
    const left = (await readdir(root)).find((name) => name.startsWith('.building'));
    const working = Number(left?.split('-')[1]);
    expect(working).toBeGreaterThan(0);
    // The process that does the work ends when it sees that nobody watches it.
    while (isAlive(working)) await new Promise((resolve) => setTimeout(resolve, 20));
    await buildEdition({ root, out: path.join(root, 'dist'), cache: path.join(root, '.cache') });
    await expectEdition(root, 'ended badly');
    expect((await readdir(root)).sort()).toEqual(['.cache', 'content', 'dist']);
  });

  test('between the moves of the old edition and the new one gives the old one back at the next build', async () => {
    const root = await changedEdition();
    const gone = spawnSync(process.execPath, ['-e', '']);
    const left = path.join(root, `.building-${gone.pid}-abcdef`);
    await mkdir(left);
    await rename(path.join(root, 'dist'), path.join(left, 'former'));
    await writeFile(path.join(root, 'content/articles/a-tale/article.yaml'), 'nonsense: yes\n');
    await expect(buildEdition({ root, out: path.join(root, 'dist') })).rejects.toThrow(/article\.yaml/);
    await expectEdition(root, 'ended well');
    expect((await readdir(root)).sort()).toEqual(['content', 'dist']);
  });
});

describe('a disk that fills', () => {
  test.each(['.html', '.pf_index', 'catalog.json'])(
    'while %s is written ends the build clearly and leaves the former edition',
    async (name) => {
      const root = await changedEdition();
      const { status, errors } = await start(root, ['tests/helpers/full-disk.ts'], { FULL_AT: name }).ended;
      expect(status).toBe(1);
      expect(errors).toMatch(/^the disk is full: ENOSPC.*\nThe build failed; .*dist\/ was not changed\.\n$/);
      await expectEdition(root, 'ended well');
      expect((await readdir(root)).filter((name) => name.startsWith('.building'))).toEqual([]);
    },
  );
});

describe('two builds at once', () => {
  test('of one edition both end well, and the edition is whole', async () => {
    const root = await changedEdition();
    const builds = [start(root), start(root)];
    for (const { ended } of builds) {
      const { status, errors } = await ended;
      expect(errors).toBe('');
      expect(status).toBe(0);
    }
    await expectEdition(root, 'ended badly');
    expect((await readdir(root)).sort()).toEqual(['.cache', 'content', 'dist']);
    expect((await readdir(path.join(root, '.cache'))).sort()).toEqual(['articles', 'finished.json']);
  });

  test('a lock that a build left when it was killed holds up nobody', async () => {
    const root = await makeEdition(alone);
    await mkdir(path.join(root, '.cache'));
    await symlink(String(spawnSync(process.execPath, ['-e', '']).pid), path.join(root, '.cache/building'));
    await buildEdition({ root, out: path.join(root, 'dist'), cache: path.join(root, '.cache') });
    expect((await readdir(path.join(root, '.cache'))).sort()).toEqual(['articles', 'finished.json']);
  });
});

describe('a target that may not be replaced', () => {
  test('is a folder with files of a person: it stays, and is told', async () => {
    const root = await makeEdition(alone);
    const out = path.join(root, 'mine');
    await mkdir(out);
    await writeFile(path.join(out, 'thesis.txt'), 'years of work');
    const { status, stderr } = spawnSync(process.execPath, [build, '--root', root, '--out', out], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^\S*mine\/ contains other files \(it is not a built edition\).*\nThe build failed; .*was not changed\.\n$/,
    );
    expect(await readFile(path.join(out, 'thesis.txt'), 'utf8')).toBe('years of work');
    expect((await readdir(root)).sort()).toEqual(['content', 'mine']);
  });

  test('is a file', async () => {
    const root = await makeEdition(alone);
    await writeFile(path.join(root, 'mine'), '');
    await expect(buildEdition({ root, out: path.join(root, 'mine') })).rejects.toThrow(/is a file/);
  });

  test('is a mount point, before anything is built', needing(place('/dev/shm', 'Linux')), async () => {
    await expect(buildEdition({ root: await makeEdition(alone), out: '/dev/shm' })).rejects.toThrow(/a mount point/);
  });
});

test('what stands in the place of a page names the file that cannot be written', async () => {
  const root = await makeEdition(alone);
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'file'), '');
  const out = path.join(folder, 'file/dist');
  await expect(buildEdition({ root, out })).rejects.toThrow(/ENOTDIR|EEXIST/);
});
