import { expect, test } from 'vitest';
import { robots, sitemap, sitemapPages } from '../../src/site/sitemap.ts';
import { articleWith } from '../helpers/works.ts';
import { found } from '../helpers/xml.ts';

const namespaces = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9', h: 'http://www.w3.org/1999/xhtml' };

test('every page names itself in each language, and as the one for all others that at the root', async () => {
  const { edition } = await articleWith({});
  const xml = sitemap(edition);
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

test('robots may read everything, and are told of the sitemap', async () => {
  const { edition } = await articleWith({});
  expect(robots(edition)).toBe('User-agent: *\nAllow: /\n\nSitemap: https://trial.example/sitemap.xml\n');
});
