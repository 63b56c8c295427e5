/** What axe (https://github.com/dequelabs/axe-core) objects to in a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe asks of a page, best practices (landmarks, order of headings) included. */
export const everything: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in a page; only violations come back: the rest is slow to send. */
export async function violations(page: Page, runOnly: readonly string[] = everything): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], runOnly: [...runOnly] })
    .setLegacyMode(true)
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Opens all that is folded away in the text of a page, the contents excepted. */
export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details:not(nav *)')) details.setAttribute('open', '');
  });
