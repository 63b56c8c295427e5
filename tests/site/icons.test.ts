import { expect, test } from 'vitest';
import { toPng } from '../../src/cards/draw.ts';
import { ico, manifestOf } from '../../src/site/icons.ts';
import { harbour } from '../helpers/harbour.ts';
import { theme } from '../helpers/theme.ts';

test('an icon of Windows has a directory of its images, and each image where the directory says', async () => {
  const sizes = [16, 32, 48];
  const images = await Promise.all(sizes.map(async (size) => ({ size, png: await toPng(theme.icon, size) })));
  const icon = ico(images);
  // ICONDIR: reserved, type 1 (an icon), how many; ICONDIRENTRY, 16 bytes each.
  expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([0, 1, 3]);
  let end = 6 + 16 * 3;
  for (const [index, { size, png: image }] of images.entries()) {
    const at = 6 + 16 * index;
    const [length, offset] = [icon.readUInt32LE(at + 8), icon.readUInt32LE(at + 12)];
    // Width, height, no palette, reserved; one plane of 32 bits.
    expect([...icon.subarray(at, at + 4)]).toEqual([size, size, 0, 0]);
    expect([icon.readUInt16LE(at + 4), icon.readUInt16LE(at + 6)]).toEqual([1, 32]);
    expect([offset, length]).toEqual([end, image.length]);
    // The signature of PNG, and the size in its first chunk (PNG, third edition, sections 5.2 and 11.2.1).
    const png = icon.subarray(offset, offset + length);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    end += length;
  }
  expect(icon.length).toBe(end);
});

test('the web app manifest names the edition in its language, its page and its icons', async () => {
  const edition = await harbour();
  for (const [language, dir, start] of [
    ['fa', 'rtl', './'],
    ['en', 'ltr', './en/'],
  ] as const) {
    const name = edition.name[language];
    expect(manifestOf(edition, language)).toMatchObject({
      ...{ name, short_name: name, description: edition.description[language], lang: language, dir },
      ...{ id: start, start_url: start, scope: './', display: 'minimal-ui' },
      icons: [
        { sizes: '192x192', type: 'image/png', purpose: 'any' },
        { sizes: '512x512', type: 'image/png', purpose: 'any' },
        { sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ],
    });
  }
});
