/** What hosts for static files publish of one site at most, as they said on 2026-12-01 (docs/hosting.md). */

import type { SitePath } from '../edition/addresses.ts';
import type { HostName } from '../edition/host-names.ts';

/** The limits of a host; absent where it states none. */
interface Limits {
  readonly name: string;
  readonly files?: number;
  /** Of all files together. */
  readonly bytes?: number;
  /** Of each file. */
  readonly largest?: number;
}

/**
 * GitHub Docs, “GitHub Pages limits”; GitLab Docs, “GitLab.com settings” (Pages) and “GitLab application limits” (files in a Pages
 * website); Cloudflare Docs, “Pages: Limits” (of the free plan; a paid one takes 100,000 files).
 */
export const hosts: Readonly<Record<HostName, Limits>> = {
  'github-pages': { name: 'GitHub Pages', bytes: 1e9 },
  'gitlab-pages': { name: 'GitLab Pages', files: 200_000, bytes: 1e9 },
  'cloudflare-pages': { name: 'Cloudflare Pages', files: 20_000, largest: 25 * 2 ** 20 },
};

/** A built site, as a host sees it. */
export interface Measured {
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly path: SitePath; readonly bytes: number };
}

/** Measures the files of a site, of which there is one at least. */
export const measure = (files: readonly { readonly path: SitePath; readonly bytes: number }[]): Measured => ({
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  largest: files.reduce((most, file) => (file.bytes > most.bytes ? file : most)),
});

/** A size in words for people: `4.5 GB`, `930 MB`. */
export const saySize = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;

const count = (files: number): string => files.toLocaleString('en-US');

/** What a host does not take of a site, each with what to do; nothing of one that it takes. */
export function refusedBy(host: HostName, { files, bytes, largest }: Measured): readonly string[] {
  const { name, ...most } = hosts[host];
  const less =
    'write formats: or versions: latest in content/edition.yaml, or choose another host; see docs/hosting.md';
  return [
    ...(most.files !== undefined && files > most.files
      ? [`${name} publishes ${count(most.files)} files, and there are ${count(files)}: ${less}`]
      : []),
    ...(most.bytes !== undefined && bytes > most.bytes
      ? [`${name} publishes ${saySize(most.bytes)}, and there are ${saySize(bytes)}: ${less}`]
      : []),
    ...(most.largest !== undefined && largest.bytes > most.largest
      ? [
          `${name} takes no file of more than ${saySize(most.largest)}, and ${largest.path} has ${saySize(largest.bytes)}`,
        ]
      : []),
  ];
}
