import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Edition } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import {
  authorsOf,
  issuesOf,
  newestOf,
  shelfNames,
  standingsOf,
  subjectsIn,
  typesOf,
  yearsOf,
} from '../../src/edition/shelves.ts';
import type { ContentFaults } from '../../src/faults.ts';
import { listFiles } from '../../src/files.ts';
import { nameShelfYears, sayIssue, sayShelfYear } from '../../src/locales/shelves.ts';
import { atomFeed, jsonFeed, writeAuthors } from '../../src/site/feeds.ts';
import { sitemapPages } from '../../src/site/sitemap.ts';
import { makeEdition } from '../helpers/edition.ts';
import { readArticles } from '../helpers/records.ts';
import { found } from '../helpers/xml.ts';

const journal = (year: string, volume: string, issue: string, pages: string) => `journal:
  name: { fa: مجله, en: Journal }
  publisher: { fa: ناشر, en: Publisher }
record:
  url: "https://journal.example/1"
  year: { ${year} }
  volume: "${volume}"
  issue: "${issue}"
  pages: { first: "${pages}", last: "99" }
`;
const by = (given: string, orcid?: string) =>
  `creators:\n  - name: { fa: { family: نویسنده }, en: { family: Writer, given: ${given} } }\n${orcid ? `    orcid: "${orcid}"\n` : ''}`;

const ann = '0000-0002-1825-0097';
let edition: Edition;
beforeAll(async () => {
  edition = await readArticles({
    old: `${journal('gregorian: "2024"', '11', '4', '7')}${by('Ann', ann)}keywords: { en: [ports, tides] }\ntype: editorial\n`,
    second: `${journal('gregorian: "2026"', '12', '2', '30')}${by('Ann')}keywords: { en: [tides], fa: [بندر] }\n`,
    first: `${journal('gregorian: "2026"', '12', '2', '4')}${by('Ann', ann)}`,
    tenth: `${journal('solarHijri: "1405"', '12', '10', '1')}${by('Bea')}type: research-article\n`,
  });
});

const slugs = (articles: readonly { readonly slug: string }[]) => articles.map(({ slug }) => slug);

describe('the shelves of a journal', () => {
  test('have its issues, the newest first, each in the order of its pages', () => {
    expect(issuesOf(edition).map(({ id, articles }) => [id, slugs(articles)])).toEqual([
      ['12-10', ['tenth']],
      ['12-2', ['first', 'second']],
      ['11-4', ['old']],
    ]);
    expect(issuesOf(edition).map((issue) => sayIssue(issue, 'en'))).toEqual([
      'Volume 12, Issue 10 (1405 SH)',
      'Volume 12, Issue 2 (2026)',
      'Volume 11, Issue 4 (2024)',
    ]);
    expect(issuesOf(edition).map((issue) => sayIssue(issue, 'fa'))).toEqual([
      'دورۀ ۱۲، شمارۀ ۱۰ (۱۴۰۵)',
      'دورۀ ۱۲، شمارۀ ۲ (۲۰۲۶ میلادی)',
      'دورۀ ۱۱، شمارۀ ۴ (۲۰۲۴ میلادی)',
    ]);
  });

  test('know an issue by the calendar of its articles where its own date says no more than the same year', () => {
    const issue = { id: '12-10', date: '2026', articles: ['both'] };
    const both = edition.articles.slice(0, 1).map((article) => ({
      ...article,
      slug: 'both',
      record: {
        url: '',
        year: { value: { solarHijri: '1405', gregorian: '2026' }, certainty: 'certain', from: 'source' },
      },
    })) as Edition['articles'];
    const described = { ...edition, articles: [...both, ...edition.articles], issues: [issue] };
    expect(issuesOf(described).map((one) => sayIssue(one, 'fa'))[1]).toBe('12-10 (۱۴۰۵)');
  });

  test('put together what one ORCID iD stands by, and nobody of whom only the name is the same', () => {
    expect(authorsOf(edition, 'en').map(({ id, articles }) => [id, slugs(articles)])).toEqual([
      [`orcid-${ann}`, ['old', 'first']],
      ['second-1', ['second']],
      ['tenth-1', ['tenth']],
    ]);
  });

  test('have the keywords in the language of a page, or else as an article has them', () => {
    expect(subjectsIn(edition, 'en').map(({ name, articles }) => [name, slugs(articles)])).toEqual([
      ['ports', ['old']],
      ['tides', ['old', 'second']],
    ]);
    // Who reads Persian finds those that an article has in English alone, too.
    expect(subjectsIn(edition, 'fa').map(({ name, language, articles }) => [name, language, slugs(articles)])).toEqual([
      ['بندر', 'fa', ['second']],
      ['ports', 'en', ['old']],
      ['tides', 'en', ['old']],
    ]);
  });

  test('have the years, the newest first, each in the calendar in which it is known', () => {
    expect(yearsOf(edition).map(({ year, articles }) => [sayShelfYear(year, 'en'), slugs(articles)])).toEqual([
      ['2026', ['second', 'first']],
      ['1405 SH', ['tenth']],
      ['2024', ['old']],
    ]);
  });

  test('have the types that articles state, in one order', () => {
    expect(typesOf(edition).map(({ type, articles }) => [type, slugs(articles)])).toEqual([
      ['research-article', ['tenth']],
      ['editorial', ['old']],
    ]);
    const untyped = edition.articles.map((article) => ({ ...article, type: undefined }));
    expect(shelfNames({ ...edition, articles: untyped })).not.toContain('types');
  });

  test('have what is new first, without what stands beside it', () => {
    const dated = edition.articles.map((article, index) => ({
      ...article,
      versions: article.versions.map((version) => ({ ...version, date: `2026-01-0${index + 1}` })),
    }));
    expect(slugs(newestOf({ ...edition, articles: dated }, dated.slice(3)))).toEqual(['first', 'second', 'old']);
  });

  test('are pages of the sitemap, and there are none of two articles', () => {
    const paths = sitemapPages(edition).map((page) => page.path);
    for (const page of ['issues/', 'issues/12-2/', 'authors/', 'subjects/', 'types/', 'years/'])
      expect(paths).toContain(page);
    const small = { ...edition, articles: edition.articles.slice(0, 2) };
    expect(shelfNames(small)).toEqual([]);
    expect(issuesOf(small)).toEqual([]);
    expect(sitemapPages(small).map((page) => page.path)).not.toContain('authors/');
  });
});

