/** Kinds of works, people and dates as files have them, and our own exports read again. */
import { describe, expect, test } from 'vitest';
import { readBibtexExport } from '../../src/bibliography/import/bibtex.ts';
import { readCslExport } from '../../src/bibliography/import/csl.ts';
import { readDate } from '../../src/bibliography/import/dates.ts';
import { entryOf } from '../../src/bibliography/import/entry.ts';
import type { ImportedFile } from '../../src/bibliography/import/imported.ts';
import { readRisExport } from '../../src/bibliography/import/ris.ts';
import { readBibliography, writeCanonical } from '../../src/bibliography/load.ts';
import type { CitedWork } from '../../src/bibliography/work.ts';
import { biblatex } from '../../src/formats/references/biblatex.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { everyKind } from '../helpers/works.ts';

/** What becomes of each work of a list, by its label: its fields, and what a person is told but of its language. */
function imported({ works, errors }: ImportedFile): Record<string, Record<string, string>> {
  expect(errors).toEqual([]);
  const keys = new Set<string>();
  return Object.fromEntries(
    works.map((work) => {
      const { entry, notes } = entryOf(work, keys);
      const told = notes.filter((note) => !note.includes('names no language')).join('\n');
      const fields = Object.fromEntries(entry.fields.map(({ name, value }) => [name, value]));
      return [work.label, { is: entry.type, ...fields, told }];
    }),
  );
}

/** The one work of a BibTeX entry, its fields given. */
const fromBibtex = (type: string, fields: string) => {
  const [work] = Object.values(imported(readBibtexExport(`@${type}{a, title={Lamps}, year=1999, ${fields}}`)));
  return work as Record<string, string>;
};
const fromCsl = (item: Record<string, unknown>) =>
  Object.values(imported(readCslExport(JSON.stringify({ id: 'a', title: 'Lamps', language: 'en', ...item }))))[0];
const fromRis = (...lines: readonly string[]) =>
  Object.values(imported(readRisExport(`${[...lines, 'PY  - 1999', 'LA  - en', 'ER  - '].join('\n')}\n`)))[0];

const doe = 'author={Doe, Jane}';

describe('an entry of BibTeX', () => {
  test.each([
    ['inproceedings', 'inproceedings'],
    ['conference', 'inproceedings'],
    ['inreference', 'inreference'],
    ['dataset', 'dataset'],
    ['software', 'software'],
    ['patent', 'patent'],
    ['standard', 'standard'],
    ['movie', 'movie'],
    ['video', 'movie'],
    ['legislation', 'legislation'],
    ['jurisdiction', 'jurisdiction'],
    ['phdthesis', 'thesis'],
    ['manual', 'book'],
  ])('of the type %s is %s', (written, type) => {
    expect(fromBibtex(written, doe)).toMatchObject({ is: type });
  });

  test('keeps who took part, and editors by what they did', () => {
    expect(
      fromBibtex(
        'book',
        `${doe}, translator={مترجم, نام}, introduction={Intro, Ida}, editor={Ed, Eve}, editora={Komp, Kim}, editoratype={compiler}, editorb={Red, Rob}, editorbtype={redactor}`,
      ),
    ).toMatchObject({
      editor: 'Ed, Eve',
      translator: 'مترجم, نام',
      introduction: 'Intro, Ida',
      compiler: 'Komp, Kim',
      redactor: 'Red, Rob',
      told: '',
    });
    expect(fromBibtex('movie', 'director={Reel, Rosa}')).toMatchObject({ director: 'Reel, Rosa' });
  });

  test('that only founded or revised a work is an editor, and what he did is told', () => {
    expect(fromBibtex('book', `${doe}, editor={Ed, Eve}, editortype={founder}`)).toMatchObject({
      editor: 'Ed, Eve',
      told: 'cannot be kept: editortype',
    });
  });

  test('has the Persian names of Persian styles', () => {
    expect(fromBibtex('article', `${doe}, journal={J}, authorfa={دو، جین and نمونه، علی}`)).toMatchObject({
      authorfa: 'دو, جین and نمونه, علی',
    });
  });

  test('in arXiv is a preprint, in whatever way it says so', () => {
    const preprint = { is: 'preprint', eprint: '1412.6980', eprinttype: 'arxiv', told: '' };
    expect(fromBibtex('article', `${doe}, journal={arXiv preprint arXiv:1412.6980}`)).toMatchObject(preprint);
    expect(fromBibtex('misc', `${doe}, eprint={1412.6980}, archivePrefix={arXiv}, primaryClass={cs.LG}`)).toMatchObject(
      {
        ...preprint,
        eprintclass: 'cs.LG',
      },
    );
    // What stands in a journal is an article that is in arXiv, too.
    expect(fromBibtex('article', `${doe}, journal={J}, eprint={1412.6980}, eprinttype={arxiv}`)).toMatchObject({
      ...preprint,
      is: 'article',
    });
  });

  test.each([
    ['volume={XII}, pages={xii--xv}', { volume: 'XII', pages: 'xii--xv' }],
    ['volume={27A}, pages={3a-9}', { volume: '27A', pages: '3a--9' }],
    ['pages={12, 15-17}', { pages: '12, 15--17' }],
    ['pages={fol. 12r--14v}, chapter={۴}', { pages: 'fol. 12r--14v', chapter: '4' }],
    ['pages={§ 12}, series={Lamps of the World}', { pages: '§ 12', series: 'Lamps of the World' }],
    ['pmid={12345}, note={Third printing}', { pmid: '12345', note: 'Third printing' }],
    ['origtitle={Lampen}, origdate={1869}, version={2}', { origtitle: 'Lampen', origdate: '1869', version: '2' }],
    [String.raw`howpublished={\url{https://a.example/b_c}}`, { url: 'https://a.example/b_c' }],
  ])('with %s keeps it', (fields, kept) => {
    expect(fromBibtex('book', `${doe}, ${fields}`)).toMatchObject({ ...kept, told: '' });
  });

  test('inherits the fields of @xdata, and those of what this names', () => {
    const works = imported(
      readBibtexExport(
        '@book{a, author={Doe, Jane}, title={Lamps}, year=1999, xdata={press}}\n@xdata{press, publisher={Tale Press}, xdata={town}}\n@xdata{town, location={London}}\n',
      ),
    );
    expect(Object.keys(works)).toEqual(['a']);
    expect(works['a']).toMatchObject({ publisher: 'Tale Press', location: 'London', told: '' });
  });

  test('has the quotation marks and dashes that TeX writes with several signs', () => {
    const [work] = Object.values(
      imported(readBibtexExport("@book{a, author={Doe, Jane}, title={``Lamps'' --- 1900--1950: β² and ½}, year=1999}")),
    );
    expect(work).toMatchObject({ title: '“Lamps” — 1900–1950: β² and ½' });
  });
});

