import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { listFiles } from '../../src/files.ts';
import { writeCompressed } from '../../src/packages/compressed.ts';
import { type Packages, packageEdition } from '../../src/packages/package.ts';
import { writeZip } from '../../src/zip.ts';
import { startBrowser } from '../helpers/browser.ts';
import { digestsOf } from '../helpers/digests.ts';
import { harbourSite as site } from '../helpers/harbour.ts';

const repository = path.resolve(import.meta.dirname, '../..');
let folder: string;
let packages: Packages;
let name: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'estenad-package-'));
  packages = await packageEdition({ site, out: path.join(folder, 'package'), forHost: true });
  name = path.basename(packages.zip, '.zip');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

let elsewhere: string | undefined;

/** The folder of the packages that another person makes of the same site, elsewhere and later; made once. */
function madeElsewhere(): string {
  if (elsewhere !== undefined) return elsewhere;
  const helper = pathToFileURL(path.join(repository, 'tests/helpers/another-machine.ts')).href;
  const out = path.join(folder, 'elsewhere');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', helper, 'src/cli/package.ts', '--site', site, '--out', out, '--host'],
    { cwd: repository, encoding: 'utf8', env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' } },
  );
  expect([status, stderr]).toEqual([0, '']);
  elsewhere = out;
  return out;
}

interface Unpacked {
  name: string;
  date: string;
  isUtf8: boolean;
  content: Buffer;
}

/** The entries of an archive, by a reader that is not ours, which checks sizes and CRCs. */
async function unpack(file: string): Promise<Unpacked[]> {
  const zip = await openPromise(file, { strictFileNames: true });
  const entries: Unpacked[] = [];
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    entries.push({
      name: entry.fileName,
      date: entry.getLastModDate().toDateString(),
      isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
      content: Buffer.concat(await Array.fromAsync(stream)),
    });
  }
  return entries;
}

const digest = (algorithm: string, content: Uint8Array) => createHash(algorithm).update(content).digest('hex');

