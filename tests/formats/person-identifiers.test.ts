/** The identifiers of a person in each export that has a place for them. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { linksOf } from '../../src/hosting/signposting.ts';
import { needing } from '../helpers/installed.ts';
import { exportOf, found, inJournal, readArticle } from '../helpers/records.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';

const orcid = 'https://orcid.org/0000-0002-1825-0097';
const isni = 'https://isni.org/isni/0000000121032683';
const wikidata = 'https://www.wikidata.org/entity/Q42';

const by = (identifiers: string) => `${inJournal}creators:
  - name: { fa: { family: نویسنده }, en: { family: Writer, given: Ann } }
${identifiers.replace(/^/gm, '    ')}
`;

let subject: Subject;
beforeAll(async () => {
  subject = await readArticle(by('orcid: 0000-0002-1825-0097\nisni: "0000 0001 2103 2683"\nwikidata: Q42'));
});

test('ORCID, ISNI and Wikidata are said of the person', async () => {
  const all = [orcid, isni, wikidata];
  expect(await found('jats.xml', subject, '//contrib/contrib-id')).toEqual(all);
  expect(await found('jats.xml', subject, '//contrib/contrib-id[@contrib-id-type="isni"]')).toEqual([isni]);
  expect(await found('datacite.xml', subject, '//d:creator/d:nameIdentifier')).toEqual(all);
  expect(await found('datacite.xml', subject, '//d:nameIdentifier/@nameIdentifierScheme')).toEqual([
    'ORCID',
    'ISNI',
    'Wikidata',
  ]);
  expect(await found('mods.xml', subject, '//m:name/m:nameIdentifier')).toEqual(all);
  expect(await found('marc.xml', subject, '//marc:datafield[@tag="100"]/marc:subfield[@code="1"]')).toEqual(all);
  expect(await found('tei.xml', subject, '//tei:titleStmt/tei:author/tei:idno')).toEqual([
    '0000-0002-1825-0097',
    '0000000121032683',
    'Q42',
  ]);
  expect(JSON.parse(await exportOf('jsonld', subject)).author[0]).toMatchObject({
    '@id': orcid,
    sameAs: [isni, wikidata],
  });
  const authors = linksOf(subject).filter(({ relation }) => relation === 'author');
  expect(authors.map(({ href }) => href)).toEqual(all);
});

describe.each([
  ['datacite.xml', schemas.datacite46],
  ['mods.xml', schemas.mods],
  ['marc.xml', schemas.marc],
] as const)('%s', (extension, schema) => {
  test('is valid with them', needing(schema), async () => {
    expect(await faultsUnder(schema)(await exportOf(extension, subject))).toEqual([]);
  });
});

test.each([
  ['isni: "0000 0001 2103 2684"', /^creators, entry 1, isni: has a wrong check digit|isni.*wrong check digit/],
  ['isni: "12"', /isni: must be sixteen digits/],
  ['wikidata: 42', /wikidata/],
])('%s is refused with what to write', async (said, what) => {
  const refused = (await readArticle(by(said)).catch((error: unknown) => error)) as {
    faults: { what: string; fix: string }[];
  };
  expect(refused.faults.map((fault) => fault.what)).toContainEqual(expect.stringMatching(what));
  expect(refused.faults.every(({ fix }) => fix !== '')).toBe(true);
});
