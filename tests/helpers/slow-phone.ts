/** A first visit on a slow phone, as Lighthouse imagines it. */
import type { Browser, Page } from 'playwright-core';

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back, a processor four times slower. */
export const slowPhone = {
  network: {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  },
  slowdown: 4,
};

export interface Visit {
  /** When the largest part was painted, in milliseconds. */
  readonly largestPaint: number;
  /** How much moved, while the page came and while it was read (Cumulative Layout Shift). */
  readonly shift: number;
  /** The addresses that the first paint waited for, that of the page itself left out. */
  readonly blocking: readonly string[];
}

type Measured = Pick<Visit, 'largestPaint' | 'shift'>;
const measuredOn = (page: Page) => page.evaluate(() => (window as unknown as { measured: Measured }).measured);

/**
 * Opens a page for the first time and reads on for three screens.
 *
 * @param until a selector of what the reader waits for: a search answers when the network has long been silent
 */
export async function visit(browser: Browser, address: string, until = 'main'): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slowPhone.network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.slowdown });
    await page.addInitScript(() => {
      const measured = { largestPaint: 0, shift: 0 };
      Object.assign(window, { measured });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) measured.largestPaint = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          measured.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForSelector(until);
    await page.evaluate(() => document.fonts.ready);
    const { largestPaint } = await measuredOn(page);
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => (entry as unknown as { renderBlockingStatus: string }).renderBlockingStatus === 'blocking')
        .map(({ name }) => name),
    );
    for (let step = 0; step < 3; step += 1) {
      await page.evaluate(() => scrollBy(0, innerHeight));
      await page.waitForTimeout(100);
    }
    return { largestPaint, shift: (await measuredOn(page)).shift, blocking };
  } finally {
    await context.close();
  }
}
