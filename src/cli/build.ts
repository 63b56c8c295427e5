/** `npm run build`: builds the edition into `dist/`. Another edition: `node src/cli/build.ts --root FOLDER --out FOLDER`. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { OverBudget } from '../build/budgets.ts';
import { buildEdition } from '../build/build.ts';
import { listFiles } from '../build/files.ts';
import { ContentFaults } from '../edition/faults.ts';
import { sayFaults } from './say.ts';

const { values } = parseArgs({ options: { root: { type: 'string', default: '.' }, out: { type: 'string' } } });
const root = path.resolve(values.root);
const out = path.resolve(values.out ?? path.join(root, 'dist'));
const start = performance.now();
const seconds = () => ((performance.now() - start) / 1000).toFixed(1).padStart(5);

try {
  await buildEdition({ root, out, onStep: (step) => console.log(`${seconds()} s  ${step}`) });
  const files = await listFiles(out);
  const shown = path.relative(process.cwd(), out) || '.';
  console.log(`${seconds()} s  done: ${files.length} files in ${shown}/`);
  console.log(`\nOpen ${path.join(shown, 'index.html')} in a browser, or run: npm run serve`);
} catch (error) {
  if (error instanceof ContentFaults) sayFaults(error.faults);
  else if (error instanceof OverBudget) console.error(error.message);
  else throw error;
  console.error(`The build stopped; ${path.relative(process.cwd(), out)}/ is as it was.`);
  process.exitCode = 1;
}
