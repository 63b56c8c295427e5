import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { writeBag } from '../../src/packages/bag.ts';
import { writeCompressed } from '../../src/packages/compressed.ts';
import { unsafePaths } from '../../src/packages/names.ts';
import { packageEdition } from '../../src/packages/package.ts';
import { verifyCopy } from '../../src/packages/verify.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}

const digest = (algorithm: string, content: string) => createHash(algorithm).update(content).digest('hex');

test('a bag is written as RFC 8493 has it, to the letter', async () => {
  const files = { 'a/one.txt': 'x'.repeat(1_160_000), '100%.txt': 'two' };
  const folder = await folderWith(files);
  const target = path.join(folder, 'bag');
  const written = await writeBag(target, {
    folder,
    files: ['100%.txt', 'a/one.txt'],
    info: [
      ['Source-Organization', 'Trial'],
      ['External-Description', 'Two\nlines'],
    ],
  });
  const read = (file: string) => readFile(path.join(target, file), 'utf8');
  expect(written).toEqual(listFiles(target));
  expect(await read('bag-info.txt')).toBe(
    'Source-Organization: Trial\nExternal-Description: Two lines\nBag-Size: 1.2 MB\nPayload-Oxum: 1160003.2\n',
  );
  expect(await read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  for (const algorithm of ['sha256', 'sha512']) {
    expect(await read(`manifest-${algorithm}.txt`)).toBe(
      `${digest(algorithm, 'two')}  data/100%25.txt\n${digest(algorithm, files['a/one.txt'])}  data/a/one.txt\n`,
    );
    const tags = ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt', 'manifest-sha512.txt'];
    const lines = await Promise.all(tags.map(async (tag) => `${digest(algorithm, await read(tag))}  ${tag}\n`));
    expect(await read(`tagmanifest-${algorithm}.txt`)).toBe(lines.join(''));
  }
  expect(await read('data/100%.txt')).toBe('two');
});

test('a copy for hosts has text compressed beside itself, of a packet and more, and nothing else', async () => {
  const long = 'tale '.repeat(200);
  const names = 'index.html a.css a.js a.json a.xml a.svg a.atom linkset.json a.ndjson a.png a.woff2 a.pdf a.zip'.split(
    ' ',
  );
  const folder = await folderWith({ ...Object.fromEntries(names.map((name) => [name, long])), 'short.html': 'tale' });
  const target = path.join(folder, 'host');
  await writeCompressed(target, { folder, files: [...names, 'short.html'], date: '2026-01-01' });
  const compressed = listFiles(target).filter((file) => /\.(?:br|gz)$/.test(file));
  expect(compressed).toEqual(
    'a.atom a.css a.js a.json a.ndjson a.svg a.xml index.html linkset.json'
      .split(' ')
      .flatMap((name) => [`${name}.br`, `${name}.gz`]),
  );
  expect(brotliDecompressSync(await readFile(path.join(target, 'index.html.br'))).toString()).toBe(long);
  expect(gunzipSync(await readFile(path.join(target, 'index.html.gz'))).toString()).toBe(long);
});

test('a copy is held against its manifest: what is missing, changed, not named, and lines that are none', async () => {
  const named = (file: string, content: string) => `${digest('sha256', content)}  ${file}\n`;
  const folder = await folderWith({
    'same.txt': 'same',
    'changed.txt': 'other',
    'extra.txt': '',
    'manifest-sha256.txt': [
      named('same.txt', 'same'),
      named('changed.txt', 'one'),
      named('missing.txt', ''),
      named('same.txt', 'same'),
      named('../outside.txt', ''),
      named('/outside.txt', ''),
      'no line of a manifest\n',
      `${'G'.repeat(64)}  letters.txt\n`,
    ].join(''),
  });
  const { unreadable, ...rest } = await verifyCopy(folder);
  expect(rest).toEqual({ files: 3, missing: ['missing.txt'], changed: ['changed.txt'], extra: ['extra.txt'] });
  expect(unreadable.map((line) => line.split(':')[0])).toEqual(['4', '5', '6', '7', '8']);
});

test('an edition that is not whole is not packed: five faults are named, and how many more there are', async () => {
  const missing = (count: number) =>
    Array.from({ length: count }, (_, index) => `${digest('sha256', '')}  ${index}.txt\n`).join('');
  const refusal = async (count: number) => {
    const site = await folderWith({ 'manifest-sha256.txt': missing(count) });
    const out = path.join(site, 'package');
    return packageEdition({ site, out }).then(
      () => '',
      (error: Error) => error.message.split('\n').slice(0, -1),
    );
  };
  const five = Array.from({ length: 5 }, (_, index) => `missing: ${index}.txt`);
  expect(await refusal(5)).toEqual(five);
  expect(await refusal(6)).toEqual([...five, 'and 1 more']);
  expect(await refusal(0)).toEqual(['manifest-sha256.txt lists no files']);
});

test('names that some system cannot write are found', () => {
  expect(
    unsafePaths(['articles/con/index.html', 'a/aux.txt', 'a/x.', 'a/فایل.txt', 'a/b c', 'A/one', 'a/One', 'a:b']),
  ).toHaveLength(8);
  expect(unsafePaths(['a/1.0.0/a.csl.json', '_headers', 'assets/Page.D1yHEO47.css', 'a/confer.txt'])).toEqual([]);
});
