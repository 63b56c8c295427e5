/** What each export, page and list says of a version that was retracted, corrected, licensed or registered since its release. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citingOf } from '../../src/citing/references.ts';
import { doiOf } from '../../src/edition/doi.ts';
import { asReleased, type Edition, type Subject } from '../../src/edition/model.ts';
import { noticeKinds } from '../../src/edition/notices.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { linksOf } from '../../src/hosting/signposting.ts';
import { catalog } from '../../src/site/catalog.ts';
import { atomFeed } from '../../src/site/feeds.ts';
import { repositoryOf } from '../../src/site/oai/repository.ts';
import { sitemapPages } from '../../src/site/sitemap.ts';
import { textOf } from '../helpers/epub.ts';
import { writeNoticed } from '../helpers/notices.ts';
import { exportOf, found, subjectOf } from '../helpers/records.ts';

let root: string;
let edition: Edition;
let subject: Subject;
/** The article beside it, of which nothing was said. */
let silent: Subject;
beforeAll(async () => {
  root = await writeNoticed();
  edition = await loadEdition(root);
  [subject, silent] = edition.articles.map((article) => subjectOf(edition, article)) as [Subject, Subject];
});
afterAll(() => rm(root, { recursive: true, force: true }));

const retraction = 'https://doi.org/10.5555/retraction';
const at = (extension: string, xpath: string) => found(extension, subject, xpath);

test('every record and every text says each notice with its reason', async () => {
  for (const extension of [
    'txt',
    'md',
    'dc.xml',
    'mods.xml',
    'marc.xml',
    'datacite.xml',
    'datacite.json',
    'jats.xml',
    'tei.xml',
  ])
    for (const kind of noticeKinds) expect(await exportOf(extension, subject), extension).toContain(`Why ${kind}`);
  for (const extension of ['bib', 'biblatex.bib', 'ris', 'csl.json', 'enw'])
    for (const kind of noticeKinds) expect(await exportOf(extension, subject), extension).toContain(`Why ${kind}`);
});

describe('a retraction', () => {
  test('is in DataCite the day of withdrawal, and the notice by its DOI', async () => {
    expect(await at('datacite.xml', '//d:date[@dateType="Withdrawn"]')).toEqual(['2026-02-06']);
    expect(await at('datacite.xml', '//d:relatedIdentifier[@relationType="IsObsoletedBy"]')).toEqual([
      '10.5555/retraction',
    ]);
    expect(await at('datacite.xml', '//d:relatedIdentifier[@relationType="IsReviewedBy"]')).toEqual([
      'https://journal.example/concern',
    ]);
  });

  test('is in JATS the forward link and an event, as are concern and correction', async () => {
    expect(await at('jats.xml', '//related-article/@related-article-type')).toEqual([
      'republished-article',
      'correction-forward',
      'concern-forward',
      'retraction-forward',
    ]);
    expect(await at('jats.xml', '//related-article[@related-article-type="retraction-forward"]/@xlink:href')).toEqual([
      '10.5555/retraction',
    ]);
    expect(await at('jats.xml', '//pub-history/event/@event-type')).toEqual([
      'doi',
      'licence',
      'erratum',
      'correction',
      'expression-of-concern',
      'retraction',
    ]);
  });

  test('is in Crossref related material, in the records of libraries a note and a link, in schema.org a correction', async () => {
    const related = '//rel:inter_work_relation[@relationship-type="hasRelatedMaterial"]';
    expect(await at('crossref.xml', related)).toContain('10.5555/retraction');
    expect(await at('marc.xml', '//marc:datafield[@tag="787"]/marc:subfield[@code="o"]')).toContain(retraction);
    expect(await at('marc.xml', '//marc:controlfield[@tag="005"]')).toEqual(['20260206000000.0']);
    expect(await at('mods.xml', '//m:note[@type="retracted"]/@xlink:href')).toEqual([retraction, retraction]);
    expect(await at('mods.xml', '//m:recordChangeDate')).toEqual(['2026-02-06']);
    expect(await at('dc.xml', '//dc:relation')).toContain(retraction);
    expect(await at('tei.xml', '//tei:notesStmt/tei:relatedItem[@type="retraction"]/@target')).toEqual([retraction]);
    const jsonld = JSON.parse(await exportOf('jsonld', subject));
    expect(jsonld.creativeWorkStatus.slice(0, 2)).toEqual(['Expression of concern', 'Retracted']);
    expect(jsonld.correction.at(-1)).toMatchObject({ '@type': 'CorrectionComment', url: retraction });
  });

  test('stands in every reference that is copied, and before the text of a book', async () => {
    for (const { html } of citingOf(asReleased(subject)).version) expect(html).toMatch(/RETRACTED: A Tale|سلب اعتبار/);
    const epub = edition.articles[0] && (await (await import('../../src/formats/epub/index.ts')).epub.write(subject));
    expect(textOf(epub as Uint8Array)).toContain('Why retraction');
  });
});

