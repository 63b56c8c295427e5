/** What each export says of licence, rights statement, holder, year and access: each in its own place, and nothing where nothing is known. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { textFiles } from '../../src/formats/index.ts';
import { linksOf } from '../../src/hosting/signposting.ts';
import { exportOf, found, inJournal, readArticles, subjectOf } from '../helpers/records.ts';

const licence = 'https://creativecommons.org/licenses/by/4.0/';
const statement = 'http://rightsstatements.org/vocab/InC/1.0/';

const rights = (said: string) => `${inJournal}rights:\n${said.replace(/^/gm, '  ')}\n`;

let licensed: Subject;
let beside: Subject;
let bare: Subject;
beforeAll(async () => {
  const edition = await readArticles({
    licensed: rights(`licence: CC-BY-4.0
note: { fa: ناشر پروانه را داد., en: The publisher gave it. }
holder: { fa: نویسنده, en: Ann Writer }
year: 2026
access: open`),
    beside: rights(`licence: MIT
uri: ${statement}
name: { fa: دارای حق نشر, en: In Copyright }
note: { fa: ناشناخته, en: Unknown }
access: restricted`),
    bare: inJournal,
  });
  [licensed, beside, bare] = edition.articles.map((article) => subjectOf(edition, article)) as [
    Subject,
    Subject,
    Subject,
  ];
});

describe('a licence', () => {
  test('is in JATS with holder and year, and the article is free to read', async () => {
    const finds = (xpath: string) => found('jats.xml', licensed, `//permissions/${xpath}`);
    expect(await finds('copyright-year')).toEqual(['2026']);
    expect(await finds('copyright-holder')).toEqual(['Ann Writer']);
    expect(await finds('copyright-statement')).toEqual(['© 2026 Ann Writer']);
    expect(await finds('ali:free_to_read')).toHaveLength(1);
    expect(await finds('license[@license-type="CC-BY-4.0"]/ali:license_ref')).toEqual([licence, licence]);
    expect(await finds('license[@license-type="rights-statement"]')).toEqual([]);
  });

  test('is in TEI a licence, and in the deposits to DataCite and Crossref', async () => {
    expect(await found('tei.xml', licensed, '//tei:availability/@status')).toEqual(['free']);
    expect(await found('tei.xml', licensed, '//tei:availability/tei:licence/@target')).toEqual([licence]);
    const inDatacite = '//d:rights[@rightsIdentifierScheme="SPDX"][@rightsIdentifier="CC-BY-4.0"]';
    expect(await found('datacite.xml', licensed, `${inDatacite}/@rightsURI`)).toEqual([licence, licence]);
    expect(await found('datacite.xml', licensed, '//d:rights/@rightsURI')).toContain(
      'info:eu-repo/semantics/openAccess',
    );
    expect(await found('crossref.xml', licensed, '//ai:program/ai:license_ref')).toEqual([licence]);
    expect(await found('crossref.xml', licensed, '//ai:program/ai:free_to_read')).toHaveLength(1);
  });

  test('is in the records of libraries', async () => {
    const marc = (tag: string, code: string) =>
      found('marc.xml', licensed, `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`);
    expect(await marc('506', 'a')).toEqual(['Open access']);
    expect(await marc('540', 'u')).toEqual([licence, licence]);
    expect(await marc('542', 'd')).toEqual(['Ann Writer']);
    expect(await marc('542', 'g')).toEqual(['2026']);
    // The page and each file of the text; not the version of record, whose access is not known.
    expect(await marc('856', '7')).toEqual(['0', ...textFiles().map(() => '0')]);
    const mods = (type: string) => found('mods.xml', licensed, `//m:accessCondition[@type="${type}"]/@xlink:href`);
    expect(await mods('use and reproduction')).toEqual([licence, licence]);
    expect(await mods('restriction on access')).toEqual(['http://purl.org/coar/access_right/c_abf2']);
    expect(await found('dc.xml', licensed, '//dc:rights')).toEqual(
      expect.arrayContaining([licence, '© 2026 Ann Writer', 'info:eu-repo/semantics/openAccess']),
    );
  });

  test('is in what a page embeds and links', async () => {
    expect(JSON.parse(await exportOf('jsonld', licensed))).toMatchObject({
      license: licence,
      copyrightYear: 2026,
      isAccessibleForFree: true,
    });
    expect(linksOf(licensed).find(({ relation }) => relation === 'license')?.href).toBe(licence);
  });

  test('is in what people read, with its name, holder, year and access', async () => {
    for (const extension of ['txt', 'md']) {
      const text = await exportOf(extension, licensed);
      expect(text, extension).toContain('Creative Commons Attribution 4.0 International');
      expect(text, extension).toContain('© 2026 Ann Writer');
      expect(text, extension).toContain('Access: open to everybody');
    }
  });
});

test('a statement beside a licence stays a statement, and restricted access is no free reading', async () => {
  for (const extension of ['txt', 'md']) expect(await exportOf(extension, beside)).toContain(statement);
  const mit = 'https://opensource.org/license/mit/';
  const jats = (type: string) => found('jats.xml', beside, `//license[@license-type="${type}"]/ali:license_ref`);
  expect(await jats('MIT')).toEqual([mit, mit]);
  expect(await jats('rights-statement')).toEqual([statement, statement]);
  expect(await found('jats.xml', beside, '//ali:free_to_read')).toEqual([]);
  expect(await found('crossref.xml', beside, '//ai:program/*')).toEqual([mit]);
  expect(await found('tei.xml', beside, '//tei:licence//@target')).not.toContain(statement);
  expect(await found('dc.xml', beside, '//dc:rights')).toEqual(
    expect.arrayContaining([mit, statement, 'info:eu-repo/semantics/restrictedAccess']),
  );
  expect(JSON.parse(await exportOf('jsonld', beside))).toMatchObject({
    license: mit,
    usageInfo: statement,
    isAccessibleForFree: false,
  });
});

test('where no licence, holder or access is stated, none is said', async () => {
  expect(await found('jats.xml', bare, '//permissions/*/@license-type')).toEqual([
    'rights-statement',
    'rights-statement',
  ]);
  expect(await found('crossref.xml', bare, '//ai:program')).toEqual([]);
  expect(await found('tei.xml', bare, '//tei:licence')).toEqual([]);
  expect(await found('marc.xml', bare, '//marc:datafield[@tag="506" or @tag="542"]')).toEqual([]);
  expect(await exportOf('jsonld', bare)).not.toContain('isAccessibleForFree');
  expect(await exportOf('dc.xml', bare)).not.toContain('info:eu-repo/semantics/openAccess');
});

test.each([
  ['licence: CC BY 4.0', /licence: is not the identifier of a licence/, /such as CC-BY-4\.0/],
  ['licence: cc-by-4.0', /licence: is not the identifier/, /letter by letter/],
  ['name: { fa: نام, en: Name }', /uri: is missing/, /rightsstatements\.org/],
  ['access: free', /access/, /write open if everybody/],
])('%s is refused with its line and what to write', async (said, what, fix) => {
  const written = rights(`${said}\nnote: { fa: ناشناخته, en: Unknown }`);
  const refused = await readArticles({ one: written }).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({ what: expect.stringMatching(what), fix: expect.stringMatching(fix) }),
    ]),
  });
});
