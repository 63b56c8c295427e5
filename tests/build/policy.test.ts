import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyOf, withExternalRelations, withPolicy } from '../../src/build/policy.ts';

const digest = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

test('a policy holds the digest of each script and style sheet in the page, and of no other content', () => {
  const html = `<script>one()</script><script type="module">two()</script><script defer src="a.js"></script>
    <script type="application/ld+json">{"not": "run"}</script><style>p { color: red }</style>
    <script data-a=">" type="text/javascript">three()</script>`;
  const policy = policyOf(html, 'reading');
  expect(policy).toContain(`script-src 'self' file: ${digest('one()')} ${digest('two()')} ${digest('three()')};`);
  expect(policy).toContain(`style-src 'self' file: ${digest('p { color: red }')};`);
});

test('only the search page may run WebAssembly and scripts in blobs', () => {
  expect(policyOf('', 'search')).toContain("script-src 'self' file: 'wasm-unsafe-eval' blob:;");
  expect(policyOf('', 'reading')).not.toMatch(/wasm|blob/);
});

test('a policy stands before everything that it is about; a page that has no place for it stops the build', () => {
  const page = '<head><meta charset="utf-8"><script>one()</script></head>';
  expect(withPolicy(page, 'reading')).toMatch(/^<head><meta charset="utf-8"><meta http-equiv[^>]*><script>one/);
  expect(() => withPolicy('<head><script>one()</script></head>', 'reading')).toThrow(/no <meta charset/);
});

test.each([
  ['<a href="https://b.example/">', '<a href="https://b.example/" rel="external noreferrer">'],
  ['<a rel="license" href="http://b.example/">', '<a href="http://b.example/" rel="license external noreferrer">'],
  ['<a class="x" href=https://b.example/ >', '<a class="x" href=https://b.example/  rel="external noreferrer">'],
  ["<a rel='external' href='https://b.example/'>", '<a href=\'https://b.example/\' rel="external noreferrer">'],
  [
    '<a title="a > b" href="https://b.example/?a=1&amp;b">',
    '<a title="a > b" href="https://b.example/?a=1&amp;b" rel="external noreferrer">',
  ],
  [
    '<a href="https://own.example.evil.example/">',
    '<a href="https://own.example.evil.example/" rel="external noreferrer">',
  ],
])('a link to another host says so: %s', (link, expected) => {
  expect(withExternalRelations(link, 'https://own.example/')).toBe(expected);
});

test.each([
  '<a href="../about/index.html">',
  '<a href="#p1" data-href="https://b.example/">',
  '<a href="mailto:a@b.example">',
  '<a href="https://own.example/articles/a/">',
  '<abbr title="https://b.example/">',
  '<link rel="canonical" href="https://b.example/">',
  '&lt;a href="https://b.example/"&gt;',
])('what is no link to another host is left as it is: %s', (link) => {
  expect(withExternalRelations(link, 'https://own.example/')).toBe(link);
});
