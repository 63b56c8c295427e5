import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { lockedPackages, shipped } from '../../src/site/licences.ts';
import { harbourSite as site } from '../helpers/harbour.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(path.join(repository, file), 'utf8');

/** The packages that a module needs when it runs, through the modules that it imports. */
async function packagesOf(file: string, seen = new Set<string>()): Promise<Set<string>> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const [, names, from = ''] of (await read(file)).matchAll(/^import (?!type )([^;]*?)from '([^']*)';$/gm)) {
    // All of them types: nothing is left of the import.
    if (names?.match(/^\{\s*(?:type \w+,?\s*)+\}\s*$/)) continue;
    // Made by the build, of words alone.
    if (from.startsWith('estenad:')) continue;
    if (!from.startsWith('.')) found.add(from);
    else for (const one of await packagesOf(path.join(path.dirname(file), from), seen)) found.add(one);
  }
  return found;
}

describe('the list of licences', () => {
  test('names every package of the lock file with its licence, whatever is installed here', async () => {
    const text = await readFile(path.join(site, 'licences.txt'), 'utf8');
    const { packages } = JSON.parse(await read('package-lock.json'));
    for (const [place, { version, license }] of Object.entries<{ version: string; license: string }>(packages)) {
      if (place === '') continue;
      expect(text).toContain(`\n${place.replace(/^.*node_modules\//, '')} ${version}: ${license}\n`);
    }
    expect(text).not.toContain('not stated');
  });

  test('holds the whole licence of every package of which readers get a part', async () => {
    const text = await readFile(path.join(site, 'licences.txt'), 'utf8');
    for (const name of Object.keys(shipped)) expect(text).toContain(`\n${name} `);
    expect(text.match(/SIL OPEN FONT LICENSE Version 1\.1/g)).toHaveLength(2);
    expect(text).toContain('Copyright 2022 The Noto Project Authors');
    expect(text).toContain('Copyright (c) 2014 Titus Wormer');
  });

  test('leaves out no package that the scripts of the pages hold', async () => {
    const scripts = listFiles(path.join(repository, 'src/client')).map((file) => `src/client/${file}`);
    const found = new Set<string>();
    for (const script of scripts) for (const one of await packagesOf(script)) found.add(one);
    expect(found).toContain('stemmer');
    for (const name of found) expect(Object.keys(shipped), name).toContain(name);
  });

  test('has a package once that stands in several places, and says where no licence is stated', () => {
    const lock = {
      packages: {
        '': { version: '1.0.0' },
        'node_modules/b': { version: '2.0.0', license: 'MIT' },
        'node_modules/a/node_modules/b': { version: '2.0.0', license: 'MIT' },
        'node_modules/@x/a': { version: '1.0.0' },
      },
    };
    expect(lockedPackages(JSON.stringify(lock))).toEqual([
      { name: '@x/a', version: '1.0.0', licence: 'not stated' },
      { name: 'b', version: '2.0.0', licence: 'MIT' },
    ]);
  });
});
