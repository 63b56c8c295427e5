/** Figures in every format, as readers that are not ours find them. */
import { rm } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import mupdf from 'mupdf';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf } from '../../src/edition/article-files.ts';
import type { Subject } from '../../src/edition/model.ts';
import { epub } from '../../src/formats/epub/index.ts';
import type { Lack } from '../../src/formats/format.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { pdfWith } from '../../src/formats/pdf/index.ts';
import { textIn } from '../../src/formats/pdf/objects.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderText } from '../../src/html/body.ts';
import { passagesOfVersion } from '../../src/search/passages.ts';
import { textsOf } from '../helpers/epub.ts';
import { editionWithFigures, subjectsOf, svg } from '../helpers/figures.ts';
import { needing, pandoc } from '../helpers/installed.ts';
import { pageByPandoc, pandocFormats } from '../helpers/pandoc.ts';
import { schemas } from '../helpers/schemas.ts';
import { readTagged } from '../helpers/tagged-pdf.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { namespaces } from '../helpers/xml.ts';

let root: string;
let subjects: Readonly<Record<'en' | 'fa', Subject>>;

beforeAll(async () => {
  root = await editionWithFigures();
  subjects = await subjectsOf(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** What an XPath finds, as texts. */
function find(xml: string, xpath: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).map((node) => node.content.replace(/\s+/g, ' ').trim());
}

const said = {
  en: {
    caption: 'The bay of Harbour, 10 km2 wide.',
    label: 'Figure 1',
    alt: 'A bay that opens to the south',
    halves: ['The red half', 'The blue half'],
  },
  fa: {
    caption: 'خلیج بندر (Harbour)، به پهنای ۱۰ km2.',
    label: 'شکل ۱',
    alt: 'خلیجی که رو به جنوب باز می‌شود',
    halves: ['نیمۀ سرخ', 'نیمۀ آبی'],
  },
};

describe.each(['en', 'fa'] as const)('the figures of an article (%s) are in', (language) => {
  const subject = () => subjects[language];
  const { caption, label, alt, halves } = said[language];

  test('its page: seen when they are near, in the form that the screen needs', () => {
    const files = { file: (name: string) => `files/${name}`, rendition: (name: string) => `images/${name}` };
    const { body } = renderText(subject(), language, undefined, undefined, files);
    const page = `<main xmlns="http://www.w3.org/1999/xhtml">${body.replace(/<(img|source)([^>]*)>/g, '<$1$2/>').replaceAll(' download', ' download=""')}</main>`;
    expect(find(page, '//h:figure[@class]/@id')).toEqual(['fig1', 'fig2', 'fig3']);
    expect(find(page, '//h:figure[@id="fig1"]/h:figcaption')[0]?.startsWith(`${label}. ${caption}`)).toBe(true);
    expect(find(page, '//h:figure[@class]/h:figcaption/h:a[@class="at label"]/@href')).toEqual([
      '#fig1',
      '#fig2',
      '#fig3',
    ]);
    expect(find(page, '//h:img/@alt')).toEqual([alt, ...halves, '']);
    expect(find(page, '//h:img/@loading')).toEqual(['lazy', 'lazy', 'lazy', 'lazy']);
    expect(find(page, '//h:figure[@id="fig1"]//h:img/@width | //h:figure[@id="fig1"]//h:img/@height').sort()).toEqual([
      '1000',
      '500',
    ]);
    expect(find(page, '//h:figure[@id="fig1"]//h:source/@type')).toEqual(['image/avif', 'image/webp']);
    expect(find(page, '//h:figure[@id="fig1"]//h:source[1]/@srcset')[0]).toMatch(
      /^images\/map-\w{8}-480\.avif 480w, images\/map-\w{8}-1000\.avif 1000w$/,
    );
    expect(find(page, '//h:p[@class="credit originals"]/h:a[@download]/@href')).toEqual([
      'files/map.png',
      'files/two.svg',
      'files/half.jpg',
      'files/rule.webp',
    ]);
    expect(find(page, '//h:figure[@id="fig1"]//h:a[@href="https://creativecommons.org/licenses/by/4.0/"]')).toEqual([
      'CC BY 4.0',
    ]);
  });

  test('its EPUB, with their bytes', async () => {
    const book = (await epub.write(subject())) as Uint8Array;
    const texts = textsOf(book);
    const slug = subject().article.slug;
    const chapter = texts.get(`EPUB/${slug}.xhtml`) as string;
    expect(find(chapter, '//h:figure//h:img/@src')).toEqual(
      ['map.png', 'two.svg', 'half.jpg', 'rule.webp'].map((name) => `files/${slug}/${name}`),
    );
    expect(find(chapter, '//h:figure//h:img/@alt')).toEqual([alt, ...halves, '']);
    expect(find(chapter, '//h:figure[1]/h:figcaption')[0]?.startsWith(`${label}. ${caption}`)).toBe(true);
    const held = unzipSync(book);
    expect(new TextDecoder().decode(held[`EPUB/files/${slug}/two.svg`])).toBe(svg);
    expect((await sharp(held[`EPUB/files/${slug}/map.png`]).metadata()).width).toBe(1000);
    const opf = texts.get('EPUB/package.opf') as string;
    expect(opf).toContain(`href="files/${slug}/map.png" media-type="image/png"`);
    expect(opf).toContain('<meta property="schema:accessMode">visual</meta>');
  });

  test('its JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject()) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    expect(find(xml, '//fig/@id')).toEqual(['fig1', 'fig2', 'fig3']);
    expect(find(xml, '//fig[@id="fig1"]/label')).toEqual([label]);
    expect(find(xml, '//fig[@id="fig1"]/caption/title')).toEqual([caption]);
    expect(find(xml, '//graphic/@x:href')).toEqual([
      'files/map.png',
      'files/two.svg',
      'files/half.jpg',
      'files/rule.webp',
    ]);
    expect(find(xml, '//graphic/alt-text')).toEqual([alt, ...halves]);
    expect(find(xml, '//fig[@id="fig1"]//license/@x:href')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
  });

  test('its TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject()) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    expect(find(xml, '//t:body//t:graphic/@url')).toEqual([
      'files/map.png',
      'files/two.svg',
      'files/half.jpg',
      'files/rule.webp',
    ]);
    expect(find(xml, '//t:body//t:figDesc')).toEqual([alt, ...halves]);
    expect(find(xml, '//t:body//t:figure[@xml:id="fig1"]/t:head')).toEqual([`${label}. ${caption}`]);
  });

  test.each(pandocFormats)('its %s, as pandoc reads it', needing(pandoc), (_, format, write) => {
    const page = pageByPandoc(write(subject()), format);
    expect(find(page, '//img/@src')).toEqual(['files/map.png', 'files/two.svg', 'files/half.jpg', 'files/rule.webp']);
    expect(find(page, '//figcaption')[0]).toContain(caption);
    if (format === 'markdown') expect(find(page, '//img/@alt')).toEqual([alt, ...halves, '']);
  });

  test('its plain text', () => {
    const text = txt.write(subject()) as string;
    expect(text).toContain(`\n${label}. ${caption}\n[${language === 'en' ? 'Image' : 'تصویر'}: ${alt}]\n`);
    for (const half of halves) expect(text).toContain(half);
  });

  test('its search', () => {
    const found = passagesOfVersion(subject()).filter(({ path }) => path.endsWith('#fig1'));
    expect(found.map(({ text }) => text).slice(0, 2)).toEqual([`${label}. ${caption}`, alt]);
  });

  test('its PDF: drawn, tagged as figures with what they show, and without a condition of PDF/UA that fails', async () => {
    const lacks: Lack[] = [];
    const bytes = (await pdfWith([]).write(subject(), (lack) => lacks.push(lack))) as Uint8Array;
    expect(lacks).toEqual([]);
    const document = mupdf.Document.openDocument(bytes, 'application/pdf');
    const texts: string[] = [];
    let images = 0;
    for (let page = 0; page < document.countPages(); page += 1)
      document
        .loadPage(page)
        .toStructuredText('preserve-images')
        .walk({
          onImageBlock() {
            images += 1;
          },
          onChar(character) {
            texts.push(character);
          },
        });
    // The drawing in SVG is no image, but lines.
    expect(images).toBe(3);
    if (language === 'en') expect(texts.join('')).toContain('Figure 1. The bay');
    const { elements } = await readTagged(bytes);
    const alts = elements.flatMap(({ standard, dict }) => (standard === 'Figure' ? [textIn(dict, 'Alt')] : []));
    expect(alts.filter((one) => one !== undefined)).toEqual([alt, ...halves]);
  });
});

