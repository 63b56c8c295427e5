/**
 * The faces of the cards: those of the pages, whole and one file a weight. The pages' own files are cut down to the
 * characters of the edition, and satori cannot draw a file with several weights.
 */
import { readFileSync } from 'node:fs';
import type { Font } from 'satori';
import { faceFiles } from '../fonts/files.ts';
import { directionOf } from '../text/languages.ts';
import { mirrorAnchors } from './anchors.ts';

const files = [
  ['Naskh', 400, faceFiles.naskh],
  ['Naskh', 700, faceFiles.naskhBold],
  ['Serif', 400, faceFiles.serif],
  ['Serif', 700, faceFiles.serifBold],
] as const;

export const cardFonts: readonly Font[] = files.map(([name, weight, file]) => ({
  name,
  weight,
  style: 'normal',
  data: mirrorAnchors(readFileSync(file)),
}));

/** The faces of a text, by its language: its own script's first. */
export const fontFamily = (language: string): string =>
  directionOf(language) === 'rtl' ? 'Naskh, Serif' : 'Serif, Naskh';