test('a licence that was granted since is the licence of every export, and the statement stands beside it', async () => {
  const licence = 'https://creativecommons.org/licenses/by/4.0/';
  expect(await at('crossref.xml', '//ai:license_ref')).toEqual([licence]);
  // In each language in which the reason is given.
  const inJats = await at('jats.xml', '//license[@license-type="CC-BY-4.0"]/ali:license_ref');
  expect(new Set(inJats)).toEqual(new Set([licence]));
  const languages = await at('jats.xml', `//license[@xlink:href="${licence}"]/@xml:lang`);
  expect(languages.toSorted()).toEqual(['en', 'fa']);
  expect(await at('datacite.xml', '//d:rights[@rightsIdentifier="CC-BY-4.0"]/@rightsURI')).toContain(licence);
  expect(linksOf(asReleased(subject)).find(({ relation }) => relation === 'license')?.href).toBe(licence);
  expect(subject.article.rights.statement?.uri).toBe('http://rightsstatements.org/vocab/CNE/1.0/');
});

test('a DOI that was registered since is the DOI of the version, and of that version alone', async () => {
  expect(doiOf(subject)).toEqual({ value: '10.5555/tale.1', status: 'registered' });
  expect(doiOf(silent).status).toBe('draft');
  expect(await at('jats.xml', '//article-id[@pub-id-type="doi"]')).toEqual(['10.5555/tale.1']);
  expect(linksOf(subject)[0]).toMatchObject({ relation: 'cite-as', href: 'https://doi.org/10.5555/tale.1' });
});

test('harvesters, feeds, sitemap, catalog and links learn of it', async () => {
  const [other, tale] = repositoryOf(edition)?.records ?? [];
  expect([other?.date, tale?.date]).toEqual(['2026-01-01', '2026-02-06']);
  const feed = atomFeed(edition, edition.articles, { title: 'New', page: '', file: 'feed.atom' });
  expect(feed).toContain('<updated>2026-02-06T00:00:00Z</updated>');
  expect(feed).toContain('Why retraction');
  const pages = sitemapPages(edition).filter(({ path }) => path.startsWith('articles/a-tale/1.0.0'));
  expect(pages.map(({ changed }) => changed)).toEqual(['2026-02-06']);
  const [listed] = catalog(edition, []).articles[0]?.versions ?? [];
  expect(listed?.notices?.map(({ updateType }) => updateType)).toEqual([
    undefined,
    undefined,
    'erratum',
    'correction',
    'expression_of_concern',
    'retraction',
  ]);
  expect(linksOf(subject).flatMap(({ relation, href }) => (relation === 'related' ? [href] : []))).toContain(
    retraction,
  );
});

test('of a version of which nothing was said nothing says anything', async () => {
  for (const extension of [
    'jats.xml',
    'mods.xml',
    'marc.xml',
    'tei.xml',
    'dc.xml',
    'datacite.xml',
    'crossref.xml',
    'jsonld',
    'txt',
  ])
    expect(await exportOf(extension, silent), extension).not.toMatch(
      /retract|pub-history|recordChangeDate|Withdrawn|hasRelatedMaterial|"correction"|notesStmt/i,
    );
});
