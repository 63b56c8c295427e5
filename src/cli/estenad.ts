/** The command `estenad`: `estenad COMMAND …` runs the module of the command, as `npm run COMMAND -- …` does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../root.ts';

/** What each command is for, and how it is begun. */
const commands: Readonly<Record<string, readonly [what: string, begin: () => Promise<unknown>]>> = {
  new: ['starts an edition, an article, a version; releases one; imports references', () => import('./new.ts')],
  dev: ['shows the edition while you write, each change at once', () => import('./dev.ts')],
  check: ['checks the content: names file, line, fault and fix', () => import('./check.ts')],
  build: ['builds the edition into dist/', () => import('./build.ts')],
  serve: ['serves the built edition on this machine', () => import('./serve.ts')],
  package: ['packs the built edition: a zip for readers, a bag for archives', () => import('./package.ts')],
  verify: ['proves a copy of the built edition against its digests', () => import('./verify.ts')],
};

const usage = [
  'estenad COMMAND [options]',
  '',
  ...Object.entries(commands).map(([name, [what]]) => `  ${name.padEnd(8)} ${what}`),
  '',
  'estenad COMMAND --help shows its options; estenad --version the version.',
].join('\n');

const [name = '--help'] = process.argv.slice(2);
if (name === '--help' || name === 'help') console.log(usage);
else if (name === '--version') {
  console.log(JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')).version);
} else if (Object.hasOwn(commands, name)) {
  // The module reads its own words from the line, and may begin a second process with them.
  process.argv.splice(2, 1);
  await commands[name]?.[1]();
} else {
  console.error(`there is no command "${name}"\n\n${usage}`);
  process.exitCode = 1;
}
