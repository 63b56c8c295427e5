import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Browser } from 'playwright-core';
import satori from 'satori';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Card, cardSize } from '../../src/cards/card.ts';
import { drawCard, toPng } from '../../src/cards/draw.ts';
import { cardFonts, fontFamily } from '../../src/cards/fonts.ts';
import { ordered } from '../../src/cards/layout.ts';
import { startBrowser } from '../helpers/browser.ts';
import { theme } from '../helpers/theme.ts';

const require = createRequire(import.meta.url);
const fontFiles = [
  '@expo-google-fonts/noto-naskh-arabic/NotoNaskhArabic_700Bold.ttf',
  '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf',
].map((file) => require.resolve(file));

/** Which pixels of a drawing are dark, cut to where ink is. */
function inkOf(svg: string): { width: number; height: number; rows: string[] } {
  const image = new Resvg(svg, { background: '#fff', font: { loadSystemFonts: false, fontFiles } }).render();
  const { width, height, pixels } = image;
  const isInk = (x: number, y: number) => (pixels[(y * width + x) * 4] ?? 255) < 128;
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isInk(x, y)) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const rows = [];
  for (let y = top; y <= bottom; y += 1) {
    let row = '';
    for (let x = left; x <= right; x += 1) row += isInk(x, y) ? '#' : ' ';
    rows.push(row);
  }
  return { width: right - left + 1, height: bottom - top + 1, rows };
}

type Ink = ReturnType<typeof inkOf>;

/** How much of the ink of two drawings is the same, from 0 to 1, one moved by a few pixels. */
function likenessAt(a: Ink, b: Ink, right: number, down: number): number {
  let both = 0;
  let either = 0;
  for (let y = -1; y <= Math.max(a.height, b.height); y += 1) {
    for (let x = -1; x <= Math.max(a.width, b.width); x += 1) {
      const [inA, inB] = [a.rows[y]?.[x] === '#', b.rows[y + down]?.[x + right] === '#'];
      if (inA && inB) both += 1;
      if (inA || inB) either += 1;
    }
  }
  return both / either;
}

/** The same where both lie best on each other: edges differ by a part of a pixel. */
const likeness = (a: Ink, b: Ink): number =>
  Math.max(...[-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => likenessAt(a, b, right, down))));

const drawn = (text: string, fonts = cardFonts) =>
  satori(
    {
      type: 'div',
      props: {
        style: {
          display: 'block',
          direction: 'rtl',
          width: 1180,
          fontFamily: fontFamily('fa'),
          fontSize: 50,
          fontWeight: 700,
        },
        children: text,
      },
    } as unknown as Parameters<typeof satori>[0],
    { width: 1200, height: 140, fonts: [...fonts] },
  );

