import { inLanguage, pages, type SitePath } from '../edition/addresses.ts';
import { languages } from '../text/languages.ts';
import { withExternalRelations, withPolicy } from './policy.ts';

const search = new Set(languages.map((language) => `${inLanguage(pages.search, language)}index.html`));

/**
 * A page with its content security policy, and its links to other hosts with their relations. Nothing in it may change after
 * this: the policy holds digests of what stands in it.
 *
 * @param address the canonical address of the edition
 */
export const secured = (html: string, file: SitePath, address: string): string =>
  withPolicy(withExternalRelations(html, address), search.has(file) ? 'search' : 'reading');
