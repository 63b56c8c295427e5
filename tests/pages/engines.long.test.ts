/** What readers do with pointer and keyboard, in the engines of the browsers that they have. */
import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { engines, openTab, type Running, type Tab } from '../helpers/engines/index.ts';
import { harbourSite as site } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { serve } from '../helpers/serve.ts';

let server: Server;
let root: string;

beforeAll(async () => {
  ({ root, server } = await serve(site));
});

afterAll(() => {
  server.close();
});

const laptop = [1280, 900] as const;
const phone = [390, 844] as const;
/** Two notes, doubtful readings, works with pages. */
const article = 'articles/border-markets/index.html';
/** Three notes. */
const withNotes = 'articles/sea-routes/index.html';

/** A short page: from there every page is loaded anew, whatever stands behind its #. */
const blank = 'robots.txt';

/** A page of each kind. */
const kinds = [
  'index.html',
  withNotes,
  article,
  'articles/border-markets/1.0.0/cite/index.html',
  'articles/border-markets/changes/index.html',
  'articles/sea-routes/source/index.html',
  'bibliography/index.html',
  'search/index.html',
  'about/index.html',
  'accessibility/index.html',
];

/** Opens a reading page and waits for what its script adds. */
async function openArticle(tab: Tab, path = article): Promise<void> {
  await tab.goto(root + path);
  await tab.until(() => document.querySelector('.passage') && document.querySelector('.contents .left')?.textContent);
}

/** Leaves the page, and what the tab remembers of it. */
async function forget(tab: Tab): Promise<void> {
  await tab.goto(root + blank);
  await tab.ask(() => localStorage.clear());
}

