import { createHash } from 'node:crypto';
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mediaTypeOf } from '../hosting/media-types.ts';
import type { IsoDate } from '../text/calendar.ts';

/** Types of text; the others are compressed already. */
const isText = (file: string): boolean =>
  /^text\/|[/+](?:json|xml|linkset\+json|javascript)\b|^application\/x-/.test(mediaTypeOf(file));

/** A smaller file fits into one packet as it is. */
const leastBytes = 1000;

/** How many files are compressed at a time: the threads that Node keeps for it. */
const atOnce = 4;

const encoders = {
  br: (content: Uint8Array) =>
    promisify(brotliCompress)(content, {
      params: {
        // Of 1.67 MB at the highest, 11, it makes 1.85 MB, in a ninth of the time; gzip makes 2.13 MB.
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  gz: (content: Uint8Array) => promisify(gzip)(content, { level: 9 }),
};

/**
 * When a file changed: in the day before a date, at a second that follows from its content. nginx makes its ETag of this time and
 * the length, and rsync compares both. So an edition that is packed again is the same to them, and a page that changed and kept
 * its length, as when it names another style sheet, is not.
 */
function changedAt(date: IsoDate, content: Uint8Array): Date {
  const number = createHash('sha256').update(content).digest().readUInt32BE();
  return new Date(Date.parse(date) - (number % 86_400) * 1000);
}

/**
 * Writes a copy of a site in which every file of text has its compressed forms beside it, `FILE.br` (RFC 7932) and `FILE.gz`
 * (RFC 1952), for hosts that send them as they are.
 *
 * @param target the copy's folder, made here
 * @param folder the built site
 * @param files its files
 * @param date the edition's, from which follows when each file changed
 */
export async function writeCompressed(
  target: string,
  { folder, files, date }: { folder: string; files: readonly string[]; date: IsoDate },
): Promise<void> {
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const copy = path.join(target, file);
      await mkdir(path.dirname(copy), { recursive: true });
      const content = await readFile(path.join(folder, file));
      const time = changedAt(date, content);
      const write = async (to: string, bytes: Uint8Array) => {
        await writeFile(to, bytes);
        await utimes(to, time, time);
      };
      await write(copy, content);
      if (!isText(file) || content.length < leastBytes) continue;
      for (const [ending, encode] of Object.entries(encoders)) await write(`${copy}.${ending}`, await encode(content));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
