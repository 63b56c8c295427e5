/**
 * satori 0.63.2 adds the height that HarfBuzz gives a mark, which counts upwards, to a coordinate that counts downwards: the
 * vowel signs of Noto Naskh, and the dots of a face that sets them as marks, fly off. The face is given to it with every anchor
 * at the opposite height, so that they land where they belong.
 */
import { tablesOf } from '../fonts/sfnt.ts';

/** The kinds of positioning lookups that hold anchors, and the one that wraps another. */
const cursive = 3;
const markToBase = 4;
const markToMark = 6;
const extension = 9;

/**
 * A copy of a font in whose GPOS table (https://learn.microsoft.com/typography/opentype/spec/gpos) the anchors of marks and of
 * cursive joins are mirrored at the baseline. Marks on ligatures, which Noto Naskh does not position so, are left alone.
 *
 * @param file the font as TrueType or OpenType file, one face
 */
export function mirrorAnchors(file: Uint8Array): Buffer {
  const copy = Buffer.from(file);
  const font = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  const gpos = tablesOf(copy).get('GPOS')?.offset;
  if (gpos === undefined) return copy;
  // Tables share anchors: each is mirrored once.
  const anchors = new Set<number>();
  const add = (base: number, offset: number) => {
    if (offset !== 0) anchors.add(base + offset);
  };
  const list = (at: number) =>
    Array.from({ length: font.getUint16(at) }, (_, index) => font.getUint16(at + 2 + 2 * index));

  const readMarks = (table: number) => {
    const classes = font.getUint16(table + 6);
    const marks = table + font.getUint16(table + 8);
    for (let index = 0; index < font.getUint16(marks); index += 1) add(marks, font.getUint16(marks + 4 + 4 * index));
    const bases = table + font.getUint16(table + 10);
    for (let index = 0; index < font.getUint16(bases) * classes; index += 1) {
      add(bases, font.getUint16(bases + 2 + 2 * index));
    }
  };
  const readCursive = (table: number) => {
    for (let index = 0; index < font.getUint16(table + 4) * 2; index += 1) {
      add(table, font.getUint16(table + 6 + 2 * index));
    }
  };
  const read = (type: number, table: number) => {
    if (type === extension) read(font.getUint16(table + 2), table + font.getUint32(table + 4));
    else if (type === markToBase || type === markToMark) readMarks(table);
    else if (type === cursive) readCursive(table);
  };
  const lookups = gpos + font.getUint16(gpos + 8);
  for (const lookup of list(lookups)) {
    const at = lookups + lookup;
    for (const table of list(at + 4)) read(font.getUint16(at), at + table);
  }
  for (const anchor of anchors) font.setInt16(anchor + 4, -font.getInt16(anchor + 4));
  return copy;
}
