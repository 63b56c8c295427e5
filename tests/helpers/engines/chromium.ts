import { startBrowser } from '../browser.ts';
import type { Engine } from './driver.ts';

/** The Chromium of the npm registry, driven by Playwright. */
export const chromium: Engine = {
  name: 'Chromium',
  requirement: { isHere: true, missing: '' },
  async start() {
    const browser = await startBrowser();
    return {
      version: browser.version(),
      async open(width, height) {
        const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block' });
        const page = await context.newPage();
        return {
          driver: {
            goto: (address) => page.goto(address),
            back: () => page.goBack(),
            resize: (toWidth, toHeight) => page.setViewportSize({ width: toWidth, height: toHeight }),
            evaluate: (expression) => page.evaluate(expression),
            move: (x, y) => page.mouse.move(x, y),
            down: () => page.mouse.down(),
            up: () => page.mouse.up(),
            keyDown: (key) => page.keyboard.down(key),
            keyUp: (key) => page.keyboard.up(key),
            picture: () => page.screenshot(),
          },
          close: () => context.close(),
        };
      },
      stop: () => browser.close(),
    };
  },
};
