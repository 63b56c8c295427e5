import { readdir, readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citationStyles } from '../../src/bibliography/citation-styles.ts';
import { invertedName } from '../../src/bibliography/work.ts';
import { surelyTitled } from '../../src/edition/describe.ts';
import { mentionsOf } from '../../src/edition/mentions.ts';
import { type Article, type Edition, type Journal, latestVersion } from '../../src/edition/model.ts';
import { toPersianDigits } from '../../src/text/digits.ts';
import { formIn } from '../../src/text/languages.ts';
import { startBrowser } from '../helpers/browser.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';
import { savedFrom } from '../helpers/zotero.ts';

let browser: Browser;
let server: Server;
let root: string;
let edition: Edition;

beforeAll(async () => {
  browser = await startBrowser();
  ({ root, server } = await serve(site));
  edition = await harbour();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

async function onPage<T>(
  address: string,
  use: (page: Page) => Promise<T>,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<T> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  try {
    const page = await context.newPage();
    await page.goto(root + address);
    return await use(page);
  } finally {
    await context.close();
  }
}

describe('a citation in the text', () => {
  test('leads to its work with no script, and the work leads back to every place that cites it', async () => {
    for (const article of edition.articles) {
      const mentions = mentionsOf(latestVersion(article));
      await onPage(
        `articles/${article.slug}/`,
        async (page) => {
          for (const [key, places] of mentions) {
            const work = page.locator(`#ref-${key}`);
            expect(await page.locator(`a.citation[href="#ref-${key}"]`).count(), key).toBe(places.length);
            const backs = await work
              .locator('small a')
              .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
            const blocks = [...new Set(places.map((place) => place.block))];
            expect(backs, key).toEqual(blocks.map((block) => `#${block}`));
          }
        },
        { javaScriptEnabled: false },
      );
    }
  });

  test('shows its reference in a card on hover and on focus, and Escape hides it', async () => {
    await onPage('articles/sea-routes/', async (page) => {
      const link = page.locator('a.citation[href="#ref-jervis1985"]').nth(1);
      await link.scrollIntoViewIfNeeded();
      await link.hover();
      const card = page.locator('#card');
      await card.waitFor({ state: 'visible' });
      expect(await card.textContent()).toContain('From balance to concert');
      expect(await link.getAttribute('aria-describedby')).toBe('card');
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'hidden' });
      await page.mouse.move(0, 0);
      await page.keyboard.press('Tab');
      await link.focus();
      await card.waitFor({ state: 'visible' });
    });
  });
});