describe('an item of CSL-JSON', () => {
  test('has a name in one piece under `name`, a name of one part, and a text as a name', () => {
    const author = [{ name: 'Doe, Jane' }, { family: 'Plato' }, 'Roe, Ann'];
    expect(fromCsl({ type: 'book', author })).toMatchObject({ author: 'Doe, Jane and Plato and Roe, Ann' });
  });

  test.each([
    [{ 'date-parts': [['2001', 5, 6]] }, '2001-05-06'],
    [{ 'date-parts': [[1998], [2003]] }, '1998/2003'],
    [{ edtf: '2001-05' }, '2001-05'],
    [{ raw: '6 May 2001' }, '2001-05-06'],
    [{ literal: '۲۲ آبان ۱۳۸۷' }, '2008-11-12'],
    ['2001-05', '2001-05'],
  ])('issued %j is of %s', (issued, date) => {
    expect(fromCsl({ type: 'book', author: [{ family: 'Doe' }], issued })).toMatchObject({ date });
  });

  test('has in its note what other programs have no field for, in both forms («cheater syntax»)', () => {
    const note = 'original-date: 1869\nPMID: 12345\nTranslator: Roe || Ann\n{:original-title: Lampen} Read twice';
    expect(fromCsl({ type: 'book', author: [{ family: 'Doe' }], issued: '1999', note })).toMatchObject({
      origdate: '1869',
      pmid: '12345',
      translator: 'Roe, Ann',
      origtitle: 'Lampen',
      note: 'Read twice',
      told: '',
    });
  });

  test.each([
    ['paper-conference', 'inproceedings'],
    ['entry-encyclopedia', 'inreference'],
    ['entry-dictionary', 'inreference'],
    ['legal_case', 'jurisdiction'],
    ['legislation', 'legislation'],
    ['motion_picture', 'movie'],
    ['software', 'software'],
    ['dataset', 'dataset'],
    ['standard', 'standard'],
    ['patent', 'patent'],
    ['interview', 'interview'],
  ])('of the type %s is %s', (csl, type) => {
    expect(fromCsl({ type: csl, author: [{ family: 'Doe' }], issued: '1999' })).toMatchObject({ is: type });
  });

  test('of a newspaper is an article in one', () => {
    expect(fromCsl({ type: 'article-newspaper', 'container-title': 'Daily' })).toMatchObject({
      entrysubtype: 'newspaper',
      journaltitle: 'Daily',
    });
  });
});

