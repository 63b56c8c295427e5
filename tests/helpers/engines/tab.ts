/** A tab as a reader uses it, whichever engine drives it: with the pointer and the keyboard. */
import type { Driver, Running } from './driver.ts';

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Tab extends Pick<Driver, 'goto' | 'back' | 'resize' | 'picture'> {
  /** Asks something in the page. The function runs there: it knows nothing but what it is given, which is plain data. */
  ask<T, Given extends readonly unknown[]>(question: (...given: Given) => T, ...given: Given): Promise<T>;
  /** Asks until the answer is yes, as it comes after a while. */
  until<Given extends readonly unknown[]>(question: (...given: Given) => unknown, ...given: Given): Promise<void>;
  /** Brings an element into the middle of the window and answers where it is. */
  reach(selector: string): Promise<Point>;
  /** Clicks a place, or the middle of an element where it stands. */
  click(target: Point | string): Promise<void>;
  /** Moves the pointer from one place to another with the button held. */
  drag(from: Point, to: Point): Promise<void>;
  /** Presses keys one after another: `Tab`, `Shift+Tab`. */
  press(...keys: readonly string[]): Promise<void>;
  close(): Promise<unknown>;
}

/** How long an answer may take, in milliseconds: far more than any takes. */
const patience = 20_000;

/** A pointer stands on whole pixels: Chromium takes no selection that a drag begins between two. */
const onPixels = ({ x, y }: Point): readonly [x: number, y: number] => [Math.round(x), Math.round(y)];

function tabOf(driver: Driver, close: Tab['close']): Tab {
  const { goto, back, resize, picture } = driver;
  const ask: Tab['ask'] = async <T, Given extends readonly unknown[]>(
    question: (...given: Given) => T,
    ...given: Given
  ) => (await driver.evaluate(`(${question})(...${JSON.stringify(given)})`)) as T;
  const placeOf = (selector: string, isBrought: boolean) =>
    ask(
      (one, bring) => {
        const element = document.querySelector(one);
        if (!element) throw new Error(`there is no ${one}`);
        if (bring) element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      selector,
      isBrought,
    );
  return {
    goto,
    back,
    resize,
    picture,
    close,
    ask,
    async until(question, ...given) {
      const end = Date.now() + patience;
      while (!(await driver.evaluate(`Boolean((${question})(...${JSON.stringify(given)}))`))) {
        if (Date.now() > end) throw new Error(`it never came true: ${question}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    reach: (selector) => placeOf(selector, true),
    async click(target) {
      await driver.move(...onPixels(typeof target === 'string' ? await placeOf(target, false) : target));
      await driver.down();
      await driver.up();
    },
    async drag(from, to) {
      const steps = 4;
      await driver.move(...onPixels(from));
      await driver.down();
      for (let step = 1; step <= steps; step += 1) {
        const part = step / steps;
        await driver.move(...onPixels({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }));
      }
      await driver.up();
    },
    async press(...keys) {
      for (const key of keys) {
        const all = key.split('+');
        for (const one of all) await driver.keyDown(one);
        for (const one of all.reverse()) await driver.keyUp(one);
      }
    },
  };
}

/** Opens a tab that shares nothing with earlier ones. */
export async function openTab(
  browser: Running,
  [width, height]: readonly [width: number, height: number],
): Promise<Tab> {
  const { driver, close } = await browser.open(width, height);
  return tabOf(driver, close);
}
