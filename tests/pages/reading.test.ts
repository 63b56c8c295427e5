import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as mupdf from 'mupdf';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../helpers/browser.ts';
import { harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';

let browser: Browser;
let server: Server;
let root: string;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site));
  const catalog = JSON.parse(await readFile(path.join(site, 'catalog.json'), 'utf8'));
  const { slug, latest: number } = catalog.articles[1];
  latest = `articles/${slug}/${number}/`;
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const article = 'articles/border-markets/index.html';
/** The path of its latest version. */
let latest: string;
const phone = { width: 390, height: 844 };

async function onPage<T>(
  use: (page: Page) => Promise<T>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<T> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: 'block',
    ...options,
  });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const sizeOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe('the display settings', () => {
  test.each(['http', 'file'] as const)(
    'are chosen by keyboard and remembered before the first paint, over %s',
    async (protocol) => {
      await onPage(async (page) => {
        await page.goto((protocol === 'http' ? root : `${pathToFileURL(site).href}${path.sep}`) + article);
        expect([await sizeOf(page), await paperOf(page)]).toEqual(['19px', 'rgb(251, 248, 241)']);
        await page.focus('button.display');
        await page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
        await page.keyboard.press('ArrowDown');
        expect(await sizeOf(page)).toBe('22px');
        await page.check('input[name=theme][value=sepia]');
        await page.keyboard.press('Escape');
        expect(await page.locator('.settings').isVisible()).toBe(false);
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('display');
        // With every script file stopped, what stands is the work of the inline one.
        await page.route('**/*.js', (route) => route.abort());
        await page.reload();
        expect([await sizeOf(page), await paperOf(page)]).toEqual(['22px', 'rgb(241, 229, 205)']);
      });
    },
  );

  test('are not offered where no script could apply them', async () => {
    await onPage(
      async (page) => {
        await page.goto(root + article);
        expect(await page.locator('button.display').isVisible()).toBe(false);
      },
      { javaScriptEnabled: false },
    );
  });

  test('switch the key for search off', async () => {
    await onPage(async (page) => {
      await page.goto(root + article);
      await page.click('button.display');
      await page.check('input[name=keys][value=off]');
      await page.keyboard.press('Escape');
      await page.locator('.mark').focus();
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('mark');
    });
  });
});

