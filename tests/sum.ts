/** What a run of tests came to: only tests that were executed count as passed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export interface Sum {
  readonly passed: number;
  readonly failed: number;
  /** The tests that were skipped, each with the reason. */
  readonly skipped: readonly { readonly reason: string; readonly name: string }[];
}

/** Where a run leaves its sum for `npm test`. */
export const sumFile = path.resolve(import.meta.dirname, '../.cache/test-sum.json');

/** Why a test is skipped, from what it or a group around it says that it needs. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped' && result.note !== undefined) return result.note;
  for (let at: TestCase | TestCase['parent'] = test; at.type !== 'module'; at = at.parent) {
    const { needs } = at.meta();
    if (needs !== undefined) return needs;
  }
  return 'no reason given';
}

/** Whether a test was to run: one that did not, because what prepares it failed, is no skipped one. */
const wasToRun = (test: TestCase): boolean => {
  for (let at: TestCase | TestCase['parent'] = test; at.type !== 'module'; at = at.parent)
    if (at.options.mode === 'skip' || at.options.mode === 'todo') return false;
  const result = test.result();
  return !(result.state === 'skipped' && result.note !== undefined);
};

/** Sums up the tests of a run. */
export function sumOf(modules: readonly TestModule[], unhandledErrors: number): Sum {
  let passed = 0;
  let failed = unhandledErrors;
  const skipped: { reason: string; name: string }[] = [];
  for (const module of modules) {
    const tests = [...module.children.allTests()];
    for (const test of tests) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed' || wasToRun(test)) failed += 1;
      else skipped.push({ reason: reasonOf(test), name: `${module.relativeModuleId}: ${test.fullName}` });
    }
    // A file that cannot be loaded has no test that could fail: it counts as one.
    if (tests.length === 0 && !module.ok()) failed += 1;
  }
  return { passed, failed, skipped };
}

/** Writes the sum of a run into {@link sumFile}. */
export default class SumReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    mkdirSync(path.dirname(sumFile), { recursive: true });
    writeFileSync(sumFile, JSON.stringify(sumOf(modules, unhandledErrors.length)));
  }
}

/** `12 passed, 0 failed`, and `, 3 skipped` where there are some. */
export const saySum = ({ passed, failed, skipped }: Sum): string =>
  `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`;

/** The skipped tests, by reason. */
export const saySkipped = ({ skipped }: Sum): string =>
  [...Map.groupBy(skipped, ({ reason }) => reason)]
    .map(([reason, tests]) => `${tests.length} skipped: ${reason}\n${tests.map(({ name }) => `  ${name}\n`).join('')}`)
    .join('');
