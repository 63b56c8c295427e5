/**
 * `npm run check` in this repository: `estenad check`, the content, and then what only the program has: types, lint, imports, languages. `--content` checks
 * the content alone, and so does `--root FOLDER`, another edition; `--fix` first fixes what a program can fix.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { languageLiterals } from './language-literals.ts';
import { languageWords } from './language-words.ts';

const repository = path.resolve(import.meta.dirname, '..');
const bin = (command: string) => path.join(repository, 'node_modules/.bin', command);

const tools: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['types', 'astro', ['check', '--minimumSeverity', 'warning']],
  ['types of the service worker', 'tsc', ['--project', 'src/worker']],
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.mjs', 'src']],
];

/** Runs a program with the words that it is told, in sight; whether it ended well. */
function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return spawnSync(command, args, { stdio: 'inherit', cwd: repository, env }).status === 0;
}

/** `npm ci --omit=dev` leaves the tools of development out; `astro check` is one of them that is no command of its own. */
const isInstalled = (command: string) =>
  existsSync(command === 'astro' ? path.join(repository, 'node_modules/@astrojs/check') : bin(command));

const args = process.argv.slice(2);
const content = args.filter((word) => word !== '--content');
const isContentOnly = content.length < args.length || args.some((word) => /^--(?:root|help)\b/.test(word));
const isSound = run(process.execPath, [path.join(repository, 'src/cli/check.ts'), ...content]);
if (isContentOnly) process.exit(isSound ? 0 : 1);

if (args.includes('--fix')) run(bin('biome'), ['check', '--write', '.']);
const checked = tools
  .filter(([, command]) => isInstalled(command))
  .map(([name, command, words]) => ({ name, isSound: run(bin(command), words) }));
const source = path.join(repository, 'src');
const ofLanguages = [...languageLiterals(source), ...languageWords(source)];
for (const one of ofLanguages) console.log(one);
checked.push({ name: 'languages', isSound: ofLanguages.length === 0 });
const left = tools.filter(([, command]) => !isInstalled(command)).map(([name]) => name);
const wrong = [{ name: 'content', isSound }, ...checked].filter((one) => !one.isSound);
console.log(
  `\nChecked: ${['content', ...checked.map(({ name }) => name)].join('; ')}.` +
    (left.length > 0 ? ` Not checked, for want of the development packages (npm ci): ${left.join('; ')}.` : '') +
    (wrong.length > 0 ? ` Errors, see above: ${wrong.map(({ name }) => name).join('; ')}.` : ' No errors.'),
);
process.exitCode = wrong.length > 0 ? 1 : 0;
