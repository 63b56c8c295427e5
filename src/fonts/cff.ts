/**
 * What a font program in the Compact Font Format says of its glyphs: for which characters it has one, and how wide they are (Adobe
 * Technical Notes 5176, "CFF", and 5177, "Type 2 Charstring Format").
 */

export interface CffFont {
  readonly glyphs: number;
  /** The character identifier of each glyph, in their order. */
  readonly cids: readonly number[];
  /** The width of a glyph in its own units, 1000 to an em. */
  readonly widthOf: (glyph: number) => number;
}

type Dict = ReadonlyMap<number, readonly number[]>;

/** Operators of dictionaries; those of two bytes begin with 12. */
const operator = { charset: 15, charStrings: 17, private: 18, subrs: 19, defaultWidth: 20, nominalWidth: 21 };
const [fdArray, fdSelect] = [12 * 256 + 36, 12 * 256 + 37];

/** A list of data (5176, section 5), and where what follows it begins. */
function indexAt(data: Buffer, at: number): { items: readonly Buffer[]; end: number } {
  const count = data.readUInt16BE(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = data.readUInt8(at + 2);
  const base = at + 2 + (count + 1) * size;
  const offsets = Array.from({ length: count + 1 }, (_, place) => base + data.readUIntBE(at + 3 + place * size, size));
  return {
    items: Array.from({ length: count }, (_, place) => data.subarray(offsets[place], offsets[place + 1])),
    end: offsets[count] as number,
  };
}

/** A small number of either notation, and its length (5176, table 3; 5177, table 1); nothing of an operator. */
function numberAt(data: Buffer, at: number): { value: number; length: number } | undefined {
  const first = data[at] as number;
  if (first === 28) return { value: data.readInt16BE(at + 1), length: 3 };
  if (first >= 32 && first <= 246) return { value: first - 139, length: 1 };
  if (first >= 247 && first <= 250) return { value: (first - 247) * 256 + (data[at + 1] ?? 0) + 108, length: 2 };
  if (first >= 251 && first <= 254) return { value: -(first - 251) * 256 - (data[at + 1] ?? 0) - 108, length: 2 };
  return undefined;
}

/** A number with a fraction: half bytes up to one of fifteen. */
function realAt(data: Buffer, at: number): { value: number; length: number } {
  let text = '';
  for (let length = 1; ; length += 1) {
    const byte = data[at + length] ?? 0xff;
    for (const half of [byte >> 4, byte & 15]) {
      if (half === 15) return { value: Number(text), length: length + 1 };
      text += '0123456789.EE -'[half] ?? '';
      if (half === 12) text += '-';
    }
  }
}

function dictOf(data: Buffer): Dict {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < data.length; ) {
    const first = data[at] as number;
    const number =
      first === 29
        ? { value: data.readInt32BE(at + 1), length: 5 }
        : first === 30
          ? realAt(data, at)
          : numberAt(data, at);
    if (number) {
      operands.push(number.value);
      at += number.length;
      continue;
    }
    entries.set(first === 12 ? 12 * 256 + (data[at + 1] ?? 0) : first, operands);
    operands = [];
    at += first === 12 ? 2 : 1;
  }
  return entries;
}

/** The identifiers of the glyphs behind the first, which is that of no character (5176, section 13). */
function charsetAt(data: Buffer, at: number, glyphs: number): number[] {
  const cids = [0];
  const format = data.readUInt8(at);
  for (let place = at + 1; cids.length < glyphs; ) {
    const first = data.readUInt16BE(place);
    const left = format === 0 ? 0 : data.readUIntBE(place + 2, format);
    for (let more = 0; more <= left && cids.length < glyphs; more += 1) cids.push(first + more);
    place += 2 + format;
  }
  return cids;
}

