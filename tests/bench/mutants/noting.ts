/** Before each file of tests, where `ESTENAD_COVERAGE` names a folder: has V8 count what it comes past, and its processes too. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { afterAll, expect } from 'vitest';

const root = process.env['ESTENAD_COVERAGE'];
const { testPath } = expect.getState();
if (root !== undefined && testPath !== undefined) {
  const folder = path.join(root, path.relative(process.cwd(), testPath));
  mkdirSync(folder, { recursive: true });
  // Processes and threads that the tests start write theirs there when they end.
  process.env['NODE_V8_COVERAGE'] = folder;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  afterAll(async () => {
    writeFileSync(path.join(folder, 'own.json'), JSON.stringify(await session.post('Profiler.takePreciseCoverage')));
  });
}
