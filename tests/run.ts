/**
 * `npm test`: runs every test but the long ones, `npm run test:long` those, `npm run test:all` both. Ends with the tests that were skipped, each with the
 * reason, and with `N passed, N failed, N skipped` as the last line. Other arguments are those of vitest.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Sum, saySkipped, saySum, sumFile } from './sum.ts';

const args = process.argv.slice(2);
/** The projects of vitest.config.ts that are run. */
const projects = { '--long': ['--project', 'long'], '--all': [] }[args[0] ?? ''];
rmSync(sumFile, { force: true });
const { status } = spawnSync(
  path.resolve('node_modules/.bin/vitest'),
  [
    'run',
    ...(projects ?? ['--project', '!long']),
    ...['--reporter=default', `--reporter=${path.resolve(import.meta.dirname, 'sum.ts')}`],
    ...(projects ? args.slice(1) : args),
  ],
  // The tests start many processes of the same program: what Node compiled for one it need not compile for the next.
  { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: path.resolve('.cache/compiled') } },
);
// A run that ended before its end has no sum: it counts as one failure.
const sum: Sum = existsSync(sumFile)
  ? JSON.parse(readFileSync(sumFile, 'utf8'))
  : { passed: 0, failed: 1, skipped: [] };
console.log(`${saySkipped(sum)}${saySum(sum)}`);
process.exitCode = status === 0 && sum.failed === 0 ? 0 : 1;
