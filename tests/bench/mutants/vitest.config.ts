/** The tests as `npm test` has them, on sites that were built before, one file after the other in the order that was asked for. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import base from '../../../vitest.config.ts';

const asked: readonly string[] = JSON.parse(process.env['ESTENAD_MUTANT_TESTS'] ?? '[]');
const placeOf = ({ moduleId }: TestSpecification) => asked.indexOf(path.relative(process.cwd(), moduleId));

class AsAsked {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

const projects = (base.test?.projects ?? []).flatMap((project) =>
  typeof project === 'object' && 'test' in project && ['in memory', 'built'].includes(String(project.test?.name))
    ? [
        {
          ...project,
          test: {
            ...project.test,
            globalSetup: [],
            // Where nothing is counted, files of tests share the modules that they load: a third of the time.
            isolate: process.env['ESTENAD_COVERAGE'] !== undefined,
            setupFiles: [path.resolve(import.meta.dirname, 'noting.ts')],
          },
        },
      ]
    : [],
);

export default defineConfig({
  cacheDir: path.resolve('.cache/vite'),
  test: { maxWorkers: 1, sequence: { sequencer: AsAsked }, projects },
});