describe('the contents', () => {
  test('stand open beside the text on a wide page, script or none', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await onPage(
        async (page) => {
          await page.goto(root + article);
          const [contents, text] = await Promise.all(
            ['.contents .list', '.matter'].map((selector) => page.locator(selector).boundingBox()),
          );
          expect(contents?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
          expect(await page.locator('.contents a').last().isVisible()).toBe(true);
        },
        { javaScriptEnabled, viewport: { width: 1280, height: 900 } },
      );
    }
  });

  test('follow the reader: the current section is marked, and the minutes grow fewer', async () => {
    await onPage(
      async (page) => {
        await page.goto(root + article);
        const minutes = async () =>
          Number.parseInt(
            (await page.locator('.contents .left').textContent())?.replace(/[۰-۹]/g, (digit) =>
              String(digit.charCodeAt(0) - 0x06f0),
            ) ?? '',
            10,
          );
        const before = await minutes();
        await page.evaluate(() => document.querySelector('#p15')?.scrollIntoView());
        await page.waitForFunction(() => document.querySelector('.contents [aria-current]'));
        const heading = await page.evaluate(() => {
          const headings = [...document.querySelectorAll('.body :is(h2, h3)')];
          const paragraph = document.querySelector('#p15') as Element;
          return headings.findLast((one) => one.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_FOLLOWING)
            ?.textContent;
        });
        expect(await page.locator('.contents [aria-current]').allTextContents()).toEqual([heading]);
        expect(await minutes()).toBeLessThan(before);
        expect(await minutes()).toBeGreaterThan(0);
      },
      { viewport: { width: 1280, height: 900 } },
    );
  });

  test('bring the current section into view in a list that is longer than the window, and leave the page where it is', async () => {
    for (const viewport of [
      { width: 1280, height: 400 },
      { width: 390, height: 500 },
    ]) {
      await onPage(
        async (page) => {
          await page.goto(`${root}articles/sea-routes/index.html`);
          await page.evaluate(() => [...document.querySelectorAll('.body :is(h2, h3)')].at(-1)?.scrollIntoView());
          await page.waitForFunction(() => document.querySelector('.contents [aria-current]'));
          const top = await page.evaluate(() => scrollY);
          // With the bare mouse: the click of a locator may scroll by itself.
          if (viewport.width === 390) await page.mouse.click(300, 20);
          await page.waitForFunction(() => {
            const frame = document.querySelector(innerWidth < 1000 ? '.contents .list' : '.contents');
            const current = document.querySelector('.contents [aria-current]')?.getBoundingClientRect();
            const box = frame?.getBoundingClientRect();
            return current && box && current.top >= box.top - 1 && current.bottom <= box.bottom + 1;
          });
          expect(await page.evaluate(() => scrollY)).toBe(top);
          const isLonger = await page.evaluate(() => {
            const frame = document.querySelector(innerWidth < 1000 ? '.contents .list' : '.contents');
            return frame !== null && frame.scrollHeight > frame.clientHeight;
          });
          expect(isLonger).toBe(true);
        },
        { viewport },
      );
    }
  });

  test('open over the text of a phone without a script, and close at a tap beside them', async () => {
    await onPage(
      async (page) => {
        await page.goto(root + article);
        const list = page.locator('.contents .list');
        expect(await list.isVisible()).toBe(false);
        await page.locator('.contents > button').click();
        expect(await list.isVisible()).toBe(true);
        await page.mouse.click(200, 60);
        expect(await list.isVisible()).toBe(false);
      },
      { javaScriptEnabled: false, viewport: phone },
    );
  });

  test('close on a phone when the keyboard leaves them', async () => {
    await onPage(
      async (page) => {
        await page.goto(`${root}${article}#p20`);
        await page.locator('.contents > button').focus();
        await page.keyboard.press('Enter');
        const list = page.locator('.contents .list');
        await list.waitFor({ state: 'visible' });
        await list.locator('a').last().focus();
        await page.keyboard.press('Tab');
        await list.waitFor({ state: 'hidden' });
      },
      { viewport: phone },
    );
  });

  test('stay at hand on a phone, open by keyboard, lead on and close', async () => {
    await onPage(
      async (page) => {
        await page.goto(`${root}${article}#p20`);
        const bar = page.locator('.contents > button');
        expect((await bar.boundingBox())?.y).toBeLessThan(10);
        await bar.focus();
        await page.keyboard.press('Enter');
        expect(await page.locator('.contents .list').isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await page.locator('.contents .list').isVisible()).toBe(false);
        expect(await bar.evaluate((element) => element === document.activeElement)).toBe(true);
        await page.keyboard.press('Enter');
        await page.click('.contents a[href="#works"]');
        expect(await page.locator('.contents .list').isVisible()).toBe(false);
        expect((await page.locator('#works').boundingBox())?.y).toBeGreaterThan(40);
      },
      { viewport: phone },
    );
  });
});

describe('a paragraph', () => {
  test('gives its link by keyboard, and Escape leads back to its number', async () => {
    await onPage(async (page) => {
      await page.goto(root + article);
      await page.focus('#p12 .pn');
      await page.keyboard.press('Enter');
      await page.locator('.passage').waitFor({ state: 'visible' });
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('.passage button')?.textContent === 'رونوشت گرفته شد');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`/${latest}#p12$`));
      await page.keyboard.press('Escape');
      expect(await page.locator('.passage').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#p12');
    });
  });

  test('is cited where one reads: the dialog and its closing do not move the page', async () => {
    await onPage(
      async (page) => {
        await page.goto(root + article);
        await page.click('#p20 .pn');
        await page.locator('.passage').waitFor({ state: 'visible' });
        const top = await page.evaluate(() => scrollY);
        expect(top).toBeGreaterThan(1000);
        await page.click('.offer');
        await page.locator('dialog.citing').waitFor({ state: 'visible' });
        expect(await page.evaluate(() => scrollY)).toBe(top);
        await page.keyboard.press('Escape');
        expect(await page.evaluate(() => scrollY)).toBe(top);
      },
      { viewport: phone },
    );
  });

  test('is not said to be copied where nothing could copy it', async () => {
    await onPage(async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await page.goto(root + article);
      await page.click('#p12 .pn');
      await page.locator('.passage button').first().click();
      await page.waitForFunction(() => document.querySelector('.passage button')?.textContent === 'رونوشت گرفته نشد');
    });
  });
});

describe('the leading', () => {
  test('is that of the language of the text, not of the page', async () => {
    await onPage(async (page) => {
      const leading = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { lineHeight, fontSize } = getComputedStyle(element);
            return Math.round((Number.parseFloat(lineHeight) / Number.parseFloat(fontSize)) * 100) / 100;
          });
      for (const language of ['', 'en/']) {
        await page.goto(root + language + article);
        expect(await leading('.body p'), language).toBe(2.05);
        expect(await leading('section[lang="fa"] p'), language).toBe(2.05);
        expect(await leading('section[lang="en"] p'), language).toBe(1.7);
      }
    });
  });
});

