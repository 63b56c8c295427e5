import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages as addresses, inLanguage } from '../../src/edition/addresses.ts';
import { listFiles } from '../../src/files.ts';
import { criteria } from '../../src/locales/conformance.ts';
import { colours, everything, ofWidth, openDetails, violations } from '../helpers/axe.ts';
import { askMarkup, startBrowser } from '../helpers/browser.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Server;
let root: string;
let pages: string[];

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site, '/some/path/'));
  context = await browser.newContext({ serviceWorkers: 'block' });
  page = await context.newPage();
  const { articles } = await harbour();
  // What makes the pages is the same for every article and version: in English those of one article's latest version stand for
  // all, in Persian those of one earlier version for the others.
  const isStoodFor = (file: string) =>
    articles.some(({ slug, versions }, index) => {
      const inEnglish = file.startsWith('en/');
      if (index > 0 && inEnglish && file.startsWith(inLanguage(addresses.article(slug), 'en', 'fa'))) return true;
      const earlier = versions.slice(0, -1).map(({ number }) => addresses.version(slug, number));
      return (index > 0 || inEnglish) && earlier.some((folder) => file.includes(folder));
    });
  pages = listFiles(site)
    .filter((file) => file.endsWith('.html') && file !== '404.html')
    .filter((file) => !isStoodFor(file))
    // The bare address of an article shows the same page as that of its latest version.
    .filter((file) => !/articles\/[^/]+\/index\.html$/.test(file));
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const pagesIn = (language: string) => pages.filter((file) => file.startsWith('en/') === (language === 'en'));
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

/** By how much a page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Words of a page that are in another script than the language that is said of them. */
const unmarked = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement as HTMLElement;
      // Code, addresses and the printed signs of a source are in no language; a script is not shown.
      if (element.closest('code, pre:not([lang]), script, noscript, a[dir="ltr"]')) continue;
      const own = element.closest<HTMLElement>('[lang]')?.lang ?? '';
      const foreign = own.startsWith('fa')
        ? /[A-Za-z]{2,}(?:[ ,]+(?:[a-z]+ )*[A-Za-z]{2,}){3,}/
        : /[\u0621-\u06cc]{2,}/;
      const match = foreign.exec(node.nodeValue ?? '');
      if (match) found.push(`${own}: ${match[0]} (${element.outerHTML.slice(0, 120)})`);
    }
    return found;
  });

// Side by side: each has a page of its own, and a browser as many processes as pages.
describe.concurrent.each(['fa', 'en'])('every page (%s)', (language) => {
  test('has nothing that axe objects to: light and dark, phone and desktop, details closed and open', {
    timeout: 300_000,
  }, async () => {
    const page = await context.newPage();
    for (const file of pagesIn(language)) {
      await page.goto(root + file);
      const found: string[] = [];
      // Colours do not depend on the language: they are looked at on the phone in Persian, on the desktop in English.
      const coloured = language === 'fa' ? phone : desktop;
      for (const [size, colorScheme, rules] of [
        [phone, 'light', coloured === phone ? [...ofWidth, ...colours] : ofWidth],
        [desktop, 'light', everything],
        [coloured, 'dark', colours],
      ] as const) {
        // On the desktop all that was folded away is looked at too.
        if (size === desktop) await openDetails(page);
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        const without = rules === everything && coloured !== desktop ? colours : [];
        found.push(...(await violations(page, rules, without)).map((one) => `${size.width} ${colorScheme} ${one}`));
      }
      expect(found, file).toEqual([]);
    }
  });

  test('marks the language of its parts, fits 320 pixels (400 %), 390 and 1280, the outer two with wide spacing, and cuts nothing off', {
    timeout: 300_000,
  }, async () => {
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: 'light' });
    for (const file of pagesIn(language)) {
      await page.goto(root + file);
      expect(await unmarked(page), file).toEqual([]);
      await openDetails(page);
      for (const spacing of [false, true]) {
        if (spacing)
          await page.evaluate(() => {
            // WCAG 1.4.12, by the object model: a policy of the page may forbid style elements.
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(
              '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
            );
            document.adoptedStyleSheets = [sheet];
          });
        for (const width of spacing ? [320, 1280] : [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await overflow(page), `${file} at ${width}${spacing ? ' with text spacing' : ''}`).toBe(0);
        }
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('main *:not(.said, .said *, .contents *, .margin *, svg *)')]
            .filter(
              (element) =>
                getComputedStyle(element).overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1,
            )
            .map((element) => element.outerHTML.slice(0, 80)),
        );
        expect(cut, file).toEqual([]);
      }
    }
  });
});

