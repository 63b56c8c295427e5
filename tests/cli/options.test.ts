import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const run = (command: string, option: string) =>
  spawnSync(process.execPath, [`src/cli/${command}.ts`, option], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  });

test.each(['build', 'check', 'package', 'serve', 'verify'])('%s says how it is used', (command) => {
  const { status, stdout, stderr } = run(command, '--help');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(new RegExp(`^npm run ${command} -- .+\n$`));
});

test.each(['build', 'check', 'package', 'serve', 'verify'])('%s refuses an option that it does not have', (command) => {
  const { status, stdout, stderr } = run(command, '--nosuch');
  expect(stdout).toBe('');
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^Unknown option '--nosuch'\nnpm run ${command} -- .+\n$`));
});

test('build refuses a shard that is none, and one that is to be an edition', () => {
  const failing = (...options: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', ...options], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    return stderr;
  };
  expect(failing('--shard', '9/8')).toBe(
    '--shard takes a number and how many there are, from 1/1 to 999/999: --shard 3/8 is the third of eight\n',
  );
  expect(failing('--shard', '3/8', '--out', 'x')).toBe(
    '--shard makes articles into the cache and no edition: leave out --out and --no-cache\n',
  );
});
