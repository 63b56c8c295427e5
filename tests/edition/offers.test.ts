/** Formats that are off, and older versions that have an archive: one rule, which every list of files follows. */
import { describe, expect, test } from 'vitest';
import { publishedPart, subjectsOf } from '../../src/edition/model.ts';
import { formatNames, isArchived, isOffered, type Offers } from '../../src/edition/offers.ts';
import { formats, formatsOf, listFormatsOf, textFiles } from '../../src/formats/index.ts';
import { hosts, measure, refusedBy } from '../../src/hosting/hosts.ts';
import { negotiableOf } from '../../src/hosting/negotiation.ts';
import { nginxMaps } from '../../src/hosting/nginx.ts';
import { linkset } from '../../src/hosting/signposting.ts';
import { issueFiles } from '../../src/html/shelves.ts';
import { repositoryOf } from '../../src/site/oai/repository.ts';
import { changed } from '../helpers/edition.ts';
import { faultsOf } from '../helpers/faults.ts';
import { harbour } from '../helpers/harbour.ts';

const editionFile = 'content/edition.yaml';
const whole = publishedPart(await harbour());
const withOffers = (offers: Offers) => ({ ...whole, ...offers });
/** Of the article with two versions, the older one and the latest. */
const twoOf = (offers: Offers) =>
  subjectsOf(withOffers(offers)).filter(({ article }) => article.slug === 'sea-routes') as [
    ReturnType<typeof subjectsOf>[number],
    ReturnType<typeof subjectsOf>[number],
  ];
const extensionsOf = (files: readonly { readonly extension: string }[]) => files.map(({ extension }) => extension);

test('edition.yaml can name every format of the program, in its order', () => {
  // Where PDFs cannot be set there is none, and an edition may say that it has none.
  expect(formatNames.filter((name) => name !== 'pdf')).toEqual(extensionsOf(formats).filter((name) => name !== 'pdf'));
});

test('where nothing is said, every version has every format', () => {
  for (const subject of subjectsOf(whole)) expect(formatsOf(subject)).toEqual(formats);
  expect(withOffers({ versions: 'all' })).toMatchObject({ versions: 'all' });
  for (const subject of subjectsOf(withOffers({ versions: 'all' }))) expect(formatsOf(subject)).toEqual(formats);
});

const able = formatNames.filter((name) => !['txt', 'dc.xml', 'csl.json'].includes(name));

test.each(able)('%s that is off is in no list of files', (name) => {
  const offers: Offers = { formats: { [name]: 'off' } };
  const edition = withOffers(offers);
  for (const subject of subjectsOf(edition)) {
    expect(extensionsOf(formatsOf(subject))).toEqual(extensionsOf(formats).filter((one) => one !== name));
    expect(extensionsOf(textFiles(new Map(), formatsOf(subject)))).not.toContain(name);
  }
  const file = new RegExp(`\\.${name.replaceAll('.', '\\.')}\\b`);
  const links = linkset(edition).linkset.map(({ anchor }) => anchor);
  const isFile = (address: string) =>
    address.endsWith(`.${name}`) && (name !== 'bib' || !address.endsWith('.biblatex.bib'));
  expect(links.filter(isFile)).toEqual([]);
  expect(linkset(whole).linkset.filter(({ anchor }) => isFile(anchor)).length > 0).toBe(
    formats.some(({ extension }) => extension === name),
  );
  expect(extensionsOf(negotiableOf(edition))).not.toContain(name);
  expect(extensionsOf(listFormatsOf(edition))).not.toContain(name);
  expect(extensionsOf(repositoryOf(edition)?.formats ?? [])).not.toContain(name);
  expect(issueFiles(edition, '1-1').filter(({ path }) => path === `issues/1-1/issue.${name}`)).toEqual([]);
  if (name !== 'bib') expect(nginxMaps(edition)).not.toMatch(file);
});

