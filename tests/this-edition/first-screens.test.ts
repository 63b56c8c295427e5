/** What readers of the articles see first, at the widths of a phone, a tablet and two computers. */
import type { Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeAbstracts } from '../../src/edition/abstracts.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { startBrowser } from '../helpers/browser.ts';
import { serve } from '../helpers/serve.ts';
import { ownEdition, ownSite } from './own.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Server;
let root: string;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(ownSite));
  context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const screens = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
  { width: 1440, height: 900 },
] as const;
const [phone] = screens;
const { articles } = await ownEdition();
const languages = ['fa', 'en'] as const;
const readingPages = languages.flatMap((language) =>
  articles.map((article) => ({
    language,
    article,
    path: `${language === 'en' ? 'en/' : ''}articles/${article.slug}/`,
  })),
);

/** Where things stand, in screens from the top of the page; nothing for what is not shown. */
const places = (selectors: readonly string[]) =>
  page.evaluate(
    (all) =>
      all.map((selector) => {
        const element = document.querySelector(selector);
        const box = element?.checkVisibility() ? element.getBoundingClientRect() : undefined;
        return box && { top: (box.top + scrollY) / innerHeight, bottom: (box.bottom + scrollY) / innerHeight };
      }),
    selectors,
  );

describe.each(readingPages)('the page of $path', ({ language, article, path }) => {
  const { before, after } = placeAbstracts(latestVersion(article), language);

  beforeAll(async () => {
    await page.goto(root + path);
    await page.evaluate(() => document.fonts.ready);
  });

  test.each(screens)(
    'has title, people, version and the beginning of the abstract on a first screen of $width pixels, the text within three',
    async (screen) => {
      await page.setViewportSize(screen);
      const [title, people, version, files, text] = await places([
        '#title',
        '.people',
        '.people ~ .imprint',
        '.tools',
        '#p1',
      ]);
      for (const one of [title, people, version, files]) expect(one?.bottom).toBeLessThan(0.9);
      const line = await page.evaluate(() => {
        const paragraph = document.querySelector('.abstract p') as Element;
        const { top } = paragraph.getBoundingClientRect();
        return (top + scrollY + 2 * Number.parseFloat(getComputedStyle(paragraph).lineHeight)) / innerHeight;
      });
      // Two lines of it.
      expect(line).toBeLessThanOrEqual(1);
      expect(text?.top).toBeLessThan(3);
    },
  );

  test('shows PDF and EPUB, and folds the other formats', async () => {
    await page.setViewportSize(phone);
    const files = await page
      .locator('.tools a[download]')
      .evaluateAll((links) => links.filter((link) => link.checkVisibility()).map((link) => link.textContent));
    expect(files.sort()).toEqual(['EPUB', 'PDF']);
    const shown = page.locator('.tools a[download]:visible');
    await page.locator('.tools details:not(.cite) > summary').click();
    expect(await shown.count()).toBeGreaterThan(15);
    await page.locator('.tools details:not(.cite) > summary').click();
  });

  test('folds who the people are on a phone, and shows it where there is room', async () => {
    const who = page.locator('#creators');
    await page.setViewportSize(phone);
    expect(await who.isVisible()).toBe(false);
    await page.locator('.people > summary').click();
    expect(await who.isVisible()).toBe(true);
    await page.locator('.people > summary').click();
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await who.isVisible()).toBe(true);
    expect(await page.locator('.people > summary').isVisible()).toBe(false);
  });

  test('shows the beginning of a long abstract until all of it is asked for', async () => {
    await page.setViewportSize(phone);
    for (const { id } of before) {
      const section = page.locator(`#${id}`);
      const isLong = (await section.locator('> div').evaluate((one) => one.textContent?.length ?? 0)) > 1500;
      expect(await section.locator('.rest').count(), id).toBe(isLong ? 1 : 0);
      if (!isLong) continue;
      const height = () => section.locator('> div').evaluate((one) => one.getBoundingClientRect().height);
      expect(await height(), id).toBeLessThan(phone.height / 3);
      await section.locator('.rest > summary').click();
      expect(await height(), id).toBeGreaterThan(phone.height);
    }
  });

  test('has the abstracts in other languages behind the text, folded, and in the contents', async () => {
    expect(after.length).toBeGreaterThan(0);
    for (const { id } of after) {
      const section = page.locator(`#${id}`);
      expect(await section.locator('p').first().isVisible()).toBe(false);
      expect(
        await section.evaluate((one) => {
          const text = document.querySelector('.body') as Element;
          return (text.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        }),
      ).toBe(true);
      await page.setViewportSize({ width: 1280, height: 900 });
      await expect
        .poll(
          async () => {
            await page.evaluate(() => history.replaceState(null, '', location.pathname));
            await page.locator(`.contents a[href="#${id}"]`).click();
            return section.locator('p').first().isVisible();
          },
          { timeout: 20_000 },
        )
        .toBe(true);
    }
  });

  test('leads to the text from its beginning', async () => {
    await page.setViewportSize(phone);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('.tools a[href="#text"]').click();
    const top = await page.locator('.body').evaluate((one) => one.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(phone.height / 4);
  });
});

describe.each(readingPages)('the text of $path', ({ path }) => {
  beforeAll(async () => {
    await page.goto(`${root}${path}#p3`);
    await page.evaluate(() => document.fonts.ready);
  });

  test.each(screens)('has lines of a good length at $width pixels', async (screen) => {
    await page.setViewportSize(screen);
    const characters = await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll<HTMLElement>('.body > p')].slice(0, 12);
      const lines = paragraphs.map((one) => {
        const line = Number.parseFloat(getComputedStyle(one).lineHeight);
        // Of the last line one half, on the average.
        return Math.round(one.getBoundingClientRect().height / line) - 0.5;
      });
      const length = paragraphs.reduce((sum, one) => sum + (one.textContent?.length ?? 0), 0);
      return length / lines.reduce((sum, one) => sum + one, 0);
    });
    expect(characters).toBeGreaterThan(screen.width === 390 ? 38 : 55);
    expect(characters).toBeLessThan(80);
  });

  test.each(screens)('has no stretched line at the end of a paragraph: $width pixels', async (screen) => {
    await page.setViewportSize(screen);
    const widest = await page.evaluate(() =>
      [...document.querySelectorAll('.body > p')].map((paragraph) => {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const words: DOMRect[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node.parentElement?.closest('.pn')) continue;
          for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            words.push(...range.getClientRects());
          }
        }
        const bottom = Math.max(...words.map((one) => one.bottom));
        const last = words.filter((one) => one.bottom > bottom - 15).sort((one, other) => one.left - other.left);
        return Math.max(0, ...last.slice(1).map((one, index) => one.left - (last[index]?.right ?? 0)));
      }),
    );
    // Three doubtful readings beside one another have marks of some 30 pixels.
    for (const gap of widest) expect(gap).toBeLessThan(60);
  });

  test.each(screens)(
    'has its notes in the margin where there is one, each beside its line: $width pixels',
    async (screen) => {
      await page.setViewportSize(screen);
      const isWide = screen.width > 1200;
      const measure = () =>
        page.evaluate(() => {
          const boxOf = (element: Element | null) => element?.getBoundingClientRect().toJSON() as DOMRect;
          const margins = [...document.querySelectorAll<HTMLElement>('.margin')].filter((one) => one.checkVisibility());
          return {
            notes: margins.flatMap((one) => [...one.children].map(boxOf)),
            // A note never stands above the block that calls it.
            late: margins.filter((one) => boxOf(one.firstElementChild).top < boxOf(one.nextElementSibling).top - 1)
              .length,
            text: boxOf(document.querySelector('.body')),
            contents: boxOf(document.querySelector('.contents')),
            width: document.documentElement.clientWidth,
          };
        });
      // Among paragraphs, and where a figure stands with more space around it.
      for (const place of ['#p3', '#p22']) {
        await page.evaluate((one) => document.querySelector(one)?.scrollIntoView(), place);
        // A margin is set anew after the window has another size.
        await expect.poll(async () => (await measure()).notes.length > 0).toBe(isWide);
        const { notes, text, contents, late, width } = await measure();
        expect(late).toBe(0);
        const sorted = notes.toSorted((one, other) => one.top - other.top);
        for (const [index, note] of sorted.entries()) {
          expect(note.left).toBeGreaterThanOrEqual(0);
          expect(note.right).toBeLessThanOrEqual(width);
          expect(note.width).toBeGreaterThan(160);
          for (const other of [text, contents])
            expect(note.right <= other.left || note.left >= other.right, `${note.left} to ${note.right}`).toBe(true);
          expect(sorted[index + 1]?.top ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(note.bottom);
        }
      }
    },
  );

  test('is cited from a panel of one screen, with one reference and one button', async () => {
    await page.setViewportSize(phone);
    await page.locator('.cite > summary').click();
    await page.locator('.choice').waitFor({ state: 'visible' });
    expect((await page.locator('.cite').boundingBox())?.height).toBeLessThan(phone.height);
    expect(await page.locator('.cite dd:visible').count()).toBe(1);
    expect(await page.locator('.cite button:visible').count()).toBe(1);
    const button = await page.locator('.choice button').boundingBox();
    for (const [select, value] of [
      [1, 'mla'],
      [0, '1'],
      [1, 'chicago-notes'],
    ] as const) {
      await page.locator('.choice select').nth(select).selectOption(value);
      expect(await page.locator('.cite dd:visible').count()).toBe(1);
      expect(await page.locator('.choice button').boundingBox()).toEqual(button);
    }
    await page.reload();
    await page.locator('.cite > summary').click();
    await page.locator('.choice').waitFor({ state: 'visible' });
    expect(await page.locator('.cite dd:visible').getAttribute('data-style')).toBe('chicago-notes');
    await page.evaluate(() => localStorage.clear());
  });
});

