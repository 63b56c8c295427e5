/** Tables with merged cells, headings of several rows and notes, in every format, as readers that are not ours find them. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, Subject, Table, Version } from '../../src/edition/model.ts';
import { relate } from '../../src/edition/versions/identity.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { pdf } from '../../src/formats/index.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { md } from '../../src/formats/md/index.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderText } from '../../src/html/body.ts';
import { passagesOfVersion } from '../../src/search/passages.ts';
import { draftOf, everyConstruct } from '../helpers/constructs.ts';
import { textsOf } from '../helpers/epub.ts';
import { needing, pandoc } from '../helpers/installed.ts';
import { blocksByPandoc, nodesOf } from '../helpers/pandoc.ts';
import { squash, textOf } from '../helpers/pdf-text.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { counted } from '../helpers/xml.ts';

/** In HTML, whatever stands around it. */
const inHtml = {
  // Two rows of headings: one that goes over two columns, two that go over both rows.
  '//*[@id="table1"]//h:thead[count(h:tr)=2]/h:tr[1][count(h:th)=3]/h:th[@colspan="2"][@scope="col"]': 1,
  '//*[@id="table1"]//h:thead/h:tr[1]/h:th[@rowspan="2"]': 2,
  '//*[@id="table1"]//h:thead/h:tr[2][count(h:th)=2]/h:th[@scope="col"]': 2,
  // A heading over a whole row, and a cell over two rows.
  '//*[@id="table1"]//h:tbody/h:tr[1][count(*)=1]/h:th[@scope="row"][@colspan="4"]': 1,
  '//*[@id="table1"]//h:tbody/h:tr[2]/h:td[@rowspan="2"]': 1,
  '//*[@id="table1"]//h:tbody/h:tr[3][count(*)=3]': 1,
  // Three notes, one of which is called twice, each with a way back.
  '//*[@id="table1"]//h:sup/h:a[@href="#table1-n2"]': 2,
  '//*[@id="table1"]/h:p[@id="table1-n2"][h:sup]/h:a[starts-with(@href, "#table1-n2-call")]': 2,
  '//*[@id="table1"]/h:p[starts-with(@id, "table1-n")]': 3,
  '//*[@id="table1-n2"]/h:sup[.="2"]': 1,
  // A second heading of a row, which is bold.
  '//*[@id="table2"]//h:tbody/h:tr[1]/h:th[@scope="row"]': 2,
  '//*[@id="table2"]//h:tbody/h:tr[1]/h:th[@rowspan="2"]': 1,
};

const inHtmlOf = (language: 'en' | 'fa') => {
  const entries = Object.entries(inHtml).map(([xpath, count]) =>
    xpath.includes('[.="2"]')
      ? ([`//*[@id="table1-n2"]/h:sup[.="${language === 'en' ? 'a' : 'الف'}"]`, count] as const)
      : ([xpath, count] as const),
  );
  return Object.fromEntries(entries);
};

const subjects = new Map<'en' | 'fa', Subject>();

beforeAll(async () => {
  for (const language of ['en', 'fa'] as const)
    subjects.set(language, await draftOf(await everyConstruct(language, 'tables'), language));
});

