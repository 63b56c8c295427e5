import { createReadStream, createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { IsoDate } from './text/calendar.ts';

/**
 * Writes files into a ZIP archive, below one folder. The bytes follow from the files alone: the order is that of the list,
 * every entry has the date that is given, and none a trace of the machine. Names are marked as UTF-8; ZIP64 is used where
 * there are more than 65,535 entries or 4 GB. One file at a time is in memory, and that only in part.
 *
 * @param target the archive
 * @param folder where the files lie
 * @param files their paths below it
 * @param top the folder in the archive that holds them
 * @param date the date of every entry
 */
export async function writeZip(
  target: string,
  { folder, files, top, date }: { folder: string; files: readonly string[]; top: string; date: IsoDate },
): Promise<void> {
  const zip = new ZipFile();
  // A ZIP entry's date is a local one without a zone: made from its parts, it is the same in every zone.
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const options = { mtime: new Date(year, month - 1, day), mode: 0o100644, forceDosTimestamp: true };
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  for (const file of files) {
    zip.addReadStreamLazy(`${top}/${file}`, options, (hand) => {
      const content = createReadStream(path.join(folder, file));
      content.on('error', (error) => zip.emit('error', error));
      hand(null, content);
    });
  }
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(target)), failed]);
}
