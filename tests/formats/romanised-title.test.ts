/** A Persian title in Latin letters: in each record in its place, and said to be the editors' where it is. */
import { beforeAll, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { everything, exportOf, found, readArticle, readArticles } from '../helpers/records.ts';

const titled = (from: string) => `language: fa
titles: { fa: منافع بندرها, en: The Interests of Harbours }
romanisedTitle: { value: Manāfiʻ-i bandarʹhā, from: ${from} }
${everything}`;

let ours: Subject;
let known: Subject;
beforeAll(async () => {
  ours = await readArticle(titled('editors'));
  known = await readArticle(titled('https://catalogue.example/1'));
});

const marc = (subject: Subject, tag: string, code: string) =>
  found('marc.xml', subject, `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`);

test('it is the title of the MARC record, and the Persian one stands in the linked field', async () => {
  expect(await marc(ours, '245', 'a')).toEqual(['Manāfiʻ-i bandarʹhā']);
  expect(await marc(ours, '245', 'b')).toEqual(['The Interests of Harbours']);
  const [link] = await marc(ours, '245', '6');
  const number = link?.slice(4);
  expect(
    await found(
      'marc.xml',
      ours,
      `//marc:datafield[@tag="880"][marc:subfield[@code="6"]="245-${number}/(3/r"]/marc:subfield[@code="a"]`,
    ),
  ).toEqual(['منافع بندرها']);
});

test('it is said to be the editors’ where they made it, and nowhere else', async () => {
  expect(await exportOf('marc.xml', ours)).toContain('romanized by the editors');
  expect(await exportOf('marc.xml', known)).not.toContain('romanized by');
  expect(await found('mods.xml', ours, '//m:titleInfo/@transliteration')).toEqual(['ALA-LC']);
  expect(await found('mods.xml', known, '//m:titleInfo/@transliteration')).toEqual([]);
  expect(await found('tei.xml', ours, '//tei:title[@type="romanised"]/@resp')).toEqual(['#editors']);
});

test('it is in Dublin Core, DataCite, JATS, TEI and schema.org', async () => {
  const said = ['Manāfiʻ-i bandarʹhā'];
  expect(await found('dc.xml', ours, '//dc:title[@xml:lang="fa-Latn"]')).toEqual(said);
  expect(await found('datacite.xml', ours, '/d:resource/d:titles/d:title[@titleType="AlternativeTitle"]')).toEqual(
    said,
  );
  expect(await found('jats.xml', ours, '//title-group/alt-title[@alt-title-type="romanised"]')).toEqual(said);
  expect(await found('tei.xml', ours, '//tei:titleStmt/tei:title[@type="romanised"]')).toEqual(said);
  expect(JSON.parse(await exportOf('jsonld', ours)).alternateName).toEqual({
    '@language': 'fa-Latn',
    '@value': said[0],
  });
});

test('an article in English has none', async () => {
  const refused = await readArticles({ one: 'type: report\nromanisedTitle: Manāfiʻ\n' }).catch(
    (error: unknown) => error,
  );
  expect(refused).toMatchObject({
    faults: [
      {
        what: 'romanisedTitle: is of an article that is not in Latin letters',
        fix: expect.stringContaining('or remove it'),
      },
    ],
  });
});

test('a record says whose it is, and no edition is derived from a journal', async () => {
  expect(await found('marc.xml', ours, '//marc:controlfield[@tag="003"]')).toEqual(['trial.example']);
  expect(await marc(ours, '040', 'a')).toEqual(['Trial Press']);
  expect(await marc(ours, '040', 'c')).toEqual(['Trial Press']);
  expect(await found('datacite.xml', ours, '//d:relatedItem[@relatedItemType="Journal"]')).toEqual([]);
});
