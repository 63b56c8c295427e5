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