describe.each(['', 'en/'])('of the pages of the whole edition (%s)', (folder) => {
  test.each(screens)('the first has the articles on its first screen of $width pixels', async (screen) => {
    await page.setViewportSize(screen);
    await page.goto(root + folder);
    const tops = await page
      .locator('.entries-of-edition h3')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom / innerHeight));
    expect(tops).toHaveLength(2);
    for (const top of tops) expect(top).toBeLessThan(1);
  });

  test.each(screens)(
    'the bibliography begins with works at $width pixels, and folds its filters on a phone',
    async (screen) => {
      await page.setViewportSize(screen);
      await page.goto(`${root}${folder}bibliography/`);
      const [work, picture] = await places(['#works > li', '.picture']);
      expect(work?.top).toBeLessThan(0.75);
      expect(picture?.top).toBeGreaterThan(work?.top ?? 0);
      expect(await page.locator('form.filters').isVisible()).toBe(screen.width > 400);
    },
  );
});

test('without a script an abstract in another language opens by itself, and paper has all of it', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: phone });
  const tab = await plain.newPage();
  await tab.goto(`${root}articles/${articles[0]?.slug}/`);
  const folded = tab.locator('.other').first();
  const first = folded.locator('p').first();
  await tab.emulateMedia({ media: 'print' });
  expect(await first.isVisible()).toBe(true);
  expect(await tab.locator('#creators').isVisible()).toBe(true);
  await tab.emulateMedia({ media: 'screen' });
  expect(await first.isVisible()).toBe(false);
  await folded.locator('summary').click();
  expect(await first.isVisible()).toBe(true);
  await plain.close();
});
