import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, Button, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { Origin } from 'selenium-webdriver/lib/input.js';
import { webkit as requirement } from '../installed.ts';
import type { Driver, Engine } from './driver.ts';

/** A screen that nobody sees: WebKitGTK does not run without one. */
async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const process = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(process.stdio[3] as Readable, 'data');
  return { display: `:${String(number).trim()}`, process };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(address: string): Promise<void> {
  for (;;) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The code points that WebDriver gives to keys without a character (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
const codes: Readonly<Record<string, string>> = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
};

function driverOf(session: WebDriver): Driver {
  const actions = () => session.actions({ async: true });
  const evaluate = (expression: string) => session.executeScript(`return ${expression}`);
  return {
    goto: (address) => session.get(address),
    back: () => session.navigate().back(),
    async resize(width, height) {
      // The window has bars of its own; how large they are shows once it stands.
      let [outerWidth, outerHeight] = [width, height];
      for (let step = 0; step < 3; step += 1) {
        await session.manage().window().setRect({ x: 0, y: 0, width: outerWidth, height: outerHeight });
        const [innerWidth, innerHeight] = (await evaluate('[innerWidth, innerHeight]')) as [number, number];
        outerWidth += width - innerWidth;
        outerHeight += height - innerHeight;
      }
    },
    evaluate,
    move: (x, y) => actions().move({ x, y, duration: 20, origin: Origin.VIEWPORT }).perform(),
    down: () => actions().press(Button.LEFT).perform(),
    up: () => actions().release(Button.LEFT).perform(),
    keyDown: (key) =>
      actions()
        .keyDown(codes[key] ?? key)
        .perform(),
    keyUp: (key) =>
      actions()
        .keyUp(codes[key] ?? key)
        .perform(),
    picture: async () => Buffer.from(await session.takeScreenshot(), 'base64'),
  };
}

/**
 * WebKitGTK (Debian: webkit2gtk-driver and xvfb), which has the engine of Safari, driven by Selenium through WebDriver
 * (https://www.w3.org/TR/webdriver2/).
 */
export const webkit: Engine = {
  name: 'WebKit',
  requirement,
  async start() {
    const screen = await startScreen();
    const port = await freePort();
    const server = spawn('WebKitWebDriver', [`--port=${port}`], {
      env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: 'x11' },
      stdio: 'ignore',
    });
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    // A session is a browser of its own.
    const start = () =>
      new Builder()
        .usingServer(address)
        .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
        .build();
    const first = await start();
    const version = (await first.getCapabilities()).getBrowserVersion() ?? '';
    await first.quit();
    return {
      version,
      async open(width, height) {
        const session = await start();
        const driver = driverOf(session);
        await driver.resize(width, height);
        return { driver, close: () => session.quit() };
      },
      async stop() {
        server.kill();
        screen.process.kill();
      },
    };
  },
};