describe('a record of RIS', () => {
  test.each([
    ['CPAPER', 'inproceedings', 'booktitle'],
    ['CONF', 'inproceedings', 'booktitle'],
    ['ENCYC', 'inreference', 'booktitle'],
    ['CASE', 'jurisdiction', 'journaltitle'],
  ])('%s is %s, and keeps what holds it, number and pages', (tag, type, container) => {
    const lines = ['AU  - Doe, Jane', 'TI  - Lamps', 'T2  - The Whole', 'IS  - HC 7', 'SP  - 101', 'EP  - 120'];
    expect(fromRis(`TY  - ${tag}`, ...lines)).toMatchObject({
      is: type,
      [container]: 'The Whole',
      number: 'HC 7',
      pages: '101--120',
    });
  });

  test('names a translator, a series and an institution', () => {
    expect(
      fromRis('TY  - CHAP', 'AU  - Doe, Jane', 'TI  - Lamps', 'A4  - Roe, Ann', 'T2  - Book', 'T3  - Lights'),
    ).toMatchObject({ translator: 'Roe, Ann', booktitle: 'Book', series: 'Lights' });
    expect(fromRis('TY  - PAT', 'AU  - Doe, Jane', 'TI  - Lamp', 'PB  - Office', 'IS  - P 1')).toMatchObject({
      is: 'patent',
      institution: 'Office',
      number: 'P 1',
    });
  });
});

describe('a date', () => {
  test.each([
    ['April 2007', '2007-04', undefined, false],
    ['12 April 2007', '2007-04-12', undefined, false],
    ['April 12th, 2007', '2007-04-12', undefined, false],
    ['Sept. 2010', '2010-09', undefined, false],
    ['۱۲ آوریل ۲۰۰۷', '2007-04-12', undefined, false],
    ['۲۲ آبان ۱۳۸۷', '2008-11-12', '1387', false],
    ['آبان ۱۳۸۷', '2008/2009', '1387', true],
    ['۱۳۹۰ ش', '2011/2012', '1390', false],
    ['۱۳۹۰ [۲۰۱۱]', '2011', '1390', false],
    ['بهار ۱۳۹۰', '2011/2012', '1390', true],
    ['Spring 2007', '2007', undefined, true],
    ['circa 1869', '1869', undefined, true],
    ['2004~', '2004', undefined, true],
    ['1998–2003', '1998/2003', undefined, false],
    // 1 Muharram 1432 was 7 December 2010; 1 Muharram 1324 was 25 February 1906.
    ['1432ق', '2010/2011', undefined, true],
    ['۱۳۲۴ ه‍.ق', '1906/1907', undefined, true],
    ['672 ق', '1273/1274', undefined, true],
    // A year of another calendar beside a lunar one says the same more exactly.
    ['1389ش/1432ق', '2010/2011', '1389', true],
    ['1432ق/2011', '2011', undefined, true],
    ['May–June 2025', '2025', undefined, true],
    ['2019-05/2019-06', '2019', undefined, true],
    ['2019-12/2020-01', '2019/2020', undefined, true],
    ['[1869?]', '1869', undefined, true],
    // No Solar Hijri year can be so late; a lunar one is of 1990 and 1991.
    ['1411', '1990/1991', undefined, true],
  ])('"%s" is %s', (written, date, yearprinted, saysMore) => {
    expect(readDate(written)).toEqual({ date, ...(yearprinted ? { yearprinted } : {}), saysMore });
  });
});

describe('our own export, imported again, gives the same works', () => {
  /** The fields of a work in which one that came back differs from it. */
  const differing = (works: readonly CitedWork[], file: ImportedFile): string[] => {
    expect(file.errors).toEqual([]);
    return works.flatMap((work) => {
      const back = file.works.find(({ label }) => label === work.key);
      if (back === undefined) return [`${work.key} is gone`];
      const { entry } = entryOf(back, new Set());
      const { works: read, faults } = readBibliography(writeCanonical([{ ...entry, key: work.key }]), 'again.bib');
      expect(faults).toEqual([]);
      const known = { ...work, ...work.contributors } as Record<string, unknown>;
      const again = { ...read[0], ...read[0]?.contributors } as Record<string, unknown>;
      return Object.keys(known)
        .filter((name) => !['file', 'line', 'contributors'].includes(name))
        .filter((name) => JSON.stringify(known[name]) !== JSON.stringify(again[name]))
        .map((name) => `${work.key} ${name}`);
    });
  };

  test('from CSL-JSON, but for subtitles, the class in an archive, and who publishes a standard or a preprint', async () => {
    const works = await everyKind();
    expect(differing(works, readCslExport(cslJson.writeWorks(works)))).toEqual([
      'foam2021 publisher',
      'foam2021 eprintClass',
      'foam2021 url',
      'lights2002 publisher',
      'tolstoy1383 title',
      'tolstoy1383 subtitle',
    ]);
  });

  test('from BibLaTeX, but for what CONTRIBUTING.md lists', async () => {
    const works = await everyKind();
    expect(differing(works, readBibtexExport(biblatex.writeWorks(works)))).toEqual([
      'chapter2010 serieseditor',
      'keeper2001 subtype',
      'knuth1984 authorPersian',
      'knuth1984 pmcid',
      'knuth1984 openalex',
      'lightfilm1987 director',
      'sailor2003 type',
      'sailor2003 interviewer',
      'scholar1395 yearPrinted',
      'tolstoy1383 authorLatin',
      'tolstoy1383 yearPrinted',
      'tolstoy1383 wikidata',
      'tolstoy1383 serieseditor',
    ]);
  });
});
