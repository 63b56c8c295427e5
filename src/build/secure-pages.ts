import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inLanguage, pages } from '../edition/addresses.ts';
import type { Edition } from '../edition/model.ts';
import { languages } from '../text/languages.ts';
import { listFiles } from './files.ts';
import { withExternalRelations, withPolicy } from './policy.ts';

/**
 * Gives every built page its content security policy, and its links to other hosts their relations. It comes after every other
 * step that changes a page: the policy holds digests of what stands in it.
 */
export async function securePages(edition: Edition, folder: string): Promise<void> {
  const search = new Set(languages.map((language) => `${inLanguage(pages.search, language)}index.html`));
  const files = (await listFiles(folder)).filter((file) => file.endsWith('.html'));
  for (const file of files) {
    const target = path.join(folder, file);
    const html = withExternalRelations(await readFile(target, 'utf8'), edition.site);
    await writeFile(target, withPolicy(html, search.has(file) ? 'search' : 'reading'));
  }
}
