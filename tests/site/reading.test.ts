import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../helpers/browser.ts';
import { serve, site } from '../helpers/site.ts';

let browser: Browser;
let server: Server;
let root: string;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const article = 'articles/karabakh-neo-neo/index.html';
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
        await page.evaluate(() => document.querySelector('#p20')?.scrollIntoView());
        await page.waitForFunction(() => document.querySelector('.contents [aria-current]'));
        const heading = await page.evaluate(() => {
          const headings = [...document.querySelectorAll('.body :is(h2, h3)')];
          const paragraph = document.querySelector('#p20') as Element;
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

  test('stay at hand on a phone, open by keyboard, lead on and close', async () => {
    await onPage(
      async (page) => {
        await page.goto(`${root}${article}#p20`);
        const bar = page.locator('.contents summary');
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
      await page.waitForFunction(() => document.querySelector('.passage button')?.textContent === 'رونوشت شد');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
        /\/articles\/karabakh-neo-neo\/1\.0\.0\/#p12$/,
      );
      await page.keyboard.press('Escape');
      expect(await page.locator('.passage').isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#p12');
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
      { viewport: { width: 1280, height: 900 } },
    );
  });
});

describe('a printed page', () => {
  test('has no furniture, keeps numbers and notes, and shows the addresses of links', async () => {
    await onPage(async (page) => {
      await page.goto(root + article);
      await page.emulateMedia({ media: 'print' });
      for (const selector of [
        'header.site',
        'footer.site',
        '.contents',
        '.front details',
        'button.display',
        'a.back',
      ]) {
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
      }
      expect(await page.locator('#p12 .pn').isVisible()).toBe(true);
      expect(await page.locator('#fn1').isVisible()).toBe(true);
      const content = (selector: string, pseudo: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element, name) => getComputedStyle(element, name).content, pseudo);
      expect(await content('article.text', '::before')).toContain('/articles/karabakh-neo-neo/1.0.0/');
      expect(await content('#about-article ~ dl a[href^="http"]:not([dir])', '::after')).toContain('http');
      // An address that is its link's text is not printed twice.
      expect(await content('.works a[href^="http"][dir="ltr"]', '::after')).toBe('none');
    });
  });
});
