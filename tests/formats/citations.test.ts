/** The files by which an article is cited, as reference managers and other programs read them. */
import { spawnSync } from 'node:child_process';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { CSLExporter, parse } from 'biblatex-csl-converter';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeVersion } from '../../src/edition/describe.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { worksFormats } from '../../src/formats/index.ts';
import { citationExtension, citationFiles } from '../../src/formats/references/citations.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';
import { needing, pandoc, program } from '../helpers/installed.ts';

type Item = Readonly<Record<string, unknown>> & {
  readonly author?: readonly { readonly family?: string; readonly given?: string }[];
};

/** Every file of an article whose version of record has all that one can have, by its ending. */
const files = new Map<string, string>();
beforeAll(async () => {
  const article = await harbourArticle('border-markets');
  const subject = { edition: await harbour(), article, version: latestVersion(article) };
  for (const { extension, writeWorks } of worksFormats) files.set(extension, writeWorks([describeVersion(subject)]));
  for (const { extension, content } of citationFiles(subject, worksFormats)) files.set(extension, content);
});

const persian = 'کوه‌پیما, رحیم; آذرپناه, مریم';
const latin = 'Kuhpeyma, Rahim; Azarpanah, Maryam';
/** What each file has to say, and in which script: the version is of the edition, the record of the journal. */
const said = [
  ['', { names: persian, container: 'بندرگاه', date: '2026-11-29' }],
  ['en.', { names: latin, container: 'Harbour', date: '2026-11-29' }],
  ['record.', { names: persian, container: 'فصلنامۀ آزمون', date: '2025', volume: '18', number: '1', pages: '57-84' }],
  [
    'record.en.',
    { names: latin, container: 'Quarterly of Trials', date: '2025', volume: '18', number: '1', pages: '57-84' },
  ],
] as const;

/** An item of CSL in the words of the table above. */
const sayItem = (item: Item) => ({
  names: item.author?.map(({ family, given }) => `${family}, ${given}`).join('; '),
  container: item['container-title'] ?? item['publisher'],
  date: (item['issued'] as { 'date-parts': readonly (readonly number[])[] })['date-parts'][0]?.join('-'),
  ...(item['volume'] === undefined ? {} : { volume: String(item['volume']) }),
  ...(item['issue'] === undefined && item['number'] === undefined
    ? {}
    : { number: String(item['issue'] ?? item['number']) }),
  ...(item['page'] === undefined ? {} : { pages: String(item['page']).replace(/[–-]+/g, '-') }),
});

describe.each(said)('SLUG.%sEXT', (prefix, expected) => {
  const file = (extension: string) => files.get(`${prefix}${extension}`) as string;

  test('is read whole from CSL-JSON and RIS by citation-js', () => {
    expect(sayItem(JSON.parse(file('csl.json'))[0])).toEqual(expected);
    const [item] = new Cite(file('ris'), { generateGraph: false }).data as Item[];
    // It knows no site of a page in RIS, where Zotero and EndNote have one.
    const site = item?.['type'] === 'webpage' ? { container: item['publisher'] } : {};
    expect(sayItem(item as Item)).toEqual({ ...expected, ...site });
    expect(file('ris')).toMatch(new RegExp(`^(?:T2|JO) {2}- ${expected.container}\\r$`, 'm'));
  });

  test('is read whole from BibLaTeX by biblatex-csl-converter', () => {
    const items = Object.values(new CSLExporter(parse(file('biblatex.bib')).entries).parse()) as unknown as Item[];
    const { container, ...others } = sayItem(items[0] as Item);
    // Its CSL has no number of an article; the entry that it reads has.
    const { container: _, number: __, ...whole } = { number: undefined, ...expected };
    expect(others).toEqual(whole);
    // It has no place for the site of an @online, and journals in small letters.
    if (prefix.startsWith('record')) expect(String(container).toLowerCase()).toBe(expected.container.toLowerCase());
  });

  test('is read whole from BibLaTeX by pandoc', needing(pandoc), () => {
    const options = { input: file('biblatex.bib'), encoding: 'utf8' } as const;
    const { stdout } = spawnSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], options);
    const { container, ...others } = sayItem(JSON.parse(stdout)[0]);
    const { container: _, ...whole } = expected;
    expect(others).toEqual(whole);
    expect(container).toContain(expected.container);
  });

  test(
    'is read from RIS, EndNote and BibTeX by bibutils',
    needing(program('ris2xml', "Debian's bibutils", ['-v'])),
    () => {
      for (const [extension, command] of [
        ['ris', 'ris2xml'],
        ['enw', 'end2xml'],
        ['bib', 'bib2xml'],
      ] as const) {
        const { stdout } = spawnSync(command, ['-i', 'utf8'], { input: file(extension), encoding: 'utf8' });
        const families = [...stdout.matchAll(/<namePart type="family">([^<]*)</g)].map(([, family]) => family);
        expect(families, command).toEqual(expected.names.split('; ').map((name) => name.split(', ')[0]));
        expect(stdout, command).toContain(prefix.startsWith('record') ? '<number>18</number>' : '1.0.1');
      }
    },
  );
});

test('the version says that it is one, the record does not', () => {
  for (const [extension, content] of files)
    expect(
      /(?:version = \{1\.0\.1|Version 1\.0\.1|"version": "1\.0\.1|ET {2}- 1\.0\.1|%7 1\.0\.1)/.test(content),
      extension,
    ).toBe(!extension.startsWith('record'));
});

test('the other script stands beside in every file', () => {
  for (const [extension, content] of files) {
    expect(content, extension).toContain('کوه‌پیما');
    expect(content, extension).toContain('Kuhpeyma');
  }
});

test('pages lead to the files of their script; an article in English has one of each', async () => {
  const article = await harbourArticle('border-markets');
  const [bibtex] = worksFormats;
  if (bibtex === undefined) throw new Error('there are no formats');
  expect(citationExtension(article, 'version', 'fa', bibtex)).toBe('bib');
  expect(citationExtension(article, 'record', 'en', bibtex)).toBe('record.en.bib');
  expect(citationExtension({ ...article, language: 'en' }, 'record', 'en', bibtex)).toBe('record.bib');
});
