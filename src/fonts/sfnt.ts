/** The tables of a font file (OpenType 1.9, "Organization of an OpenType font"). */

/** A table: where its entry stands in the font's directory, and where it lies itself. */
export interface Table {
  readonly record: number;
  readonly offset: number;
  readonly length: number;
}

/** The tables of a font by their tags. */
export function tablesOf(font: Buffer): ReadonlyMap<string, Table> {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const record = 12 + 16 * index;
      const tag = font.toString('latin1', record, record + 4);
      return [tag, { record, offset: font.readUInt32BE(record + 8), length: font.readUInt32BE(record + 12) }];
    }),
  );
}

/** A table that the font must have. */
export function tableOf(font: Buffer, tag: string): Table {
  const table = tablesOf(font).get(tag);
  if (table === undefined) throw new RangeError(`the font has no table ${tag}`);
  return table;
}

/** The platform of Windows, whose strings are UTF-16 (OpenType 1.9, "name"). */
const windows = 3;

/** The numbers of names. */
export const names = { copyright: 0, version: 5, licence: 13 } as const;

/** What a font says of itself: its copyright, version, licence. */
export function nameOf(font: Buffer, id: number): string {
  const { offset } = tableOf(font, 'name');
  const strings = offset + font.readUInt16BE(offset + 4);
  for (let index = 0; index < font.readUInt16BE(offset + 2); index += 1) {
    const record = offset + 6 + 12 * index;
    if (font.readUInt16BE(record) !== windows || font.readUInt16BE(record + 6) !== id) continue;
    const start = strings + font.readUInt16BE(record + 10);
    return Buffer.from(font.subarray(start, start + font.readUInt16BE(record + 8)))
      .swap16()
      .toString('utf16le');
  }
  throw new RangeError(`the font has no name ${id}`);
}