/** A picture as SVG, so that one program reads both. */
const asSvg = (png: Buffer) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="140"><image width="1200" height="140" href="data:image/png;base64,${png.toString('base64')}"/></svg>`;

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser.close());

/** The same line as a browser shapes and orders it. */
async function inBrowser(html: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 140 } });
  const faces = fontFiles.map(
    (file, index) =>
      `@font-face { font-family: f${index}; src: url(data:font/ttf;base64,${readFileSync(file).toString('base64')}) }`,
  );
  await page.setContent(
    `<style>${faces.join('')} body { margin: 10px; font: 50px/1.6 f0, f1; white-space: nowrap }</style><p dir="rtl">${html}</p>`,
  );
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot();
  await page.close();
  return asSvg(png);
}

describe('Persian on a card', () => {
  test.each([
    'الگوی مدیریت اختلاف‌های قدرت‌های بزرگ',
    'تبیین درگیری قره‌باغ از دیدگاه نظری',
    'مناظرۀ نو- نو و پژوهش چگونگی ژرفا',
    'جُملۀ رؤیا، مسئلۀ أ إ آ؟ لا',
    'در سال ۲۰۱۴ (۱۳۹۳) «دیگران» [۱]: ۴۵–۱۲',
  ])('is shaped and ordered as a browser does it: %s', async (text) => {
    expect(likeness(inkOf(await drawn(ordered(text, 'fa'))), inkOf(await inBrowser(text)))).toBeGreaterThan(0.8);
  });

  test.each([
    ['سازمان NATO (2014) در قفقاز', 'سازمان <bdi dir="ltr">NATO (2014)</bdi> در قفقاز'],
    ['نظریۀ رژیم (Regime Theory) و «دیگران»', 'نظریۀ رژیم <bdi dir="ltr">(Regime Theory)</bdi> و «دیگران»'],
    ['نشانی: doi:10.1234/abc.', 'نشانی: <bdi dir="ltr">doi:10.1234/abc</bdi>.'],
  ])('has Latin runs isolated, their brackets included: %s', async (text, html) => {
    const expected = inkOf(await inBrowser(html));
    expect(likeness(inkOf(await drawn(ordered(text, 'fa'))), expected)).toBeGreaterThan(0.8);
  });

  test('would have its vowel signs astray with the face as it is', async () => {
    const text = 'مُشَکَّل بَیْنَ مُثَقَّف';
    const expected = inkOf(await inBrowser(text));
    const asItIs = cardFonts.map((font) => ({ ...font, data: readFileSync(fontFiles[0] as string) }));
    const mended = likeness(inkOf(await drawn(text)), expected);
    expect(mended).toBeGreaterThan(0.8);
    expect(likeness(inkOf(await drawn(text, asItIs)), expected)).toBeLessThan(mended - 0.1);
  });

  test('has no directional mark or control of its own that could move words', () => {
    expect(ordered('a\u202eb\u2066c\u0000\n d', 'en')).toBe('a b c d');
    expect(ordered('می\u200cشود', 'fa')).toBe('می\u200cشود');
  });
});

const card = (changes: Partial<Card>): Card => ({
  language: 'fa',
  theme,
  edition: 'استناد',
  journal: 'مطالعات اوراسیای مرکزی',
  title: { text: 'دیباچه', language: 'fa' },
  by: 'مجید روحی دهبنه',
  version: 'نسخۀ ۱.۰.۰، ۳۰ آبان ۱۴۰۵',
  ...changes,
});

/** The lowest part of a card, with the version and the frame. */
async function footOf(one: Card): Promise<string> {
  const { svg } = await drawCard(one);
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return image.pixels.subarray(image.width * 530 * 4).toString('base64');
}

const hostile = `<b>&amp; & ]]> “'"\u200f\u202b <script>alert(1)</script> 漢字 😀 \u0000 ${'ع'.repeat(10_000)}`;

describe('a card', () => {
  test.each([
    ['دیباچه', 120],
    ['تبیین درگیری قره‌باغ از دیدگاه نظری با تأکید بر مناظرۀ نو- نو', 88],
    ['الگوی مدیریت اختلاف‌های قدرت‌های بزرگ در قرن بیست‌ویکم: از موازنۀ قوای مشارکتی تا موازنۀ قوای رقابتی', 58],
  ])('has the largest title that fits: %s', async (text, size) => {
    expect((await drawCard(card({ title: { text, language: 'fa' } }))).setting).toEqual({ size });
  });

  test('cuts a title that fits in no size after four lines', async () => {
    for (const text of ['قدرت‌های بزرگ '.repeat(60), hostile, 'x'.repeat(3000)]) {
      expect((await drawCard(card({ title: { text, language: 'fa' } }))).setting).toEqual({ size: 44, lines: 4 });
    }
  });

  test('keeps its version and its frame in their place, whatever the other words are', async () => {
    const expected = await footOf(card({}));
    const long = 'بسیار بلند '.repeat(100);
    for (const changes of [
      { title: { text: hostile, language: 'fa' } },
      { title: { text: hostile, language: 'en' } },
      { title: { text: '', language: 'fa' }, by: '' },
      { title: { text: long, language: 'fa' }, by: long, journal: long, edition: long },
      { title: { text: long, language: 'fa' }, by: hostile, journal: hostile, edition: hostile },
    ] as const) {
      expect((await footOf(card(changes))) === expected, JSON.stringify(changes).slice(0, 80)).toBe(true);
    }
  });

  test('is drawn as outlines that ask for nothing, and comes out byte for byte the same', async () => {
    const { svg } = await drawCard(card({ title: { text: hostile, language: 'fa' } }));
    expect(svg).not.toMatch(/<text|<script|href="(?!data:|#)|url\((?!#)/);
    const png = await toPng(svg, cardSize.width);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    const again = await toPng((await drawCard(card({ title: { text: hostile, language: 'fa' } }))).svg, cardSize.width);
    expect(again.equals(png)).toBe(true);
  });
});
