/**
 * The fonts of a PDF (ISO 32000-1, 9.6 and 9.7). Read are those that Typst embeds: Type 0 with the encoding Identity-H over a
 * TrueType font program, or over one in the Compact Font Format, as the mathematical face is. Of another one nothing is known, so nothing is claimed: it fails the first condition that asks for it.
 */
import { PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { cffOf } from '../../fonts/cff.ts';
import { tablesOf } from '../../fonts/sfnt.ts';
import { dictIn, hasEntry, itemsIn, nameIn, numberIn, streamIn, textIn } from './objects.ts';

export interface Font {
  readonly dict: PDFDict;
  readonly name: string;
  readonly subtype: string;
  /** Of a Type 0 font: its descendant. */
  readonly descendant: PDFDict | undefined;
  readonly descriptor: PDFDict | undefined;
  readonly isEmbedded: boolean;
  /** Whether the glyphs of its codes are known. */
  readonly isRead: boolean;
  /** The character identifiers that the embedded font program has a glyph for; nothing where that is not known. */
  readonly cids: readonly number[] | undefined;
  /** What the glyph of a code is in the embedded font program. */
  readonly glyphOf: (
    code: number,
  ) => { readonly id: number; readonly isThere: boolean; readonly width: number } | undefined;
  /** The width that the font dictionary gives the code. */
  readonly widthOf: (code: number) => number;
  /** The text of a code, as the map of the font says it. */
  readonly textOf: (code: number) => string | undefined;
}

/** Reads a font dictionary. */
export function fontOf(dict: PDFDict): Font {
  const subtype = nameIn(dict, 'Subtype') ?? '';
  const [first] = itemsIn(dict, 'DescendantFonts');
  const descendant = first instanceof PDFDict ? first : undefined;
  const descriptor = dictIn(descendant ?? dict, 'FontDescriptor');
  const program = programOf(descriptor);
  const toGlyph = nameIn(descendant, 'CIDToGIDMap') === 'Identity' ? undefined : streamIn(descendant, 'CIDToGIDMap');
  const isRead =
    subtype === 'Type0' &&
    nameIn(dict, 'Encoding') === 'Identity-H' &&
    program !== undefined &&
    (program.cids !== undefined || hasMap(descendant));
  const widths = widthsOf(descendant);
  const texts = textsOf(streamIn(dict, 'ToUnicode'));
  const glyphOfCid = program?.cids && new Map(program.cids.map((cid, glyph) => [cid, glyph]));
  const glyphIdOf = (code: number) =>
    glyphOfCid
      ? (glyphOfCid.get(code) ?? 0)
      : toGlyph === undefined
        ? code
        : 2 * code + 1 < toGlyph.length
          ? toGlyph.readUInt16BE(2 * code)
          : 0;
  return {
    dict,
    name: nameIn(dict, 'BaseFont') ?? '',
    subtype,
    descendant,
    descriptor,
    isEmbedded: ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor && hasEntry(descriptor, key)),
    isRead,
    get cids() {
      if (!isRead || program === undefined) return undefined;
      if (program.cids !== undefined) return program.cids;
      if (toGlyph === undefined) return Array.from({ length: program.glyphs }, (_, id) => id);
      return Array.from({ length: toGlyph.length >> 1 }, (_, cid) => cid).filter((cid) => glyphIdOf(cid) > 0);
    },
    glyphOf: (code) => {
      if (!isRead || program === undefined) return undefined;
      const id = glyphIdOf(code);
      return { id, isThere: id < program.glyphs, width: program.widthOf(id) };
    },
    widthOf: (code) => widths.get(code) ?? numberIn(descendant, 'DW') ?? 1000,
    textOf: (code) => texts.get(code),
  };
}

const hasMap = (descendant: PDFDict | undefined): boolean =>
  nameIn(descendant, 'CIDToGIDMap') === 'Identity' || streamIn(descendant, 'CIDToGIDMap') !== undefined;

/** What is known of an embedded font program. */
interface Program {
  readonly glyphs: number;
  readonly widthOf: (glyph: number) => number;
  /** The characters of its glyphs, where the program itself says them. */
  readonly cids?: readonly number[] | undefined;
}