test('the same numbers of two journals are not one issue, and none is made of them', async () => {
  const other = (name: string) => journal('gregorian: "2026"', '1', '1', '1').replace('en: Journal', `en: ${name}`);
  const two = await readArticles({ one: other('Tides'), two: other('Ports'), three: other('Ports') });
  expect(issuesOf(two)).toEqual([]);
  expect(shelfNames(two)).not.toContain('issues');
});

test('an ISNI tells a person as an ORCID iD does', async () => {
  const isni = `${journal('gregorian: "2026"', '1', '1', '1')}${by('Ann').trimEnd()}\n    isni: "000000012281955X"\n`;
  const known = await readArticles({ one: isni, two: isni, three: isni.replace(/ +isni.*\n/, '') });
  expect(authorsOf(known, 'en').map(({ id, articles }) => [id, slugs(articles)])).toEqual([
    ['isni-000000012281955X', ['one', 'two']],
    ['three-1', ['three']],
  ]);
});

test('an issue that the edition describes has its title, and its articles in the order that it gives', () => {
  const described = {
    ...edition,
    issues: [{ id: 'harbours', date: '2026-03-25', title: { en: 'Harbours' }, articles: ['second', 'tenth', 'first'] }],
  };
  const [issue, other] = issuesOf(described);
  expect(issue && [issue.id, slugs(issue.articles), sayIssue(issue, 'en')]).toEqual([
    'harbours',
    ['second', 'tenth', 'first'],
    'Volume 12, Issue 2 (2026): Harbours',
  ]);
  expect(issue && sayIssue(issue, 'fa')).toBe('دورۀ ۱۲، شمارۀ ۲ (۱۴۰۵): Harbours');
  expect(other?.id).toBe('11-4');
});

test('feeds have the newest versions of all articles', () => {
  const xml = atomFeed(edition, edition.articles, { title: 'News', page: '', file: 'feed.atom' });
  const atom = { a: 'http://www.w3.org/2005/Atom' };
  expect(found(xml, '//a:entry/a:id', atom)).toHaveLength(4);
  expect(found(xml, '/a:feed/a:link[@rel="self"]/@href', atom)).toEqual([`${edition.site}feed.atom`]);
  const feed = JSON.parse(jsonFeed(edition));
  expect(feed.items.map(({ url }: { url: string }) => url)).toEqual(found(xml, '//a:entry/a:id', atom));
});

