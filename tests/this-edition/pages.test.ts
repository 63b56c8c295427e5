import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { openDetails, violations } from '../helpers/axe.ts';
import { startBrowser } from '../helpers/browser.ts';
import { serve } from '../helpers/serve.ts';
import { faultsOfHtml } from '../helpers/valid-html.ts';
import { ownSite } from './own.ts';

/** A page of every kind, in the order of the files: those of one version stand for those of all. */
const kinds = listFiles(ownSite)
  .filter((file) => file.endsWith('index.html'))
  // The bare address of an article shows the same page as that of its latest version.
  .filter((file) => !/articles\/[^/]+\/index\.html$/.test(file))
  .filter((file, index, all) => {
    const kindOf = (one: string) => one.replace(/articles\/[^/]+/, 'articles/…').replace(/\d+\.\d+\.\d+/g, 'N');
    return all.findIndex((one) => kindOf(one) === kindOf(file)) === index;
  });

describe('a page of every kind', () => {
  let browser: Browser;
  let page: Page;
  let server: Server;
  let root: string;

  beforeAll(async () => {
    browser = await startBrowser();
    ({ root, server } = await serve(ownSite));
    const context = await browser.newContext({ serviceWorkers: 'block' });
    page = await context.newPage();
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test('is there in both languages', () => {
    expect(kinds.filter((file) => file.startsWith('en/'))).toEqual(
      kinds.filter((file) => !file.startsWith('en/')).map((file) => `en/${file}`),
    );
    expect(kinds.length).toBeGreaterThan(20);
  });

  test.each(kinds)('has nothing that axe objects to, with all open that is folded away: %s', async (file) => {
    await page.goto(root + file);
    await openDetails(page);
    expect(await violations(page)).toEqual([]);
  });

  test.each(kinds)('is valid HTML: %s', async (file) => {
    expect(await faultsOfHtml(await readFile(path.join(ownSite, file), 'utf8'))).toEqual([]);
  });
});

test.each([
  ['about/', ['متن‌های دریافتی', 'اصول ویرایش', 'شیوۀ استناد', 'حق نشر']],
  ['en/about/', ['Sources', 'Editorial principles', 'How to cite', 'Rights']],
])(
  '%s says where the texts come from, how they were edited, how they are cited and what their rights are',
  async (about, sections) => {
    const html = await readFile(path.join(ownSite, about, 'index.html'), 'utf8');
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, text = '']) =>
      text.replace(/<[^>]*>/g, '').trim(),
    );
    expect(headings.filter((heading) => sections.includes(heading))).toEqual(sections);
    expect(html).toContain('articles/SLUG/1.0.0/#p12');
  },
);
