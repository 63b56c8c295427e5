import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { needing, oldNode, oldNodeProgram } from '../helpers/installed.ts';

const repository = path.resolve(import.meta.dirname, '../..');

const run = (node: string, ...words: readonly string[]) =>
  spawnSync(node, ['bin/estenad.mjs', ...words], { cwd: repository, encoding: 'utf8' });

const estenad = (...words: readonly string[]) => run(process.execPath, ...words);

test('estenad names its commands, and tells the version of the package', () => {
  const { status, stdout, stderr } = estenad();
  expect([status, stderr]).toEqual([0, '']);
  for (const command of ['new', 'dev', 'check', 'build', 'serve', 'package', 'verify'])
    expect(stdout).toMatch(new RegExp(`^ {2}${command} {2,}\\S`, 'm'));
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  expect(estenad('--version').stdout).toBe(`${version}\n`);
});

test('a command that there is not is refused, with those that there are', () => {
  const { status, stdout, stderr } = estenad('biuld');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^there is no command "biuld"\n\nestenad COMMAND/);
});

test('estenad COMMAND and npm run COMMAND are the same', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  for (const command of ['dev', 'build', 'serve', 'new', 'package', 'verify'])
    expect(scripts[command]).toBe(`node bin/estenad.mjs ${command}`);
  expect(estenad('build', '--help').stdout).toMatch(/^npm run build -- /);
});

test('started by an old Node, it runs on the one that comes with it, and ends as that does', needing(oldNode), () => {
  expect(run(oldNodeProgram, 'check', '--root', 'tests/fixtures/edition')).toMatchObject({ status: 0, stderr: '' });
  const { status, stderr } = run(oldNodeProgram, 'check', '--nosuch');
  expect([status, stderr.split('\n')[0]]).toEqual([1, "Unknown option '--nosuch'"]);
});
