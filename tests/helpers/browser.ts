import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

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
