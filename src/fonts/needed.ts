/** Which faces the texts need, and which of their characters none has. */
import { furtherTypefaces, type OwnFaces, pageTypefaces, servedBy, type Typeface } from './faces.ts';
import { wholeFont } from './whole.ts';

/** What is drawn by no glyph: spaces, marks of direction, joiners, the selectors of variants. */
const invisible = /[\p{Cc}\p{Cf}\p{Z}\p{Variation_Selector}]/u;

/** Code points as ranges, those that follow one another in one. */
function rangesOf(codes: readonly number[]): (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (const code of codes.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  return ranges;
}

export interface NeededFaces {
  /** Those that every page has, then those that these characters need, each with the ones that it serves. */
  readonly faces: readonly Typeface[];
  /** The characters that no face has: each reader sees them in a face of the device. */
  readonly missing: readonly string[];
}

/**
 * The faces for the characters of texts.
 *
 * @param own those that the edition brings
 */
export async function neededFaces(characters: string, own: OwnFaces = {}): Promise<NeededFaces> {
  const typefaces = pageTypefaces(own);
  let missing = Array.from(characters).filter((character) => !invisible.test(character));
  const serve = async (face: Typeface): Promise<number[]> => {
    const has = (await wholeFont(face.from)).characters;
    const served = new Set(servedBy(face, missing.join('')));
    return missing
      .map((character) => character.codePointAt(0) as number)
      .filter((code) => served.has(String.fromCodePoint(code)) && has.has(code));
  };
  const without = (codes: readonly number[]) =>
    missing.filter((character) => !codes.includes(character.codePointAt(0) as number));
  for (const face of typefaces.filter(({ style, weight }) => style === undefined && weight !== 700))
    missing = without(await serve(face));
  const further: Typeface[] = [];
  for (const face of furtherTypefaces) {
    if (missing.length === 0) break;
    const codes = await serve(face);
    if (codes.length > 0) further.push({ ...face, ranges: rangesOf(codes) });
    // An upright face is followed by its italic, which serves the same.
    if (face.style === 'italic') missing = without(codes);
  }
  return { faces: [...typefaces, ...further], missing };
}

/** The characters that no face has, for the person who builds. */
export function sayMissing(missing: readonly string[]): string {
  const some = missing.slice(0, 20).map((character) => {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    return `${character} (U+${code})`;
  });
  const more = missing.length > some.length ? ` and ${missing.length - some.length} more` : '';
  return `no face of the edition has ${some.join(', ')}${more}: a reader sees these in a face of the device, and PDFs may lack them`;
}