describe.each(['en', 'fa'] as const)('merged cells, headings and notes of a table (%s) are in', (language) => {
  const subject = () => subjects.get(language) as Subject;

  test('its page', () => {
    const { body } = renderText(subject(), language);
    const page = `<div xmlns="http://www.w3.org/1999/xhtml">${body}</div>`;
    expect(counted(page, inHtmlOf(language))).toEqual(inHtmlOf(language));
  });

  test('its EPUB', async () => {
    const book = textsOf((await epub.write(subject())) as Uint8Array);
    const [chapter = ''] = [...book.values()].filter((file) => file.includes('id="p1"'));
    expect(counted(chapter, inHtmlOf(language))).toEqual(inHtmlOf(language));
  });

  test('its JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject()) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    const places = {
      '//table-wrap[@id="table1"]//thead[count(tr)=2]/tr[1]/th[@colspan="2"]': 1,
      '//table-wrap[@id="table1"]//tbody/tr[1][count(th)=1][not(td)]/th[@colspan="4"][@scope="row"]': 1,
      '//table-wrap[@id="table1"]//tbody/tr[2]/td[@rowspan="2"]': 1,
      '//table-wrap[@id="table1"]//xref[@ref-type="table-fn"][@rid=//fn/@id]/sup': 4,
      '//table-wrap[@id="table1"]/table-wrap-foot[attrib]/fn[label][p]': 3,
      '//table-wrap-foot/fn/p/italic': 1,
      '//table-wrap[@id="table2"]//tbody/tr[1]/th[@scope="row"]': 2,
    };
    expect(counted(xml, places)).toEqual(places);
  });

  test('its TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject()) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    const places = {
      '//t:table[@xml:id="table1"]/t:row[1]/t:cell[@cols="2"][@role="label"]': 1,
      '//t:table[@xml:id="table1"]/t:row[3][count(t:cell)=1]/t:cell[@cols="4"][@role="label"]': 1,
      '//t:table[@xml:id="table1"]/t:row[4]/t:cell[@rows="2"][@role="data"]': 1,
      '//t:table[@xml:id="table1"]/t:note[@n][@place="bottom"]': 3,
      '//t:table[@xml:id="table1"]//t:ref[@type="note"]': 4,
      '//t:table[@xml:id="table1"]/t:trailer': 1,
    };
    expect(counted(xml, places)).toEqual(places);
  });

  test('its Markdown, as pandoc reads it', needing(pandoc), () => {
    const blocks = blocksByPandoc(md.write(subject()) as string, 'markdown');
    expect(nodesOf(blocks, 'Table')).toHaveLength(2);
    // The markers lead to the notes below the table.
    const targets = nodesOf(nodesOf(blocks, 'Superscript'), 'Link').map(
      ({ c }) => (c as [unknown, unknown, [string]])[2][0],
    );
    expect(targets.sort()).toEqual(['#table1-n1', '#table1-n2', '#table1-n2', '#table1-n3']);
    const anchors = nodesOf(blocks, 'Span').map(({ c }) => (c as [[string]])[0][0]);
    expect(anchors).toEqual(expect.arrayContaining(['table1-n1', 'table1-n2', 'table1-n3']));
    // Every place of a merged cell has its words.
    expect(nodesOf(blocks, 'Str').filter(({ c }) => c === (language === 'en' ? 'Eastern' : 'شرقی'))).toHaveLength(4);
  });

  test('its plain text, and what is searched of it: each row says all that holds for it', () => {
    const rows =
      language === 'en'
        ? [
            'Harbour | least | greatest | Lights',
            'Bay | 4 | 12 | 2',
            'a At spring tides, in m2 of water.',
            '* Before 1902.',
            'b Means of ten years.',
            'East | Bay | 12',
          ]
        : [
            'بندر | کمترین | بیشترین | چراغ‌ها',
            'خلیج | ۴ | ۱۲ | ۲',
            'الف در مد بزرگ، به m2 آب.',
            '* پیش از ۱۳۰۰.',
            'ب میانگین ده سال.',
            'شرق | خلیج | ۱۲',
          ];
    const text = txt.write(subject()) as string;
    for (const row of rows) expect(text).toContain(`\n${row}\n`);
    const searched = passagesOfVersion(subject()).filter(({ path }) => path.endsWith('#table1'));
    const said = searched.map((one) => one.text);
    expect(said).toEqual(expect.arrayContaining([rows[0], rows[1], rows[2]?.replace(/^\S+ /, '')]));
  });

  test('the differences of its versions', () => {
    const { article, version } = subject();
    const changedTo = (change: (table: Table) => Table): Version => ({
      ...version,
      number: '9.0.0',
      body: version.body.map((block): Block => (block.id === 'table1' ? change(block as Table) : block)),
    });
    const unmerged = changedTo((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => ({ ...cell, rows: 1 }))),
    }));
    const unnoted = changedTo((table) => ({ ...table, notes: table.notes.slice(0, 2) }));
    for (const changed of [unmerged, unnoted])
      expect(
        relate({ ...article, versions: [version, changed] }, version, changed).filter(({ kind }) => kind !== 'same'),
      ).toMatchObject([{ from: ['table1'], to: ['table1'], kind: 'changed' }]);
  });

  test('its PDF, which is PDF/UA-1', async () => {
    const lacks: unknown[] = [];
    const file = await pdf.write(subject(), (lack) => lacks.push(lack));
    expect(lacks).toEqual([]);
    const text = squash(textOf(file as Uint8Array));
    const once = language === 'en' ? ['Easterncoast', 'Beforel902', 'Meansoftenyears'] : ['ساحلشرقی', 'میانگیندهسال'];
    for (const words of once.filter((one) => one !== 'Beforel902')) expect(text.split(words)).toHaveLength(2);
  });
});
