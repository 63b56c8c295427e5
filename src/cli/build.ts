/**
 * `npm run build`: builds the edition into `dist/`. Another edition: `node src/cli/build.ts --root FOLDER --out FOLDER`.
 * `--no-cache` makes everything anew.
 */
import { constants } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildEdition } from '../build/build.ts';
import { listFiles } from '../build/files.ts';
import { removeTemporaries } from '../build/temporary.ts';
import { ContentFaults } from '../edition/faults.ts';
import { canTypeset } from '../formats/pdf/typst.ts';
import { showProgress } from './progress.ts';
import { sayFaults } from './say.ts';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '.' },
    out: { type: 'string' },
    'no-cache': { type: 'boolean', default: false },
  },
});
const root = path.resolve(values.root);
const out = path.resolve(values.out ?? path.join(root, 'dist'));
const shown = path.relative(process.cwd(), out) || '.';
const progress = showProgress(process.stdout);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    removeTemporaries();
    console.error(`\nThe build was stopped (${signal}); ${shown}/ is as it was.`);
    process.exit(128 + constants.signals[signal]);
  });
}

/** What the disk or the system refuses, said for people; every other error is a fault of the program. */
const refusals: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'there is no room left for this user on the disk',
  EROFS: 'the disk may not be written to',
  EACCES: 'a file or folder may not be read or written',
  EMFILE: 'too many files are open',
};

try {
  await buildEdition({
    root,
    out,
    cache: values['no-cache'] ? undefined : path.join(root, '.cache'),
    progress,
  });
  const files = await listFiles(out);
  progress.end(`done: ${files.length} files in ${shown}/`);
  if (!canTypeset) console.log('\nWithout PDFs: Typst comes for Linux on x86-64 only. Everything else is complete.');
  console.log(`\nOpen ${path.join(shown, 'index.html')} in a browser, or run: npm run serve`);
} catch (error) {
  progress.end();
  const refusal = refusals[(error as NodeJS.ErrnoException).code ?? ''];
  if (error instanceof ContentFaults) sayFaults(error.faults);
  else if ((error as { code?: string }).code === 'OVER_BUDGET') console.error((error as Error).message);
  else if (refusal !== undefined) console.error(`${refusal}: ${(error as Error).message.split('\n')[0]}`);
  else console.error(error);
  console.error(`The build stopped; ${shown}/ is as it was.`);
  process.exitCode = 1;
}
