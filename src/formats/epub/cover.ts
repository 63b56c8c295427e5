/** The cover of a book, drawn with the faces of the pages; no font of the machine is asked, so that it comes out alike everywhere. */
import { Resvg } from '@resvg/resvg-js';
import type { Colours } from '../../edition/theme.ts';
import { faceFiles } from '../../fonts/files.ts';
import { escapeXml } from '../../text/escape.ts';
import { directionOf } from '../../text/languages.ts';
import { printable } from '../../text/printable.ts';

/** The words of a cover, from above. */
export interface Cover {
  /** The edition. */
  readonly above: string;
  readonly title: { readonly text: string; readonly language: string };
  /** Authors, journal, version: a paragraph each. */
  readonly below: readonly string[];
  /** Of all but the title. */
  readonly language: string;
  /** Those of the light pages. */
  readonly colours: Colours;
}

/** The size in which it is drawn: the proportions that shops and libraries ask for. */
const drawn = { width: 1600, height: 2560 } as const;

/** The width of the image, in pixels: what the screens of reading systems show. A larger one would be most of the book. */
const imageWidth = 1000;

const font = {
  loadSystemFonts: false,
  fontFiles: [faceFiles.naskh, faceFiles.naskhBold, faceFiles.serif, faceFiles.serifBold],
};

/** The width that a line can have. */
const measure = 1260;

interface Face {
  readonly size: number;
  readonly weight: 400 | 700;
  readonly colour: string;
  readonly language: string;
}

/** Without what would move words about; the joiners of Persian are kept. */
const still = (text: string) => printable(text).replace(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '');

const line = (text: string, { size, weight, colour, language }: Face, y: number): string => {
  const family =
    directionOf(language) === 'rtl' ? 'Noto Naskh Arabic, Source Serif 4' : 'Source Serif 4, Noto Naskh Arabic';
  // The engine's lines are left-to-right: an isolate gives a Persian one its direction (UAX #9, section 2.4).
  const ordered = directionOf(language) === 'rtl' ? `\u2067${text}\u2069` : text;
  return `<text x="${drawn.width / 2}" y="${y}" text-anchor="middle" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeXml(ordered)}</text>`;
};

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${drawn.width}" height="${drawn.height}">${content}</svg>`;

/** The widths of words in size 100, by face: a word is measured once, and wider or narrower as its size is. */
const widths = new Map<string, number>();

function widthOf(text: string, face: Face): number {
  const name = `${face.language} ${face.weight} ${text}`;
  const width = widths.get(name) ?? new Resvg(svg(line(text, { ...face, size: 100 }, 1000)), { font }).getBBox()?.width;
  widths.set(name, width ?? 0);
  return ((width ?? 0) * face.size) / 100;
}

/** A word that is wider than a line, cut to what fits. */
function fitted(word: string, face: Face): { text: string; width: number } {
  let text = word;
  let width = widthOf(text, face);
  while (width > measure) {
    text = `${[...text].slice(0, Math.floor(([...text].length * measure * 0.9) / width)).join('')}…`;
    width = widthOf(text, face);
  }
  return { text, width };
}

/** A text of so many words is shown on no cover; it would be measured for minutes. */
const mostWords = 60;
const mostLetters = 200;

/** The words of a text in lines that fit, as even as they come: the narrowest measure that needs no more lines. */
function linesOf(text: string, face: Face): string[] {
  const space = face.size * 0.28;
  const words = still(text)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((one) => fitted([...one].slice(0, mostLetters).join(''), face));
  const broken = (most: number) => {
    const lines: { text: string; width: number }[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      if (last && last.width + space + word.width <= most)
        lines[lines.length - 1] = { text: `${last.text} ${word.text}`, width: last.width + space + word.width };
      else lines.push(word);
    }
    return lines.map((one) => one.text);
  };
  const { length } = broken(measure);
  let most = measure;
  while (most > measure / 2 && broken(most - 20).length === length) most -= 20;
  return broken(most);
}

/** The sizes of a title, the one that is tried first first, each with the lines that it may have. */
const titleSizes = [
  { size: 150, most: 5 },
  { size: 120, most: 7 },
  { size: 96, most: 9 },
  { size: 72, most: 12 },
] as const;

function titleLines(cover: Cover): { face: Face; lines: string[] } {
  const { text, language } = cover.title;
  const colour = cover.colours.ink;
  for (const { size, most } of titleSizes) {
    const face: Face = { size, weight: 700, colour, language };
    const lines = linesOf(text, face);
    if (lines.length <= most || size === 72) return { face, lines: lines.slice(0, most) };
  }
  throw new RangeError('there is always a last size');
}

/** Draws a cover as PNG. */
export function drawCover(cover: Cover): Uint8Array {
  const { width, height } = drawn;
  const { colours } = cover;
  const frame = (inset: number, stroke: number) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="${colours.frame}" stroke-width="${stroke}"/>`;
  const above: Face = { size: 76, weight: 700, colour: colours.frame, language: cover.language };
  const { face, lines } = titleLines(cover);
  const leading = face.size * (directionOf(face.language) === 'rtl' ? 1.7 : 1.3);
  const title = lines.map((text, index) => line(text, face, 760 + index * leading));
  const small: Face = { size: 60, weight: 400, colour: colours.soft, language: cover.language };
  // From below, so that the last line stands where the frame wants it.
  const below = cover.below.flatMap((text) => linesOf(text, small).slice(0, 3));
  const foot = below.map((text, index) => line(text, small, height - 260 - (below.length - 1 - index) * 108));
  const drawing = svg(
    [
      `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
      frame(70, 10),
      frame(96, 2),
      line(linesOf(cover.above, above)[0] ?? '', above, 340),
      `<rect x="${width / 2 - 90}" y="420" width="180" height="4" fill="${colours.frame}"/>`,
      ...title,
      ...foot,
    ].join(''),
  );
  return new Resvg(drawing, { font, fitTo: { mode: 'width', value: imageWidth } }).render().asPng();
}
