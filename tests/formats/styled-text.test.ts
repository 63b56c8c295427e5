/** What sets words off from those around them, in every format, as readers that are not ours find it. */
import { XmlDocument } from 'libxml2-wasm';
import mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { latestVersion, type Subject, type TextStyle } from '../../src/edition/model.ts';
import { readVersionText } from '../../src/edition/reading/text.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { pdfWith } from '../../src/formats/pdf/index.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderInlines } from '../../src/html/inline.ts';
import { html } from '../../src/html/serialize.ts';
import { textsOf } from '../helpers/epub.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';
import { needing, pandoc } from '../helpers/installed.ts';
import { blocksByPandoc, nodesOf, pandocFormats, wordsOf } from '../helpers/pandoc.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { namespaces } from '../helpers/xml.ts';

type Mark = TextStyle | 'emphasis' | 'code';

/** A paragraph in which each word that is set off stands alone. */
const english =
  'Water is H~2~O, its area 10^6^; it is **bold**, *stressed*, [Small](sc:) and [lined](u:), run by `a <b> c`.\\\nIt ended.';
const persian =
  'آب H~2~O است و مساحتش ۱۰^۶^؛ **پررنگ** است و *مؤکد* و [Small](sc:) و [خط‌دار](u:) و با `a <b> c` اجرا شد.\\\nپایان یافت.';

const marksOf = (language: 'en' | 'fa'): readonly (readonly [mark: Mark, text: string])[] => [
  ['subscript', '2'],
  ['superscript', language === 'en' ? '6' : '۶'],
  ['strong', language === 'en' ? 'bold' : 'پررنگ'],
  ['emphasis', language === 'en' ? 'stressed' : 'مؤکد'],
  ['smallCaps', 'Small'],
  ['underline', language === 'en' ? 'lined' : 'خط‌دار'],
  ['code', 'a <b> c'],
];

const said = {
  en: 'Water is H2O, its area 106; it is bold, stressed, Small and lined, run by a <b> c. It ended.',
  fa: 'آب H2O است و مساحتش ۱۰۶؛ پررنگ است و مؤکد و Small و خط‌دار و با a <b> c اجرا شد. پایان یافت.',
};

const subjects = new Map<'en' | 'fa', Subject>();

beforeAll(async () => {
  const edition = await harbour();
  for (const [language, slug, text] of [
    ['en', 'harbour-lights', english],
    ['fa', 'sea-routes', persian],
  ] as const) {
    const article = await harbourArticle(slug);
    const { text: read, faults } = readVersionText(`${text}\n`, 'text.mdx', language);
    expect(faults).toEqual([]);
    const version = { ...latestVersion(article), ...read };
    subjects.set(language, { edition, version, article: { ...article, versions: [version] } });
  }
});

/** How many places of a file an XPath finds. */
function count(xml: string, xpath: string): number {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, namespaces).length;
}

/** What XPaths find in a file, as texts. */
function found(xml: string, xpaths: Readonly<Record<Mark, string>>): readonly (readonly [Mark, string[]])[] {
  using document = XmlDocument.fromString(xml);
  return Object.entries(xpaths).map(
    ([mark, xpath]) => [mark as Mark, document.find(xpath, namespaces).map((node) => node.content)] as const,
  );
}

const once = (language: 'en' | 'fa') => marksOf(language).map(([mark, text]) => [mark, [text]]);

const inXhtml = (at: string): Readonly<Record<Mark, string>> => ({
  subscript: `${at}//h:sub`,
  superscript: `${at}//h:sup`,
  strong: `${at}//h:strong`,
  emphasis: `${at}//h:em`,
  smallCaps: `${at}//h:span[@class="small-caps"]`,
  underline: `${at}//h:u`,
  code: `${at}//h:code[@dir="ltr"]`,
});

