/** What Lighthouse says of five kinds of page, on a phone and on a computer. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import sparticuz from '@sparticuz/chromium';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { serve } from '../helpers/serve.ts';

/** The pages, and the performance that is promised of each. */
const pages = {
  '': 98,
  'articles/concert-of-powers/': 98,
  'en/articles/karabakh-neo-neo/': 98,
  'bibliography/': 98,
  'search/?q=%D9%82%D8%AF%D8%B1%D8%AA': 90,
} as const;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Lighthouse drives a browser by a port; which one is free is known only now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const scoreOf = (result: Result, category: string) => Math.round((result.categories[category]?.score ?? 0) * 100);

/** The audits that take points, by their names. */
const faultsOf = (result: Result, category: string): string[] =>
  (result.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (result.audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => `${id} ${result.audits[id]?.displayValue ?? ''}`.trim());

/**
 * Prints the median of some visits to each page in each category, beside what is promised. Performance depends on what else the
 * machine does: its load is printed too, and the numbers of a machine that is not idle are lower than the page's own.
 *
 * @param runs how often a page is visited
 */
export async function printLighthouse(site: string, runs = 5): Promise<void> {
  const { root, server } = await serve(site);
  const port = await freePort();
  const executablePath = process.env['ESTENAD_CHROMIUM'] ?? (await sparticuz.executablePath());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', `--remote-debugging-port=${port}`] });
  console.log(
    `\nLighthouse, median of ${runs}; load of the machine ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  console.log(`${'page'.padEnd(52)}${categories.map((one) => one.padStart(16)).join('')}   blocked   promised`);
  for (const [device, config] of [
    ['phone', undefined],
    ['computer', desktopConfig],
  ] as const) {
    for (const [page, promised] of Object.entries(pages)) {
      const results: Result[] = [];
      for (let count = 0; count < runs; count += 1) {
        const run = await lighthouse(root + page, { port, logLevel: 'error', onlyCategories: [...categories] }, config);
        if (run) results.push(run.lhr);
      }
      const medianOf = (category: string) =>
        results.toSorted((one, other) => scoreOf(one, category) - scoreOf(other, category))[
          Math.floor(results.length / 2)
        ] as Result;
      const blocked = medianOf('performance').audits['total-blocking-time']?.displayValue ?? '';
      console.log(
        `${`${device} /${decodeURI(page)}`.padEnd(52)}${categories.map((one) => String(scoreOf(medianOf(one), one)).padStart(16)).join('')}${blocked.padStart(10)}${`${promised}, 100`.padStart(11)}`,
      );
      for (const category of categories)
        if (scoreOf(medianOf(category), category) < (category === 'performance' ? promised : 100))
          console.log(`    ${category}: ${faultsOf(medianOf(category), category).join('; ')}`);
    }
  }
  await browser.close();
  server.close();
}