describe('citing', () => {
  test('every style stands on the page with no script, for the version and for the version of record', async () => {
    await onPage(
      'articles/border-markets/1.0.0/',
      async (page) => {
        const styles = await page
          .locator('details.cite dd')
          .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['style']));
        const ids = citationStyles.filter(({ readers }) => readers !== 'ar').map((style) => style.id);
        const pasted = ['wikipedia', 'markdown', 'hayagriva'].flatMap((one) => [`${one}-fa`, `${one}-en`]);
        expect(styles).toEqual(['in-text-fa', 'in-text-en', ...ids, ...pasted, ...ids, ...pasted]);
        const texts = await page.locator('details.cite dd').allTextContents();
        const reference = (style: string, record = false) =>
          texts[2 + ids.indexOf(style) + (record ? ids.length + pasted.length : 0)];
        expect(texts.slice(0, 2)).toEqual([
          '(کوه‌پیما و آذرپناه، ۱۴۰۵، نسخۀ ۱.۰.۰)',
          '(Kuhpeyma & Azarpanah, 2026, Version 1.0.0)',
        ]);
        expect(reference('apa')).toMatch(
          /^Kuhpeyma, R\., & Azarpanah, M\. \(2026, November 21\)\. .*\(Version 1\.0\.0\)\. Harbour\./,
        );
        expect(reference('persian')).toContain('کوه‌پیما، رحیم و مریم آذرپناه (۱۴۰۵)');
        expect(reference('persian', true)).toContain('رحیم و مریم آذرپناه (۱۴۰۴)، «بازارچه‌های');
        expect(reference('persian', true)).toContain('فصلنامۀ آزمون، دورۀ ۱۸، شمارۀ ۱، صص. ۵۷-۸۴');
        expect(reference('persian-latin', true)).toContain('Quarterly of Trials, Vol. 18, No. 1, pp. 57–84');
        expect(reference('chicago-notes', true)).toMatch(/^Rahim Kuhpeyma and Maryam Azarpanah,/);
      },
      { javaScriptEnabled: false },
    );
  });

  test('a paragraph is cited with its number, its version and its link, and copied', async () => {
    const latest = latestVersion(edition.articles[0] as Article).number;
    await onPage('en/articles/sea-routes/', async (page) => {
      await page.click('#p12 .pn');
      await page.click('.offer');
      const note = page.locator('dialog dd[data-style="chicago-notes"]');
      expect(await note.textContent()).toContain(`version ${latest}, ¶12`);
      expect(await note.textContent()).toContain(`/articles/sea-routes/${latest}/#p12`);
      const persian = page.locator('dialog dd[data-style="in-text-fa"]');
      expect(await persian.textContent()).toContain(`نسخۀ ${toPersianDigits(latest)}، بند ۱۲)`);
      // A list of works has the version, whatever passage of it is cited.
      for (const style of ['apa', 'persian'])
        expect(await page.locator(`dialog dd[data-style="${style}"]`).textContent()).not.toMatch(/¶|، بند |#p12/);
      // The one that is shown is the one that is copied.
      expect(await page.locator('dialog dd:visible').count()).toBe(1);
      // The day on which it is consulted is today's, which only the reader's browser knows.
      await page.locator('dialog .choice select').selectOption('harvard');
      expect(await page.locator('dialog dd[data-style="harvard"]').innerText()).toMatch(
        /\(Accessed: \d{1,2} [A-Z][a-z]+ 20\d\d\)/,
      );
      await page.locator('dialog .choice select').selectOption('chicago-notes');
      expect(await note.isVisible()).toBe(true);
      await page.locator('dialog .choice button').click();
      await page.waitForFunction(() => document.querySelector('dialog .choice button')?.textContent === 'Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('¶12');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog').isVisible()).toBe(false);
      // A table is cited by its label.
      await page.click('#table1 .at');
      await page.click('.offer');
      expect(await note.textContent()).toContain(`version ${latest}, Table 1`);
      expect(await persian.textContent()).toContain(`نسخۀ ${toPersianDigits(latest)}، جدول ۱)`);
      expect(await note.textContent()).toContain(`/articles/sea-routes/${latest}/#table1`);
    });
  });

  test('text selected with a finger is cited, and the tap on the offer reaches it', async () => {
    await onPage(
      'en/articles/sea-routes/',
      async (page) => {
        await page.locator('.passage').waitFor({ state: 'attached' });
        const select = (to: string) =>
          page.evaluate(
            (last) =>
              getSelection()?.setBaseAndExtent(
                document.querySelector('#p2') as Node,
                0,
                document.querySelector(last) as Node,
                1,
              ),
            to,
          );
        await page.locator('#p2').scrollIntoViewIfNeeded();
        const box = await page.locator('#p2').boundingBox();
        const session = await page.context().newCDPSession(page);
        const touch = (type: 'touchStart' | 'touchEnd' | 'touchCancel', x = 0, y = 0) =>
          session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchStart' ? [{ x, y }] : [] });
        // A long press selects a word while the finger is down, and the browser takes the touch over; then handles are dragged, of
        // which the page is told nothing. The browser of the tests has no long press: what it would select is selected for it.
        await touch('touchStart', 200, (box?.y ?? 0) + 30);
        await select('#p2');
        await touch('touchCancel');
        const offer = page.locator('.passage .offer');
        await offer.waitFor({ state: 'visible' });
        await select('#p4');
        await page.waitForTimeout(300);
        const at = await offer.boundingBox();
        await touch('touchStart', (at?.x ?? 0) + 10, (at?.y ?? 0) + 10);
        await touch('touchEnd');
        expect(await page.locator('dialog dd[data-style="in-text-en"]').textContent()).toContain('¶2–4');
      },
      { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
    );
  });

  test('a selection over paragraphs is cited as a range', async () => {
    await onPage('en/articles/sea-routes/', async (page) => {
      await page.evaluate(() =>
        getSelection()?.setBaseAndExtent(
          document.querySelector('#p2') as Node,
          1,
          document.querySelector('#p4') as Node,
          1,
        ),
      );
      await page.locator('.offer').click();
      expect(await page.locator('dialog dd[data-style="in-text-en"]').textContent()).toContain('¶2–4');
      // The words themselves, as a quotation with its citation, and an address that leads to them.
      const copied = async (label: string) => {
        const button = page.locator('dialog .actions button', { hasText: label });
        await button.click();
        await page.locator('dialog .actions button', { hasText: 'Copied' }).waitFor();
        const text = await page.evaluate(() => navigator.clipboard.readText());
        await button.waitFor();
        return text;
      };
      const link =
        /\/articles\/sea-routes\/1\.0\.1\/#p2:~:text=(?:%[\dA-F]{2}|\w|[.!~*'()])+,(?:%[\dA-F]{2}|\w|[.!~*'()])+$/;
      const quotation = await copied('Copy as a quotation');
      expect(quotation).toMatch(/^“.+” \(Sepehri Rad & Daryabandi, 2026, Version 1\.0\.1, ¶2–4\)\n/);
      expect(quotation).toMatch(link);
    });
  });

  test('the page of passages has the same references with no script', async () => {
    await onPage(
      'en/articles/sea-routes/1.0.0/cite/',
      async (page) => {
        const passage = page.locator('#p12 dd[data-style="chicago-notes"]');
        expect(await passage.textContent()).toContain('version 1.0.0, ¶12');
        expect(await page.locator('#p12 dd[data-style="in-text-en"]').textContent()).toContain('Version 1.0.0, ¶12)');
        // The paragraphs and the table, and what a list of works has.
        expect(await page.locator('details').count()).toBe(29);
        expect(await page.locator('dd[data-style="apa"]').allTextContents()).toEqual([
          expect.stringMatching(/\(Version 1\.0\.0\)\. Harbour\./),
        ]);
      },
      { javaScriptEnabled: false },
    );
  });
});

