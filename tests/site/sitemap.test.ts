import { expect, test } from 'vitest';
import { robots, sitemapPages, sitemaps } from '../../src/site/sitemap.ts';
import { articleWith } from '../helpers/works.ts';
import { found } from '../helpers/xml.ts';

const namespaces = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9', h: 'http://www.w3.org/1999/xhtml' };

test('every page names itself in each language, and as the one for all others that at the root', async () => {
  const { edition } = await articleWith({});
  const xml = sitemaps(edition).get('sitemap.xml') as string;
  for (const { path } of sitemapPages(edition)) {
    const [root, english] = [`https://trial.example/${path}`, `https://trial.example/en/${path}`];
    for (const page of [root, english]) {
      const links = `//s:url[s:loc='${page}']/h:link[@rel='alternate']`;
      expect(found(xml, `${links}[@hreflang='fa']/@href`, namespaces)).toEqual([root]);
      expect(found(xml, `${links}[@hreflang='en']/@href`, namespaces)).toEqual([english]);
      expect(found(xml, `${links}[@hreflang='x-default']/@href`, namespaces)).toEqual([root]);
    }
  }
});

test('the pages of an article have the date of its latest version, and those of a version its own', async () => {
  const { edition, article, version } = await articleWith({});
  const older = { ...version, number: '0.9.0', date: '2025-01-01' };
  const pages = sitemapPages({ ...edition, articles: [{ ...article, versions: [older, version] }] });
  expect(Object.fromEntries(pages.map(({ path, changed }) => [path, changed]))).toEqual({
    '': '2026-01-01',
    'about/': undefined,
    'accessibility/': undefined,
    'bibliography/': '2026-01-01',
    'lockss/': undefined,
    'articles/a-tale/': '2026-01-01',
    'articles/a-tale/source/': '2026-01-01',
    'articles/a-tale/changes/': '2026-01-01',
    'articles/a-tale/0.9.0/': '2025-01-01',
    'articles/a-tale/1.0.0/': '2026-01-01',
  });
});

test('more addresses than a file may have are in several, each once, and the first names the others', async () => {
  const { edition } = await articleWith({});
  const whole = found(sitemaps(edition).get('sitemap.xml') as string, '//s:url/s:loc', namespaces);
  const parts = sitemaps(edition, 7);
  const index = found(parts.get('sitemap.xml') as string, '/s:sitemapindex/s:sitemap/s:loc', namespaces);
  const names = [...parts.keys()].slice(1);
  expect(index).toEqual(names.map((name) => `https://trial.example/${name}`));
  const found7 = names.map((name) => found(parts.get(name) as string, '//s:url/s:loc', namespaces));
  expect(found7.flat()).toEqual(whole);
  expect(Math.max(...found7.map(({ length }) => length))).toBe(7);
});

test('robots may read everything, and are told of the sitemap', async () => {
  const { edition } = await articleWith({});
  expect(robots(edition)).toBe('User-agent: *\nAllow: /\n\nSitemap: https://trial.example/sitemap.xml\n');
});