test('an author whose identity is stated has a feed, and nobody else: a name makes no path', async () => {
  const named =
    journal('gregorian: "2026"', '1', '1', '1') +
    by('../../up', ann).replace('family: Writer', 'family: ../../etc/passwd');
  const others = journal('gregorian: "2026"', '1', '1', '1') + by('../up').replace('family: Writer', 'family: /etc');
  const authors = await readArticles({ one: named, two: named, three: others });
  const folder = await mkdtemp(path.join(tmpdir(), 'estenad-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeAuthors(authors, folder);
  expect(listFiles(folder)).toEqual([`authors/orcid-${ann}/feed.atom`]);
  const feed = await readFile(path.join(folder, `authors/orcid-${ann}/feed.atom`), 'utf8');
  expect(found(feed, '//a:entry/a:id', { a: 'http://www.w3.org/2005/Atom' })).toEqual([
    `${authors.site}articles/one/1.0.0/`,
    `${authors.site}articles/two/1.0.0/`,
  ]);
});

test('what is wrong with the file of an issue is told, all of it at once', async () => {
  const root = await makeEdition({
    'content/issues/12-3.yaml': 'articles:\n  - a-tale\n  - nowhere\n',
    'content/issues/12-4.yaml': 'date: soon\narticles:\n  - yek-dastan\n',
    'content/issues/12-5.yaml': 'articles:\n  - a-tale\n',
    'content/issues/Issue 6.yaml': 'articles: [a-tale]\n',
  });
  const faults = await loadEdition(root).then(
    () => [],
    (error: ContentFaults) => error.faults,
  );
  expect(faults.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([
    'content/issues/12-3.yaml:3 the edition has no article "nowhere"',
    'content/issues/12-4.yaml:1 date: must be a year, a month or a day: 2026, 2026-03, "2026-03-21"',
    'content/issues/12-5.yaml:2 the article "a-tale" is also listed in content/issues/12-3.yaml:2',
    'content/issues/Issue 6.yaml:1 no issue can have this name, which is that of its page',
  ]);
});

describe('one identifier of two people', () => {
  const bea = 'name: { fa: { family: بندری }, en: { family: Harbour, given: Bea } }';
  const placed = journal('gregorian: "2026"', '1', '1', '1');
  const faultsOf = (articles: Readonly<Record<string, string>>): Promise<readonly string[]> =>
    readArticles(articles).then(
      () => [],
      ({ faults }: ContentFaults) => faults.map(({ file, line, what }) => `${file}:${line} ${what}`),
    );
  const place =
    /^content\/articles\/(\w+)\/article\.yaml:\d+ ORCID 0000-0002-1825-0097 is also that of somebody else, in content\/articles\/(\w+)\//;

  test('is told where two articles name them, and where one does', async () => {
    const faults = await faultsOf({
      one: placed + by('Ann', ann),
      two: `${placed}creators:\n  - ${bea}\n    orcid: "${ann}"\n`,
      three: `${placed}${by('Ann', ann)}  - name: { fa: { family: نویسنده }, en: { family: Writer, given: Ann } }\n    orcid: "${ann}"\n`,
    });
    expect(faults.map((fault) => place.exec(fault)?.slice(1))).toEqual([
      ['two', 'one'],
      ['three', 'one'],
    ]);
  });

  test('is not seen in one person whose name is written in two ways', async () => {
    const married = 'name: { fa: { family: بندری }, en: { family: Harbour-Writer, given: A. } }';
    expect(
      await faultsOf({
        one: placed + by('Ann', ann),
        two: `${placed}creators:\n  - ${married}\n    orcid: "${ann}"\n`,
      }),
    ).toEqual([]);
  });
});

test('a search knows on which shelves an article stands, and when it appeared', () => {
  expect(standingsOf(edition).get('first')).toEqual({
    on: ['issue=12-2', 'year=2026', `author=orcid-${ann}`],
    date: '2026 2026-01-31',
  });
  expect(standingsOf(edition).get('tenth')?.on).toEqual([
    'issue=12-10',
    'year=1405',
    'author=tenth-1',
    'type=research-article',
  ]);
});

describe('years', () => {
  const years = [
    { gregorian: '2026', solarHijri: '1405' },
    { gregorian: '2026', solarHijri: '1404' },
    { gregorian: '2025', solarHijri: '1404' },
    { solarHijri: '1390' },
  ];

  test('that have one name in a calendar say the other one too', () => {
    expect(nameShelfYears(years, 'en')).toEqual(['2026 (1405 SH)', '2026 (1404 SH)', '2025', '1390 SH']);
    expect(nameShelfYears(years, 'ar')).toEqual(['٢٠٢٦ (١٤٠٥ هـ ش)', '٢٠٢٦ (١٤٠٤ هـ ش)', '٢٠٢٥', '١٣٩٠ هـ ش']);
    expect(nameShelfYears(years, 'fa')).toEqual(['۱۴۰۵', '۱۴۰۴ (۲۰۲۶ میلادی)', '۱۴۰۴ (۲۰۲۵ میلادی)', '۱۳۹۰']);
  });
});
