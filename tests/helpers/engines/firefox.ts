import puppeteer, { type KeyInput } from 'puppeteer-core';
import { firefoxProgram, firefox as requirement } from '../installed.ts';
import type { Engine } from './driver.ts';

/** Firefox as it is installed (Debian: firefox-esr), driven by Puppeteer through WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export const firefox: Engine = {
  name: 'Firefox',
  requirement,
  async start() {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxProgram });
    return {
      version: await browser.version(),
      async open(width, height) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width, height });
        // A tab that lies under another one is not painted, and its scripts wait for that.
        await page.bringToFront();
        return {
          driver: {
            goto: (address) => page.goto(address),
            // Puppeteer's own step back waits for a page, and a step within one brings none.
            back: () => page.evaluate('history.back()'),
            resize: (toWidth, toHeight) => page.setViewport({ width: toWidth, height: toHeight }),
            evaluate: (expression) => page.evaluate(expression),
            move: (x, y) => page.mouse.move(x, y),
            down: () => page.mouse.down(),
            up: () => page.mouse.up(),
            keyDown: (key) => page.keyboard.down(key as KeyInput),
            keyUp: (key) => page.keyboard.up(key as KeyInput),
            picture: () => page.screenshot(),
          },
          close: () => context.close(),
        };
      },
      stop: () => browser.close(),
    };
  },
};
