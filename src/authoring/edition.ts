/** Starts an edition in a folder of its own: what people write, how it is built, where it can be published. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { defaultPagesFolder } from '../edition/reading/default-pages.ts';
import { editionFile, pagesFolder } from '../edition/reading/paths.ts';
import { listFiles } from '../files.ts';
import { packageRoot } from '../root.ts';
import { type Done, Refusal, writeFiles } from './files.ts';

/** The files that every new edition gets, as they are. */
const templates = path.join(import.meta.dirname, 'edition-files');

/** The languages of a new edition, as its template says. */
const firstLanguages: readonly string[] = parse(readFileSync(path.join(templates, 'edition.yaml'), 'utf8')).languages;

/** Where a template goes that does not go where it lies: npm packs no file with the name on the right. */
const places: Readonly<Record<string, string>> = { 'edition.yaml': editionFile, gitignore: '.gitignore' };

/** What is needed of `package.json` of the program. */
interface OwnPackage {
  readonly name: string;
  readonly version: string;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const ownPackage = (): OwnPackage => JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));

/** From where npm installed the program, as it remembers it beside the packages; nothing in the repository. */
function installedFrom(name: string): string | undefined {
  const packages = path.dirname(packageRoot);
  const memory = path.join(packages, '.package-lock.json');
  if (path.basename(packages) !== 'node_modules' || !existsSync(memory)) return undefined;
  const lock: { packages: Record<string, { resolved?: string }> } = JSON.parse(readFileSync(memory, 'utf8'));
  return lock.packages[`node_modules/${name}`]?.resolved;
}

/** How `package.json` of an edition in a folder names the program: the tarball where it came from one, else the version. */
export function pinFor(folder: string): string {
  const { name, version } = ownPackage();
  const [, tarball] = /^file:(.*\.tgz)$/.exec(installedFrom(name) ?? '') ?? [];
  if (tarball === undefined) return version;
  // npm remembers a path from the folder that holds node_modules/.
  const file = path.resolve(path.dirname(packageRoot), '..', tarball);
  return `file:${path.relative(folder, file).split(path.sep).join('/')}`;
}

const commands = ['dev', 'check', 'new', 'build', 'serve', 'package', 'verify'];

function packageFile(folder: string): string {
  const { name, allowScripts } = ownPackage();
  const own = path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const file = {
    name: own || 'edition',
    private: true,
    scripts: Object.fromEntries(commands.map((command) => [command, `${name} ${command}`])),
    dependencies: { [name]: pinFor(folder) },
    allowScripts,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The folder above, or the folder itself, that is an edition already. */
function editionAround(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, editionFile))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/**
 * Starts an edition.
 *
 * @param folder a new or empty folder
 * @throws {@link Refusal} if it is not empty, lies inside another edition, or may not be written
 */
export async function newEdition(folder: string): Promise<Done> {
  const shown = path.relative(process.cwd(), folder) || '.';
  const around = editionAround(folder);
  if (around !== undefined)
    throw new Refusal(
      around === folder ? `${shown} is an edition already` : `${shown} lies inside another edition, ${around}`,
      'name a new folder outside of it',
    );
  const present = await readdir(folder).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === 'ENOTDIR') throw new Refusal(`${shown} is a file`, 'name a new folder');
    if (code !== 'ENOENT') throw new Refusal(`${shown} cannot be read (${code})`, 'name a folder that is yours');
    return [];
  });
  if (present.length > 0)
    throw new Refusal(`${shown} is not empty: it has ${present[0]}`, 'name a new or empty folder');
  const files: Record<string, string> = { 'package.json': packageFile(folder) };
  for (const file of listFiles(templates))
    files[places[file] ?? file] = await readFile(path.join(templates, file), 'utf8');
  for (const file of listFiles(defaultPagesFolder).filter((one) =>
    firstLanguages.includes(one.split('.').at(-2) ?? ''),
  ))
    files[`${pagesFolder}/${file}`] = await readFile(path.join(defaultPagesFolder, file), 'utf8');
  let written: string[];
  try {
    await mkdir(folder, { recursive: true });
    written = await writeFiles(folder, files);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    throw new Refusal(`${shown} cannot be written (${code})`, 'name a folder that you may write');
  }
  const { name, version } = ownPackage();
  return {
    written: written.map((file) => path.join(shown, file)),
    notes:
      pinFor(folder) === version
        ? [
            `package.json names ${name} ${version}; where the registry does not have it, install what npm pack makes of the repository`,
          ]
        : [],
    next: [
      `cd ${shown} && npm install`,
      `Write the name, the publisher and the address of the edition into ${editionFile}.`,
      `Rewrite the pages in ${pagesFolder}/; each that is deleted is replaced by a neutral one.`,
      'Start the first article: npm run new -- article SLUG',
      'Build the edition and look at it: npm run build, npm run serve',
      'hosts/README.md says how to publish it.',
    ],
  };
}
