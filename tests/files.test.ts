/** What every part of the program leans on: files, faults, work done a few at a time. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eachOf } from '../src/concurrency.ts';
import { ContentFaults, sayFault } from '../src/faults.ts';
import { linkOrCopy, listFiles, move } from '../src/files.ts';
import { needing } from './helpers/installed.ts';

async function emptyFolder(below = tmpdir()): Promise<string> {
  const folder = await mkdtemp(path.join(below, 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('the files below a folder are listed by code point, without folders and links', async () => {
  const folder = await emptyFolder();
  for (const file of ['b.txt', 'a/z.txt', 'a/b/c.txt', 'B.txt', 'ا.txt']) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), '');
  }
  await mkdir(path.join(folder, 'empty'));
  await symlink(path.join(folder, 'b.txt'), path.join(folder, 'link.txt'));
  expect(listFiles(folder)).toEqual(['B.txt', 'a/b/c.txt', 'a/z.txt', 'b.txt', 'ا.txt']);
});

const [here, memory] = await Promise.all([tmpdir(), '/dev/shm'].map((one) => stat(one).catch(() => undefined)));
const isApart = { isHere: memory !== undefined && memory.dev !== here?.dev, missing: 'there is no second disk' };

test('a folder is moved to another disk with all that is in it', needing(isApart), async () => {
  const from = path.join(await emptyFolder(), 'from');
  const to = path.join(await emptyFolder('/dev/shm'), 'to');
  await mkdir(path.join(from, 'below'), { recursive: true });
  await writeFile(path.join(from, 'below/a.txt'), 'a');
  await move(from, to);
  expect(await readFile(path.join(to, 'below/a.txt'), 'utf8')).toBe('a');
  expect(await readdir(path.dirname(from))).toEqual([]);
});

test('a file is copied where it cannot be linked, to another disk', needing(isApart), async () => {
  const from = path.join(await emptyFolder(), 'a.txt');
  const to = path.join(await emptyFolder('/dev/shm'), 'a.txt');
  await writeFile(from, 'a');
  linkOrCopy(from, to);
  expect(await readFile(to, 'utf8')).toBe('a');
});

test('a file is linked on its own disk, and what is there already is not replaced', async () => {
  const folder = await emptyFolder();
  const [from, to] = [path.join(folder, 'a.txt'), path.join(folder, 'b.txt')];
  await writeFile(from, 'a');
  linkOrCopy(from, to);
  expect((await stat(to)).ino).toBe((await stat(from)).ino);
  expect(() => linkOrCopy(from, to)).toThrow(/EEXIST/);
});

test('faults are thrown together, each with its place and its fix', () => {
  const fault = { file: 'content/a.mdx', line: 3, what: 'it is wrong', fix: 'mend it' };
  const said = 'content/a.mdx:3: it is wrong\n    fix: mend it';
  expect(sayFault(fault)).toBe(said);
  const faults = [fault, { ...fault, line: 4 }];
  const error = new ContentFaults(faults);
  expect(error.faults).toEqual(faults);
  expect(String(error)).toBe(`ContentFaults: ${said}\n${said.replace(':3:', ':4:')}`);
});

test('many things are done sixteen at a time, each once', async () => {
  const things = Array.from({ length: 40 }, (_, index) => index);
  const done: number[] = [];
  let [now, most] = [0, 0];
  await eachOf(things, async (thing) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise(setImmediate);
    now -= 1;
    done.push(thing);
  });
  expect(done.sort((a, b) => a - b)).toEqual(things);
  expect(most).toBe(16);
});
