import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unicodeRange } from '../fonts/faces.ts';
import { readFaces } from '../fonts/web.ts';

/** The script that holds the faces; `client/folder-faces.ts` asks for it. */
const facesFile = 'faces.js';

/**
 * Writes the faces of the pages as a script, for a browser that loads no font of a page that is opened from a folder.
 *
 * @param fonts the folder of the fonts
 * @param site the folder of the built edition
 */
export async function writeFolderFaces(fonts: string, site: string): Promise<void> {
  const faces = await Promise.all(
    (await readFaces(fonts)).map(async ({ family, file, weight, style = 'normal', ranges }) => ({
      family: `${family} in a folder`,
      data: await readFile(path.join(fonts, file), 'base64'),
      weight: typeof weight === 'number' ? `${weight}` : `${weight.min} ${weight.max}`,
      style,
      ...(ranges ? { unicodeRange: unicodeRange(ranges) } : {}),
    })),
  );
  await writeFile(path.join(site, facesFile), `globalThis.estenadFaces = ${JSON.stringify(faces)};\n`);
}