describe('a reading page', () => {
  const address = 'articles/border-markets/1.0.1/index.html';

  test.each(['sepia', 'dark', 'light'])(
    'has enough contrast in the colours that the reader chose: %s',
    async (theme) => {
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
      await page.goto(root + address);
      await page.evaluate((one) => {
        document.documentElement.dataset['theme'] = one;
      }, theme);
      expect(await violations(page)).toEqual([]);
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(paper).toBe({ sepia: 'rgb(241, 229, 205)', dark: 'rgb(23, 23, 23)', light: 'rgb(251, 248, 241)' }[theme]);
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  test('moves nothing by itself, whether less motion is asked for or not', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await page.emulateMedia({ reducedMotion });
      await page.goto(root + address);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const style = getComputedStyle(element);
            return style.animationName !== 'none' || style.transitionDuration !== '0s';
          })
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect(moving).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    }
  });

  test('keeps its signs where the reader’s own colours rule', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${root}${address}#p12`);
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect(await style('#p12', 'outline-style')).toBe('solid');
    expect(await style('#p12 a.reading, a.reading', 'text-decoration-line')).toBe('underline');
    expect(await style('.title-page', 'border-block-start-style')).toBe('solid');
    // A bar stands beside the current section, and beside no other: there a transparent border would be seen.
    const bars = await page
      .locator('.contents a')
      .evaluateAll((links) =>
        links.map((link) => [
          link.ariaCurrent === 'location',
          getComputedStyle(link).borderInlineStartStyle !== 'none',
        ]),
      );
    expect(bars.some(([isCurrent]) => isCurrent)).toBe(true);
    expect(bars.filter(([isCurrent, hasBar]) => isCurrent !== hasBar)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await style(':focus-visible', 'outline-style')).toBe('solid');
    await page.emulateMedia({ forcedColors: 'none' });
  });

  test('hides no focused link behind its bar on a phone', async () => {
    await page.setViewportSize(phone);
    await page.goto(`${root}${address}#p3`);
    const covered: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        // Between the last element and the first one the page itself has the focus.
        if (focused === document.body) return '';
        const box = focused.getClientRects()[0];
        if (!box) return focused.outerHTML;
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top && (focused.contains(top) || top.contains(focused)) ? '' : focused.outerHTML.slice(0, 100);
      });
      if (hidden !== '') covered.push(hidden);
    }
    expect(covered).toEqual([]);
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
});

