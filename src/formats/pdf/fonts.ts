/** The fonts of the PDF. What can be copied out of a PDF hangs on them: see `readable.ts`. */
import { readFileSync } from 'node:fs';
import { faceFiles } from '../../fonts/files.ts';
import { tableOf } from '../../fonts/sfnt.ts';

/**
 * Stands for the zero-width non-joiner. Typst takes invisible characters out before a font sees them and their place is lost
 * when text is copied. This letter (Arabic mathematical alef) joins to no other as the ZWNJ does, no text has it, and the font
 * draws nothing for it; in the finished file it is a ZWNJ again.
 */
export const zwnjStandIn = '\u{1EE00}';

interface Font {
  readonly data: Buffer;
  readonly characters: ReadonlySet<number>;
}

let loaded: readonly Font[] | undefined;

/** The fonts, read once. */
export function fonts(): readonly Font[] {
  loaded ??= [
    ...[faceFiles.naskh, faceFiles.naskhBold].map((file) => withStandIn(readFileSync(file))),
    ...[faceFiles.serif, faceFiles.serifItalic, faceFiles.serifBold].map((file) => {
      const data = readFileSync(file);
      return { data, characters: new Set(glyphsOf(data).keys()) };
    }),
  ];
  return loaded;
}

/** Whether one of the upright fonts can draw the character. */
export function canDraw(character: string): boolean {
  const code = character.codePointAt(0) as number;
  return fonts().some((font) => font.characters.has(code));
}

/**
 * What the face of code has beside the letters: arrows, relations, brackets, boxes, blocks, shapes, ticks. It is DejaVu Sans Mono
 * 2.37, which the compiler holds in itself and lets nobody read; a test sets each of these.
 */
export const codeSigns: readonly (readonly [first: number, last: number])[] = [
  [0x2190, 0x2213],
  [0x2217, 0x2220],
  [0x2227, 0x222d],
  [0x2234, 0x223d],
  [0x2241, 0x2269],
  [0x2308, 0x2315],
  [0x2335, 0x237a],
  [0x239b, 0x23ae],
  [0x2500, 0x262f],
  [0x270c, 0x2727],
  [0x27e6, 0x27eb],
];

/** Whether code can be set with the character. */
export function canDrawInCode(character: string): boolean {
  const code = character.codePointAt(0) as number;
  return canDraw(character) || codeSigns.some(([first, last]) => first <= code && code <= last);
}

/** The glyph of each character: the `cmap` subtable of format 4 (OpenType 1.9, "cmap"). */
function glyphsOf(font: Buffer): Map<number, number> {
  const cmap = tableOf(font, 'cmap').offset;
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const start = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (start === undefined) throw new RangeError('the font has no character map of format 4');
  const size = font.readUInt16BE(start + 6);
  const glyphs = new Map<number, number>();
  for (let at = start + 14; at < start + 14 + size; at += 2) {
    const last = font.readUInt16BE(at);
    const first = font.readUInt16BE(at + size + 2);
    const delta = font.readUInt16BE(at + 2 * size + 2);
    const offset = font.readUInt16BE(at + 3 * size + 2);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = offset === 0 ? code : font.readUInt16BE(at + 3 * size + 2 + offset + 2 * (code - first));
      if (found !== 0) glyphs.set(code, (found + delta) % 0x10000);
    }
  }
  return glyphs;
}

/**
 * The font with a character map, of format 12, that knows the stand-in too, the empty glyph of U+FEFF; and the replacement
 * character U+FFFD, which none of the fonts has, drawn as the dotted circle in which a letter is missing.
 */
function withStandIn(font: Buffer): Font {
  const glyphs = glyphsOf(font);
  glyphs.set(0xfffd, glyphs.get(0x25cc) as number);
  const characters = new Set(glyphs.keys());
  glyphs.set(zwnjStandIn.codePointAt(0) as number, glyphs.get(0xfeff) as number);
  const groups = [...glyphs].sort(([a], [b]) => a - b);
  const table = Buffer.alloc(28 + 12 * groups.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(16 + 12 * groups.length, 16);
  table.writeUInt32BE(groups.length, 24);
  for (const [index, [code, glyph]] of groups.entries()) {
    for (const [place, value] of [code, code, glyph].entries()) table.writeUInt32BE(value, 28 + 12 * index + 4 * place);
  }
  const padding = Buffer.alloc((4 - (font.length % 4)) % 4);
  const data = Buffer.concat([font, padding, table]);
  const { record } = tableOf(data, 'cmap');
  data.writeUInt32BE(font.length + padding.length, record + 8);
  data.writeUInt32BE(table.length, record + 12);
  return { data, characters };
}
