import type { BrowserContext, Page } from 'playwright-core';

/** A page that keeps what its policy refused. */
export async function watchedPage(context: BrowserContext): Promise<{ page: Page; refused: () => Promise<string[]> }> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    addEventListener('securitypolicyviolation', (event) => {
      refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  return { page, refused: () => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused) };
}
