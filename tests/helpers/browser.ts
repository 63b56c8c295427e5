import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Starts a headless Chromium that comes from the npm registry. `ESTENAD_CHROMIUM` names another one, for machines on
 * which the packaged one (x86-64 Linux) does not run.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['ESTENAD_CHROMIUM'] ?? (await sparticuz.executablePath());
  return chromium.launch({
    executablePath,
    headless: true,
    // Not the package's own arguments: they switch web security off, and pages opened from a folder must be tried with it on.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  });
}

/**
 * Asks something of a page as it is written, without showing it: much quicker where nothing but the markup counts.
 *
 * @param page a page of the browser on which nothing stands
 * @param html the page that is asked about
 * @param address where that page lies, for its links
 * @param ask runs in the browser, and knows nothing but its argument
 */
export const askMarkup = <T>(page: Page, html: string, address: string, ask: (asked: Document) => T): Promise<T> =>
  page.evaluate(
    ([markup, base, source]) => {
      const asked = new DOMParser().parseFromString(markup, 'text/html');
      asked.head.prepend(Object.assign(asked.createElement('base'), { href: base }));
      return new Function('asked', `return (${source})(asked)`)(asked);
    },
    [html, address, String(ask)] as const,
  );
