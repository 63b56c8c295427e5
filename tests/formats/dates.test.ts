/** The dates of an article, of every event and in every calendar, in each export that has a place for them. */
import { beforeAll, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { renderFacts } from '../../src/html/facts.ts';
import { html } from '../../src/html/serialize.ts';
import { dates, exportOf, found, inJournal, ofType, readArticle } from '../helpers/records.ts';

let here: Subject;
let before: Subject;
beforeAll(async () => {
  here = await readArticle(`language: en\ntype: thesis\n${ofType.thesis}${dates}`);
  before = await readArticle(`language: en\n${inJournal}${dates}`);
});

test('days stand in the history of JATS and in TEI, each by its event', async () => {
  const history = '//history/date';
  expect(await found('jats.xml', here, `${history}/@date-type`)).toEqual([
    'submitted',
    'received',
    'accepted',
    'pub',
    'presented',
    'defended',
  ]);
  expect(await found('jats.xml', here, `${history}/@iso-8601-date`)).toContain('2024-03-28');
  const date = '//tei:profileDesc/tei:creation/tei:date';
  expect(await found('tei.xml', here, `${date}/@type`)).toHaveLength(8);
  expect(await found('tei.xml', here, `${date}[@calendar="#lunar-hijri"]`)).toEqual(['۱۸ رمضان ۱۴۴۵ ق']);
  expect(await found('tei.xml', here, `${date}[@type="revised"]/@notBefore`)).toEqual(['2024-05']);
  expect(await found('tei.xml', here, '//tei:calendar/@xml:id')).toEqual(['solar-hijri', 'lunar-hijri']);
});

test('a doubtful lunar day is an interval', async () => {
  const said = 'dates: [{ event: submitted, lunarHijri: 1443-09-18, printed: ۱۸ رمضان ۱۴۴۳ }]\n';
  const one = await readArticle(`language: en\ntype: preprint\n${said}`);
  expect(await found('datacite.xml', one, '//d:date[@dateType="Submitted"]')).toEqual(['2022-04-19/2022-04-20']);
  expect(await found('tei.xml', one, '//tei:creation/tei:date/@notAfter')).toEqual(['2022-04-20']);
  expect(await found('mods.xml', one, '//m:dateOther/@point')).toEqual(['start', 'end']);
  expect(await exportOf('txt', one)).toContain('Submitted: 18 Ramadan 1443 AH (19 April–20 April 2022');
});

test('where the edition is the publication they are its own dates for DataCite, Crossref, MODS and MARC', async () => {
  const typed = (type: string) => found('datacite.xml', here, `//d:date[@dateType="${type}"]`);
  expect(await typed('Submitted')).toEqual(['2024-03-28', '2024-03-31']);
  expect(await typed('Accepted')).toEqual(['2024-09-01']);
  expect(await typed('Available')).toEqual(['2024-10-02']);
  expect(await found('datacite.xml', here, '//d:date[@dateType="Other"]/@dateInformation')).toEqual([
    'Published in print',
    'Presented',
    'Defended',
  ]);
  const inCrossref = (subject: Subject, name: string) =>
    found('crossref.xml', subject, `//*[local-name()="${name}"]/*`);
  expect(await inCrossref(here, 'approval_date')).toEqual(['08', '29', '2022']);
  const posted = await readArticle(`language: en\ntype: preprint\n${dates}`);
  expect(await inCrossref(posted, 'acceptance_date')).toEqual(['09', '01', '2024']);
  expect(await found('mods.xml', here, '//m:dateOther[@type="accepted"]')).toEqual(['2024-09-01']);
  const marc = (tag: string, code: string) =>
    found('marc.xml', here, `//marc:datafield[@tag="${tag}"]/marc:subfield[@code="${code}"]`);
  expect(await marc('502', 'd')).toEqual(['2022']);
  expect(await marc('518', 'd')).toEqual(['2023-05-04']);
});

test('those of a version of record are of another object there', async () => {
  expect(await found('datacite.xml', before, '//d:date/@dateType')).toEqual(['Issued']);
  expect(await found('crossref.xml', before, '//*[local-name()="acceptance_date"]')).toEqual([]);
  expect(await found('mods.xml', before, '//m:dateOther')).toEqual([]);
});

test('pages and texts say each in the calendars of the reader', async () => {
  expect(await exportOf('txt', here)).toMatch(/^Published in print: November 2024 \(/m);
  const facts = html(renderFacts(here.article, 'fa', ['fa', 'en']));
  expect(facts).toContain('تاریخ ارسال');
  expect(facts).toContain('۱۸ رمضان ۱۴۴۵ ق (۹ فروردین ۱۴۰۳، ۲۸ مارس ۲۰۲۴)');
  expect(facts).toContain('تاریخ دفاع');
});

test('a Solar Hijri date can be of any year', async () => {
  const old = 'dates: [{ event: presented, solarHijri: 0980-01-01, printed: ۹۸۰/۰۱/۰۱ }]\n';
  const one = await readArticle(`language: fa\n${inJournal}${old}`);
  expect(one.article.dates[0]).toMatchObject({ gregorian: '1601-03-21' });
});

const date = (...said: readonly string[]) => `dates:\n${said.map((one) => `  - { ${one} }\n`).join('')}`;

test.each([
  [
    date(
      'event: received, gregorian: 2021-05-01, printed: 2021-05-01',
      'event: accepted, gregorian: 2021-04-20, printed: 2021-04-20',
    ),
    'dates, entry 2: accepted (2021-04-20) is before received (2021-05-01)',
  ],
  [
    date('event: online, gregorian: "2020", printed: "2020"', 'event: submitted, lunarHijri: "1443", printed: "1443"'),
    'dates, entry 1: online (2020) is before submitted (2021/2022)',
  ],
  [
    date('event: received, lunarHijri: 1443-09-31, printed: 1443'),
    'dates, entry 1, lunarHijri: must be a lunar Hijri date that exists, of the years 0001 to 1599: YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    date('event: received, solarHijri: 2021-01-01, printed: 2021-01-01'),
    'dates, entry 1, solarHijri: must be a Solar Hijri date that exists, of the years 0001 to 1599: YYYY, YYYY-MM or YYYY-MM-DD',
  ],
  [
    date('event: received, lunarHijri: 1443-09-18, printed: ۱۸ رمضان'),
    'dates, entry 1, printed: must have the year that lunarHijri states',
  ],
  [date('event: received, lunarHijri: 1443, gregorian: 2022, printed: 1443'), undefined],
])('%j is refused with what to do', async (said, what) => {
  await expect(readArticle(`language: en\n${inJournal}${said}`)).rejects.toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({
        file: 'content/articles/one/article.yaml',
        ...(what === undefined ? {} : { what }),
        fix: expect.stringMatching(/^(?:write|compare)/),
      }),
    ]),
  });
});

test('dates of which one is doubtful, or that may be in order, are not refused', async () => {
  const said = date(
    'event: received, gregorian: 2021-05-01, printed: 2021-05-01',
    'event: accepted, gregorian: 2021-04-20, printed: 2021-04-20, certainty: uncertain',
    'event: online, gregorian: 2021-05, printed: 2021-05',
  );
  expect((await readArticle(`language: en\n${inJournal}${said}`)).article.dates).toHaveLength(3);
});