/** Which font dictionary each glyph goes by (5176, section 19). */
function selectAt(data: Buffer, at: number, glyphs: number): (glyph: number) => number {
  if (data.readUInt8(at) === 0) return (glyph) => data.readUInt8(at + 1 + glyph);
  const ranges = Array.from({ length: data.readUInt16BE(at + 1) }, (_, index) => at + 3 + 3 * index);
  const chosen = ranges.flatMap((place) => {
    const [first, next] = [data.readUInt16BE(place), data.readUInt16BE(place + 3)];
    return Array.from({ length: Math.max(0, Math.min(next, glyphs) - first) }, () => data.readUInt8(place + 2));
  });
  return (glyph) => chosen[glyph] ?? 0;
}

/** What the outlines of a font have in common: widths, and parts that are called. */
interface Common {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  readonly local: readonly Buffer[];
  readonly global: readonly Buffer[];
}

const part = (parts: readonly Buffer[], number: number): Buffer | undefined =>
  parts[number + (parts.length < 1240 ? 107 : parts.length < 33_900 ? 1131 : 32_768)];

/**
 * The width of an outline: the operand that its first operator has too many (5177, section 3.1), or the one of most glyphs.
 */
function widthOf(outline: Buffer, { defaultWidth, nominalWidth, local, global }: Common): number {
  const stack: number[] = [];
  const run = (code: Buffer, depth: number): number | undefined => {
    for (let at = 0; at < code.length; ) {
      const first = code[at] as number;
      const number = first === 255 ? { value: code.readInt32BE(at + 1) / 65_536, length: 5 } : numberAt(code, at);
      if (number) {
        stack.push(number.value);
        at += number.length;
        continue;
      }
      at += 1;
      if (first === 11) return undefined;
      if (first === 10 || first === 29) {
        const called = part(first === 10 ? local : global, stack.pop() ?? 0);
        const found = called && depth < 10 ? run(called, depth + 1) : undefined;
        if (found !== undefined) return found;
        continue;
      }
      // Moves take one or two operands, the end none or four, stems pairs of them.
      const isWide =
        first === 21
          ? stack.length > 2
          : first === 4 || first === 22
            ? stack.length > 1
            : first === 14
              ? stack.length === 1 || stack.length === 5
              : stack.length % 2 === 1;
      return isWide ? nominalWidth + (stack[0] ?? 0) : defaultWidth;
    }
    return undefined;
  };
  return run(outline, 0) ?? defaultWidth;
}

/** Reads a font program whose glyphs have character identifiers, as `CIDFontType0C` (ISO 32000-1, table 126). */
export function cffOf(data: Buffer): CffFont | undefined {
  const names = indexAt(data, data.readUInt8(2));
  const tops = indexAt(data, names.end);
  const strings = indexAt(data, tops.end);
  const { items: global } = indexAt(data, strings.end);
  const top = dictOf(tops.items[0] ?? Buffer.alloc(0));
  const offset = (dict: Dict, key: number) => dict.get(key)?.at(-1);
  const [outlinesAt, charsetPlace, arrayAt, selectPlace] = [
    operator.charStrings,
    operator.charset,
    fdArray,
    fdSelect,
  ].map((key) => offset(top, key));
  if (outlinesAt === undefined || arrayAt === undefined || selectPlace === undefined || !charsetPlace) return undefined;
  const { items: outlines } = indexAt(data, outlinesAt);
  const commons = indexAt(data, arrayAt).items.map((item): Common => {
    const [size = 0, start = 0] = dictOf(item).get(operator.private) ?? [];
    const own = dictOf(data.subarray(start, start + size));
    const subrs = offset(own, operator.subrs);
    return {
      defaultWidth: offset(own, operator.defaultWidth) ?? 0,
      nominalWidth: offset(own, operator.nominalWidth) ?? 0,
      local: subrs === undefined ? [] : indexAt(data, start + subrs).items,
      global,
    };
  });
  const select = selectAt(data, selectPlace, outlines.length);
  return {
    glyphs: outlines.length,
    cids: charsetAt(data, charsetPlace, outlines.length),
    widthOf: (glyph) => {
      const [outline, common] = [outlines[glyph], commons[select(glyph)]];
      return outline && common ? widthOf(outline, common) : 0;
    },
  };
}
