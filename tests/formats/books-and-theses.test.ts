/** Chapters, conference papers and theses: what each export says of the book, the conference, the degree. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { linksOf } from '../../src/hosting/signposting.ts';
import {
  dates,
  exportOf,
  found,
  inBook,
  inJournal,
  ofType,
  readArticle,
  readArticles,
  subjectOf,
} from '../helpers/records.ts';

let chapter: Subject;
let paper: Subject;
let thesis: Subject;
let inProceedings: Subject;
let unsure: readonly Subject[];
beforeAll(async () => {
  const edition = await readArticles(
    Object.fromEntries(
      Object.entries({
        chapter: ofType.chapter,
        'conference-paper': ofType['conference-paper'],
        thesis: ofType.thesis + dates,
        'in-proceedings': ofType['conference-paper'] + inBook,
        'no-isbn': inBook.replace(/, isbn: [\d-]+/, ''),
        'no-year': inBook.replace(/, year: \{[^}]+\}/, ''),
        'no-day': ofType.thesis,
        'no-issn': inJournal,
      }).map(([slug, said]) => [slug, `language: en\ntype: ${typeOf[slug] ?? slug}\n${said}`]),
    ),
  );
  [chapter, paper, thesis, inProceedings, ...unsure] = edition.articles.map((article) =>
    subjectOf(edition, article),
  ) as [Subject, Subject, Subject, Subject, ...Subject[]];
});

const typeOf: Readonly<Record<string, string>> = {
  'in-proceedings': 'conference-paper',
  'no-isbn': 'chapter',
  'no-year': 'chapter',
  'no-day': 'thesis',
  'no-issn': 'editorial',
};

/** The record in a deposit to Crossref. */
const record = (name: string) => `/*/*[local-name()="body"]/*[local-name()="${name}"]`;

const csl = async (subject: Subject) => JSON.parse(await exportOf('csl.json', subject))[0] as object;
const marc = (subject: Subject, tag: string, code: string) =>
  found('marc.xml', subject, `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`);

test('what lacks a fact that its record at Crossref needs is posted there, and so is a paper that stands in no proceedings', async () => {
  for (const subject of [...unsure, paper])
    expect(await found('crossref.xml', subject, `${record('posted_content')}/@type`), subject.article.slug).toEqual([
      'other',
    ]);
});

describe('a chapter', () => {
  test('names its book with ISBN and pages', async () => {
    expect(await csl(chapter)).toMatchObject({
      type: 'chapter',
      'container-title': 'A Book of Harbours',
      ISBN: '978-0-306-40615-7',
      page: '11–32',
    });
    expect(
      await found('datacite.xml', chapter, '//d:relatedItem[@relatedItemType="Book"]/d:relatedItemIdentifier'),
    ).toEqual(['978-0-306-40615-7']);
    expect(await found('mods.xml', chapter, '//m:relatedItem[@type="host"]/m:identifier[@type="isbn"]')).toEqual([
      '978-0-306-40615-7',
    ]);
    expect(await marc(chapter, '773', 'z')).toEqual(['978-0-306-40615-7']);
    expect(await marc(chapter, '773', 't')).toEqual(['A Book of Harbours']);
    expect(await found('crossref.xml', chapter, '//rel:inter_work_relation[@relationship-type="isPartOf"]')).toEqual([
      '978-0-306-40615-7',
    ]);
    expect(await found('crossref.xml', chapter, `${record('book')}/*[local-name()="book_metadata"]/*`)).toEqual([
      'A Book of Harbours',
      '2025',
      '978-0-306-40615-7',
      'Publisher',
    ]);
    expect(
      await found('crossref.xml', chapter, `${record('book')}/*[@component_type="chapter"]/*[local-name()="pages"]/*`),
    ).toEqual(['11', '32']);
    expect(await found('jats.xml', chapter, '//related-object[@link-type="is-part-of"]/source')).toEqual([
      'A Book of Harbours',
    ]);
    expect(await found('tei.xml', chapter, '//tei:sourceDesc//tei:title[@level="m"][@xml:lang="en"]')).toEqual([
      'A Book of Harbours',
    ]);
    expect(JSON.parse(await exportOf('jsonld', chapter))).toMatchObject({
      '@type': 'Chapter',
      pageStart: '11',
      isPartOf: { '@type': 'Book', isbn: '978-0-306-40615-7' },
    });
    expect(await exportOf('txt', chapter)).toContain('A Book of Harbours');
  });
});

