import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { cacheControlOf } from '../../src/hosting/caching.ts';
import { mediaTypeOf } from '../../src/hosting/media-types.ts';
import { harbourSite as site } from '../helpers/harbour.ts';

/** A pattern of the AWS command line, where `*` stands for anything, slashes included. */
const matches = (pattern: string, file: string) =>
  new RegExp(`^${pattern.replace(/[.+]/g, '\\$&').replaceAll('*', '.*')}$`).test(file);

/** The options of a call by name, in their order; the last filter that matches a file counts. */
const optionsOf = (call: readonly string[]) =>
  call.flatMap((word, index) => (word.startsWith('--') ? [[word, call[index + 1] ?? ''] as const] : []));

test('the commands of the guide send every file to an object storage with its type and its time in caches', async () => {
  const guide = await readFile(path.resolve(import.meta.dirname, '../../docs/hosting.md'), 'utf8');
  const script = /^```sh\n(cd dist\nsend\(\)[\s\S]*?)^```$/m.exec(guide)?.[1] as string;
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-storage-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const log = path.join(folder, 'calls');
  // In the place of the real command one that notes its words, one call a line.
  await writeFile(path.join(folder, 'aws'), `#!/bin/sh\nprintf '%s\\t' "$@" >> '${log}'; echo >> '${log}'\n`);
  await chmod(path.join(folder, 'aws'), 0o755);
  const { status, stderr } = spawnSync('sh', ['-eu', '-c', script.replace('cd dist', `cd '${site}'`)], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  });
  expect([status, stderr]).toEqual([0, '']);

  const calls = (await readFile(log, 'utf8')).trimEnd().split('\n');
  expect(calls.at(-1)).toMatch(/^s3\tsync\t.*--delete/);
  const sent = new Map<string, { type?: string | undefined; cache?: string | undefined }>();
  for (const call of calls.slice(0, -1)) {
    const options = optionsOf(call.split('\t'));
    const { '--content-type': type, '--cache-control': cache } = Object.fromEntries(options);
    for (const file of listFiles(site)) {
      const filter = options.findLast(([name, pattern]) => /clude$/.test(name) && matches(pattern, file));
      if (filter?.[0] === '--include') sent.set(file, { type, cache });
    }
  }
  for (const file of listFiles(site)) {
    const { type, cache } = sent.get(file) ?? {};
    expect(cache, file).toBe(cacheControlOf(file));
    if (type === undefined) expect(file).toMatch(/\.(?:css|js|woff2|pf_\w+)$/);
    else expect(type, file).toBe(mediaTypeOf(file));
  }
});
