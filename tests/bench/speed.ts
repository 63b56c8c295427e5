/** When the pages of this edition are painted on a slow phone. */
import type { Browser } from 'playwright-core';
import { serve } from '../helpers/serve.ts';
import { visit } from '../helpers/slow-phone.ts';

/** What else the machine does makes a page slower, never faster: the quickest of some visits is the page's own time. */
const visits = 8;

const promised = 1500;

/** Prints the largest paint of a page of each kind, and its ratio to what is promised. */
export async function printSpeed(browser: Browser, site: string): Promise<void> {
  const { root, server } = await serve(site);
  console.log('\nFirst visit on a slow phone'.padEnd(46), 'largest paint'.padStart(14), 'of 1.5 s'.padStart(10));
  for (const address of [
    '',
    'articles/concert-of-powers/',
    'en/articles/karabakh-neo-neo/',
    'bibliography/',
    'search/',
  ]) {
    let best = Number.POSITIVE_INFINITY;
    for (let count = 0; count < visits; count += 1)
      best = Math.min(best, (await visit(browser, root + address)).largestPaint);
    console.log(
      `/${address}`.padEnd(45),
      `${Math.round(best)} ms`.padStart(14),
      (best / promised).toFixed(2).padStart(10),
    );
  }
  server.close();
}
