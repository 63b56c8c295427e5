/** Files of word processors, which are zip archives: looked into before pandoc reads them. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { Refusal } from '../files.ts';

/** In bytes, of all that an archive unpacks to: one that is small and unpacks to more is none of a writer. */
const mostUnpacked = 1_000_000_000;

/**
 * The bytes of a file of a word processor.
 *
 * @param main what the archive must hold
 * @throws {@link Refusal} if it is encrypted, damaged, has macros or is none
 */
export async function packedBytes(file: string, name: string, main: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  // An OLE compound file: what Word makes of a document with a password, and what the old Word wrote.
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    throw new Refusal(
      `${name} is encrypted, or a file of an old Word`,
      'save it as it is without a password, as .docx',
    );
  let size = 0;
  const names = new Set<string>();
  let manifest: Uint8Array | undefined;
  try {
    const looked = unzipSync(bytes, {
      filter: (entry) => {
        size += entry.originalSize;
        names.add(entry.name);
        return entry.name === 'META-INF/manifest.xml' && entry.originalSize < 10_000_000;
      },
    });
    manifest = looked['META-INF/manifest.xml'];
  } catch {
    throw new Refusal(
      `${name} is damaged: its archive cannot be opened`,
      'open it in the program that made it, and save it again',
    );
  }
  if (size > mostUnpacked)
    throw new Refusal(`${name} unpacks to ${Math.round(size / 1e6)} MB`, 'make its images smaller');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new Refusal(`${name} is encrypted`, 'save it without a password');
  if (!names.has(main))
    throw new Refusal(`${name} holds no ${main}: it is another kind of file`, 'save the manuscript again');
  if ([...names].some((entry) => /(?:^|\/)vbaProject\.bin$|^Basic\//.test(entry)))
    throw new Refusal(`${name} holds macros`, 'save it without macros');
  return bytes;
}
