/** Text as a font shapes it, by HarfBuzz, which is what browsers other than Apple's use. */
import * as harfbuzz from 'harfbuzzjs';

/** A glyph of shaped text. */
export interface Glyph {
  readonly id: number;
  /** The place in the text of the letter that it is of. */
  readonly place: number;
  readonly advance: number;
  /** How far it is drawn from where it would stand: a mark is at its letter. */
  readonly offset: readonly [x: number, y: number];
}

/**
 * Shapes right-to-left texts; the glyphs come in the order of the text.
 *
 * @param file a font, TrueType
 */
export function shaper(file: Uint8Array): (text: string) => readonly Glyph[] {
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(file).buffer));
  const font = new harfbuzz.Font(face);
  return (text) => {
    const buffer = new harfbuzz.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(harfbuzz.Direction.RTL);
    harfbuzz.shape(font, buffer);
    const positions = buffer.getGlyphPositions();
    const glyphs = buffer.getGlyphInfos().map(({ codepoint, cluster }, index): Glyph => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {};
      return { id: codepoint, place: cluster, advance: xAdvance, offset: [xOffset, yOffset] };
    });
    return glyphs.toReversed();
  };
}
