import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '../files.ts';
import { faceFiles, naskhPackage } from '../fonts/files.ts';
import { nameOf, names } from '../fonts/sfnt.ts';
import { packageFolders, packageRoot } from '../root.ts';

/** The file, at the root of a build. */
export const licencesFile = 'licences.txt';

/** The packages of which readers get a part with the edition: their licences want to go with them. */
export const shipped: Readonly<Record<string, string>> = {
  [naskhPackage]: 'the font of the Persian text, on pages and in books cut down to the characters in use',
  '@fontsource-variable/source-serif-4':
    'the font of the Latin text, cut down to the characters in use; PDFs, covers and cards have the same face from @expo-google-fonts/source-serif-4',
  pagefind: 'the search engine and its index, in the folders pagefind/ below search/',
  'sanitize.css': 'the base of the style sheet',
  stemmer: 'the stems of English words, in the script of the search page',
};

/** What the lock file says of a package (npm: package-lock.json, version 3). */
interface LockedPackage {
  readonly version: string;
  readonly license?: string;
}

/** A package by name and version, with its licence as an SPDX expression where it has one. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every package that the lock file names, those for other systems included, so that the list is the same on every machine.
 *
 * @param lock the text of a `package-lock.json`
 */
export function lockedPackages(lock: string): readonly Licensed[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, LockedPackage> };
  const found = Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, { version, license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? 'not stated',
    }));
  const unique = new Map(found.map((one) => [`${one.name}@${one.version}`, one]));
  return [...unique.values()].sort((a, b) => byCodePoint(a.name, b.name) || byCodePoint(a.version, b.version));
}

/** The SIL Open Font License, whole; what stands above it in a file is the font's own. */
const openFontLicence = /^-+\nSIL OPEN FONT LICENSE Version 1\.1[\s\S]*/m;

/** The licence of the Persian face, as the font itself states it: its package has none but its own, of the code. */
async function naskhLicence(): Promise<string> {
  const font = await readFile(faceFiles.naskh);
  const text = (await readFile(faceFiles.openFontLicence, 'utf8')).match(openFontLicence)?.[0];
  if (text === undefined) throw new Error('the text of the Open Font License is not where it was');
  return [nameOf(font, names.copyright), nameOf(font, names.licence), text.trim()].join('\n\n');
}

/** The text of a package's licence, as the package has it: a file, or a folder with one for each of its parts. */
async function licenceText(name: string): Promise<string> {
  if (name === naskhPackage) return naskhLicence();
  const folder = packageFolders()
    .map((packages) => path.join(packages, name))
    .find((one) => existsSync(one));
  if (folder === undefined) throw new Error(`the package ${name} is not installed`);
  const files = listFiles(folder).filter((file) => /^licen[cs]e(?:\.(?:md|txt))?(?:\/[^/]+)?$/i.test(file));
  if (files.length === 0) throw new Error(`${name} has no licence text, which must go with what readers get of it`);
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return texts.map((text) => text.replace(/\r\n?/g, '\n').trim()).join('\n\n');
}

const line = '-'.repeat(80);

/** The versions of all packages: in the repository the lock file, in the package what was made of it (scripts/pack.ts). */
const lockFile = (): string =>
  ['package-lock.json', 'npm-shrinkwrap.json']
    .map((name) => path.join(packageRoot, name))
    .find((file) => existsSync(file)) as string;

/** The licences of everything that the edition contains or was built with, as a text. */
export async function licences(): Promise<string> {
  const lock = await readFile(lockFile(), 'utf8');
  const all = lockedPackages(lock);
  const own = await readFile(path.join(packageRoot, 'LICENSE'), 'utf8');
  const parts = await Promise.all(
    Object.entries(shipped).map(async ([name, what]) => {
      const one = all.find((candidate) => candidate.name === name);
      return `${line}\n${name} ${one?.version}: ${what}\n${name === naskhPackage ? 'OFL-1.1' : one?.licence}\n${line}\n\n${await licenceText(name)}\n`;
    }),
  );
  const counts = Map.groupBy(all, ({ licence }) => licence);
  const byCount = [...counts].sort(([a, x], [b, y]) => y.length - x.length || byCodePoint(a, b));
  return `Licences

The articles: their rights stand on each article's page and in its metadata.

1. The software of this edition

${own.trim()}

2. What readers get with it

${parts.join('\n')}
3. What built it

Every package that the lock file names (${all.length}), with those that only other systems install; nothing of them is in the
edition but what stands under 2.

${byCount.map(([licence, ones]) => `${String(ones.length).padStart(5)}  ${licence}`).join('\n')}

${all.map(({ name, version, licence }) => `${name} ${version}: ${licence}`).join('\n')}
`;
}

/** Writes `/licences.txt`. */
export async function writeLicences(folder: string): Promise<void> {
  await writeFile(path.join(folder, licencesFile), await licences());
}
