import { createHash } from 'node:crypto';

/** What a page may do beyond reading: the search page runs Pagefind, which is WebAssembly, and from a folder a script in a blob. */
export type PageKind = 'reading' | 'search';

/** A start tag's attributes: quoted values may hold `>`. */
const attributes = String.raw`(?:\s+[^\s=>"'/]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*`;
const inline = new RegExp(`<(script|style)(${attributes})>([\\s\\S]*?)</\\1>`, 'g');

/** Types of script elements that a browser runs (HTML Standard, section 4.12.1); others hold data. */
const runs = /^(?:module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script|)$/i;

const digestOf = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** The digests of the scripts and the style sheets that stand in a page. */
function inlineDigests(html: string): { script: string[]; style: string[] } {
  const digests = { script: new Set<string>(), style: new Set<string>() };
  for (const [, name, tag = '', content = ''] of html.matchAll(inline)) {
    if (name === 'style') digests.style.add(digestOf(content));
    const type = /\stype=["']?([^\s"'>]*)/i.exec(tag)?.[1] ?? '';
    if (name === 'script' && !/\ssrc=/i.test(tag) && runs.test(type)) digests.script.add(digestOf(content));
  }
  return { script: [...digests.script], style: [...digests.style] };
}

/**
 * The content security policy of a page (https://www.w3.org/TR/CSP3/): nothing from another host, no script and no style sheet
 * in the page but those that the build put there, no markup from text (Trusted Types). In a page opened from a folder `'self'`
 * matches nothing in some browsers (https://github.com/w3c/webappsec-csp/issues/459), so that `file:` is named; over http no
 * page can load such an address.
 */
export function policyOf(html: string, kind: PageKind): string {
  const own = ["'self'", 'file:'];
  const { script, style } = inlineDigests(html);
  const search = kind === 'search' ? ["'wasm-unsafe-eval'", 'blob:'] : [];
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': [...own, ...script, ...search],
    'style-src': [...own, ...style],
    'img-src': own,
    'font-src': own,
    'connect-src': ["'self'"],
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

const charset = '<meta charset="utf-8">';

/**
 * A page with its policy before everything that the policy is about.
 *
 * @throws if the page does not begin its head with its encoding, where the policy goes
 */
export function withPolicy(html: string, kind: PageKind): string {
  const at = html.indexOf(charset);
  if (at < 0) throw new Error(`a page has no ${charset}`);
  const meta = `<meta http-equiv="content-security-policy" content="${policyOf(html, kind)}">`;
  return html.slice(0, at + charset.length) + meta + html.slice(at + charset.length);
}

const link = new RegExp(`<a(${attributes})>`, 'g');

/** What every link to another host says of itself. */
export const externalRelations = ['external', 'noreferrer'];

/**
 * A page whose links to other hosts say so, and do not tell them what was read: `rel="external noreferrer"`, beside what
 * the link says already (`license`). `noreferrer` implies `noopener` (HTML Standard, section 4.6.7).
 *
 * @param site the canonical address of the edition, which is no other host
 */
export function withExternalRelations(html: string, site: string): string {
  return html.replace(link, (tag: string, inside: string) => {
    const address = /\shref=["']?(https?:[^\s"'>]*)/i.exec(inside)?.[1];
    if (address === undefined || address.startsWith(site)) return tag;
    const own = /\srel=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(inside);
    const before = (own?.[1] ?? own?.[2] ?? own?.[3] ?? '').split(/\s+/).filter(Boolean);
    const relations = [...new Set([...before, ...externalRelations])].join(' ');
    return `<a${own ? inside.replace(own[0], '') : inside} rel="${relations}">`;
  });
}
