import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { former, packaging, sweepPackagings } from '../build/leftovers.ts';
import { checkTarget, isThere, replaceTarget } from '../build/target.ts';
import { makeTemporary, removeTemporary } from '../build/temporary.ts';
import { listFiles } from '../files.ts';
import type { catalog } from '../site/catalog.ts';
import { lists } from '../site/lists.ts';
import { sayIn, textIn, textsOf } from '../text/languages.ts';
import { writeZip } from '../zip.ts';
import type { BagInfo } from './bag.ts';
import { writeBag } from './bag.ts';
import { writeCompressed } from './compressed.ts';
import { unsafePaths } from './names.ts';
import { verifyCopy } from './verify.ts';

/** Why a built edition cannot be packed, in words for the person who asked for it. */
export class NotPacked extends Error {}

type Catalog = ReturnType<typeof catalog>;

/** What was made, as paths. */
export interface Packages {
  /** The edition as one file for readers. */
  readonly zip: string;
  /** The bag as a folder. */
  readonly bag: string;
  /** The same bag as one file (RFC 8493, section 4). */
  readonly serialized: string;
  /** A copy of the edition with compressed files beside those of text, if it was asked for. */
  readonly host?: string;
  /** The copy for a host that was there before and is not made again. */
  readonly gone?: string | undefined;
}

/** The first lines of a list of faults, and how many there are. */
const some = (faults: readonly string[]): string =>
  [...faults.slice(0, 5), ...(faults.length > 5 ? [`and ${faults.length - 5} more`] : [])].join('\n');

/** @throws {@link NotPacked} if the folder is no built edition, or not as it was built */
async function proveWhole(site: string): Promise<void> {
  const shown = path.relative(process.cwd(), site) || '.';
  const verification = await verifyCopy(site).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new NotPacked(`${shown}/ is not a built edition: it has no ${lists.manifest}. Run first: npm run build`);
  });
  const faults = [
    ...verification.missing.map((file) => `missing: ${file}`),
    ...verification.changed.map((file) => `changed: ${file}`),
    ...verification.extra.map((file) => `extra:   ${file}`),
    ...verification.unreadable.map((line) => `${lists.manifest}:${line}`),
  ];
  if (verification.files === 0) faults.push(`${lists.manifest} lists no files`);
  if (faults.length > 0) {
    throw new NotPacked(`${some(faults)}\n${shown}/ does not match its manifest. Build it again: npm run build`);
  }
}

/** The day of the newest version: the date of the packages, whenever they are made. */
const dateOf = ({ articles }: Catalog): string =>
  articles
    .flatMap(({ versions }) => versions.map(({ date }) => date))
    .sort()
    .at(-1) ?? '1980-01-01';

/** `estenad-2026-11-21`: the edition's English name and the date. */
function nameOf(about: Catalog): string {
  const name = sayIn(about.name, 'en')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name || 'edition'}-${dateOf(about)}`;
}

/** Whether a folder holds the packages of one edition, and nothing else but what a Mac leaves where it has looked. */
async function arePackages(folder: string, names: readonly string[]): Promise<boolean> {
  const name = names.find((one) => /-\d{4}-\d\d-\d\d\.zip$/.test(one))?.slice(0, -'.zip'.length);
  const own = [`${name}.zip`, `${name}-bag`, `${name}-bag.zip`];
  return (
    own.every((one) => names.includes(one)) &&
    names.every((one) => own.includes(one) || one === `${name}-host` || one === '.DS_Store') &&
    (await isThere(path.join(folder, `${name}-bag`, 'bagit.txt')))
  );
}

/** The edition by its names, and what it is. */
function describedAs({ name, description }: Catalog, language: string): string {
  const own = textIn(name, language);
  const others = textsOf(name).flatMap((one) => (one.language === own.language ? [] : [one.value]));
  const called = others.length > 0 ? `${own.value} (${others.join('; ')})` : own.value;
  return `${called}: ${sayIn(description, language)}`;
}

/** What a bag says of itself (RFC 8493, section 2.2.2), from the edition's catalog. */
function infoOf(about: Catalog, name: string): BagInfo {
  return [
    ['Source-Organization', sayIn(about.publisher, 'en')],
    ['External-Description', describedAs(about, 'en')],
    ...textsOf(about.description)
      .filter(({ language }) => language !== textIn(about.description, 'en').language)
      .map(({ value }) => ['External-Description', value] as const),
    ['Bagging-Date', dateOf(about)],
    ['External-Identifier', about.url],
    ...about.articles.flatMap(({ versions }) => versions.map(({ url }) => ['External-Identifier', url] as const)),
    ['Internal-Sender-Identifier', name],
    ['Internal-Sender-Description', `The built edition as it is served; data/${lists.catalog} describes every file`],
  ];
}

export interface PackageOptions {
  /** The built edition. */
  readonly site: string;
  /** The folder for the packages. */
  readonly out: string;
  /** Whether to make a copy for hosts that send compressed files as they are. */
  readonly forHost?: boolean;
  /** Told of each step as it starts. */
  readonly onStep?: (step: string) => void;
}

/**
 * Packs a built edition: a ZIP archive for readers, and a BagIt bag, as a folder and as one file, for archives. The same
 * edition gives the same bytes. A former folder of packages is replaced when the new one is complete.
 *
 * @throws {@link NotPacked} if the edition is absent, not as it was built, or has a file name that not every system can write;
 *   {@link ../build/target.ts UnfitTarget} if `out` holds what is no package
 */
export async function packageEdition({
  site,
  out,
  forHost = false,
  onStep = () => {},
}: PackageOptions): Promise<Packages> {
  await sweepPackagings(out);
  await checkTarget(out, (names) => arePackages(out, names), 'not a folder of packages');
  onStep('proof of the edition');
  await proveWhole(site);
  const files = listFiles(site);
  const unsafe = unsafePaths(files);
  if (unsafe.length > 0) {
    throw new NotPacked(
      `${some(unsafe)}\nNot every system can write a file of such a name. Rename it, and build again.`,
    );
  }
  const about: Catalog = JSON.parse(await readFile(path.join(site, lists.catalog), 'utf8'));
  const [date, name] = [dateOf(about), nameOf(about)];
  const bagName = `${name}-bag`;
  const folder = await makeTemporary(path.dirname(out), packaging);
  let gone: string | undefined;
  try {
    const work = path.join(folder, 'packages');
    await mkdir(work);
    onStep('zip');
    await writeZip(path.join(work, `${name}.zip`), { folder: site, files, top: name, date });
    onStep('bag');
    const bag = path.join(work, bagName);
    const bagged = await writeBag(bag, { folder: site, files, info: infoOf(about, name) });
    onStep('bag as one file');
    await writeZip(path.join(work, `${bagName}.zip`), { folder: bag, files: bagged, top: bagName, date });
    if (forHost) {
      onStep('copy for a host');
      await writeCompressed(path.join(work, `${name}-host`), { folder: site, files, date });
    }
    gone = forHost ? undefined : (await readdir(out).catch(() => [])).find((one) => one.endsWith('-host'));
    await replaceTarget(out, work, path.join(folder, former));
  } finally {
    await removeTemporary(folder);
  }
  return {
    zip: path.join(out, `${name}.zip`),
    bag: path.join(out, bagName),
    serialized: path.join(out, `${bagName}.zip`),
    ...(forHost ? { host: path.join(out, `${name}-host`) } : {}),
    gone: gone && path.join(out, gone),
  };
}
