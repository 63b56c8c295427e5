/** Where an article is published: by a journal before, by a journal here, or by the edition alone; and what each export says of it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { citingOf } from '../../src/citing/references.ts';
import type { Subject } from '../../src/edition/model.ts';
import { formats } from '../../src/formats/index.ts';
import { modsOfRecord } from '../../src/formats/mods.ts';
import { textOf } from '../helpers/epub.ts';
import {
  everything,
  everythingHere,
  exportOf,
  found,
  inJournal,
  readArticle,
  readArticles,
  subjectOf,
} from '../helpers/records.ts';

let before: Subject;
let here: Subject;
let alone: Subject;
beforeAll(async () => {
  const edition = await readArticles({
    before: `language: en\n${everything}`,
    here: `language: en\ntype: research-article\n${everythingHere}`,
    alone: 'language: en\ntype: preprint\n',
  });
  [before, here, alone] = edition.articles.map((article) => subjectOf(edition, article)) as [Subject, Subject, Subject];
});

test('where the edition is the publication, no export says that it is derived, and no other publication is cited', async () => {
  for (const subject of [here, alone]) {
    for (const format of formats.filter(({ extension }) => extension !== 'pdf')) {
      const written = textOf(await format.write(subject));
      expect(written, format.name).not.toMatch(
        /republished|IsDerivedFrom|isBasedOn|version.of.record|versionOfRecord|Edited from|undefined/i,
      );
    }
    expect(citingOf(subject).record).toEqual([]);
    expect(modsOfRecord(subject)).toBeUndefined();
  }
  expect(citingOf(before).record.length).toBeGreaterThan(1);
});

describe('an article that a journal publishes here', () => {
  test('stands in JATS itself in volume, issue and special issue, with its number', async () => {
    const meta = (name: string) => found('jats.xml', here, `//article-meta/${name}`);
    expect(await meta('volume')).toEqual(['18']);
    expect(await meta('issue')).toEqual(['2']);
    expect(await meta('issue-title')).toEqual(['On Harbours']);
    expect(await meta('elocation-id')).toEqual(['e12']);
    expect(await meta('related-article')).toEqual([]);
  });

  test('is in the journal for DataCite, MODS, MARC, Dublin Core and schema.org', async () => {
    const item = '//d:relatedItem[@relatedItemType="Journal"][@relationType="IsPublishedIn"]';
    expect(await found('datacite.xml', here, `${item}/d:relatedItemIdentifier`)).toEqual(['0317-8471']);
    expect(await found('datacite.xml', here, `${item}/d:number[@numberType="Article"]`)).toEqual(['e12']);
    expect(await found('datacite.xml', here, '//d:resourceType')).toEqual(['Research article']);
    const host = '/m:mods/m:relatedItem[@type="host"]';
    expect(await found('mods.xml', here, `${host}/m:part/m:detail[@type="volume"]/m:number`)).toEqual(['18']);
    expect(await found('mods.xml', here, `${host}/m:part/m:detail[@type="issue"]/m:title`)).toEqual(['On Harbours']);
    const marc = (code: string) =>
      found('marc.xml', here, `//marc:datafield[@tag="773"]/marc:subfield[@code="${code}"]`);
    expect(await marc('i')).toEqual(['In:']);
    expect(await marc('g')).toEqual(['vol. 18, no. 2, On Harbours, article e12 (2025)']);
    expect(await found('marc.xml', here, '//marc:datafield[@tag="787"]')).toEqual([]);
    expect(await found('dc.xml', here, '//dc:source')).toEqual([]);
    expect(await found('dc.xml', here, '//dc:relation[@xml:lang]')).toEqual([
      'Journal, vol. 18, no. 2, On Harbours, article e12, 2025',
    ]);
    expect(JSON.parse(await exportOf('jsonld', here))).toMatchObject({
      pagination: 'e12',
      isPartOf: {
        issueNumber: '2',
        name: 'On Harbours',
        isPartOf: { volumeNumber: '18', isPartOf: { issn: ['2008-0867', '0317-8471', '1050-124X'] } },
      },
    });
  });

  test('is an article of the journal for Crossref, in its volume and issue', async () => {
    const said = (...names: string[]) =>
      found('crossref.xml', here, `/${names.map((name) => `/*[local-name()="${name}"]`).join('')}`);
    expect(await said('journal_metadata', 'full_title')).toEqual(['Journal']);
    expect(await said('journal_metadata', 'abbrev_title')).toEqual(['Jnl.']);
    expect(await said('journal_metadata', 'issn')).toEqual(['0317-8471', '2008-0867']);
    expect(await said('journal_issue', 'journal_volume')).toEqual(['18']);
    expect(await said('journal_issue', 'issue')).toEqual(['2']);
    expect(await said('journal_issue', 'titles')).toEqual(['On Harbours']);
    expect(await said('journal_article', 'publisher_item')).toEqual(['e12']);
    expect(await said('journal_article', 'publication_date', 'year')).toEqual(['2026']);
    expect(await said('posted_content')).toEqual([]);
  });

  test('is an article in a journal for reference managers, at the address of the edition', async () => {
    const [item] = JSON.parse(await exportOf('csl.json', here)) as [Record<string, unknown>];
    expect(item).toMatchObject({
      type: 'article-journal',
      'container-title': 'Journal',
      volume: '18',
      issue: '2',
      URL: 'https://trial.example/articles/here/1.0.0/',
    });
    expect(await exportOf('bib', here)).toMatch(/^@article/m);
    expect(await exportOf('ris', here)).toMatch(/^TY {2}- JOUR/m);
  });
});

test('the ISSNs, the abbreviation and the homepage of the journal stand in their places', async () => {
  for (const subject of [before, here]) {
    const journal = (path: string) => found('jats.xml', subject, `//journal-meta/${path}`);
    expect(await journal('issn[@publication-format="print"]')).toEqual(['2008-0867']);
    expect(await journal('issn[@publication-format="electronic"]')).toEqual(['0317-8471']);
    expect(await journal('issn-l')).toEqual(['1050-124X']);
    expect(await journal('journal-title-group/abbrev-journal-title')).toEqual(['Jnl.']);
    expect(await journal('self-uri/@*[local-name()="href"]')).toEqual(['https://journal.example/']);
    expect(await found('tei.xml', subject, '//tei:sourceDesc//tei:idno[@subtype="linking"]')).toEqual(['1050-124X']);
    const host = '//m:relatedItem[@type="host"]';
    expect(await found('mods.xml', subject, `${host}/m:identifier[@type="issn-l"]`)).toEqual(['1050-124X']);
    expect(await found('mods.xml', subject, `${host}/m:titleInfo[@type="abbreviated"]`)).toEqual(['Jnl.']);
  }
});

test('what stands in no journal is posted as what it is, by the publisher of the edition', async () => {
  const posted = (subject: Subject) => found('crossref.xml', subject, '//*[local-name()="posted_content"]/@type');
  expect(await posted(alone)).toEqual(['preprint']);
  expect(await posted(before)).toEqual(['other']);
  expect(await found('datacite.xml', alone, '//d:relatedItem')).toEqual([]);
  expect(await found('jats.xml', alone, '//journal-title')).toEqual(['Trial']);
  expect(await found('jats.xml', alone, '//publisher-name')).toEqual(['Trial Press']);
  expect(await found('tei.xml', alone, '//tei:sourceDesc/tei:p')).toContain('First published in this edition.');
});

test.each([
  [`type: preprint\nrecord: { url: "https://journal.example/1" }\n`, /^journal: is missing/],
  ['', /^type: is missing, and there is no journal/],
  [`${inJournal}placement: { volume: "1" }\n`, /^placement: is said by record already/],
  [inJournal.replace('ناشر, en: Publisher }', '$&\n  issn: 2008-0868'), /^journal\.issn.*: has a wrong check digit/],
  [
    inJournal.replace('ناشر, en: Publisher }', '$&\n  issn: { print: 2008-086 }'),
    /^journal\.issn\.print: must be 0000-0000/,
  ],
])('%j is refused with what to write', async (said, what) => {
  const refused = (await readArticle(said).catch((error: unknown) => error)) as {
    faults: { what: string; fix: string }[];
  };
  expect(refused.faults.map((fault) => fault.what)).toContainEqual(expect.stringMatching(what));
  expect(refused.faults.every(({ fix }) => fix !== '')).toBe(true);
});
