/** `npm run bench`: the benchmarks, apart from the tests. Prints ratios, ours over the peer's. */
import path from 'node:path';
import { buildEdition } from '../../src/build/build.ts';
import { startBrowser } from '../helpers/browser.ts';
import { benchSearch } from './search.ts';

const site = path.resolve('.cache/bench-site');
await buildEdition({ root: path.resolve('.'), out: site });
const browser = await startBrowser();
const { ours, plain } = await benchSearch(browser, site);
await browser.close();

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
process.exit(0);