describe('a conference paper', () => {
  test('names its conference with place and days', async () => {
    expect(await csl(paper)).toMatchObject({ type: 'paper-conference', 'event-title': 'Conference on Harbours' });
    expect(await found('jats.xml', paper, '//conference/conf-name')).toEqual(['Conference on Harbours']);
    expect(await found('jats.xml', paper, '//conference/conf-loc')).toEqual(['Bushehr']);
    expect(await found('jats.xml', paper, '//conference/conf-date')).toEqual(['2025-09-01–2025-09-03']);
    expect(await marc(paper, '711', 'a')).toEqual(['Conference on Harbours']);
    expect(await found('mods.xml', paper, '/m:mods/m:name[@type="conference"]/m:namePart[@type="date"]')).toEqual([
      '2025-09-01/2025-09-03',
    ]);
    expect(
      await found('datacite.xml', paper, '//d:relatedItem[@relatedItemType="ConferenceProceeding"]//d:title'),
    ).toEqual(['Conference on Harbours']);
    expect(await found('tei.xml', paper, '//tei:sourceDesc//tei:meeting')).toHaveLength(1);
    expect(await found('dc.xml', paper, '//dc:relation[@xml:lang]')).toEqual([
      'Conference on Harbours, Bushehr, 2025-09-01 to 2025-09-03',
    ]);
    const event = `${record('conference')}/*[local-name()="event_metadata"]`;
    expect(await found('crossref.xml', inProceedings, `${event}/*[local-name()="conference_name"]`)).toEqual([
      'Conference on Harbours',
    ]);
    expect(await found('crossref.xml', inProceedings, `${event}/*[local-name()="conference_date"]/@end_day`)).toEqual([
      '03',
    ]);
    expect(await found('crossref.xml', inProceedings, '//*[local-name()="proceedings_title"]')).toEqual([
      'A Book of Harbours',
    ]);
    expect(JSON.parse(await exportOf('jsonld', paper))).toMatchObject({
      recordedAt: { '@type': 'Event', startDate: '2025-09-01', endDate: '2025-09-03' },
    });
  });
});

describe('a thesis', () => {
  test('names its degree and where it was written, and is of the type of that degree', async () => {
    const uri = 'http://purl.org/coar/resource_type/c_db06';
    expect(await csl(thesis)).toMatchObject({
      type: 'thesis',
      genre: 'Doctoral dissertation',
      publisher: 'University of Trials',
    });
    expect(await exportOf('bib', thesis)).toMatch(/^@phdthesis/m);
    expect(await found('dc.xml', thesis, '//dc:type')).toEqual(['Text', uri, 'info:eu-repo/semantics/doctoralThesis']);
    expect(linksOf(thesis).map(({ href }) => href)).toContain(uri);
    expect(await marc(thesis, '502', 'b')).toEqual(['Doctoral dissertation']);
    expect(await marc(thesis, '502', 'c')).toEqual(['University of Trials']);
    expect(await found('mods.xml', thesis, '//m:name[@type="corporate"][m:role/m:roleTerm="dgg"]/m:namePart')).toEqual([
      'University of Trials',
    ]);
    expect(await found('crossref.xml', thesis, `${record('dissertation')}/*[local-name()="institution"]`)).toEqual([
      'University of Trials',
    ]);
    expect(await found('crossref.xml', thesis, `${record('dissertation')}/*[local-name()="degree"]`)).toEqual([
      'Doctoral dissertation',
    ]);
    expect(await found('crossref.xml', thesis, `${record('dissertation')}/*[local-name()="approval_date"]/*`)).toEqual([
      '08',
      '29',
      '2022',
    ]);
    expect(
      await found('jats.xml', thesis, '//custom-meta[meta-name="degree-granting-institution"]/meta-value'),
    ).toEqual(['University of Trials']);
    expect(JSON.parse(await exportOf('jsonld', thesis))).toMatchObject({
      '@type': 'Thesis',
      inSupportOf: 'Doctoral dissertation',
    });
  });
});

test.each([
  [`type: report\n${ofType.thesis}`, /^thesis: is of a thesis/],
  [`type: thesis\n${ofType.chapter}`, /^book: is of a chapter/],
  [`type: chapter\n${ofType.chapter.replace('40615-7', '40615-8')}`, /^book\.isbn: is not an ISBN/],
  [
    `type: conference-paper\n${ofType['conference-paper'].replace('2025-09-03', '2025-08-03')}`,
    /^conference\.end: must follow start/,
  ],
])('%j is refused with what to write', async (said, what) => {
  const refused = (await readArticle(said).catch((error: unknown) => error)) as {
    faults: { what: string; fix: string }[];
  };
  expect(refused.faults.map((fault) => fault.what)).toContainEqual(expect.stringMatching(what));
  expect(refused.faults.every(({ fix }) => fix !== '')).toBe(true);
});
