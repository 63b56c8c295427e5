/** BagIt 1.0 (RFC 8493): files for preservation, with what proves that they are whole. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { oneLine } from '../text/one-line.ts';

/** Both are asked for or accepted by every archive; section 2.4 recommends SHA-512. */
const algorithms = ['sha256', 'sha512'] as const;

/** A line of `bag-info.txt` (section 2.2.2). */
export type BagInfo = readonly (readonly [label: string, value: string])[];

type Digests = Readonly<Record<(typeof algorithms)[number], string>>;

const digestsOf = (content: Uint8Array): Digests =>
  Object.fromEntries(
    algorithms.map((algorithm) => [algorithm, createHash(algorithm).update(content).digest('hex')]),
  ) as Digests;

/** A path as manifests write it: line ends and the percent sign encoded (section 2.1.3). */
const written = (file: string): string =>
  file.replace(/[%\r\n]/g, (character) => encodeURIComponent(character).toUpperCase());

const manifestOf = (algorithm: keyof Digests, entries: readonly (readonly [string, Digests])[]): string =>
  entries.map(([file, digests]) => `${digests[algorithm]}  ${written(file)}\n`).join('');

/** A value on one line: a line that does not open a new element must be indented, and none of ours has to be long. */

/**
 * Writes a bag: a copy of files below `data/`, the manifests, and the tag files with theirs.
 *
 * @param target the bag's folder, made here
 * @param folder where the files lie
 * @param files their paths below it, sorted
 * @param info what is known of them; `Payload-Oxum` and `Bag-Size` are added
 * @returns the paths of all files of the bag, sorted
 */
export async function writeBag(
  target: string,
  { folder, files, info }: { folder: string; files: readonly string[]; info: BagInfo },
): Promise<string[]> {
  const payload: [string, Digests][] = [];
  let bytes = 0;
  for (const file of files) {
    // Read once: what is copied is what was digested.
    const content = await readFile(path.join(folder, file));
    const copy = path.join(target, 'data', file);
    await mkdir(path.dirname(copy), { recursive: true });
    await writeFile(copy, content);
    payload.push([`data/${file}`, digestsOf(content)]);
    bytes += content.length;
  }
  const lines = [
    ...info,
    ['Bag-Size', `${(bytes / 1e6).toFixed(1)} MB`] as const,
    ['Payload-Oxum', `${bytes}.${files.length}`] as const,
  ];
  const tags: [string, string][] = [
    ['bag-info.txt', lines.map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')],
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    ...algorithms.map((algorithm): [string, string] => [`manifest-${algorithm}.txt`, manifestOf(algorithm, payload)]),
  ];
  const tagDigests = tags.map(([file, content]) => [file, digestsOf(Buffer.from(content))] as const);
  const all: [string, string][] = [
    ...tags,
    ...algorithms.map((algorithm): [string, string] => [
      `tagmanifest-${algorithm}.txt`,
      manifestOf(algorithm, tagDigests),
    ]),
  ];
  for (const [file, content] of all) await writeFile(path.join(target, file), content);
  return [...all.map(([file]) => file), ...payload.map(([file]) => file)].sort((a, b) => (a < b ? -1 : 1));
}