/** What each reference prints, and where it leads. */
const references = {
  en: [
    ['Figure 1', 'fig1'],
    ['both halves', 'fig2'],
    ['Table 1', 'table1'],
    ['paragraph 2', 'p2'],
    ['Section 1', 's1'],
  ],
  fa: [
    ['شکل ۱', 'fig1'],
    ['هر دو نیمه', 'fig2'],
    ['جدول ۱', 'table1'],
    ['بند ۲', 'p2'],
    ['بخش ۱', 's1'],
  ],
} as const;
const measures = { en: 'measures', fa: 'اندازه‌ها' };

describe.each(['en', 'fa'] as const)('the cross references and files of an article (%s) are in', (language) => {
  const subject = () => subjects[language];
  const said = references[language];
  const targets = said.map(([, target]) => `#${target}`);
  const words = said.map(([text]) => text);
  const data = `https://trial.example/articles/${language === 'en' ? 'a-tale' : 'yek-dastan'}/1.0.0/files/data.csv`;

  test('its page, each leading to what is there', () => {
    const files = { file: (name: string) => `files/${name}`, rendition: (name: string) => `images/${name}` };
    const { body } = renderText(subject(), language, undefined, undefined, files);
    const page = `<main xmlns="http://www.w3.org/1999/xhtml">${body
      .replace(/<(img|source)([^>]*)>/g, '<$1$2/>')
      .replaceAll(' download', ' download=""')}</main>`;
    const links = '//h:p[@id="p1"]/h:a[not(@class)][starts-with(@href, "#")]';
    expect(find(page, links)).toEqual(words);
    expect(find(page, `${links}/@href`)).toEqual(targets);
    for (const target of targets) expect(find(page, `//*[@id="${target.slice(1)}"]`), target).toHaveLength(1);
    expect(find(page, '//h:p[@id="p1"]/h:a[@download]/@href')).toEqual(['files/data.csv']);
    expect(find(page, '//h:figure[@id="table1"]/h:figcaption')).toEqual([
      language === 'en' ? 'Table 1. Depths' : 'جدول ۱. ژرفاها',
    ]);
  });

  test('its EPUB', async () => {
    const texts = textsOf((await epub.write(subject())) as Uint8Array);
    const chapter = texts.get(`EPUB/${subject().article.slug}.xhtml`) as string;
    const links = '//h:p[@id="p1"]/h:a[starts-with(@href, "#")]';
    expect(find(chapter, links)).toEqual(words);
    expect(find(chapter, `${links}/@href`)).toEqual(targets);
    for (const target of targets) expect(find(chapter, `//*[@id="${target.slice(1)}"]`), target).toHaveLength(1);
    // A book holds no data: the file is on the web.
    expect(find(chapter, '//h:p[@id="p1"]/h:a[contains(@href, "csv")]/@href')).toEqual([data]);
  });

  test('its JATS and its TEI, which are valid', needing(schemas.jats, schemas.tei), () => {
    const xml = jats.write(subject()) as string;
    expect(find(xml, '//body//xref')).toEqual(words);
    expect(find(xml, '//body//xref/@ref-type')).toEqual(['fig', 'fig', 'table', 'other', 'sec']);
    for (const id of find(xml, '//body//xref/@rid')) expect(find(xml, `//*[@id="${id}"]`), id).toHaveLength(1);
    expect(find(xml, '//inline-supplementary-material/@x:href')).toEqual(['files/data.csv']);
    expect(find(xml, '//table-wrap/label')).toEqual([words[2]]);
    const encoded = tei.write(subject()) as string;
    expect(find(encoded, '//t:body//t:p[@n="1"]/t:ref/@target')).toEqual([...targets, 'files/data.csv']);
    for (const target of targets) expect(find(encoded, `//*[@xml:id="${target.slice(1)}"]`), target).toHaveLength(1);
  });

  test.each(pandocFormats)('its %s, as pandoc reads it', needing(pandoc), (_, format, write) => {
    const page = pageByPandoc(write(subject()), format);
    const links = '//a[starts-with(@href, "#")][not(@role)]';
    expect(find(page, links)).toEqual(words);
    expect(find(page, `${links}/@href`)).toEqual(targets);
    if (format === 'markdown') expect(find(page, '//a[@href="files/data.csv"]')).toEqual([measures[language]]);
    else expect(page).toContain(measures[language]);
  });

  test('its PDF, as links', async () => {
    const document = mupdf.Document.openDocument((await pdfWith([]).write(subject())) as Uint8Array, 'application/pdf');
    const uris: string[] = [];
    let inside = 0;
    for (let page = 0; page < document.countPages(); page += 1)
      for (const link of document.loadPage(page).getLinks()) {
        if (link.isExternal()) uris.push(link.getURI());
        else inside += 1;
      }
    expect(inside).toBe(said.length);
    expect(uris).toContain(data);
  });

  test('its plain text', () => {
    const text = txt.write(subject()) as string;
    const [first] = text.split('\n').filter((line) => line.startsWith('¶1 '));
    for (const word of words) expect(first).toContain(word);
  });
});

test('a version has the bytes of its files', () => {
  for (const file of subjects.en.version.files) expect(contentOf(file).length).toBe(file.bytes);
});
