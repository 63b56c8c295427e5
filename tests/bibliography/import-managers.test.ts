/** Lists of EndNote and PubMed, and the cases of `../shared/cases/references`, which real files were reduced to. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBibtexExport } from '../../src/bibliography/import/bibtex.ts';
import { readEndnoteTagged, readEndnoteXml } from '../../src/bibliography/import/endnote.ts';
import { entryOf } from '../../src/bibliography/import/entry.ts';
import type { ImportedFile } from '../../src/bibliography/import/imported.ts';
import { readPubmed } from '../../src/bibliography/import/pubmed.ts';
import { readRisExport } from '../../src/bibliography/import/ris.ts';
import { endnote } from '../../src/formats/references/endnote.ts';
import { needing, place } from '../helpers/installed.ts';
import { everyKind } from '../helpers/works.ts';

/** What becomes of each work of a list: its fields, its type and what a person is told but of its language. */
function imported({ works, errors, damage }: ImportedFile): Record<string, string>[] {
  expect([damage, errors]).toEqual([undefined, []]);
  const keys = new Set<string>();
  return works.map((work) => {
    const { entry, notes } = entryOf(work, keys);
    const fields = Object.fromEntries(entry.fields.map(({ name, value }) => [name, value]));
    const told = notes.filter((note) => !note.includes('names no language')).join('\n');
    return { is: entry.type, key: entry.key, ...fields, told };
  });
}

describe('EndNote', () => {
  const article = {
    is: 'article',
    author: 'Doe, Jane and {Lamp Society}',
    title: 'Lamps of Pharos',
    journaltitle: 'Journal of Lamps',
    volume: '12',
    number: '3',
    pages: '117--124',
    date: '2006-05-21',
    doi: '10.1000/182',
    issn: '0378-5955',
    url: 'https://a.example/1',
    langid: 'en',
  };

  test('in its tagged form gives every field, the day beside the year, and tells what is left out', () => {
    const [one, other] = imported(
      readEndnoteTagged(
        [
          ...[
            '%0 Journal Article',
            '%A Doe, Jane',
            '%A Lamp Society,',
            '%T Lamps of',
            '  Pharos',
            '%J Journal of Lamps',
          ],
          ...['%V 12', '%N 3', '%P 117-24', '%D 2006', '%8 May 21', '%R 10.1000/182', '%@ 0378-5955'],
          ...['%U https://a.example/1', '%G eng', '%K lamps', '%K coasts', '%M 123456', ''],
          ...['%0 Book Section', '%A نمونه، علی', '%E Ed, Eve', '%? Tran, Tom', '%T فصل', '%B کتاب', '%S Lights'],
          ...['%I Press', '%C London', '%D 1390', '%P 1-9', '%& 3'],
        ].join('\n'),
      ),
    );
    // A number without its database is not of PubMed.
    expect(one).toMatchObject({ ...article, told: 'cannot be kept: %K, %M' });
    expect(other).toMatchObject({
      is: 'incollection',
      author: 'نمونه, علی',
      editor: 'Ed, Eve',
      translator: 'Tran, Tom',
      booktitle: 'کتاب',
      series: 'Lights',
      chapter: '3',
      publisher: 'Press',
      location: 'London',
      yearprinted: '1390',
      told: '',
    });
  });

  test('in XML gives the same, with the styles of a title put together', () => {
    const style = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;
    const [one] = imported(
      readEndnoteXml(
        `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><database name="a.enl" path="a.enl">a.enl</database>
<rec-number>6</rec-number><foreign-keys><key app="EN" db-id="x">6</key></foreign-keys><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>${style('Doe, Jane')}</author><author>Lamp Society,</author></authors></contributors>
<titles><title>${style('Lamps of ')}${style('Pharos')}</title><secondary-title>Journal of Lamps</secondary-title></titles>
<periodical><full-title>Journal of Lamps</full-title></periodical><pages>117-24</pages><volume>12</volume><number>3</number>
<keywords><keyword>lamps</keyword><keyword>coasts</keyword></keywords><dates><year>2006</year><pub-dates><date>May 21</date></pub-dates></dates>
<isbn>0378-5955</isbn><accession-num>123456</accession-num><electronic-resource-num>10.1000/182</electronic-resource-num>
<urls><related-urls><url>https://a.example/1</url></related-urls><pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls>
<remote-database-name>Medline</remote-database-name><language>English</language></record></records></xml>`,
      ),
    );
    expect(one).toMatchObject({ ...article, pmid: '123456', told: 'cannot be kept: keyword, remote-database-name' });
  });

  test('in XML that cannot be read is told', () => {
    expect(readEndnoteXml('<xml><records><record></xml>')).toMatchObject({
      works: [],
      errors: [expect.stringContaining('the XML cannot be read')],
    });
  });

  test('of our own export gives every work of every kind again, with what EndNote has a place for', async () => {
    const works = await everyKind();
    const back = imported(readEndnoteTagged(endnote.writeWorks(works)));
    expect(back).toHaveLength(works.length);
    const lost = works.flatMap((work, index) => {
      const held = Object.values(back[index] as object).join('\n');
      return [work.title, work.container, work.volume, work.doi, work.pages, work.publisher, work.location]
        .filter((value) => value !== undefined && !held.includes(value))
        .map((value) => `${work.key}: ${value}`);
    });
    expect(lost).toEqual([]);
  });
});

