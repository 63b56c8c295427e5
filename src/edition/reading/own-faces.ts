/** The faces that an edition brings itself, in `content/fonts/`. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../faults.ts';
import { type FaceSlot, faceSlots, type OwnFaces, pageTypefaces, servedBy } from '../../fonts/faces.ts';
import { wholeFont } from '../../fonts/whole.ts';
import { fontsFolder } from './paths.ts';

const isSlot = (name: string): name is FaceSlot => faceSlots.some((slot) => slot === name);

/** A face that is there brings the one beside it: a text needs both. */
const beside: Readonly<Record<FaceSlot, FaceSlot>> = {
  arabic: 'arabic-bold',
  'arabic-bold': 'arabic',
  latin: 'latin-italic',
  'latin-italic': 'latin',
};

/**
 * Reads which faces an edition brings.
 *
 * @returns the absolute paths of their files, and what is wrong with the folder
 */
export async function readOwnFaces(root: string): Promise<{ faces: OwnFaces; faults: Fault[] }> {
  const names = await readdir(path.join(root, fontsFolder)).catch(() => []);
  const faces: Partial<Record<FaceSlot, string>> = {};
  const faults: Fault[] = [];
  const fault = (name: string, what: string, fix: string) =>
    faults.push({ file: `${fontsFolder}/${name}`, line: 1, what, fix });
  for (const name of names.filter((one) => !one.startsWith('.')).sort()) {
    const { name: slot, ext } = path.parse(name);
    if (isSlot(slot) && /^\.(?:ttf|otf|woff2?)$/.test(ext)) faces[slot] = path.join(root, fontsFolder, name);
    else if (!/^(?:LICEN[CS]E|OFL|README)/i.test(name))
      fault(
        name,
        'is no face of an edition',
        `name it ${faceSlots.join(', ')}, with .ttf, .otf, .woff or .woff2, or remove it`,
      );
  }
  for (const [slot, file] of Object.entries(faces)) {
    const name = path.basename(file);
    const other = beside[slot as FaceSlot];
    if (faces[other] === undefined) fault(name, `stands without ${other}`, `put ${other} beside it`);
    try {
      await wholeFont(file);
    } catch (error) {
      fault(
        name,
        `cannot be read as a font: ${(error as Error).message.split('\n')[0]}`,
        'export it anew, as TrueType or WOFF2',
      );
    }
  }
  return { faces, faults };
}

/**
 * What faces lack that an edition brings: letters of its texts that the faces of the program have. A reader would see them in two
 * faces, in the middle of a word.
 *
 * @param characters of the texts
 */
export async function faultsOfOwnFaces(faces: OwnFaces, characters: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  const common = pageTypefaces({});
  for (const [index, face] of pageTypefaces(faces).entries()) {
    const usual = common[index] as typeof face;
    if (face.from === usual.from) continue;
    const [own, had] = await Promise.all([wholeFont(face.from), wholeFont(usual.from)]);
    const missing = Array.from(face.always + servedBy(face, characters))
      .map((character) => character.codePointAt(0) as number)
      .filter((code) => had.characters.has(code) && !own.characters.has(code));
    if (missing.length === 0) continue;
    const said = [...new Set(missing)].map((code) => String.fromCodePoint(code));
    faults.push({
      file: `${fontsFolder}/${path.basename(face.from)}`,
      line: 1,
      what: `the face lacks ${said.slice(0, 20).join(' ')}${said.length > 20 ? ` and ${said.length - 20} more` : ''}, which the texts or the pages have`,
      fix: 'bring a face that has them, or remove it and the one beside it',
    });
  }
  return faults;
}
