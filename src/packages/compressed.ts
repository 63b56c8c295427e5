import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mediaTypeOf } from '../build/catalog.ts';

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
 * Writes a copy of a site in which every file of text has its compressed forms beside it, `FILE.br` (RFC 7932) and `FILE.gz`
 * (RFC 1952), for hosts that send them as they are.
 *
 * @param target the copy's folder, made here
 * @param folder the built site
 * @param files its files
 */
export async function writeCompressed(
  target: string,
  { folder, files }: { folder: string; files: readonly string[] },
): Promise<void> {
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const copy = path.join(target, file);
      await mkdir(path.dirname(copy), { recursive: true });
      await copyFile(path.join(folder, file), copy);
      if (!isText(file)) continue;
      const content = await readFile(copy);
      if (content.length < leastBytes) continue;
      for (const [ending, encode] of Object.entries(encoders))
        await writeFile(`${copy}.${ending}`, await encode(content));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