describe.each(['en', 'fa'] as const)('words that are set off in an article (%s) are so in', (language) => {
  const subject = () => subjects.get(language) as Subject;

  test('its page', () => {
    const [block] = subject().version.body;
    if (block?.type !== 'paragraph') throw new Error('the text has no paragraph');
    const written = html(renderInlines(block.children, { interfaceLanguage: language, textLanguage: language }));
    const page = `<p xmlns="http://www.w3.org/1999/xhtml">${written.replace('<br>', '<br/>')}</p>`;
    expect(found(page, inXhtml(''))).toEqual(once(language));
    expect(count(page, '//h:br')).toBe(1);
  });

  test('its EPUB', async () => {
    const book = textsOf((await epub.write(subject())) as Uint8Array);
    const [chapter] = [...book.values()].filter((file) => file.includes('id="p1"'));
    expect(found(chapter ?? '', inXhtml('//*[@id="p1"]'))).toEqual(once(language));
    expect(count(chapter ?? '', '//*[@id="p1"]//h:br')).toBe(1);
  });

  test('its JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject()) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    expect(
      found(xml, {
        subscript: '//body//sub',
        superscript: '//body//sup',
        strong: '//body//bold',
        emphasis: '//body//italic',
        smallCaps: '//body//sc',
        underline: '//body//underline',
        code: '//body//monospace',
      }),
    ).toEqual(once(language));
  });

  test('its TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject()) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    expect(
      found(xml, {
        subscript: '//t:body//t:hi[@rend="subscript"]',
        superscript: '//t:body//t:hi[@rend="superscript"]',
        strong: '//t:body//t:hi[@rend="bold"]',
        emphasis: '//t:body//t:emph',
        smallCaps: '//t:body//t:hi[@rend="smallcaps"]',
        underline: '//t:body//t:hi[@rend="underline"]',
        code: '//t:body//t:code',
      }),
    ).toEqual(once(language));
    expect(count(xml, '//t:body//t:lb')).toBe(1);
  });

  test.each(pandocFormats)('its %s, as pandoc reads it', needing(pandoc), (_, format, write) => {
    const [paragraph] = nodesOf(blocksByPandoc(write(subject()), format), 'Para').filter((node) =>
      wordsOf(node).includes('H2O'),
    );
    const kinds: readonly (readonly [Mark, string])[] = [
      ['subscript', 'Subscript'],
      ['superscript', 'Superscript'],
      ['strong', 'Strong'],
      ['emphasis', 'Emph'],
      ['smallCaps', 'SmallCaps'],
      ['underline', 'Underline'],
      ['code', 'Code'],
    ];
    expect(kinds.map(([mark, kind]) => [mark, nodesOf(paragraph, kind).map(wordsOf)])).toEqual(once(language));
    // JATS has the end of a line in titles and cells alone.
    expect(nodesOf(paragraph, 'LineBreak')).toHaveLength(format === 'jats' ? 0 : 1);
  });

  test('its plain text as words alone', () => {
    expect(txt.write(subject())).toContain(`¶1 ${said[language]}\n`);
  });

  test('its PDF, whose text is the same: smaller above and below the line, in bold, with a line below', async () => {
    const document = mupdf.Document.openDocument((await pdfWith([]).write(subject())) as Uint8Array, 'application/pdf');
    const letters: { character: string; font: string; size: number; top: number }[] = [];
    for (let page = 0; page < document.countPages(); page += 1)
      document
        .loadPage(page)
        .toStructuredText('preserve-whitespace')
        .walk({
          onChar(character, _origin, font, size, [, top]) {
            letters.push({ character, font: font.getName(), size, top: top ?? 0 });
          },
        });
    const water = letters.findIndex(({ character }, at) => character === 'H' && letters[at + 1]?.character === '2');
    const [h, two] = letters.slice(water, water + 2);
    expect(two?.size).toBeLessThan((h?.size ?? 0) * 0.8);
    const bold = letters.filter(({ font }) => /bold/i.test(font)).map(({ character }) => character);
    if (language === 'en') expect(bold.join('')).toContain('bold');
    expect(letters.map(({ character }) => character).join('')).toContain('a <b> c');
  });
});
