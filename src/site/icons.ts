import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { toPng } from '../cards/draw.ts';
import { markOnGround } from '../cards/mark.ts';
import { icons, inLanguage, pages, webManifest } from '../edition/addresses.ts';
import { type Edition, rootLanguage } from '../edition/model.ts';
import { directionOf, type Language, sayIn } from '../text/languages.ts';

/**
 * Images as one Windows icon: a directory, then the PNG files themselves
 * (https://learn.microsoft.com/previous-versions/ms997538).
 */
export function ico(images: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/**
 * A web app manifest (https://www.w3.org/TR/appmanifest/). Addresses in it count from the manifest, so that it holds under any
 * path. The pages' own addresses are to be cited: the window keeps a way to them.
 */
export function manifestOf(edition: Edition, language: Language) {
  const icon = (src: string, size: number, purpose: 'any' | 'maskable') => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  return {
    name: sayIn(edition.name, language),
    short_name: sayIn(edition.name, language),
    description: sayIn(edition.description, language),
    lang: language,
    dir: directionOf(language),
    id: `./${inLanguage(pages.landing, language, rootLanguage(edition))}`,
    start_url: `./${inLanguage(pages.landing, language, rootLanguage(edition))}`,
    scope: './',
    display: 'minimal-ui',
    theme_color: edition.theme.colours.light.paper,
    background_color: edition.theme.colours.light.paper,
    icons: [
      icon(icons.small, 192, 'any'),
      icon(icons.large, 512, 'any'),
      icon(icons.maskable, 512, 'maskable'),
      { src: icons.mark, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
}

/** Writes every icon from the one mark, and a web app manifest in each language. */
export async function writeIcons(edition: Edition, folder: string): Promise<void> {
  const { icon } = edition.theme;
  const onGround = markOnGround(edition.theme);
  await mkdir(path.join(folder, path.dirname(icons.small)), { recursive: true });
  await writeFile(path.join(folder, icons.mark), icon);
  const write = async (file: string, svg: string, size: number) =>
    writeFile(path.join(folder, file), await toPng(svg, size));
  await write(icons.small, icon, 192);
  await write(icons.large, icon, 512);
  await write(icons.maskable, onGround, 512);
  await write(icons.appleTouch, onGround, 180);
  const sizes = await Promise.all([16, 32, 48].map(async (size) => ({ size, png: await toPng(icon, size) })));
  await writeFile(path.join(folder, icons.favicon), ico(sizes));
  for (const language of edition.languages) {
    const manifest = `${JSON.stringify(manifestOf(edition, language), null, 2)}\n`;
    await writeFile(path.join(folder, webManifest(language)), manifest);
  }
}
