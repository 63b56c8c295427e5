/** Takes a picture of every kind of page, to be looked at: `node tests/helpers/screenshots.ts [FOLDER]` after a build. */
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { siteHandler } from '../../src/build/serve.ts';
import { startBrowser } from './browser.ts';

const folder = path.resolve(process.argv[2] ?? '.cache/screenshots');
const only = process.argv[3];
const pages = {
  landing: '',
  article: 'articles/concert-of-powers/',
  karabakh: 'articles/karabakh-neo-neo/',
  source: 'articles/karabakh-neo-neo/source/',
  about: 'about/',
} as const;

await mkdir(folder, { recursive: true });
const server = createServer(siteHandler(path.resolve('dist')));
await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
const base = `http://localhost:${(server.address() as AddressInfo).port}/`;
const browser = await startBrowser();
for (const [name, page] of Object.entries(pages)) {
  if (only !== undefined && only !== name) continue;
  for (const language of ['fa', 'en']) {
    for (const width of [390, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const tab = await browser.newPage({ viewport: { width, height: 1100 }, colorScheme });
        await tab.goto(base + (language === 'en' ? 'en/' : '') + page);
        await tab.evaluate(() => document.fonts.ready);
        await tab.screenshot({ path: path.join(folder, `${name}-${language}-${width}-${colorScheme}.png`) });
        await tab.close();
      }
    }
  }
}
await browser.close();
server.close();
