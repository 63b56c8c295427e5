/** Works of every kind, with every field that an entry can have, in every format: nothing that is stated is lost. */
import { readFile } from 'node:fs/promises';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { BibLatexParser } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, test } from 'vitest';
import { fieldRules } from '../../src/bibliography/bib-fields.ts';
import { type BibEntry, readBibtex } from '../../src/bibliography/bibtex-reader.ts';
import { cslItem } from '../../src/bibliography/csl-item.ts';
import { formatList } from '../../src/bibliography/references.ts';
import { type CitedWork, workTypes } from '../../src/bibliography/work.ts';
import { dataciteXmlFormat as datacite } from '../../src/formats/datacite/xml.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { jsonld } from '../../src/formats/jsonld.ts';
import { biblatex } from '../../src/formats/references/biblatex.ts';
import { bibtex } from '../../src/formats/references/bibtex.ts';
import { cslJson } from '../../src/formats/references/csl-json.ts';
import { endnote } from '../../src/formats/references/endnote.ts';
import { ris } from '../../src/formats/references/ris.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { articleWith, everyKind, everyKindFile } from '../helpers/works.ts';
import { found } from '../helpers/xml.ts';

let entries: readonly BibEntry[];
let works: readonly CitedWork[];
beforeAll(async () => {
  works = await everyKind();
  entries = readBibtex(await readFile(everyKindFile, 'utf8'), everyKindFile).entries;
});

const work = (key: string) => works.find((one) => one.key === key) as CitedWork;

/** What the editors say of a work, and what no format states again. */
const notStated = ['certainty', 'printed', 'reasonfa', 'reasonen', 'seen', 'titletranslated', 'journaltranslated'];
/** The words of another field in other capitals. */
const recapitalised = ['titlesentence', 'booktitlesentence'];
/** What a format may say in its own words: a code, a type. */
const coded = ['langid', 'entrysubtype', 'eprinttype', 'isbn', 'issn'];

test('the works have every type, and every field that states something of a work', () => {
  expect(new Set([...entries.map(({ type }) => type), 'online', 'misc', 'resolution'])).toEqual(new Set(workTypes));
  const used = new Set(entries.flatMap(({ fields }) => fields.map(({ name }) => name)));
  expect(
    fieldRules
      .map(({ name }) => name)
      .filter((name) => !used.has(name) && ![...notStated, ...coded, ...recapitalised].includes(name)),
  ).toEqual([]);
});

