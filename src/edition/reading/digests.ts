import { createHash } from 'node:crypto';
import type { NoticeEntry, VersionsFile } from './schemas.ts';

/** The sha256 of bytes or UTF-8 text, hexadecimal. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** What is said in the languages that the first seals did not know. */
const inOthers = (said: Readonly<Record<string, string>>) =>
  Object.entries(said)
    .filter(([language]) => language !== 'fa' && language !== 'en')
    .sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The digest of what `versions.yaml` says of a released version: its number, date, kind and summary and the digests of its files.
 * It holds the entry to its release as the other digests hold the files. The seal of the version before goes into it, so that
 * none of a chain can be taken out.
 */
export const sealOf = (entry: Omit<VersionsFile[number], 'seal'>, before: string | undefined): string =>
  sha256(
    JSON.stringify([
      entry.version,
      entry.date,
      entry.digest,
      entry.bibliographyDigest,
      entry.metadataDigest,
      entry.sourceDigest,
      entry.kind,
      entry.summary['fa'],
      entry.summary['en'],
      // Only of an entry that is said in others: those that were sealed before there were any keep their seals.
      ...[inOthers(entry.summary)].filter(({ length }) => length > 0),
      // Only of an entry that has files: those that were sealed before there were any keep their seals.
      ...(entry.files === undefined ? [] : [Object.entries(entry.files).sort(([a], [b]) => (a < b ? -1 : 1))]),
      // As an object, which nothing else in a seal is.
      ...(entry.receivedDigest === undefined ? [] : [{ received: entry.receivedDigest }]),
      ...(before === undefined ? [] : [before]),
    ]),
  );

/** The digest of a notice, with that of the notice before it in the file: none of the chain can be changed or taken out. */
export const sealOfNotice = (notice: Omit<NoticeEntry, 'seal'>, before: string | undefined): string =>
  sha256(
    JSON.stringify([
      notice.version,
      notice.kind,
      notice.date,
      notice.reason['fa'],
      notice.reason['en'],
      ...[inOthers(notice.reason)].filter(({ length }) => length > 0),
      notice.url ?? null,
      notice.doi ?? null,
      notice.licence ?? null,
      before ?? null,
    ]),
  );
