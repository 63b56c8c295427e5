/**
 * What Zotero makes of the files, by its own translators: the cells of its rows in docs/citing.md. They run in Zotero's translation
 * server (github.com/zotero/translation-server), whose licence is another than ours: `ESTENAD_ZOTERO` is the address of one.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { describeVersion } from '../../src/edition/describe.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { dataciteJsonFormat } from '../../src/formats/datacite/json.ts';
import { dc } from '../../src/formats/dc.ts';
import { worksFormats } from '../../src/formats/index.ts';
import { marc } from '../../src/formats/marc/index.ts';
import { mods, modsOfRecord } from '../../src/formats/mods.ts';
import { citationFiles } from '../../src/formats/references/citations.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';
import { needing } from '../helpers/installed.ts';
import { everyKind } from '../helpers/works.ts';

const server = process.env['ESTENAD_ZOTERO'];
const zotero = {
  isHere: server !== undefined,
  missing: "no translation server of Zotero (ESTENAD_ZOTERO=http://127.0.0.1:1969, Zotero's translation-server)",
};

type Item = Readonly<Record<string, unknown>>;

/** The items that Zotero makes of a file, without notes; nothing of a file that no translator takes. */
async function imported(content: string): Promise<readonly Item[] | undefined> {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  const response = await fetch(`${server}/import`, { method: 'POST', headers, body: content });
  if (!response.ok) return undefined;
  const items = (await response.json()) as readonly Item[];
  return items.filter(({ itemType }) => itemType !== 'note' && itemType !== 'attachment');
}

describe('Zotero reads', needing(zotero), () => {
  const files = new Map<string, string>();
  beforeAll(async () => {
    const article = await harbourArticle('border-markets');
    const subject = { edition: await harbour(), article, version: latestVersion(article) };
    const works = await everyKind();
    for (const { extension, writeWorks } of worksFormats) {
      files.set(extension, writeWorks([describeVersion(subject)]));
      files.set(`kinds.${extension}`, writeWorks(works));
      files.set(`kinds without programs.${extension}`, writeWorks(works.filter(({ type }) => type !== 'software')));
    }
    for (const { extension, content } of citationFiles(subject, worksFormats)) files.set(extension, content);
    for (const format of [mods, dataciteJsonFormat, dc, marc])
      files.set(format.extension, (await format.write(subject)) as string);
    files.set('record.mods.xml', modsOfRecord(subject) as string);
  });
  const read = (name: string) => imported(files.get(name) as string);

  const record = {
    itemType: 'journalArticle',
    title: 'بازارچه‌های مرزی در قفقاز جنوبی از دو دیدگاه نظری',
    creators: [
      { creatorType: 'author', lastName: 'کوه‌پیما', firstName: 'رحیم' },
      { creatorType: 'author', lastName: 'آذرپناه', firstName: 'مریم' },
    ],
    publicationTitle: 'فصلنامۀ آزمون',
    volume: '18',
    issue: '1',
    date: '2025',
    url: 'https://journal.example/border-markets',
  };
  const doi = '10.5555/trials.2025.18.57';
  test.each([
    ['record.ris', { ...record, DOI: doi, ISSN: '2008-0867', language: 'fa' }],
    ['record.bib', { ...record, DOI: doi, ISSN: '2008-0867', language: 'fa' }],
    ['record.csl.json', { ...record, DOI: doi, ISSN: '2008-0867', language: 'fa' }],
    ['record.biblatex.bib', { ...record, DOI: doi, ISSN: '2008-0867' }],
    ['record.mods.xml', { ...record, DOI: doi, ISSN: '2008-0867' }],
    // It takes the DOI for a type; the address has it.
    ['record.enw', { ...record, url: `https://doi.org/${doi}`, language: 'fa' }],
  ])('%s: the article as the journal has it', async (name, item) => {
    const [one, ...others] = (await read(name)) ?? [];
    expect(one).toMatchObject(item);
    expect(String(one?.['pages']).replace('–', '-')).toBe('57-84');
    expect(others).toEqual([]);
  });

  const version = { title: record.title, creators: record.creators, publisher: 'نشر بندرگاه' };
  const url = 'https://harbour.example/articles/border-markets/1.0.1/';
  test.each([
    ['ris', { ...version, itemType: 'webpage', websiteTitle: 'بندرگاه', date: '2026-11-29', url }],
    ['enw', { ...version, itemType: 'webpage', websiteTitle: 'بندرگاه', date: '2026 November 29', url }],
    ['csl.json', { ...version, itemType: 'webpage', websiteTitle: 'بندرگاه', date: 'November 29, 2026', url }],
    ['biblatex.bib', { ...version, itemType: 'webpage', publisher: 'بندرگاه, نشر بندرگاه', date: '2026-11-29', url }],
    ['bib', { ...version, itemType: 'document', date: '2026-11', url }],
    ['mods.xml', { ...version, itemType: 'journalArticle', publicationTitle: 'بندرگاه', date: '2026-11-29', url }],
    ['datacite.json', { ...version, itemType: 'journalArticle', date: '2026-11-29', url }],
  ])('%s: the version, and nothing of the journal as its own', async (name, item) => {
    const [one, ...others] = (await read(name)) ?? [];
    expect(one).toMatchObject(item);
    expect(others).toEqual([]);
    for (const field of ['DOI', 'ISSN', 'volume', 'issue', 'pages'])
      expect(one?.[field] ?? '', `${name} ${field}`).toBe('');
  });

  test('MARC and Dublin Core, made for catalogues, with the place of the version of record as the own one', async () => {
    expect((await read('marc.xml'))?.[0]).toMatchObject({ publicationTitle: 'Quarterly of Trials', volume: '18' });
    expect((await read('dc.xml'))?.[0]).toMatchObject({ publicationTitle: `https://doi.org/${doi}` });
  });

  test('works of every type from RIS: what there is no type for as the nearest, reports, patents and standards with number', async () => {
    const items = (await read('kinds.ris')) ?? [];
    expect(items).toHaveLength((await everyKind()).length);
    const of = (title: string) => items.find((item) => item['title'] === title);
    expect(of('Docks of the north')).toMatchObject({ itemType: 'report', reportNumber: '17' });
    expect(of('A stepped lens')).toMatchObject({ itemType: 'patent', patentNumber: 'CP 1822' });
    expect(of('Lights of ships')).toMatchObject({ itemType: 'report', reportNumber: 'SBC 1972' });
    expect(of('Tides of the north harbour')).toMatchObject({ itemType: 'dataset', DOI: '10.5555/tides' });
    expect(of('Tideprog')).toMatchObject({ itemType: 'computerProgram', versionNumber: '1.4.2' });
    expect(of('Foam on waves')).toMatchObject({ itemType: 'journalArticle', url: 'https://arxiv.org/abs/2101.00001' });
    expect(of('Forty years at sea')).toMatchObject({ itemType: 'letter' });
    const film = { itemType: 'videoRecording', creators: [{ creatorType: 'director', lastName: 'Reel' }] };
    expect(of('The Last Keeper')).toMatchObject(film);
  });

  test('works of every type from BibLaTeX but data sets and standards, from CSL-JSON all where no program is among them', async () => {
    const works = await everyKind();
    const lost = works.filter(({ type }) => type === 'dataset' || type === 'standard').length;
    expect(await read('kinds.biblatex.bib')).toHaveLength(works.length - lost);
    expect(await read('kinds.csl.json')).toBeUndefined();
    const programs = works.filter(({ type }) => type === 'software').length;
    expect(await read('kinds without programs.csl.json')).toHaveLength(works.length - programs);
  });
});
