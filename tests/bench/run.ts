/**
 * `npm run bench`: the benchmarks, apart from the tests. Prints ratios, ours over the peer's.
 * `npm run bench -- search [QUESTIONS.tsv]`, `-- speed`, `-- lighthouse`, `-- scale [2 10 …]` and `-- import [FOLDER]` run a part; `-- mutants` plants faults and says which no test
 * notices (mutants/index.ts).
 */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildEdition } from '../../src/build/build.ts';
import { startBrowser } from '../helpers/browser.ts';
import { benchImport } from './import.ts';
import { printLighthouse } from './lighthouse.ts';
import { benchMutants } from './mutants/index.ts';
import { printRecall } from './print-recall.ts';
import { benchScale, sizes } from './scale.ts';
import { benchSearch, searchOnPhone } from './search.ts';
import { printSpeed } from './speed.ts';

const [part, ...given] = process.argv.slice(2);
if (part === 'mutants') {
  await benchMutants(given);
  process.exit(0);
}
if (part === 'import') {
  await benchImport(given[0] ?? '../shared/manuscripts');
  process.exit(0);
}
const browser = await startBrowser();
const site = path.resolve('.cache/bench-site');
if (part !== 'scale') await buildEdition({ root: path.resolve('.'), out: site });
if (part === undefined || part === 'search') {
  await printRecall(browser, given[0]);
  await printSearch(browser);
}
if (part === undefined || part === 'speed') await printSpeed(browser, site);
if (part === undefined || part === 'lighthouse') await printLighthouse(site);
if (part === undefined || part === 'scale') {
  for (const size of given.length > 0 ? given.map(Number) : sizes) {
    await benchScale(browser, path.resolve('.cache/bench'), size);
  }
}
await browser.close();
process.exit(0);

async function printSearch(browser: Browser): Promise<void> {
  const { ours, plain } = await benchSearch(browser, site);
  const phone = await searchOnPhone(browser, site);
  console.log(
    `\nOn Fast 3G, processor 4× slower: first result after ${Math.round(phone.first)} ms (a third of what it was: 2,900); longest task of the main thread ${Math.round(phone.longest)} ms, in «${phone.during}»`,
  );
  console.log(
    '\nFirst search of this edition'.padEnd(40),
    'ours'.padStart(12),
    'Pagefind'.padStart(12),
    'ratio'.padStart(8),
  );
  for (const [name, unit, key] of [
    ['bytes over the wire (brotli)', 'kB', 'bytes'],
    ['requests', '', 'requests'],
    ['to the first result, processor 4× slower', 'ms', 'first'],
    ['a later query, with its pause for typing', 'ms', 'later'],
  ] as const) {
    const show = (value: number) => `${Math.round(key === 'bytes' ? value / 1000 : value)} ${unit}`.padStart(12);
    console.log(name.padEnd(40), show(ours[key]), show(plain[key]), (ours[key] / plain[key]).toFixed(2).padStart(8));
  }
}