test('the bibliography lists all works with no script, and filters them with one', async () => {
  const total = edition.articles.reduce((sum, article) => sum + article.works.length, 0);
  await onPage(
    'en/bibliography/',
    async (page) => {
      expect(await page.locator('#works > li').count()).toBe(total);
      expect(await page.locator('form.filters').isVisible()).toBe(false);
    },
    { javaScriptEnabled: false },
  );
  await onPage('en/bibliography/', async (page) => {
    await page.selectOption('select[name="certainty"]', 'unidentified');
    await page.selectOption('select[name="article"]', 'border-markets');
    expect(await page.locator('#works > li:visible').count()).toBe(3);
    expect(await page.locator('output').textContent()).toBe('3 works shown');
    await page.locator('form.filters').evaluate((form: HTMLFormElement) => form.reset());
    await page.selectOption('select[name="type"]', 'thesis');
    await page.selectOption('select[name="year"]', '2010');
    expect(await page.locator('#works > li:visible').count()).toBe(1);
    expect(await page.locator('output').textContent()).toBe('1 work shown');
  });
});

/** What Zotero makes of a page of the built edition. */
const saved = async (file: string) => savedFrom(await readFile(path.join(site, file, 'index.html'), 'utf8'));

describe('Zotero, by its rules of detection and priority,', () => {
  test('saves the article from the pages about it too', async () => {
    const article = edition.articles.find(({ source }) => source !== undefined) as Article;
    const { number } = latestVersion(article);
    for (const page of [`${number}/cite`, 'source', 'changes']) {
      for (const language of ['', 'en/']) {
        const own = await saved(`${language}articles/${article.slug}/${page}`);
        expect({ ...own, pdf: undefined }, page).toEqual({
          ...(await saved(`${language}articles/${article.slug}`)),
          pdf: undefined,
        });
      }
    }
  });

  const pagesOf = (article: Article) => [
    `articles/${article.slug}`,
    ...article.versions.map(({ number }) => `articles/${article.slug}/${number}`),
  ];

  test('saves the article of a reading page in one step, with its authors, journal, abstract and PDF', async () => {
    for (const article of edition.articles) {
      for (const language of ['fa', 'en'] as const) {
        for (const page of pagesOf(article)) {
          const item = await saved(path.join(language === 'fa' ? '' : 'en', page));
          // A title that is not sure in the language of the page is the article's own, with names of its script.
          const said = surelyTitled(article, language) === undefined ? article.language : language;
          expect(item, page).toMatchObject({
            translator: 'Embedded Metadata',
            items: 1,
            type: 'journalArticle',
            title: surelyTitled(article, said),
            creators: article.creators.map(({ name }) => invertedName(formIn(name, said))),
            publication: formIn((article.journal as Journal).name, said),
            doi: article.record?.doi?.value,
            abstract: expect.stringMatching(/.{150}/s),
            pdf: expect.stringMatching(new RegExp(`/${article.slug}/.*\\.pdf$`)),
          });
        }
      }
    }
  });

  test('gives it the year of the journal, and no date at all where that is not known', async () => {
    expect(edition.articles.map(({ record }) => record?.year?.value.gregorian)).toContain(undefined);
    for (const article of edition.articles) {
      for (const page of pagesOf(article))
        expect((await saved(page)).date, page).toBe(article.record?.year?.value.gregorian);
    }
  });

  test('offers the works on pages that are lists of works, and on no other', async () => {
    const files = (await readdir(site, { recursive: true })).filter((file) => path.basename(file) === 'index.html');
    const offering = (
      await Promise.all(files.map(async (file) => [path.dirname(file), await saved(path.dirname(file))] as const))
    )
      .filter(([, { translator }]) => translator === 'COinS')
      .map(([file, { items }]) => [file, items]);
    const works = edition.articles.flatMap((article) => article.works).length;
    expect(offering.sort()).toEqual([
      ['bibliography', works],
      ['en/bibliography', works],
    ]);
  });
});

