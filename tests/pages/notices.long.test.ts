/** Where readers meet what was said of a version since its release. */
import { readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealNotices } from '../../src/authoring/notice.ts';
import { buildEdition } from '../../src/build/build.ts';
import { startBrowser } from '../helpers/browser.ts';
import { writeEdition } from '../helpers/edition.ts';
import { releasedFiles } from '../helpers/release.ts';
import { serve } from '../helpers/serve.ts';

const slug = 'yek-dastan';
/** Of the first of four versions one notice, of the last three, of the others none. */
const notices = `notices:
  - version: 1.0.0
    kind: retraction
    date: 2026-02-01
    reason: { fa: "دلیل سلب اعتبار", en: "Why it was retracted" }
  - version: 1.1.0
    kind: concern
    date: 2026-02-02
    reason: { fa: "دلیل نگرانی", en: "Why there is concern" }
    url: https://journal.example/concern
  - version: 1.1.0
    kind: erratum
    date: 2026-02-03
    reason: { fa: "دلیل غلط‌نامه", en: "Why there is an erratum" }
  - version: 1.1.0
    kind: doi
    date: 2026-02-04
    doi: 10.5555/tale.1
    reason: { fa: "ثبت شد", en: "It was registered" }
`;

let root: string;
let site: string;
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  root = await writeEdition({
    ...releasedFiles(slug, [{ number: '1.0.0' }, { number: '1.0.1' }, { number: '1.0.2' }, { number: '1.1.0' }]),
    [`content/articles/${slug}/notices.yaml`]: notices,
  });
  await sealNotices(root, slug);
  site = path.join(root, 'dist');
  await buildEdition({ root, out: site });
  browser = await startBrowser();
  ({ root: address, server } = await serve(site, '/some/path/'));
});
afterAll(async () => {
  await browser.close();
  server.close();
  await rm(root, { recursive: true, force: true });
});

/** The notices of a page, in order. */
async function noticesOn(file: string): Promise<readonly string[]> {
  const html = await readFile(path.join(site, file, 'index.html'), 'utf8');
  const texts = [...html.matchAll(/<p class="notice[^"]*"[^>]*>(.*?)<\/p>/g)].map(([, inner = '']) => inner);
  return texts.map((text) => text.replace(/<[^>]+>/g, '').trim()).filter((text) => /202[56]|۱۴۰۴/.test(text));
}

const persian = [
  'ابراز نگرانی، ۱۳ بهمن ۱۴۰۴ (۲ فوریۀ ۲۰۲۶). دلیل نگرانی متن اطلاعیه',
  'ثبت شناسۀ دیجیتال (DOI)، ۱۵ بهمن ۱۴۰۴ (۴ فوریۀ ۲۰۲۶). ثبت شد',
  'غلط‌نامه، ۱۴ بهمن ۱۴۰۴ (۳ فوریۀ ۲۰۲۶). دلیل غلط‌نامه',
];
const english = [
  'Expression of concern, 2 February 2026 (13 Bahman 1404). Why there is concern The notice',
  'DOI registered, 4 February 2026 (15 Bahman 1404). It was registered',
  'Erratum, 3 February 2026 (14 Bahman 1404). Why there is an erratum',
];
const retracted = 'Retracted, 1 February 2026 (12 Bahman 1404). Why it was retracted';

test('the page of a version says its notices at its head and in its citing panel, the gravest first', async () => {
  expect(await noticesOn(`articles/${slug}/1.1.0`)).toEqual([...persian, ...persian]);
  expect(await noticesOn(`en/articles/${slug}/1.1.0`)).toEqual([...english, ...english]);
  expect(await noticesOn(`en/articles/${slug}/1.0.0`)).toEqual([retracted, retracted]);
  expect(await noticesOn(`en/articles/${slug}/1.0.1`)).toEqual([]);
});

test('they stand on the pages for citing passages, of the source and of changes', async () => {
  expect(await noticesOn(`articles/${slug}/1.1.0/cite`)).toEqual(persian);
  expect(await noticesOn(`en/articles/${slug}/1.0.0/cite`)).toEqual([retracted]);
  expect(await noticesOn(`en/articles/${slug}/source`)).toEqual(english);
  expect(await noticesOn(`en/articles/${slug}/changes`)).toEqual([...english, retracted]);
  expect(await noticesOn(`en/articles/${slug}/changes/1.0.0-1.0.2`)).toEqual([retracted]);
});

test('the first page says what has to be known first', async () => {
  const html = await readFile(path.join(site, 'en/index.html'), 'utf8');
  expect(html.match(/Expression of concern/g)).toHaveLength(2);
  expect(html).not.toMatch(/Retracted|Erratum/);
});

test('results of a search say the notices of the version that they stand in', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${address}en/search/?q=${encodeURIComponent('آغاز')}`);
  const said = page.locator('#results .notice');
  await said.first().waitFor();
  expect(await said.allTextContents()).toEqual([
    'Expression of concern, 2 February 2026 (13 Bahman 1404); DOI registered, 4 February 2026 (15 Bahman 1404); Erratum, 3 February 2026 (14 Bahman 1404)',
  ]);
  await page.close();
});
