import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type PageKind, secured } from '../../src/build/policy.ts';
import { contentSecurityPolicy } from '../../src/hosting/policy.ts';

const site = 'https://own.example/';
const head = '<head><meta charset="utf-8">';
const digest = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** What stands in a page behind the policy that was put into it. */
const bodyOf = (body: string) =>
  secured(head + body, 'reading', site).replace(/^.*?<meta http-equiv="content-security-policy" content="[^"]*">/, '');

const policyOf = (body: string, kind: PageKind = 'reading') =>
  /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(secured(head + body, kind, site))?.[1] ?? '';

test('a policy holds the digest of each script and style sheet in the page, and of no other content', () => {
  const policy = policyOf(`<script>one()</script><script type="module">two()</script><script defer src="a.js"></script>
    <script type="application/ld+json">{"not": "run"}</script><style>p { color: red }</style>
    <script data-a=">" type="text/javascript">three()</script><SCRIPT>four('<b>')</SCRIPT>
    <!-- <script>comment()</script> --><textarea><script>words()</script></textarea>`);
  const scripts = ['one()', 'two()', 'three()', "four('<b>')"].map(digest).join(' ');
  expect(policy).toContain(`script-src 'self' file: ${scripts};`);
  expect(policy).toContain(`style-src 'self' file: ${digest('p { color: red }')};`);
});

test('only the search page may run WebAssembly and scripts in blobs', () => {
  expect(policyOf('', 'search')).toContain("script-src 'self' file: 'wasm-unsafe-eval' blob:;");
  expect(policyOf('')).not.toMatch(/wasm|blob/);
});

test('a policy stands before everything that it is about; a page that has no place for it stops the build', () => {
  const page = `${head}<script>one()</script></head>`;
  expect(secured(page, 'reading', site)).toMatch(/^<head><meta charset="utf-8"><meta http-equiv[^>]*><script>one/);
  expect(() => secured('<head><script>one()</script></head>', 'reading', site)).toThrow(/no <meta charset/);
});

test.each([
  ['<a href="https://b.example/">', '<a href="https://b.example/" rel="external noreferrer">'],
  ['<a rel="license" href="http://b.example/">', '<a href="http://b.example/" rel="license external noreferrer">'],
  ['<a class="x" href=https://b.example/ >', '<a class="x" href=https://b.example/  rel="external noreferrer">'],
  ["<a rel='external' href='https://b.example/'>", '<a href=\'https://b.example/\' rel="external noreferrer">'],
  ['<A HREF="HTTPS://b.example/">', '<A HREF="HTTPS://b.example/" rel="external noreferrer">'],
  [
    '<a title="a > b" href="https://b.example/?a=1&amp;b">',
    '<a title="a > b" href="https://b.example/?a=1&amp;b" rel="external noreferrer">',
  ],
  [
    '<a href="https://own.example.evil.example/">',
    '<a href="https://own.example.evil.example/" rel="external noreferrer">',
  ],
])('a link to another host says so: %s', (link, expected) => {
  expect(bodyOf(link)).toBe(expected);
});

test.each([
  '<a href="../about/index.html">',
  '<a href="#p1" data-href="https://b.example/">',
  '<a href="mailto:a@b.example">',
  '<a href="https://own.example/articles/a/">',
  '<abbr title="https://b.example/">',
  '<link rel="canonical" href="https://b.example/">',
  '&lt;a href="https://b.example/"&gt;',
  '<script type="application/ld+json">{"name": "<a href=\\"https://b.example/\\">"}</script>',
  '<script>const link = \'<a href="https://b.example/">\';</script>',
  '<title>About <a href="https://b.example/"></title>',
  '<!-- <a href="https://b.example/"> -->',
])('what is no link to another host is left as it is: %s', (link) => {
  expect(bodyOf(link)).toBe(link);
});

test('the search page, and no other, may ask the one engine that the edition names', () => {
  const connects = (kind: PageKind) =>
    /connect-src ([^;]*);/.exec(secured(head, kind, site, 'https://search.example/solr/estenad/select'))?.[1];
  expect(connects('search')).toBe("'self' https://search.example/solr/estenad/select");
  expect(connects('reading')).toBe("'self'");
});

test('the header of all pages lets the search page ask it', () => {
  const search = { engine: 'opensearch', url: 'https://search.example/estenad/' } as const;
  expect(contentSecurityPolicy({ search })).toContain("; connect-src 'self' https://search.example/estenad/_search; ");
  expect(contentSecurityPolicy({})).not.toContain('connect-src');
});