test('the head tells reference managers every author, the journal, volume, issue, pages, date and works', async () => {
  const page = await readFile(path.join(site, 'en/articles/border-markets/index.html'), 'utf8');
  const tags = (name: string) =>
    [...page.matchAll(new RegExp(`<meta name="${name}" content="([^"]*)"`, 'g'))].map((match) => match[1]);
  // Its English title is cut off in the source: all of it is said in the language of the article.
  expect(tags('citation_author')).toEqual(['کوه\u200cپیما, رحیم', 'آذرپناه, مریم']);
  expect(tags('citation_journal_title')).toEqual(['فصلنامۀ آزمون']);
  expect(
    [tags('citation_volume'), tags('citation_issue'), tags('citation_firstpage'), tags('citation_lastpage')].flat(),
  ).toEqual(['18', '1', '57', '84']);
  expect(tags('citation_doi')).toEqual(['10.5555/trials.2025.18.57']);
  expect(tags('citation_publication_date')).toEqual(['2025']);
  expect(tags('citation_reference')).toHaveLength(edition.articles[1]?.works.length ?? 0);
  const jsonld = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '');
  expect(jsonld).toMatchObject({
    '@type': 'ScholarlyArticle',
    version: edition.articles[1]?.versions.at(-1)?.number,
    inLanguage: 'fa',
  });
});
