/** From the words of a card to its image. */
import { renderAsync } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';
import { type Card, cardSize } from './card.ts';
import { cardFonts } from './fonts.ts';
import { layOut, mayFit, type Setting, titleRoom } from './layout.ts';

/** The sizes of a title, the one that is tried first first. */
const sizes = [120, 88, 66, 58, 50, 44] as const;

/** In the smallest size a title that is still too high is cut after this many lines. */
const mostLines = 4;

async function render(card: Card, setting: Setting): Promise<{ svg: string; height: number }> {
  let height = 0;
  const options: SatoriOptions = {
    ...cardSize,
    fonts: [...cardFonts],
    onNodeDetected: (node) => {
      if (node.key === 'title') height = node.height;
    },
  };
  const svg = await satori(layOut(card, setting) as unknown as Parameters<typeof satori>[0], options);
  return { svg, height };
}

/**
 * Draws a card with the largest title that fits.
 *
 * @returns the drawing as SVG, all text as outlines, and how the title was set
 */
export async function drawCard(card: Card): Promise<{ svg: string; setting: Setting }> {
  for (const size of sizes.filter((one) => mayFit(card.title, one))) {
    const { svg, height } = await render(card, { size });
    if (height <= titleRoom.height) return { svg, setting: { size } };
  }
  const setting = { size: sizes.at(-1) as number, lines: mostLines };
  return { svg: (await render(card, setting)).svg, setting };
}

/**
 * A drawing as PNG. No font of the machine is asked, so that it comes out alike everywhere.
 *
 * @param width in pixels; the height follows
 */
export async function toPng(svg: string, width: number): Promise<Buffer> {
  const options = { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } } as const;
  return (await renderAsync(svg, options)).asPng();
}