describe('the zip for readers', () => {
  test('holds the edition, byte for byte, in one folder, sorted, under names marked as UTF-8', async () => {
    const entries = await unpack(packages.zip);
    expect(entries.map((entry) => entry.name)).toEqual(listFiles(site).map((file) => `${name}/${file}`));
    for (const entry of entries) {
      expect(entry.content.equals(await readFile(path.join(site, entry.name.slice(name.length + 1))))).toBe(true);
      expect(entry.isUtf8).toBe(true);
    }
    expect(new Set(entries.map((entry) => entry.date)).size).toBe(1);
  });

  test('says in both languages what it is, how it is opened and verified, and what is in it', async () => {
    const text = (await unpack(packages.zip)).find((entry) => entry.name === `${name}/README.txt`)?.content.toString();
    const catalog = JSON.parse(await readFile(path.join(site, 'catalog.json'), 'utf8'));
    const [fa, en] = (text ?? '').split(/^=+$/m) as [string, string];
    for (const [part, language] of [
      [fa, 'fa'],
      [en, 'en'],
    ] as const) {
      expect(part).toContain(catalog.name[language]);
      expect(part).toContain('index.html');
      expect(part).toContain('sha256sum --quiet -c manifest-sha256.txt');
      expect(part).toContain('licences.txt');
      for (const article of catalog.articles) {
        expect(part).toContain(article.title[language] ?? Object.values(article.title)[0]);
        expect(part).toContain(article.rights);
        for (const version of article.versions) expect(part).toContain(version.url);
      }
    }
  });

  test('opens from the folder that it makes, and is searched there', async () => {
    const unpacked = path.join(folder, 'a stick', 'با فاصله');
    for (const entry of await unpack(packages.zip)) {
      const file = path.join(unpacked, entry.name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, entry.content);
    }
    const browser = await startBrowser();
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(path.join(unpacked, name, 'index.html')).href);
      await page.locator('header [type=search]').fill('موازنه قوا');
      await page.keyboard.press('Enter');
      await page.waitForSelector('#results li mark');
      expect(asked.filter((address) => /^https?:/.test(address))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

describe('the bag', () => {
  const read = (file: string) => readFile(path.join(packages.bag, file), 'utf8');

  test('has the declaration and the files of BagIt 1.0, and the edition as payload', async () => {
    expect(await read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    expect((await readdir(packages.bag)).sort()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ]);
    expect(await digestsOf(path.join(packages.bag, 'data'))).toEqual(await digestsOf(site));
  });

  test.each(['sha256', 'sha512'])('is whole by %s, tag files included', async (algorithm) => {
    for (const [manifest, covers] of [
      [`manifest-${algorithm}.txt`, (file: string) => file.startsWith('data/')],
      [`tagmanifest-${algorithm}.txt`, (file: string) => !/^(?:data\/|tagmanifest)/.test(file)],
    ] as const) {
      const listed = (await read(manifest)).trimEnd().split('\n');
      expect(listed.map((line) => line.split('  ')[1])).toEqual(listFiles(packages.bag).filter(covers));
      const { status } = spawnSync(`${algorithm}sum`, ['--strict', '--quiet', '-c', manifest], { cwd: packages.bag });
      expect(status, manifest).toBe(0);
    }
  });

  test('says what it holds, in the words of the edition', async () => {
    const info = await read('bag-info.txt');
    const catalog = JSON.parse(await readFile(path.join(site, 'catalog.json'), 'utf8'));
    for (const line of info.trimEnd().split('\n')) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S.*$/);
    const values = (label: string) =>
      [...info.matchAll(new RegExp(`^${label}: (.*)$`, 'gm'))].map(([, value]) => value);
    expect(values('Source-Organization')).toEqual([catalog.publisher.en]);
    expect(values('External-Identifier')).toContain(catalog.url);
    expect(values('External-Description').join()).toContain(catalog.description.fa);
    expect(values('Bagging-Date')[0]).toBe(catalog.articles[0].versions.at(-1).date);
    const files = listFiles(site);
    const sizes = await Promise.all(files.map(async (file) => (await readFile(path.join(site, file))).length));
    expect(values('Payload-Oxum')).toEqual([`${sizes.reduce((sum, size) => sum + size, 0)}.${files.length}`]);
  });

  test('is the same as one file, below a folder of its name (RFC 8493, section 4)', async () => {
    const entries = await unpack(packages.serialized);
    const top = path.basename(packages.serialized, '.zip');
    expect(top).toBe(path.basename(packages.bag));
    expect(Object.fromEntries(entries.map((one) => [one.name, digest('sha256', one.content)]))).toEqual(
      Object.fromEntries(
        Object.entries(await digestsOf(packages.bag)).map(([file, value]) => [`${top}/${file}`, value]),
      ),
    );
  });
});

describe('the copy for a host', () => {
  const times = async (host: string) =>
    Object.fromEntries(
      await Promise.all(
        listFiles(host).map(async (file) => [file, (await stat(path.join(host, file))).mtime] as const),
      ),
    );

  test('dates each file by the edition and by its content, so that it keeps its ETag when it is packed again', async () => {
    const host = packages.host as string;
    const first = await times(host);
    expect(await times(path.join(madeElsewhere(), path.basename(host)))).toEqual(first);
    const end = Date.parse(name.slice(-'2026-01-01'.length));
    for (const [file, time] of Object.entries(first)) {
      expect(time.getTime(), file).toBeLessThanOrEqual(end);
      expect(time.getTime(), file).toBeGreaterThan(end - 86_400_000);
    }
    expect(first['index.html.br']).toEqual(first['index.html']);
    expect(first['index.html.gz']).toEqual(first['index.html']);
  });

  test('dates a changed file otherwise, though it is as long as it was', async () => {
    const [from, to] = [path.join(folder, 'short'), path.join(folder, 'short-host')];
    await mkdir(from);
    const pack = async (text: string) => {
      await writeFile(path.join(from, 'a.html'), text);
      await writeCompressed(to, { folder: from, files: ['a.html'], date: '2026-01-01' });
      return times(to);
    };
    const before = await pack('style.a.css');
    expect(await pack('style.b.css')).not.toEqual(before);
    expect(await pack('style.a.css')).toEqual(before);
  });
});

test('packages that another person makes, elsewhere and later, are the same bytes', async () => {
  expect(await digestsOf(madeElsewhere())).toEqual(await digestsOf(path.join(folder, 'package')));
});

test('an archive of which a file cannot be read is an error, no shorter archive', async () => {
  const target = path.join(folder, 'broken.zip');
  const options = { folder: site, files: ['index.html', 'nowhere.html'], top: 'broken', date: '2026-01-01' };
  await expect(writeZip(target, options)).rejects.toThrow(/ENOENT.*nowhere\.html/);
});

describe('npm run package', () => {
  const run = (from: string, out: string) =>
    spawnSync(process.execPath, ['src/cli/package.ts', '--site', from, '--out', out], {
      cwd: repository,
      encoding: 'utf8',
    });
  const helped = (name: string) => [
    '--import',
    pathToFileURL(path.join(repository, 'tests/helpers', name)).href,
    'src/cli/package.ts',
  ];
  const formerName = 'estenad-2025-01-01';
  const formerFiles = [`${formerName}-bag.zip`, `${formerName}-bag/bagit.txt`, `${formerName}.zip`];
  const leftovers = async () => (await readdir(folder)).filter((one) => one.startsWith('.packaging'));

  test('without a built edition says what to do, and packs nothing', async () => {
    const { status, stderr } = run(path.join(folder, 'nowhere'), path.join(folder, 'none'));
    expect(status).toBe(1);
    expect(stderr).toContain('npm run build');
    expect(await readdir(folder)).not.toContain('none');
  });

  test('of a damaged edition names the damage, and leaves the former packages', async () => {
    const damaged = path.join(folder, 'damaged');
    const out = path.join(folder, 'former');
    await cp(site, damaged, { recursive: true });
    await mkdir(path.join(out, `${formerName}-bag`), { recursive: true });
    for (const file of formerFiles) await writeFile(path.join(out, file), '');
    await appendFile(path.join(damaged, 'index.html'), ' ');
    await rm(path.join(damaged, 'robots.txt'));
    const { status, stderr } = run(damaged, out);
    expect(status).toBe(1);
    for (const line of ['changed: index.html', 'missing: robots.txt', 'npm run build']) expect(stderr).toContain(line);
    expect(listFiles(out)).toEqual(formerFiles);
    expect(await leftovers()).toEqual([]);
  });

  test('replaces former packages, and what a packaging left that was killed', async () => {
    const out = path.join(folder, 'replaced');
    await mkdir(path.join(out, `${formerName}-bag`), { recursive: true });
    for (const file of formerFiles) await writeFile(path.join(out, file), '');
    const gone = spawnSync(process.execPath, ['-e', '']);
    await mkdir(path.join(folder, `.packaging-${gone.pid}-abcdef`));
    await packageEdition({ site, out });
    expect((await readdir(out)).sort()).toEqual([`${name}-bag`, `${name}-bag.zip`, `${name}.zip`]);
    expect(await leftovers()).toEqual([]);
  });

  test.each(['thesis.txt', 'photos-2025-01-01.zip'])('leaves a folder alone in which a person has %s', async (file) => {
    const out = path.join(folder, `mine with ${file}`);
    await mkdir(out);
    await writeFile(path.join(out, file), 'years of work');
    const { status, stderr } = run(site, out);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /mine with .* contains other files \(it is not a folder of packages\).*\nNothing was packaged; .*was not changed\.\n$/,
    );
    expect(await readdir(out)).toEqual([file]);
  });

  test('on a disk that fills ends clearly, and leaves nothing behind', async () => {
    const out = path.join(folder, 'full');
    const { status, stderr } = spawnSync(process.execPath, [...helped('full-disk.ts'), '--site', site, '--out', out], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, FULL_AT: 'bagit.txt' },
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^the disk is full: ENOSPC.*\nNothing was packaged; .*full\/ was not changed\.\n$/);
    expect(await leftovers()).toEqual([]);
  });

  test('stopped by SIGTERM ends at once and leaves nothing behind', async () => {
    const child = spawn(
      process.execPath,
      [...helped('deaf.ts'), '--site', site, '--out', path.join(folder, 'stopped')],
      { cwd: repository, env: { ...process.env, DEAF_AT: 'bagit.txt' }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const closed = once(child, 'close');
    for await (const text of child.stdout) if (String(text).includes('deaf')) break;
    child.kill('SIGTERM');
    expect((await closed)[0]).toBe(143);
    expect(await leftovers()).toEqual([]);
  });
});