describe('where the latest versions alone have every file', () => {
  const offers: Offers = { versions: 'latest', formats: { enw: 'off' } };
  const [older, latest] = twoOf(offers);

  test('an older one has its text and its archive, and the latest what is on', () => {
    expect([isArchived(older), isArchived(latest)]).toEqual([true, false]);
    expect(extensionsOf(formatsOf(older))).toEqual(['txt']);
    expect(extensionsOf(formatsOf(latest))).toEqual(extensionsOf(formats).filter((name) => name !== 'enw'));
    expect([isOffered(older, 'txt'), isOffered(older, 'bib'), isOffered(latest, 'bib')]).toEqual([true, false, true]);
  });

  test('its page leads to the archive, and the archive back', () => {
    const contexts = linkset(older.edition).linkset as unknown as ({ anchor: string } & Record<
      string,
      { href: string }[]
    >)[];
    const page = `${older.edition.site}articles/sea-routes/1.0.0/`;
    const own = contexts.filter(({ anchor }) => anchor === page || anchor.startsWith(`${page}sea-routes.`));
    expect(own.map(({ anchor }) => anchor.slice(page.length))).toEqual(['', 'sea-routes.txt', 'sea-routes.zip']);
    expect(own[0]?.['item']?.map(({ href }) => href)).toEqual([`${page}sea-routes.txt`, `${page}sea-routes.zip`]);
    expect(own[0]).not.toHaveProperty('describedby');
    expect(own[2]?.['collection']).toEqual([{ href: page, type: 'text/html' }]);
  });

  test('harvesters are told of the latest versions, whose records there are', () => {
    const records = repositoryOf(older.edition)?.records.map(({ path }) => path);
    expect(records).toHaveLength(older.edition.articles.length);
    expect(records).toContain('articles/sea-routes/1.0.1/sea-routes.');
    expect(repositoryOf(whole)?.records.length).toBeGreaterThan(older.edition.articles.length);
  });
});

describe('edition.yaml is refused, with line and fix,', () => {
  const saying = (text: string) => changed(editionFile, 'articles:', `${text}\narticles:`);
  test.each([
    ['an unknown format', 'formats: { docx: off }', /docx.*is no format: there are pdf, epub, txt/, /remove the line/],
    [
      'a page that is off',
      'formats: { html: off }',
      /html.*cannot be off: it is the page itself/,
      /what is not named is on/,
    ],
    [
      'plain text that is off',
      'formats: { txt: off }',
      /txt.*cannot be off: it is what is read where no script runs/,
      /remove the line/,
    ],
    [
      'Dublin Core that is off',
      'formats: { dc.xml: off }',
      /dc\.xml.*cannot be off: OAI-PMH demands it/,
      /remove the line/,
    ],
    ['a list that Markdown names', 'formats: { csl.json: off }', /csl\.json.*while md is on/, /write off, or remove/],
    ['a format that is on', 'formats: { pdf: on }', /pdf/, /write off, or remove/],
    ['formats as a list', 'formats: [pdf]', /formats/, /such as formats: \{/],
    ['versions of another kind', 'versions: newest', /versions/, /write latest/],
    ['an unknown host', 'host: my-server', /host/, /write github-pages/],
  ])('%s', async (_, text, what, fix) => {
    const faults = await faultsOf(saying(text));
    expect(faults.map(({ file, line }) => [file, line])).toEqual([[editionFile, 9]]);
    expect(faults[0]?.what).toMatch(what);
    expect(faults[0]?.fix).toMatch(fix);
  });

  test('what it can say is read', async () => {
    const text = 'formats: { md: off, csl.json: off, pdf: off }\nversions: latest\nhost: github-pages';
    expect(await faultsOf(saying(text))).toEqual([]);
  });

  test('a page of its own that leads to a file that is off', async () => {
    const faults = await faultsOf({
      ...saying('formats: { epub: off }'),
      'content/pages/about.en.mdx': '# About\n\n[book](file:edition.epub)\n',
    });
    expect(faults.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([
      'content/pages/about.en.mdx:3 there is no file "edition.epub"',
    ]);
    expect(faults[0]?.fix).not.toContain('edition.epub');
  });
});

describe('a host', () => {
  const site = (files: number, bytes: number) => {
    const rest = { path: 'b.pdf', bytes: Math.ceil((bytes - 1000) / (files - 1)) };
    return measure([{ path: 'a.html', bytes: 1000 }, ...Array.from({ length: files - 1 }, () => rest)]);
  };

  test('takes what is within its limits', () => {
    for (const host of Object.keys(hosts) as (keyof typeof hosts)[])
      expect(refusedBy(host, site(20_000, 900_000_000))).toEqual([]);
  });

  test('is said to refuse what is beyond them: the sum, the number, one file', () => {
    expect(refusedBy('github-pages', site(90_000, 4_500_000_000))).toEqual([
      expect.stringMatching(/^GitHub Pages publishes 1\.00 GB, and there are 4\.50 GB: write formats:/),
    ]);
    expect(refusedBy('cloudflare-pages', site(20_001, 900_000_000))).toEqual([
      expect.stringMatching(/^Cloudflare Pages publishes 20,000 files, and there are 20,001: /),
    ]);
    expect(refusedBy('cloudflare-pages', site(3, 60_000_000))).toEqual([
      expect.stringMatching(/takes no file of more than 26\.2 MB, and b\.pdf has 30\.0 MB/),
    ]);
    expect(refusedBy('gitlab-pages', site(200_001, 2_000_000_000))).toHaveLength(2);
  });
});
