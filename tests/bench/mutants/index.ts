/**
 * `npm run bench -- mutants [--seed N] [--count N] [--only FOLDER] [--soon]`: plants faults in a copy of the sources, one at a
 * time, and says which no test notices. Faults are drawn from all that could be planted, by a seed: nobody chooses them.
 *
 * Only tests are run that come past a fault, those in memory first that take a minute together. On faults that they do not notice
 * all others are run, and the sites are built: where the bytes of one change, the tests that look at it are run. `--soon` stops
 * before that. What was noticed once is kept in `.cache/mutants` and not tried again; what was not, is.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compilerOf } from './compiler.ts';
import { Copy } from './copy.ts';
import { digestOf, Judge, load, save } from './judge.ts';
import { draw, everyFault, type Fault, folderOf, piecesOf, planted } from './sources.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const kept = path.join(root, '.cache/mutants');

/** The faults of a seed; kept, as to compile each takes a minute or two. */
function faultsOf(seed: number, count: number, only: string | undefined): Fault[] {
  const all = everyFault(root);
  const file = path.join(kept, `drawn-${digestOf(JSON.stringify([all, seed, count])).slice(0, 16)}.json`);
  let drawn = load<Fault[]>(file);
  if (!drawn) {
    const compiles = compilerOf(root);
    drawn = draw(all, seed, count, (fault) => {
      const before = readFileSync(path.join(root, fault.file), 'utf8');
      const after = planted(before, fault);
      return fault.file.endsWith('.ts')
        ? compiles(fault.file, after)
        : piecesOf(fault.file, after).length === piecesOf(fault.file, before).length;
    });
    save(file, drawn);
  }
  return drawn.filter(({ file: one }) => only === undefined || folderOf(one) === only);
}

/** What names a fault from one run to the next. */
const nameOf = ({ file, around, replacement }: Fault) => JSON.stringify([file, around, replacement]);

const oneLine = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text).replace(/\s+/g, ' ');

const show = ({ file, line, original, replacement }: Fault) =>
  `${file}:${line}  «${oneLine(original)}» → «${oneLine(replacement)}»`;

/** The sum by folder, and what nobody noticed. */
function print(faults: readonly Fault[], noticed: ReadonlyMap<string, string>): void {
  const row = (name: string, some: readonly Fault[]) => {
    const found = some.filter((fault) => noticed.has(nameOf(fault))).length;
    const cells = [some.length, found, some.length - found, `${Math.round((100 * found) / some.length)} %`];
    console.log(name.padEnd(14), ...cells.map((cell) => String(cell).padStart(8)));
  };
  console.log('\nfolder'.padEnd(15), ...['planted', 'noticed', 'not', 'share'].map((cell) => cell.padStart(8)));
  for (const [folder, some] of Map.groupBy(faults, ({ file }) => folderOf(file))) row(folder, some);
  row('all', faults);
  console.log('\nNot noticed:');
  for (const fault of faults) if (!noticed.has(nameOf(fault))) console.log(`  ${show(fault)}`);
}

/** Runs the benchmark. */
export async function benchMutants(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '160' },
      only: { type: 'string' },
      soon: { type: 'boolean', default: false },
    },
  });
  mkdirSync(kept, { recursive: true });
  const faults = faultsOf(Number(values.seed), Number(values.count), values.only);
  console.log(`${faults.length} faults, seed ${values.seed}`);
  const file = path.join(kept, 'noticed.json');
  const noticed = new Map<string, string>(load<[string, string][]>(file) ?? []);
  const judge = new Judge(
    new Copy(root, path.join(kept, 'copy')),
    faults,
    path.join(kept, `reach-${digestOf(JSON.stringify(faults)).slice(0, 16)}.json`),
  );
  const judgeAll = async (decide: (id: number) => Promise<string | undefined>) => {
    for (const [id, fault] of faults.entries()) {
      if (noticed.has(nameOf(fault))) continue;
      const start = performance.now();
      const by = await decide(id);
      if (by !== undefined) noticed.set(nameOf(fault), by);
      // What was found stays found where the command is stopped.
      save(file, [...noticed]);
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`${id + 1}/${faults.length} ${show(fault)} ${by ?? 'NOT NOTICED'} (${seconds} s)`);
    }
  };
  await judge.measure('in memory');
  await judgeAll((id) => judge.soon(id));
  if (!values.soon && faults.some((fault) => !noticed.has(nameOf(fault)))) {
    await judge.buildSites();
    await judge.measure('built');
    await judgeAll((id) => judge.later(id));
  }
  print(faults, noticed);
}
