import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sha256 } from '../edition/reading/digests.ts';
import { builtFiles } from '../site/catalog.ts';
import { lists } from '../site/lists.ts';

/** How a copy of a built edition differs from its manifest. */
export interface Verification {
  /** How many files the manifest names. */
  readonly files: number;
  /** Named in the manifest, and not there. */
  readonly missing: readonly string[];
  /** There with another digest. */
  readonly changed: readonly string[];
  /** There, and not named. */
  readonly extra: readonly string[];
  /** Lines of the manifest that are none: `12: text`. */
  readonly unreadable: readonly string[];
}

/**
 * Holds every file of a folder against its `manifest-sha256.txt`, in the form of `sha256sum` (GNU coreutils). Symbolic links
 * are no files of a build; a path that leads out of the folder is none of a manifest. Compressed forms of its files are no extra ones.
 *
 * @throws if there is no manifest
 */
export async function verifyCopy(folder: string): Promise<Verification> {
  const expected = new Map<string, string>();
  const unreadable: string[] = [];
  const manifest = await readFile(path.join(folder, lists.manifest));
  const lines = manifest.toString('utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, index) => {
    const [, digest, file] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    const leadsOut = file === undefined || path.posix.isAbsolute(file) || file.split('/').includes('..');
    if (digest === undefined || leadsOut || expected.has(file)) unreadable.push(`${index + 1}: ${line.slice(0, 200)}`);
    else expected.set(file, digest);
  });
  const found = new Map((await builtFiles(folder, [lists.manifest])).map((file) => [file.path as string, file.sha256]));
  // A copy for a host has compressed forms beside its files, the manifest too: each stands for the file that it holds.
  const whole = new Map([...expected, [lists.manifest as string, sha256(manifest)]]);
  for (const file of [...found.keys()].filter((one) => !expected.has(one))) {
    const of = /^(.+)\.(?:br|gz)$/.exec(file)?.[1];
    if (of === undefined || !whole.has(of)) continue;
    const held = await unpacked(path.join(folder, file)).catch(() => undefined);
    if (held && sha256(held) === whole.get(of)) found.delete(file);
  }
  return {
    files: expected.size,
    missing: [...expected.keys()].filter((file) => !found.has(file)),
    changed: [...expected]
      .filter(([file, digest]) => found.has(file) && found.get(file) !== digest)
      .map(([file]) => file),
    extra: [...found.keys()].filter((file) => !expected.has(file)),
    unreadable,
  };
}

async function unpacked(file: string): Promise<Buffer> {
  const content = await readFile(file);
  return file.endsWith('.br') ? brotliDecompressSync(content) : gunzipSync(content);
}