describe('PubMed', () => {
  test('gives an article with its numbers, the title in its own language, and a body among its authors', () => {
    const [one] = imported(
      readPubmed(
        [
          ...['PMID- 12345678', 'OWN - NLM', 'IS  - 1879-2707 (Electronic)', 'IS  - 0022-1694 (Linking)', 'VI  - 12'],
          ...['IP  - 3', 'DP  - 2006 May 21', 'TI  - [Lamps of the coast: a study that is', '      continued].'],
          ...['PG  - 117-24', 'LID - 10.1000/182 [doi]', 'LID - S0022 [pii]', 'AB  - Words.', 'FAU - Doe, Jane A'],
          ...['AU  - Doe JA', 'CN  - Lamp Group', 'LA  - ger', 'TT  - Lampen der Küste.', 'TA  - J Lamps'],
          ...['JT  - Journal of lamps', 'MH  - Humans', 'MH  - *Lamps', 'PMC - PMC1234567', 'AID - 10.1000/182 [doi]'],
        ].join('\n'),
      ),
    );
    expect(one).toMatchObject({
      is: 'article',
      author: 'Doe, Jane A and {Lamp Group}',
      title: 'Lampen der Küste',
      titletranslated: 'Lamps of the coast: a study that is continued',
      journaltitle: 'Journal of lamps',
      volume: '12',
      number: '3',
      pages: '117--124',
      date: '2006-05-21',
      doi: '10.1000/182',
      issn: '1879-2707',
      pmid: '12345678',
      pmcid: 'PMC1234567',
      langid: 'de',
      told: 'cannot be kept: IS (0022-1694), AB, MH',
    });
  });

  test('gives a chapter of a book, and a second record, whose name is short', () => {
    const [chapter, article] = imported(
      readPubmed(
        'PMID- 1\nTI  - Lamps.\nBTI - The whole.\nFED - Ed, Eve\nPB  - Press\nPL  - London\nDP  - 2001\nAU  - Doe JA\n\nPMID- 2\nTI  - On E. coli\nTA  - J Lamps\nAU  - van Doe J\nDP  - 2002 Spring\n',
      ),
    );
    expect(chapter).toMatchObject({
      is: 'incollection',
      author: 'Doe, JA',
      editor: 'Ed, Eve',
      title: 'Lamps',
      booktitle: 'The whole',
      publisher: 'Press',
      location: 'London',
    });
    expect(article).toMatchObject({
      author: 'van Doe, J',
      journaltitle: 'J Lamps',
      date: '2002',
      told: expect.stringContaining('of the date "Spring 2002" only 2002 was taken'),
    });
  });
});

const casesFolder = path.resolve(import.meta.dirname, '../../../shared/cases/references');
const cases = place(casesFolder, 'the reduced files of real lists of references, ../shared/cases');

/** What the cases' own notes (`*.expect.txt`) ask for, work by work. */
const expected: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  '01-name-lost-tex-letter.bib': [
    { author: '‘Sample, Reza and Ḥexample, Omid and O’Test, P.', title: 'On Ḥexample', told: '' },
  ],
  '02-persian-authors-vav.bib': [{ author: 'نمونه, علی and آزمونی, حسن', told: '' }],
  '03-translator-silent.bib': [{ translator: 'مترجم, نام', told: '' }],
  '04-ris-two-ur.ris': [
    { url: 'https://a.example/1', issn: '0022-1694', told: 'cannot be kept: SN (1879-2707), UR (https://b.example/2)' },
  ],
  '05-ris-pmc-crash.ris': [{ date: '2013-04-18', told: 'cannot be kept: PY (2013/02/15/received)' }],
  '06-ris-no-er.ris': [
    { title: 'First', date: '2001' },
    { title: 'Second', date: '2002' },
  ],
  '08-month-lost.bib': [
    { date: '2007-04' },
    { date: '2007-04-23' },
    { yearprinted: '1387', told: 'cannot be kept: month' },
    { date: '2010-05-22', told: '' },
  ],
  '10-accents-and-AND.bib': [
    { author: 'García, José', key: 'garcia2001', issn: '0022-1694', told: '' },
    { author: 'Sample, J. and Beispiel, A.' },
    { title: 'C "x"', subtitle: 'The sub', told: '' },
  ],
  '11-no-key.bib': [{ title: 'No key' }, { title: 'Good' }],
};

test('every case that real files were reduced to comes in as its note asks', needing(cases), () => {
  const files = readdirSync(casesFolder).filter((name) => !name.endsWith('.expect.txt'));
  expect(files.sort()).toEqual(Object.keys(expected));
  for (const file of files) {
    const text = readFileSync(path.join(casesFolder, file), 'utf8');
    const works = imported(file.endsWith('.ris') ? readRisExport(text) : readBibtexExport(text));
    expect(works, file).toHaveLength(expected[file]?.length ?? 0);
    expect(works, file).toMatchObject(expected[file] ?? []);
  }
});
