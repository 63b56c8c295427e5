/** Subjects by the schemes of libraries, places, periods and other works: each in its own place, and nothing where nothing is said. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { exportOf, found, inJournal, readArticle, readArticles, related } from '../helpers/records.ts';

const lcsh = 'http://id.loc.gov/authorities/subjects/sh85067435';
const wikidata = 'https://www.wikidata.org/entity/Q166542';

let said: Subject;
let bare: Subject;
beforeAll(async () => {
  said = await readArticle(`${related}${inJournal}`);
  bare = await readArticle(inJournal);
});

const at = (extension: string, xpath: string) => found(extension, said, xpath);
const marc = (tag: string, code: string) =>
  at('marc.xml', `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`);

describe('subjects, places and periods', () => {
  test('are in MARC under the headings of their schemes', async () => {
    expect(await at('marc.xml', '//marc:datafield[@tag="650"][@ind2="0"]/marc:subfield[@code="0"]')).toEqual([lcsh]);
    expect(await at('marc.xml', '//marc:datafield[@tag="650"][@ind2="7"]/marc:subfield[@code="2"]')).toEqual([
      'fast',
      'wikidata',
    ]);
    expect(await marc('082', 'a')).toEqual(['327.1']);
    expect(await marc('651', 'a')).toEqual(['Bushehr']);
    expect(await marc('043', 'a')).toEqual(['a-ir---']);
    expect(await marc('648', 'a')).toEqual(['After the Cold War']);
  });

  test('are in MODS, DataCite and Dublin Core', async () => {
    expect(await at('mods.xml', '//m:subject[@authority="lcsh"]/@valueURI')).toEqual([lcsh, lcsh]);
    expect(await at('mods.xml', '//m:subject/m:geographic')).toEqual(['بوشهر', 'Bushehr']);
    expect(await at('mods.xml', '//m:subject/m:geographicCode[@authority="marcgac"]')).toEqual(['a-ir---']);
    expect(await at('mods.xml', '//m:subject/m:temporal[@point]')).toEqual(['1991', '2020']);
    expect(await at('mods.xml', '//m:classification[@authority="ddc"]')).toEqual(['327.1']);
    expect(await at('datacite.xml', `//d:subject[@valueURI="${wikidata}"]/@subjectScheme`)).toEqual([
      'Wikidata',
      'Wikidata',
    ]);
    expect(await at('datacite.xml', '//d:subject/@classificationCode')).toEqual(['327.1', '327.1']);
    expect(await at('datacite.xml', '//d:geoLocationPlace')).toEqual(['Bushehr']);
    expect(await at('datacite.xml', '//d:date[@dateType="Coverage"]')).toEqual(['1991/2020']);
    expect(await at('dc.xml', '//dc:coverage')).toEqual(
      expect.arrayContaining(['Bushehr', 'بوشهر', 'After the Cold War', '1991/2020']),
    );
    expect(await at('dc.xml', '//dc:subject')).toEqual(expect.arrayContaining([lcsh, 'International relations']));
  });

  test('are in JATS, TEI and schema.org', async () => {
    expect(await at('jats.xml', '//kwd-group[@vocab="lcsh"][@xml:lang="en"]/kwd/@vocab-term-identifier')).toEqual([
      lcsh,
    ]);
    expect(await at('jats.xml', '//kwd-group[@kwd-group-type="place"][@xml:lang="fa"]/kwd')).toEqual(['بوشهر']);
    expect(await at('tei.xml', `//tei:keywords/tei:term[@ref="${wikidata}"]`)).toEqual(['بندر', 'harbour']);
    expect(await at('tei.xml', '//tei:term[@type="period"]/tei:date/@from')).toEqual(['1991', '1991']);
    expect(JSON.parse(await exportOf('jsonld', said))).toMatchObject({
      about: expect.arrayContaining([expect.objectContaining({ '@type': 'DefinedTerm', '@id': lcsh })]),
      spatialCoverage: [expect.objectContaining({ '@type': 'Place' })],
      temporalCoverage: ['1991/2020'],
    });
  });
});

describe('other works', () => {
  test('are related in DataCite and Crossref', async () => {
    const datacite = (type: string) => at('datacite.xml', `//d:relatedIdentifier[@relationType="${type}"]`);
    expect(await datacite('IsSupplementedBy')).toEqual(['10.5281/zenodo.1', 'https://code.example/', '10.5555/more']);
    expect(await datacite('IsTranslationOf')).toEqual(['https://original.example/']);
    expect(await datacite('Reviews')).toEqual(['10.5555/book']);
    expect(await datacite('IsPreviousVersionOf')).toEqual(['10.5555/published']);
    expect(await datacite('IsPartOf')).toEqual(['https://series.example/']);
    const crossref = (type: string) => at('crossref.xml', `//rel:*[@relationship-type="${type}"]`);
    expect(await crossref('isSupplementedBy')).toHaveLength(3);
    expect(await crossref('isTranslationOf')).toEqual(['https://original.example/']);
    expect(await crossref('isReviewOf')).toEqual(['10.5555/book']);
    expect(await crossref('isPreprintOf')).toEqual(['10.5555/published']);
  });

  test('are linked in the records of libraries and in the texts in XML', async () => {
    expect(await marc('490', 'a')).toEqual(['Papers on Harbours']);
    expect(await marc('765', 'o')).toEqual(['https://original.example/']);
    expect(await marc('770', 'o')).toEqual(['https://doi.org/10.5555/more']);
    expect(await marc('787', 'i')).toEqual(
      expect.arrayContaining(['Data set:', 'Software:', 'Review of:', 'Preprint of:']),
    );
    expect(await at('mods.xml', '//m:relatedItem[@type="series"]/m:titleInfo/m:title')).toEqual(['Papers on Harbours']);
    expect(await at('mods.xml', '//m:relatedItem[@type="original"]/m:location/m:url')).toEqual([
      'https://original.example/',
    ]);
    expect(await at('jats.xml', '//related-object[@document-type="dataset"]/@document-id')).toEqual([
      '10.5281/zenodo.1',
    ]);
    expect(await at('tei.xml', '//tei:relatedItem[@type="preprint-of"]/@target')).toEqual([
      'https://doi.org/10.5555/published',
    ]);
    expect(await at('dc.xml', '//dc:relation')).toContain('https://doi.org/10.5281/zenodo.1');
    const { mentions, isPartOf } = JSON.parse(await exportOf('jsonld', said));
    expect(mentions.map((one: { '@type': string }) => one['@type'])).toEqual(['Dataset', 'SoftwareSourceCode']);
    expect(JSON.stringify(isPartOf)).toContain('https://series.example/');
  });
});

test('an article that is published here first is related by DOI too', async () => {
  const first = await readArticle(`language: en\ntype: preprint\n${related}`);
  expect(await found('crossref.xml', first, '//rel:*[@relationship-type="isPreprintOf"]')).toEqual([
    '10.5555/published',
  ]);
});

test('where nothing is said, nothing is there', async () => {
  expect(await found('marc.xml', bare, '//marc:datafield[contains("043 082 490 648 650 651 765 770", @tag)]')).toEqual(
    [],
  );
  expect(await found('datacite.xml', bare, '//d:geoLocations | //d:subject[@subjectScheme]')).toEqual([]);
  expect(await exportOf('jsonld', bare)).not.toMatch(/"about"|Coverage"|"mentions"/);
});

test.each([
  [
    'subjects: [{ scheme: lcsh, uri: "https://www.wikidata.org/entity/Q1", term: { fa: ج, en: T } }]',
    /not the address of a term/,
    /id\.loc\.gov/,
  ],
  [
    'subjects: [{ scheme: mesh, uri: "https://a.example/", term: { fa: ج, en: T } }]',
    /scheme: must be one of lcsh/,
    /lcsh/,
  ],
  ['places: [{ name: { fa: م, en: P }, gac: IR }]', /gac: is not a code/, /a-ir---/],
  ['periods: [{ name: { fa: د, en: P }, start: 2020, end: 1991 }]', /end: must follow start/, /1991/],
  ['relations: [{ kind: dataset }]', /doi: is missing, and so is url/, /kind: dataset/],
  ['relations: [{ kind: sequel, url: "https://a.example/" }]', /kind: must be one of dataset/, /preprint-of/],
  ['relations: [{ kind: review-of, url: "https://trial.example/articles/one/" }]', /related to itself/, /another work/],
  ['relations: [{ kind: dataset, doi: 10.5072/estenad.one.1.0.0 }]', /related to itself/, /another work/],
])('%s is refused with its line and what to write', async (field, what, fix) => {
  const refused = await readArticles({ one: `${field}\n${inJournal}` }).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({ what: expect.stringMatching(what), fix: expect.stringMatching(fix) }),
    ]),
  });
});
