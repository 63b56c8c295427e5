import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/files.ts';
import { cacheControlOf, revalidated } from '../../src/hosting/caching.ts';
import { mediaTypeOf } from '../../src/hosting/media-types.ts';
import { harbourSite as site } from '../helpers/harbour.ts';
import { serve } from '../helpers/serve.ts';

interface Rule {
  pattern: RegExp;
  headers: [string, string][];
}
let rules: Rule[];
let text: string;

beforeAll(async () => {
  text = await readFile(path.join(site, '_headers'), 'utf8');
  rules = text
    .trimEnd()
    .split(/\n(?=\S)/)
    .map((block) => {
      const [pattern = '', ...lines] = block.split('\n');
      return {
        pattern: new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace('*', '.*')}$`),
        headers: lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) as [string, string]),
      };
    });
});

/** The headers of a file: those of all rules that match, as Netlify and Cloudflare add them up. */
const headersOf = (file: string) =>
  Map.groupBy(
    rules.filter(({ pattern }) => pattern.test(`/${file}`)).flatMap(({ headers }) => headers),
    ([name]) => name,
  );

describe('the headers for static hosts', () => {
  test('stay within the limits of the hosts', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
    for (const [pattern] of text.matchAll(/^\/.*$/gm)) expect(pattern.split('*').length).toBeLessThanOrEqual(2);
  });

  test('give every file one type and one time in caches, those that nginx sends', async () => {
    for (const file of listFiles(site)) {
      const headers = headersOf(file);
      for (const [name, values] of headers) expect(values.length, `${file}: ${name}`).toBe(1);
      expect(headers.get('Cache-Control')?.[0]?.[1] ?? revalidated, file).toBe(cacheControlOf(file));
      // What the hosts know by themselves, and what a rule could not tell from `csl.json` and the like.
      const known = /(?:json|xml)$/.exec(file)?.[0];
      const type = headers.get('Content-Type')?.[0]?.[1] ?? (known && `application/${known}`);
      expect(type, file).toBe(mediaTypeOf(file));
      expect(headers.get('Content-Security-Policy')?.[0]?.[1]).toContain("default-src 'self'");
    }
  });
});

test('npm run serve sends the media types that the build states', async () => {
  const { root, server } = await serve(site, '/a/path/');
  try {
    for (const file of listFiles(site)) {
      const type = (await fetch(root + file, { method: 'HEAD' })).headers.get('content-type');
      // A host reads this one and does not serve it.
      if (file !== '_headers' && mediaTypeOf(file) !== 'application/octet-stream')
        expect(type, file).toBe(mediaTypeOf(file));
    }
    expect((await fetch(`${root}about/`)).headers.get('content-type')).toMatch(/^text\/html/);
  } finally {
    server.close();
  }
});
