/** What axe (https://github.com/dequelabs/axe-core) objects to in a page. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe asks of a page, best practices (landmarks, order of headings) included. */
export const everything: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What another colour scheme can change of it. */
export const colours: readonly string[] = ['color-contrast', 'link-in-text-block'];

/** What another width of the window can change of it: what is hidden, what scrolls, what is small. */
export const ofWidth: readonly string[] = [
  'aria-hidden-focus',
  'bypass',
  'heading-order',
  'region',
  'scrollable-region-focusable',
  'target-size',
];

/**
 * What axe finds in a page; only violations come back: the rest is slow to send.
 *
 * @param runOnly the rules, or the tags of rules, that are asked
 * @param without rules among these that are not
 */
export async function violations(
  page: Page,
  runOnly: readonly string[] = everything,
  without: readonly string[] = [],
): Promise<string[]> {
  // Once for a page: it is half a megabyte.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    {
      resultTypes: ['violations'],
      runOnly: [...runOnly],
      rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    } satisfies axe.RunOptions,
  );
}

/** Opens all that is folded away in the text of a page, the contents excepted. */
export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details:not(nav *)')) details.setAttribute('open', '');
  });