const isOffered = (tab: Tab) => tab.until(() => document.querySelector('.passage')?.matches(':popover-open'));
const hash = (tab: Tab) => tab.ask(() => location.hash);
const scrolled = (tab: Tab) => tab.ask(() => Math.round(scrollY));
/** Time for what a browser does late. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

/** Where a letter of a paragraph stands, near the beginning or the end of its text. */
const letterOf = (tab: Tab, paragraph: string, part: 'beginning' | 'end') =>
  tab.ask(
    (id, isBeginning) => {
      const walker = document.createTreeWalker(document.getElementById(id) as Element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (!node.parentElement?.closest('a') && (node.nodeValue ?? '').length > 20) texts.push(node as Text);
      const text = (isBeginning ? texts[0] : texts.at(-1)) as Text;
      const range = document.createRange();
      range.setStart(text, isBeginning ? 8 : text.length - 8);
      range.setEnd(text, isBeginning ? 9 : text.length - 7);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    paragraph,
    part === 'beginning',
  );

for (const { name, requirement, start } of engines) {
  describe(`in ${name}`, needing(requirement), () => {
    let browser: Running;
    let tab: Tab;

    // A session of WebKit is a browser of its own, so all tests have one tab, each as if nobody had read there.
    beforeAll(async () => {
      browser = await start();
      tab = await openTab(browser, laptop);
    });

    beforeEach(() => forget(tab));

    afterAll(async () => {
      await tab?.close();
      await browser?.stop();
    });

    const dialogText = (tab: Tab) => tab.ask(() => document.querySelector('dialog.citing[open]')?.textContent ?? '');
    const citeOffered = async (tab: Tab) => {
      await isOffered(tab);
      // It is still there when all has come that a click or a selection brings about.
      await settled();
      await isOffered(tab);
      await tab.click('.passage .offer');
      await tab.until(() => document.querySelector('dialog.citing[open]'));
    };

    describe('a paragraph', () => {
      test('is cited by a click on its number', async () => {
        await openArticle(tab);
        await tab.reach('#p12 .pn');
        await tab.click('#p12 .pn');
        await citeOffered(tab);
        expect(await hash(tab)).toBe('#p12');
        expect(await dialogText(tab)).toContain('¶12)');
      });

      test('is cited by keyboard, and Escape leads back to its number', async () => {
        await openArticle(tab);
        await tab.reach('#p12 .pn');
        await tab.ask(() => document.querySelector<HTMLElement>('#p12 .pn')?.focus());
        await tab.press('Enter');
        await isOffered(tab);
        await settled();
        expect(await tab.ask(() => document.activeElement?.closest('.passage') !== null)).toBe(true);
        await tab.press('Escape');
        await tab.until(() => document.activeElement?.matches('#p12 .pn'));
        await tab.press('Enter', 'Tab', 'Enter');
        await tab.until(() => document.querySelector('dialog.citing[open]'));
        expect(await dialogText(tab)).toContain('¶12)');
      });

      test('is cited by selecting from it with the pointer, and several are as a range', async () => {
        await openArticle(tab);
        for (const [from, to, cited] of [
          ['p21', 'p21', '¶21)'],
          ['p21', 'p22', '¶21–22)'],
          ['p22', 'p21', '¶21–22)'],
        ] as const) {
          await tab.reach('#p22 .pn');
          // What is selected would be dragged away.
          await tab.click({ x: 60, y: 450 });
          const [begin, end] = from === 'p22' ? (['beginning', 'end'] as const) : (['end', 'beginning'] as const);
          await tab.drag(await letterOf(tab, from, begin), await letterOf(tab, to, from === to ? 'beginning' : end));
          await citeOffered(tab);
          expect(await dialogText(tab), `${from} to ${to}`).toContain(cited);
          await tab.press('Escape');
          await tab.until(() => !document.querySelector('dialog.citing[open]'));
        }
      });

      test('offers nothing any more once the selection is gone', async () => {
        await openArticle(tab);
        await tab.reach('#p21');
        await tab.drag(await letterOf(tab, 'p21', 'end'), await letterOf(tab, 'p21', 'beginning'));
        await isOffered(tab);
        await tab.click({ x: 60, y: 450 });
        await tab.until(() => !document.querySelector('.passage')?.matches(':popover-open'));
      });
    });

    describe('a note', () => {
      test('leaves no step in the history: after three, opened and closed in each way, one step back leads out', async () => {
        // Puppeteer waits in vain for a page where Firefox has made a step back to another: the tests go on in another tab.
        onTestFinished(async () => {
          await tab.close();
          tab = await openTab(browser, laptop);
        });
        await tab.goto(`${root}index.html`);
        await openArticle(tab, withNotes);
        for (const [number, close] of [
          [1, () => tab.press('Escape')],
          [2, () => tab.click('.close')],
          [3, () => tab.click('.opens:target a.back')],
        ] as const) {
          await tab.reach(`#fnref${number}`);
          await tab.click(`#fnref${number}`);
          await tab.until((id) => document.querySelector('.opens:target:has(> .close)')?.id === id, `fn${number}`);
          await close();
          await tab.until(() => !document.querySelector('.opens:target'));
        }
        await tab.back();
        await tab.until(() => !document.querySelector('article[data-address]'));
      });

      test('is closed by a step back, and another one opened from it is closed with it', async () => {
        await openArticle(tab);
        await tab.reach('#fnref1');
        await tab.click('#fnref1');
        await tab.until(() => document.querySelector('#fn1:target'));
        await tab.reach('.body a.citation');
        await tab.click('.body a.citation');
        await tab.until(() => document.querySelector('.works .opens:target'));
        await tab.back();
        await tab.until(() => !document.querySelector('.opens:target'));
        expect(await hash(tab)).toBe('');
      });

      test('closes where the reader has scrolled to, with the focus on its mark', async () => {
        await openArticle(tab, `${article}#p12`);
        await tab.reach('#fnref1');
        await tab.click('#fnref1');
        await tab.until(() => document.querySelector('.opens:target'));
        const before = await scrolled(tab);
        await tab.ask(() => scrollBy(0, 120));
        await tab.press('Escape');
        await tab.until(() => !document.querySelector('.opens:target'));
        await settled();
        // Firefox puts a page on whole pixels of the screen.
        expect(Math.abs((await scrolled(tab)) - before - 120)).toBeLessThanOrEqual(1);
        expect(await tab.ask(() => document.activeElement?.id)).toBe('fnref1');
      });

      test('gives the keyboard back to the text behind its last link, and before its first', async () => {
        await openArticle(tab);
        await tab.reach('#fnref1');
        for (const keys of [['Tab', 'Tab', 'Tab'], ['Shift+Tab']]) {
          await tab.ask(() => document.querySelector<HTMLElement>('#fnref1')?.focus());
          await tab.press('Enter');
          await tab.until(() => document.activeElement?.matches('#fn1:target:has(> .close)'));
          for (const key of keys) await tab.press(key);
          await tab.until(() => !document.querySelector('.opens:target'));
          await tab.until(() => document.activeElement?.id === 'fnref1');
        }
      });
    });

    describe('the text', () => {
      test('has 55 to 80 characters a line at every width and size of letters, and the width that was chosen', async () => {
        for (const language of ['', 'en/']) {
          await openArticle(tab, language + article);
          // All paragraphs as one: of a short one the last line, which is not full, would be too large a part.
          await tab.ask(() => {
            const [first, ...rest] = document.querySelectorAll('.body > p');
            first?.append(...rest.flatMap((one) => [' ', one.textContent ?? '']));
          });
          for (const width of [1184, 1280, 1440]) {
            await tab.resize(width, 900);
            const measured = await tab.ask(() => {
              const { dataset } = document.documentElement;
              const paragraph = document.querySelector('.body > p') as Element;
              const range = document.createRange();
              range.selectNodeContents(paragraph);
              const { length } = range.toString();
              return ['small', 'normal', 'large', 'larger'].map((size) => ({
                size,
                lines: ['narrow', 'normal', 'wide'].map((chosen) => {
                  dataset['size'] = size;
                  dataset['width'] = chosen;
                  const { height, width: inline } = paragraph.getBoundingClientRect();
                  const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
                  const { scrollWidth, clientWidth } = document.documentElement;
                  // The last line is not full: half of one, on the average.
                  return {
                    characters: length / (Math.round(height / line) - 0.5),
                    inline,
                    over: scrollWidth - clientWidth,
                  };
                }),
              }));
            });
            expect(measured.length).toBe(4);
            for (const { size, lines } of measured) {
              const where = `${language}${width}, ${size}`;
              expect(
                lines.map(({ over }) => over),
                where,
              ).toEqual([0, 0, 0]);
              expect(lines[1]?.characters, where).toBeGreaterThan(55);
              expect(lines[1]?.characters, where).toBeLessThan(80);
              const widths = lines.map(({ inline }) => inline);
              expect(widths, where).toEqual([...new Set(widths)].sort((one, other) => one - other));
            }
          }
        }
        await tab.resize(...laptop);
      });

      test('has its contents beside it, all of them in sight, and no stop of the keyboard there but the links', async () => {
        await openArticle(tab);
        const { contents, text, hidden } = await tab.ask(() => ({
          contents: document.querySelector('.contents .list')?.getBoundingClientRect().left ?? 0,
          text: document.querySelector('.matter')?.getBoundingClientRect().right ?? 0,
          hidden: [...document.querySelectorAll('.contents .list a')].filter((one) => !one.checkVisibility()).length,
        }));
        expect(contents).toBeGreaterThan(text);
        expect(hidden).toBe(0);
        await tab.ask(() => [...document.querySelectorAll<HTMLElement>('.front summary')].at(-1)?.focus());
        await tab.press('Tab');
        expect(await tab.ask(() => document.activeElement?.matches('.contents .list li:first-child a'))).toBe(true);
        const said = await tab.ask(() =>
          [...document.querySelectorAll('.contents :is(button, summary, details, [aria-expanded])')].filter((one) =>
            one.checkVisibility(),
          ),
        );
        expect(said).toEqual([]);
      });
    });

    // The window of WebKitGTK's own small browser does not become as narrow as a phone.
    const sizes = name === 'WebKit' ? [laptop] : [phone, laptop];
    test(`no page scrolls sideways, and no number of a paragraph is broken, at ${sizes.map(([width]) => width).join(' and ')} pixels`, async () => {
      for (const page of ['', 'en/'].flatMap((language) => kinds.map((kind) => language + kind))) {
        await tab.goto(root + page);
        for (const [width, height] of sizes) {
          if (sizes.length > 1) await tab.resize(width, height);
          const { over, broken } = await tab.ask(() => {
            for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
            const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
            const broken: string[] = [];
            const range = document.createRange();
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              if (!node.parentElement?.closest('a:not([dir="ltr"])')) continue;
              for (const match of (node.nodeValue ?? '').matchAll(/¶\d+|[\d۰-۹]{2,}/g)) {
                range.setStart(node, match.index);
                range.setEnd(node, match.index + match[0].length);
                const tops = [...range.getClientRects()].filter((one) => one.width > 0).map(({ top }) => top);
                // Signs of two faces do not stand equally high.
                if (Math.max(...tops) - Math.min(...tops) > 12) broken.push(node.nodeValue ?? '');
              }
            }
            const { scrollWidth, clientWidth } = document.documentElement;
            return { over: scrollWidth - clientWidth, broken };
          });
          expect(over, `${page} at ${width}`).toBe(0);
          expect(broken, `${page} at ${width}`).toEqual([]);
        }
      }
    });

    test('a page that is opened from a folder is set in the faces of the edition', async () => {
      await tab.goto(`${pathToFileURL(site).href}/${article}`);
      await tab.until(() =>
        ['Estenad Naskh in a folder', 'Estenad Serif in a folder'].every((family) =>
          [...document.fonts].some((face) => face.status === 'loaded' && face.family.includes(family)),
        ),
      );
      const [own, other] = await tab.ask(() => {
        const drawing = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        return ['"Estenad Naskh in a folder", monospace', 'monospace'].map((family) => {
          drawing.font = `400 64px ${family}`;
          return drawing.measureText('مجلۀ موازنۀ قوا').width;
        });
      });
      expect(own).not.toBe(other);
    });

    test.each(['http', 'file'] as const)(
      'a reference is copied with its italics for word processors, and as plain text for all else, over %s',
      async (protocol) => {
        await tab.goto((protocol === 'http' ? root : `${pathToFileURL(site).href}/`) + article);
        await tab.until(() => document.querySelector('.passage'));
        await tab.reach('details.cite > summary');
        await tab.click('details.cite > summary');
        await tab.until(() => document.querySelector('.choice'));
        for (const [style, journal] of [
          ['apa', '<i>Quarterly of Trials</i>'],
          ['persian', 'فصلنامۀ آزمون'],
        ] as const) {
          const button = '.choice button';
          await tab.ask((one) => {
            const [what, styles] = document.querySelectorAll<HTMLSelectElement>('.choice select');
            for (const [select, value] of [
              [what, '1'],
              [styles, one],
            ] as const) {
              if (!select) continue;
              select.value = value;
              select.dispatchEvent(new Event('change'));
            }
          }, style);
          // What it said after the copy before is gone.
          await tab.until((one) => document.querySelector(one)?.textContent === 'رونوشت', button);
          await tab.reach(button);
          await tab.click(button);
          await tab.until((one) => document.querySelector(one)?.textContent !== 'رونوشت', button);
          const expected = await tab.ask(
            (one) =>
              document.querySelector(`#cite-record ~ dl dd[data-style="${one}"]:not([hidden])`)?.firstChild
                ?.textContent,
            style,
          );
          const pasted = await tab.ask(() => {
            document.querySelector('#pasted')?.remove();
            const rich = document.createElement('div');
            rich.contentEditable = 'true';
            const plain = document.createElement('textarea');
            const place = document.createElement('div');
            place.id = 'pasted';
            place.append(rich, plain);
            document.querySelector('main')?.prepend(place);
            rich.focus();
            return true;
          });
          expect(pasted).toBe(true);
          await tab.press('Control+v');
          await tab.until(() => document.querySelector('#pasted div')?.textContent);
          const rich = await tab.ask(() => document.querySelector('#pasted div')?.innerHTML ?? '');
          expect(rich, style).toContain(journal);
          expect(rich.includes('<i>'), style).toBe(style === 'apa');
          await tab.ask(() => document.querySelector<HTMLElement>('#pasted textarea')?.focus());
          await tab.press('Control+v');
          await tab.until(() => document.querySelector<HTMLTextAreaElement>('#pasted textarea')?.value);
          const plain = await tab.ask(
            () => document.querySelector<HTMLTextAreaElement>('#pasted textarea')?.value ?? '',
          );
          expect(plain.startsWith(expected ?? '-'), plain).toBe(true);
        }
      },
    );
  });
}
