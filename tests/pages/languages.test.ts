import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { harbourSite } from '../helpers/harbour.ts';

test('every page names itself in each language, and as the one for all others that at the root', async () => {
  const pages = listFiles(harbourSite).filter((file) => file.endsWith('index.html') && !file.startsWith('en/'));
  expect(pages.length).toBeGreaterThan(10);
  for (const page of pages) {
    for (const file of [page, `en/${page}`]) {
      const html = await readFile(path.join(harbourSite, file), 'utf8');
      const [, address = ''] = /<link rel="canonical" href="([^"]*)"/.exec(html) ?? [];
      const site = address.slice(0, address.length - file.replace('index.html', '').length);
      const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
        ([, language, href]) => [language, href],
      );
      const bare = page.replace('index.html', '');
      expect(links, file).toEqual([
        ['fa', `${site}${bare}`],
        ['en', `${site}en/${bare}`],
        ['x-default', `${site}${bare}`],
      ]);
    }
  }
});
