import { createHash } from 'node:crypto';
import { edited, readTags, type Tag } from './markup.ts';

/** What a page may do beyond reading: the search page runs Pagefind, which is WebAssembly, and from a folder a script in a blob. */
export type PageKind = 'reading' | 'search';

/** Types of script elements that a browser runs (HTML Standard, section 4.12.1); others hold data. */
const runs = /^(?:module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script|)$/i;

const digestOf = ({ text = '' }: Tag) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The digests of the scripts and the style sheets that stand in a page. */
function digestsOf(tags: readonly Tag[]): { script: string[]; style: string[] } {
  const isRun = ({ attributes }: Tag) => !attributes.has('src') && runs.test(attributes.get('type')?.value ?? '');
  const digests = (ones: readonly Tag[]) => [...new Set(ones.map(digestOf))];
  return {
    script: digests(tags.filter((one) => one.name === 'script' && isRun(one))),
    style: digests(tags.filter(({ name }) => name === 'style')),
  };
}

/**
 * The content security policy of a page (https://www.w3.org/TR/CSP3/): nothing from another host, no script and no style sheet
 * in the page but those that the build put there, no markup from text (Trusted Types). In a page opened from a folder `'self'`
 * matches nothing in some browsers (https://github.com/w3c/webappsec-csp/issues/459), so that `file:` is named; over http no
 * page can load such an address.
 */
function policyOf(tags: readonly Tag[], kind: PageKind, asked: string | undefined): string {
  const own = ["'self'", 'file:'];
  const { script, style } = digestsOf(tags);
  const search = kind === 'search' ? ["'wasm-unsafe-eval'", 'blob:'] : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [...own, ...script, ...search],
    'style-src': [...own, ...style],
    'img-src': own,
    'font-src': own,
    'connect-src': ["'self'", ...(kind === 'search' && asked !== undefined ? [asked] : [])],
    'manifest-src': own,
    'worker-src': ["'self'"],
    'form-action': own,
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['estenad', "'allow-duplicates'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** What every link to another host says of itself. */
export const externalRelations = ['external', 'noreferrer'];

/**
 * Makes a link to another host say so, and not tell it what was read: `rel="external noreferrer"`, beside what the link says
 * already (`license`). `noreferrer` implies `noopener` (HTML Standard, section 4.6.7).
 */
function relate(link: Tag, site: string) {
  const address = link.attributes.get('href')?.value ?? '';
  if (!/^https?:/i.test(address) || address.startsWith(site)) return [];
  const own = link.attributes.get('rel');
  const before = (own?.value ?? '').split(/\s+/).filter(Boolean);
  const relations = [...new Set([...before, ...externalRelations])].join(' ');
  return [...(own ? [{ ...own, by: '' }] : []), { start: link.end - 1, end: link.end - 1, by: ` rel="${relations}"` }];
}

const looked = new Set(['meta', 'script', 'style', 'a']);

/**
 * A page with its content security policy before everything that the policy is about, and its links to other hosts with their
 * relations. Nothing in it may change after this: the policy holds digests of what stands in it.
 *
 * @param site the canonical address of the edition, which is no other host
 * @param asked the one address elsewhere that the search page may ask
 * @throws if the page does not say its encoding, behind which the policy goes
 */
export function secured(html: string, kind: PageKind, site: string, asked?: string): string {
  const tags = readTags(html, looked);
  const charset = tags.find(({ name, attributes }) => name === 'meta' && attributes.has('charset'));
  if (charset === undefined) throw new Error('a page has no <meta charset>');
  const policy = `<meta http-equiv="content-security-policy" content="${policyOf(tags, kind, asked)}">`;
  return edited(html, [
    { start: charset.end, end: charset.end, by: policy },
    ...tags.filter(({ name }) => name === 'a').flatMap((link) => relate(link, site)),
  ]);
}