describe('to a screen reader', () => {
  /** What stands in the tree of accessibility, as lines of `role "name"`. */
  const said = (selector: string) => page.locator(selector).first().ariaSnapshot();

  beforeAll(async () => {
    await page.setViewportSize(desktop);
    await page.goto(`${root}articles/border-markets/1.0.1/index.html`);
    await page.locator('.contents .left:not(:empty)').waitFor();
  });

  test('a paragraph opens with its text, and its number behind it has a short name that holds it', async () => {
    const paragraphs = await page.locator('.body p:has(> .pn)').count();
    expect(paragraphs).toBe(27);
    for (let index = 0; index < paragraphs; index += 1) {
      const [first, ...rest] = (await page.locator('.body p:has(> .pn)').nth(index).ariaSnapshot()).split('\n');
      const opening = first?.endsWith(':') ? rest[0] : first;
      expect(opening).not.toContain('link "بند');
      expect(rest.join('\n')).toMatch(/link "بند [۰-۹]+"/);
    }
  });

  test('doubtful readings and remarks say that they are such, and citations that they lead to a work', async () => {
    const links = await page.locator('.body a:is(.reading, .remark, .doubt, .citation)').evaluateAll((all) =>
      all.map((link) => ({
        kind: link.className,
        role: link.getAttribute('role'),
        label: link.ariaLabel ?? '',
        text: link.textContent ?? '',
      })),
    );
    for (const kind of ['reading', 'remark', 'doubt', 'citation'])
      expect(
        links.some((link) => link.kind === kind),
        kind,
      ).toBe(true);
    for (const { kind, role, label, text } of links) {
      expect(role).toBe(kind === 'citation' ? 'doc-biblioref' : 'doc-noteref');
      if (kind === 'citation') continue;
      expect(label).toContain(kind === 'remark' ? 'توضیح ویراستار' : 'خوانش نامطمئن');
      // WCAG 2.5.3: the name holds what is seen.
      expect(label).toContain(text);
    }
    expect(await said('.body a.reading')).toMatch(/خوانش نامطمئن/);
  });

  test('the article has the name of its title, and the links of the header are called what they are', async () => {
    const title = await page.locator('h1').textContent();
    expect(await said('main')).toContain(`article "${title}"`);
    expect(await said('header.site')).toContain('navigation "صفحه‌های اصلی"');
  });

  test('nothing says that it is folded while it is seen', async () => {
    const tree = await (await context.newCDPSession(page)).send('Accessibility.getFullAXTree');
    const folded = tree.nodes
      .filter(({ properties }) => properties?.some(({ name, value }) => name === 'expanded' && value.value === false))
      .map(({ name, role }) => `${role?.value} ${name?.value}`);
    const contents = await page.locator('nav.contents').evaluate((nav) => nav.textContent ?? '');
    expect(contents).toContain('فهرست مطالب');
    expect(folded.filter((one) => one.includes('فهرست مطالب'))).toEqual([]);
  });

  test('the loss of many notes is told once', async () => {
    for (const [language, sentence] of [
      ['', 'متن ۳ یادداشت در متن دریافتی از میان رفته است'],
      ['en/', 'The text of 3 notes, marked […], is missing'],
    ]) {
      await page.goto(`${root}${language}articles/sea-routes/1.0.1/index.html`);
      const notes = await said('section[aria-labelledby="notes"]');
      expect(notes.split(sentence ?? '-').length).toBe(2);
      expect(notes.match(/از میان رفته|missing/g)).toHaveLength(1);
    }
    // One that is opened by itself says it there.
    await page.locator('#fnref1').click();
    expect(await said('#fn1')).toContain('The text of this note is missing.');
  });
});

describe('the accessibility page', () => {
  test('has every criterion of levels A and AA of WCAG 2.2 once, and is linked from every page', async () => {
    const blank = await context.newPage();
    expect(criteria.length).toBe(55);
    expect(new Set(criteria.map(({ id }) => id)).size).toBe(55);
    expect(criteria.filter(({ level }) => level === 'A').length).toBe(31);
    for (const language of ['fa', 'en']) {
      for (const file of pagesIn(language)) {
        const html = await readFile(path.join(site, file), 'utf8');
        const link = await askMarkup(
          blank,
          html,
          root + file,
          (asked) => asked.querySelector<HTMLAnchorElement>('footer a[href$="accessibility/index.html"]')?.href,
        );
        expect(link, file).toBe(`${root}${language === 'en' ? 'en/' : ''}accessibility/index.html`);
      }
      await page.goto(`${root}${language === 'en' ? 'en/' : ''}accessibility/`);
      expect(await page.locator('tbody tr').count()).toBe(55);
    }
  });
});