function programOf(descriptor: PDFDict | undefined): Program | undefined {
  const compact = streamIn(descriptor, 'FontFile3');
  if (compact === undefined) return trueTypeOf(descriptor);
  const kind = nameIn(streamOf(descriptor, 'FontFile3')?.dict, 'Subtype');
  return kind === 'CIDFontType0C' ? cffOf(compact) : undefined;
}

/** The number of the glyphs of an embedded TrueType program, and their widths in thousandths of an em. */
function trueTypeOf(descriptor: PDFDict | undefined): Program | undefined {
  const font = streamIn(descriptor, 'FontFile2');
  if (font === undefined) return undefined;
  const tables = tablesOf(font);
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((tag) => tables.get(tag)?.offset);
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined;
  const em = font.readUInt16BE(head + 18);
  const measured = font.readUInt16BE(hhea + 34);
  return {
    glyphs: font.readUInt16BE(maxp + 4),
    widthOf: (glyph) => (1000 * font.readUInt16BE(hmtx + 4 * Math.min(glyph, measured - 1))) / em,
  };
}

/** The widths of a CIDFont (ISO 32000-1, 9.7.4.3): a code with a list, or a range with one width. */
function widthsOf(descendant: PDFDict | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  const items = itemsIn(descendant, 'W');
  const numberAt = (index: number): number | undefined => asNumber(items[index]);
  for (let index = 0; index < items.length; ) {
    const first = numberAt(index) ?? 0;
    const last = numberAt(index + 1);
    if (last !== undefined) {
      for (let code = first; code <= Math.min(last, 0xffff); code += 1) widths.set(code, numberAt(index + 2) ?? 0);
      index += 3;
    } else {
      const list = items[index + 1];
      const all = list && 'asArray' in list ? (list as { asArray(): PDFObject[] }).asArray() : [];
      for (const [place, width] of all.entries()) widths.set(first + place, asNumber(width) ?? 0);
      index += 2;
    }
  }
  return widths;
}

const asNumber = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFNumber ? value.asNumber() : undefined;

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The texts of codes: what `bfchar` and `bfrange` of a ToUnicode map say (ISO 32000-1, 9.10.3). */
export function textsOf(map: Buffer | undefined): Map<number, string> {
  const texts = new Map<number, string>();
  const code = (hex: string | undefined): number => Number.parseInt(hex ?? '', 16);
  for (const [, kind, body = ''] of map?.toString('latin1').matchAll(/begin(bfchar|bfrange)\s(.*?)end\1/gs) ?? []) {
    if (kind === 'bfchar')
      for (const [, from, text = ''] of body.matchAll(/<([0-9a-f]+)>\s*<((?:[0-9a-f]{4})*)>/gi))
        texts.set(code(from), fromHex(text));
    for (const [, from, to, text = ''] of kind === 'bfrange'
      ? body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<((?:[0-9a-f]{4})+)>/gi)
      : []) {
      const start = fromHex(text);
      const last = start.charCodeAt(start.length - 1);
      for (let at = code(from); at <= code(to); at += 1)
        texts.set(at, start.slice(0, -1) + String.fromCharCode(last + at - code(from)));
    }
  }
  return texts;
}

/** What is said of the characters of a CIDFont or of a map of codes to them (9.7.3). */
export function systemOf(dict: PDFDict | undefined): { registry?: string; ordering?: string; supplement?: number } {
  const info = dictIn(dict, 'CIDSystemInfo');
  const [registry, ordering, supplement] = [
    textIn(info, 'Registry'),
    textIn(info, 'Ordering'),
    numberIn(info, 'Supplement'),
  ];
  return {
    ...(registry === undefined ? {} : { registry }),
    ...(ordering === undefined ? {} : { ordering }),
    ...(supplement === undefined ? {} : { supplement }),
  };
}

/** The stream of an entry, of which the dictionary is asked. */
export function streamOf(dict: PDFDict | undefined, key: string): PDFStream | undefined {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFStream ? value : undefined;
}