describe('a card that the keyboard has opened', () => {
  test('stays while the page moves under a resting pointer', async () => {
    await onPage(
      async (page) => {
        await page.goto(`${root}${article}#p12`);
        await page.mouse.move(500, 400);
        await page.keyboard.press('Tab');
        const link = page.locator('#p12 ~ p a.citation').first();
        await link.focus();
        const card = page.locator('#card');
        await card.waitFor({ state: 'visible' });
        await page.mouse.move(520, 420);
        await page.waitForTimeout(600);
        expect(await card.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await card.isVisible()).toBe(false);
      },
      { viewport: { width: 1280, height: 900 } },
    );
  });
});

describe('a note that is open', () => {
  test('has its button beside its text and room at both edges on a phone', async () => {
    await onPage(
      async (page) => {
        for (const [language, path, opener] of [
          ['', article, 'a.note'],
          ['', article, '.body a.reading'],
          ['', 'articles/sea-routes/index.html', '.body a.citation[href="#ref-jervis1985"]'],
          ['en/', 'articles/sea-routes/index.html', '.body a.citation[href="#ref-jervis1985"]'],
          ['en/', article, '.body a.citation'],
        ] as const) {
          await page.goto(root + language + path);
          await page.locator(opener).first().click();
          const close = page.locator('.opens:target > button.close');
          await close.waitFor({ state: 'visible' });
          const { texts, button } = await page.evaluate(() => {
            const note = document.querySelector('.opens:target') as Element;
            const walker = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
            const texts: DOMRect[] = [];
            const range = document.createRange();
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              if (node.parentElement?.closest('button')) continue;
              range.selectNodeContents(node);
              texts.push(...[...range.getClientRects()].filter(({ width }) => width > 0).map((rect) => rect.toJSON()));
            }
            return { texts, button: note.querySelector('button')?.getBoundingClientRect().toJSON() as DOMRect };
          });
          expect(texts.length, opener).toBeGreaterThan(0);
          for (const { left, right, top, bottom } of texts) {
            expect(left, opener).toBeGreaterThanOrEqual(16);
            expect(right, opener).toBeLessThanOrEqual(phone.width - 16);
            const isOver = left < button.right && right > button.left && top < button.bottom && bottom > button.top;
            expect(isOver, `${opener}: the button lies over ${left}, ${top}`).toBe(false);
          }
        }
      },
      { viewport: phone },
    );
  });

  test.each([true, false])('hides nothing that has the focus (scripts %s)', async (javaScriptEnabled) => {
    await onPage(
      async (page) => {
        await page.goto(root + article);
        const focused = () =>
          page.evaluate(() => {
            const focused = document.activeElement;
            const box = focused?.getClientRects()[0];
            if (!focused || !box || focused === document.body) return 'nothing that can be covered';
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            const isSeen = top !== null && (focused.contains(top) || top.contains(focused));
            return isSeen ? 'in sight' : `${focused.outerHTML} under ${top?.outerHTML}`;
          });
        // Citations open the tallest ones, and their next stops stand at the foot of the page.
        for (const opener of ['#fnref1', '.body a.citation']) {
          await page.locator(opener).first().focus();
          await page.keyboard.press('Enter');
          for (let step = 0; step < 12; step += 1) {
            await page.keyboard.press('Tab');
            // The browser scrolls to what has the focus with its next frame.
            await expect.poll(focused, { timeout: 10_000 }).toMatch(/^(?:in sight|nothing that can be covered)$/);
          }
        }
      },
      { javaScriptEnabled, viewport: phone },
    );
  });

  test('stands beside its mark for who comes from elsewhere, and closes without moving the page', async () => {
    await onPage(
      async (page) => {
        for (const close of ['key', 'button', 'outside', 'back']) {
          await page.goto('about:blank');
          await page.goto(`${root}${article}#fn1`);
          const mark = page.locator('a.note[href="#fn1"]').first();
          await page.locator('#fn1 button.close').waitFor({ state: 'visible' });
          const box = await mark.boundingBox();
          expect(box?.y, close).toBeGreaterThan(0);
          expect(box?.y, close).toBeLessThan(phone.height);
          const top = await page.evaluate(() => scrollY);
          if (close === 'key') await page.keyboard.press('Escape');
          if (close === 'button') await page.click('#fn1 button.close');
          if (close === 'outside') await page.mouse.click(5, 200);
          if (close === 'back') await page.click('#fn1 a.back');
          await page.waitForFunction(() => !document.querySelector('.opens:target'));
          await page.waitForTimeout(200);
          expect(await page.evaluate(() => scrollY), close).toBe(top);
          expect(await mark.evaluate((element) => element === document.activeElement), close).toBe(true);
          expect(await page.locator('button.close').count(), close).toBe(0);
        }
      },
      { viewport: phone },
    );
  });
});

