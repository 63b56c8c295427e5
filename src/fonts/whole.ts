import { readFile } from 'node:fs/promises';
import { create } from 'fontkitten';
import fontverter from 'fontverter';

/** A face before it is cut. */
export interface WholeFont {
  /** As TrueType or OpenType, whatever its file is. */
  readonly font: Buffer;
  /** The code points for which it has a glyph. */
  readonly characters: ReadonlySet<number>;
}

/** By the file they come from: many texts are set in few faces. */
const read = new Map<string, Promise<WholeFont>>();

async function readFont(file: string): Promise<WholeFont> {
  const font = await fontverter.convert(await readFile(file), 'truetype');
  const parsed = create(font);
  if (parsed.isCollection) throw new RangeError(`${file} is a collection of fonts`);
  return { font, characters: new Set(parsed.characterSet) };
}

/** Reads a font file once: TrueType, OpenType, WOFF or WOFF2. */
export function wholeFont(file: string): Promise<WholeFont> {
  const known = read.get(file) ?? readFont(file);
  read.set(file, known);
  return known;
}
