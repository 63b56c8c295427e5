import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { harbourSite as site } from '../helpers/harbour.ts';

let copy = '';

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  copy = path.join(folder, 'a copy');
  await cp(site, copy, { recursive: true });
});

function verify(folder = copy) {
  return spawnSync(process.execPath, ['src/cli/verify.ts', folder], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });
}

test('a copy that is whole is said to be as it was built', async () => {
  const { status, stdout, stderr } = verify();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const lines = (await readFile(path.join(copy, 'manifest-sha256.txt'), 'utf8')).trimEnd().split('\n').length;
  expect(stdout).toContain(`${lines} files`);
});

test('what is missing, changed or extra is named', async () => {
  await rm(path.join(copy, 'robots.txt'));
  await appendFile(path.join(copy, 'index.html'), ' ');
  await rename(path.join(copy, 'sitemap.xml'), path.join(copy, 'Sitemap.xml'));
  await mkdir(path.join(copy, 'more'));
  await writeFile(path.join(copy, 'more/فایل.txt'), '');
  const { status, stderr } = verify();
  expect(status).toBe(1);
  expect(stderr.split('\n').slice(0, -3).sort()).toEqual([
    'changed: index.html',
    'extra:   Sitemap.xml',
    'extra:   more/فایل.txt',
    'missing: robots.txt',
    'missing: sitemap.xml',
  ]);
  expect(stderr).toContain('2 missing, 1 changed, 2 extra');
});

test('compressed forms beside the files of a host are held against what they hold', async () => {
  const page = await readFile(path.join(copy, 'index.html'));
  await writeFile(path.join(copy, 'index.html.gz'), gzipSync(page));
  await writeFile(path.join(copy, 'index.html.br'), brotliCompressSync(page));
  const manifest = await readFile(path.join(copy, 'manifest-sha256.txt'));
  await writeFile(path.join(copy, 'manifest-sha256.txt.br'), brotliCompressSync(manifest));
  expect(verify()).toMatchObject({ status: 0, stderr: '' });
  await writeFile(path.join(copy, 'index.html.gz'), gzipSync(`${page} `));
  expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('extra:   index.html.gz') });
});

test('of a bag the payload is proved; a file that is no folder is said to be one', async () => {
  const bag = path.join(path.dirname(copy), 'bag');
  await mkdir(bag);
  await rename(copy, path.join(bag, 'data'));
  await writeFile(path.join(bag, 'bagit.txt'), '');
  expect(verify(bag)).toMatchObject({ status: 0, stderr: '' });
  expect(verify(path.join(bag, 'bagit.txt'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('unpack it'),
  });
});

test('a folder without a manifest proves nothing', async () => {
  await rm(path.join(copy, 'manifest-sha256.txt'));
  expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('has no manifest-sha256.txt') });
  expect(verify(path.join(copy, 'nowhere'))).toMatchObject({ status: 1 });
});

test('a manifest that is empty, broken, or leads out of the folder proves nothing', async () => {
  const manifest = path.join(copy, 'manifest-sha256.txt');
  const sound = await readFile(manifest, 'utf8');
  await writeFile(manifest, '');
  expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining('lists no files') });
  const lines = sound.split('\n').length;
  for (const line of [
    'not a digest',
    `${'0'.repeat(64)}  ../outside`,
    `${'0'.repeat(64)}  /etc/passwd`,
    sound.split('\n')[0],
  ]) {
    await writeFile(manifest, `${sound}${line}\n`);
    expect(verify()).toMatchObject({ status: 1, stderr: expect.stringContaining(`manifest-sha256.txt:${lines}: `) });
  }
});