describe('a title that is doubtful', () => {
  test('is not given as the title of the page, but below it with its doubt', async () => {
    await onPage(async (page) => {
      await page.goto(`${root}en/${article}`);
      const title = await page.locator('meta[property="og:title"]').getAttribute('content');
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await page.title()).toContain(title);
      expect(await page.locator('h1').getAttribute('lang')).toBe('fa');
      const doubtful = page.locator('.title-page p[lang="en"]').first();
      expect(await doubtful.textContent()).toMatch(/^Border Markets of the South Caucasus from … \(uncertain\)$/);
      expect(await doubtful.locator('a').getAttribute('href')).toBe('#title-en');
      expect(await page.locator('#title-en').count()).toBe(1);
    });
  });
});

describe('a text that was left', () => {
  test('offers to go on from there, and not when it was read to its end', async () => {
    await onPage(
      async (page) => {
        await page.goto(`${root}${article}#p20`);
        await page.waitForFunction(() => localStorage.getItem('estenad-places')?.includes('p20'));
        // By way of another page, as a reader comes back.
        await page.goto(root);
        await page.goto(root + article);
        const link = page.locator('.resume a');
        expect(await link.textContent()).toBe('ادامه از بند ۲۰');
        await link.click();
        expect(new URL(page.url()).hash).toBe('#p20');
        expect(await page.locator('.resume').count()).toBe(0);
        await page.evaluate(() => document.querySelector('#works')?.scrollIntoView());
        await page.waitForFunction(() => localStorage.getItem('estenad-places') === '{}');
        await page.goto(root);
        await page.goto(root + article);
        expect(await page.locator('.resume').count()).toBe(0);
      },
      // A low window: the paragraphs are short, and what has passed a third of it is being read.
      { viewport: { width: 1280, height: 300 } },
    );
  });
});

describe('a printed page', () => {
  test('is dark on white whatever colours the screen has', async () => {
    for (const theme of [undefined, 'dark', 'sepia']) {
      await onPage(
        async (page) => {
          await page.goto(root + article);
          await page.evaluate((one) => {
            if (one) document.documentElement.dataset['theme'] = one;
          }, theme);
          await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
          expect(await paperOf(page), theme).toBe('rgb(255, 255, 255)');
          expect(await page.evaluate(() => getComputedStyle(document.documentElement).color), theme).toBe(
            'rgb(0, 0, 0)',
          );
        },
        { colorScheme: 'dark' },
      );
    }
  });

  test.each([
    ['', /^[۰-۹]+$/],
    ['en/', /^[0-9]+$/],
  ])('has its page numbers in the digits of its language (%s)', async (language, digits) => {
    await onPage(async (page) => {
      await page.goto(root + language + article);
      const bytes = await page.pdf({ preferCSSPageSize: true });
      const document = mupdf.Document.openDocument(bytes, 'application/pdf');
      const feet = Array.from({ length: document.countPages() }, (_, index) => {
        const { blocks } = JSON.parse(document.loadPage(index).toStructuredText('').asJSON());
        const lines: { text: string; y: number }[] = blocks.flatMap(
          (block: { lines?: { text: string; y: number }[] }) => (block.lines ?? []).map(({ text, y }) => ({ text, y })),
        );
        return lines.reduce((low, line) => (line.y > low.y ? line : low)).text.trim();
      });
      expect(feet.length).toBeGreaterThan(5);
      for (const foot of feet) expect(foot).toMatch(digits);
    });
  });

  test('opens what is folded away: the references to every paragraph', async () => {
    await onPage(async (page) => {
      await page.goto(`${root}articles/border-markets/1.0.0/cite/index.html`);
      expect((await page.locator('#p12').boundingBox())?.height).toBeLessThan(100);
      await page.emulateMedia({ media: 'print' });
      expect((await page.locator('#p12').boundingBox())?.height).toBeGreaterThan(200);
    });
  });

  test('has no furniture, keeps numbers and notes, and shows the addresses of links', async () => {
    await onPage(async (page) => {
      await page.goto(root + article);
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['header.site', 'footer.site', '.contents', '.tools', 'button.display', 'a.back']) {
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
      }
      expect(await page.locator('#p12 .pn').isVisible()).toBe(true);
      expect(await page.locator('#fn1').isVisible()).toBe(true);
      const content = (selector: string, pseudo: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element, name) => getComputedStyle(element, name).content, pseudo);
      expect(await content('article.text', '::before')).toContain(`/${latest}`);
      expect(await content('#about-article ~ dl a[href^="http"]:not([dir])', '::after')).toContain('http');
      // An address that is its link's text is not printed twice.
      expect(await content('.works a[href^="http"][dir="ltr"]', '::after')).toBe('none');
    });
  });
});