describe('every word of every field stands in', () => {
  /** The words of a field, and what a format may write of them: a date in parts, a kind of thesis by its name. */
  const wordsOf = (name: string, value: string): string[] => {
    const plain = value.replace(/[{}]/g, '');
    if (/date$/.test(name)) return [plain.slice(0, 4)];
    if (name === 'type' && plain === 'phdthesis') return ['Doctoral'];
    if (name === 'type' && plain === 'mathesis') return ['Master'];
    return plain.split(/\s*(?: and |, |--|\s)\s*/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  };

  test.each([
    ['BibTeX', bibtex],
    ['BibLaTeX', biblatex],
    ['RIS', ris],
    ['EndNote', endnote],
    ['CSL-JSON', cslJson],
  ] as const)('%s', (name, { writeWorks }) => {
    const lost = entries.flatMap(({ key, fields }) => {
      const written = writeWorks([work(key)]).replace(/\\([&%$#_{}])/g, '$1');
      return fields
        .filter((field) => ![...notStated, ...coded].includes(field.name))
        .filter(({ name: field }) => !(name === 'BibLaTeX' && field === 'type'))
        .flatMap((field) =>
          wordsOf(field.name, field.value)
            .filter((word) => !written.includes(word) && !written.includes(`{${word.replace(/[{}]/g, '')}}`))
            .map((word) => `${key}: ${field.name}: ${word}`),
        );
    });
    expect(lost).toEqual([]);
  });

  test.each([
    ['JATS', jats, []],
    ['TEI', tei, []],
  ] as const)('%s', async (_, format, notHeld: readonly string[]) => {
    const lost: string[] = [];
    for (const { key, fields } of entries) {
      const written = String(format.write(await articleWith({ works: [work(key)] })));
      for (const { name, value } of fields.filter(
        (field) => ![...notStated, ...coded, ...notHeld].includes(field.name),
      ))
        lost.push(
          ...wordsOf(name, value)
            .filter((word) => !written.includes(word))
            .map((word) => `${key}: ${name}: ${word}`),
        );
    }
    expect(lost).toEqual([]);
  });
});

test.each([
  ['keeper2001', 'article-newspaper', 'NEWS', 'article', 'newspaper'],
  ['wave2015', 'paper-conference', 'CPAPER', 'inproceedings', 'confproc'],
  ['lamp1998', 'entry-encyclopedia', 'ENCYC', 'inreference', 'book'],
  ['tide2019', 'dataset', 'DATA', 'dataset', 'data'],
  ['tideprog2020', 'software', 'COMP', 'software', 'software'],
  ['lens1822', 'patent', 'PAT', 'patent', 'patent'],
  ['lights2002', 'standard', 'STAND', 'standard', 'standard'],
  ['foam2021', 'article', 'UNPB', 'online', 'preprint'],
  ['sailor2003', 'interview', 'PCOMM', 'misc', 'interview'],
  ['lightfilm1987', 'motion_picture', 'VIDEO', 'movie', 'video'],
  ['harbour1952', 'legal_case', 'CASE', 'jurisdiction', 'legal'],
  ['act1894', 'legislation', 'STAT', 'legislation', 'legal'],
])('%s is %s in CSL, %s in RIS, %s in BibLaTeX, %s in JATS', async (key, csl, tag, tex, jatsType) => {
  expect(cslItem(work(key)).type).toBe(csl);
  expect(ris.writeWorks([work(key)])).toMatch(`TY  - ${tag}\r\n`);
  expect(biblatex.writeWorks([work(key)])).toMatch(`@${tex}{${key},`);
  const written = String(jats.write(await articleWith({ works: [work(key)] })));
  expect(found(written, '//ref/element-citation/@publication-type')).toEqual([jatsType]);
});

describe('other programs read', () => {
  type Item = Readonly<Record<string, unknown>>;

  test('the people, the original and the series out of CSL-JSON', () => {
    expect(cslItem(work('tolstoy1383'))).toMatchObject({
      translator: [{ family: 'حبیبی', given: 'سروش' }],
      'collection-editor': [{ family: 'دبیر', given: 'مجموعه‌دار' }],
      title: 'جنگ و صلح: یک رمان',
      'collection-title': 'ادبیات جهان',
      volume: 'XII',
      'original-title': 'Voyna i mir',
      'original-date': { 'date-parts': [[1869]] },
      note: 'با تجدید نظر',
      custom: { 'critical-editor': 'مصحح, نامدار', 'introduction-by': 'مقدمه‌نویس, حسن', wikidata: 'Q161531' },
    });
    expect(cslItem(work('knuth1984'))).toMatchObject({ PMID: '12345678', PMCID: 'PMC1234567', volume: '27A' });
    expect(cslItem(work('foam2021'))).toMatchObject({ number: 'arXiv:2101.00001', publisher: 'arXiv' });
    expect(cslItem(work('scholar2012'))).toMatchObject({ genre: 'Master’s thesis' });
  });

  test('the translator and the type out of RIS (citation-js)', () => {
    const items = new Cite(ris.writeWorks(works)).data as Item[];
    expect(items).toHaveLength(works.length);
    const read = (key: string) => items[works.findIndex((one) => one.key === key)] as Item;
    expect(read('tolstoy1383')['translator']).toEqual([{ family: 'حبیبی', given: 'سروش' }]);
    for (const key of ['keeper2001', 'wave2015', 'lamp1998', 'tide2019', 'lens1822', 'harbour1952', 'act1894'])
      expect(read(key)['type'], key).toBe(cslItem(work(key)).type);
  });

  test('types, people and archive out of BibLaTeX (biblatex-csl-converter)', () => {
    const { entries: read, errors } = new BibLatexParser(biblatex.writeWorks(works), {}).parse();
    expect(errors).toEqual([]);
    const of = (key: string) =>
      Object.values(read).find((one) => one.entry_key === key) as unknown as {
        bib_type: string;
        fields: Record<string, unknown>;
      };
    expect(of('tolstoy1383').fields['translator']).toEqual([
      { family: [{ type: 'text', text: 'حبیبی' }], given: [{ type: 'text', text: 'سروش' }] },
    ]);
    expect(of('tolstoy1383').fields).toMatchObject({ origdate: '1869' });
    expect(biblatex.writeWorks([work('tolstoy1383')])).toContain('editoratype = {redactor}');
    // The library knows no archive of an @online.
    expect(biblatex.writeWorks([work('foam2021')])).toContain('eprint = {2101.00001}');
    expect(of('tide2019').bib_type).toBe('dataset');
    expect(of('lens1822').bib_type).toBe('patent');
  });
});

describe('in print', () => {
  const printed = () => formatList(works, 'text');

  test('a Persian translation names translator, critical editor, edition and original', () => {
    expect(printed().get('tolstoy1383')).toBe(
      'تولستوی، لئو (۱۳۸۳)، جنگ و صلح: یک رمان، ترجمۀ سروش حبیبی، به کوشش نادر ویراستار، ادبیات جهان، چاپ ۳، دورۀ XII، تهران: نیلوفر، (Voyna i mir، 1869)، تصحیح نامدار مصحح، با مقدمۀ حسن مقدمه‌نویس، با تجدید نظر.',
    );
    expect(formatList(works, 'html').get('tolstoy1383')).toContain('<bdi>Voyna i mir</bdi>');
  });

  test('a thesis is named by its kind', () => {
    expect(printed().get('scholar1395')).toBe('پژوهنده، پروین (۱۳۹۵)، «فانوس دریایی»، رسالۀ دکتری، دانشگاه دریا.');
    expect(printed().get('scholar2012')).toBe('Scholar, S. (2012). Lamps [Master’s thesis]. University of the Coast.');
  });

  // Publication Manual of the American Psychological Association, 7th edition, sections 10.8 to 10.12, 11.4 to 11.5.
  test.each([
    ['foam2021', 'Foam, F. (2021). Foam on waves (No. arXiv:2101.00001). arXiv. https://arxiv.org/abs/2101.00001'],
    [
      'tide2019',
      'Tide, T. & Harbour Office. (2019). Tides of the north harbour (Version 2.1) [Dataset]. Harbour Data. https://doi.org/10.5555/tides',
    ],
    ['lightfilm1987', 'Reel, R. (Director). (1987). The Last Keeper [Video recording]. Coast Films.'],
    ['harbour1952', 'Harbour Board v. Lamp Company, 12 Harbour Reports 101 (High Court 1952).'],
    ['act1894', 'Lighthouse Act, Pub. L. No. c. 60, Statutes of the Coast § 12a (1894).'],
    ['lights2002', 'Lights of ships (No. SBC 1972). (2002). Standards Body of the Coast.'],
  ])('%s is as APA 7 has it', (key, reference) => {
    expect(printed().get(key)).toBe(reference);
  });
});

test('JSON-LD has types, translators, versions and the addresses of identifiers', async () => {
  const of = async (key: string) =>
    JSON.parse(String(jsonld.write(await articleWith({ works: [work(key)] })))).citation[0];
  expect(await of('tolstoy1383')).toMatchObject({
    '@type': 'Book',
    name: 'جنگ و صلح: یک رمان',
    translator: [{ '@type': 'Person', name: 'سروش حبیبی' }],
    isPartOf: { '@type': 'BookSeries', name: 'ادبیات جهان' },
    translationOfWork: { name: 'Voyna i mir' },
    sameAs: ['https://www.wikidata.org/entity/Q161531'],
  });
  expect(await of('knuth1984')).toMatchObject({
    sameAs: [
      'https://pubmed.ncbi.nlm.nih.gov/12345678/',
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/',
      'https://openalex.org/W2741809807',
    ],
  });
  expect(await of('tideprog2020')).toMatchObject({ '@type': 'SoftwareSourceCode', version: '1.4.2' });
});

test('DataCite names a work by its arXiv number or its PubMed number where it has no DOI', async () => {
  const { doi: _, ...knuth } = work('knuth1984');
  const written = String(datacite.write(await articleWith({ works: [work('foam2021'), knuth as CitedWork] })));
  const ids = (type: string) =>
    found(written, `//d:relatedIdentifier[@relatedIdentifierType="${type}"]`, {
      d: 'http://datacite.org/schema/kernel-4',
    });
  expect([ids('arXiv'), ids('PMID')]).toEqual([['arXiv:2101.00001'], ['12345678']]);
});
