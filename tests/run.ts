/** `npm test`: runs every test and ends with `N passed, N failed`, taken from the runner's own report. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const report = path.resolve('.cache/test-report.json');
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });
const { status } = spawnSync(
  path.resolve('node_modules/.bin/vitest'),
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  // The tests start many processes of the same program: what Node compiled for one it need not compile for the next.
  { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: path.resolve('.cache/compiled') } },
);
const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(report, 'utf8'));
// A file that cannot be loaded has no test that could fail: it counts as one.
const failed = numFailedTests + (numFailedTests === 0 && !success ? Math.max(1, numFailedTestSuites) : 0);
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = status === 0 && failed === 0 ? 0 : 1;
