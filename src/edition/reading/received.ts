/** Finds the file as received that the facts of a version name, and holds it to its release. */
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../faults.ts';
import { mediaTypeOfReceived, mediaTypesOfReceived, type ReceivedFile, type StatedReceived } from '../received.ts';
import { sha256 } from './digests.ts';
import { receivedOf } from './paths.ts';
import type { LineOf } from './yaml.ts';

/** The file as received of a version, as it was found. */
interface Found {
  readonly file?: ReceivedFile;
  readonly faults: readonly Fault[];
  /** That it is not there: what a draft still lacks. */
  readonly open: readonly Fault[];
}

/** In bytes: what a repository of versions can be asked to keep. */
const mostBytes = 50_000_000;

/**
 * Reads the file as received.
 *
 * @param root the folder of the edition
 * @param stated what the facts of the version say of it
 * @param at the file of the facts, and the lines of its fields
 * @param released of a released version its digest, which the entry may lack
 */
export async function findReceived(
  root: string,
  slug: string,
  stated: StatedReceived | undefined,
  at: { readonly file: string; readonly lineOf: LineOf },
  released?: { readonly digest: string | undefined },
): Promise<Found> {
  if (!stated) return { faults: [], open: [] };
  const { name, publish = false } = stated;
  const file = receivedOf(slug, name);
  const fault = (what: string, fix: string): Found => ({
    faults: [{ file: at.file, line: at.lineOf(['received', 'name']), what: `${file} ${what}`, fix }],
    open: [],
  });
  const back = `restore it as it was (git log -- ${file} shows its history); another file gets a name of its own, in a new version`;
  const location = path.join(root, file);
  const folder = await lstat(path.dirname(location)).catch(() => undefined);
  const info = await lstat(location).catch(() => undefined);
  if (!info) {
    if (released) return fault('is missing, and was released', back);
    const { faults: open } = fault('is not there', 'put the file there, correct its name, or remove received');
    return { faults: [], open };
  }
  if (folder?.isSymbolicLink() || info.isSymbolicLink())
    return fault('is a link to another place', 'put the file itself there');
  if (!info.isFile()) return fault('is not a file', 'put a file in its place; received/ has no folders');
  if (info.size === 0) return fault('is empty', 'put the file there again');
  if (info.size > mostBytes)
    return fault(
      `has ${Math.ceil(info.size / 1e6)} MB, and ${mostBytes / 1e6} are allowed`,
      'keep it elsewhere, and remove received',
    );
  if (publish && mediaTypeOfReceived(name) === undefined)
    return fault(
      'has a format that cannot be published',
      `what can are ${Object.keys(mediaTypesOfReceived).join(', ')}; put anything else into a zip, or remove publish`,
    );
  const digest = sha256(await readFile(location));
  if (released && released.digest !== digest)
    return fault(
      released.digest === undefined
        ? 'was released, and its entry in versions.yaml has no digest of it'
        : `has changed since it was released: its sha256 is ${digest} (released: ${released.digest})`,
      released.digest === undefined ? 'restore the entry as it was released' : back,
    );
  return {
    file: { name, bytes: info.size, sha256: digest, isPublished: publish, location },
    faults: [],
    open: [],
  };
}
