/** Blocks in blocks, in every format, as readers that are not ours find them. */
import mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject, Version } from '../../src/edition/model.ts';
import { relate } from '../../src/edition/versions/identity.ts';
import { piecesOf } from '../../src/edition/versions/pieces.ts';
import { epub } from '../../src/formats/epub/index.ts';
import { pdf } from '../../src/formats/index.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { md } from '../../src/formats/md/index.ts';
import { codeSigns } from '../../src/formats/pdf/fonts.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderText } from '../../src/html/body.ts';
import { passagesOfVersion } from '../../src/search/passages.ts';
import { draftOf, everyConstruct } from '../helpers/constructs.ts';
import { textsOf } from '../helpers/epub.ts';
import { needing, pandoc } from '../helpers/installed.ts';
import { blocksByPandoc, nodesOf, type PandocNode, pandocFormats } from '../helpers/pandoc.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { counted, type Places } from '../helpers/xml.ts';

const subjects = new Map<'en' | 'fa', Subject>();
/** With all kinds of blocks. */
const kinds = new Map<'en' | 'fa', Subject>();

beforeAll(async () => {
  for (const language of ['en', 'fa'] as const) {
    subjects.set(language, await draftOf(await everyConstruct(language, 'blocks'), language));
    kinds.set(
      language,
      await draftOf(await everyConstruct(language, 'opening', 'blocks', 'kinds', 'closing'), language),
    );
  }
});

/** In HTML, whatever stands around it. */
const inHtml = (at: string): Places => ({
  // A list that opens with 3, whose first item has two paragraphs and a quotation, and whose second has lists below it.
  [`${at}//h:ol[@start="3"]/h:li[1][count(h:p)=2]/h:blockquote/h:p`]: 1,
  [`${at}//h:ol[@start="3"]/h:li[2][not(h:p)]/h:ul/h:li/h:ol/h:li`]: 1,
  // A quotation of two paragraphs and a list.
  [`${at}//h:blockquote[count(h:p)=2]/h:ul/h:li`]: 1,
  // A note that is called twice.
  [`${at}//h:a[@href="#fn1"][@id="fnref1" or @id="fnref1-2"]`]: 2,
  [`${at}//h:h4`]: 1,
});

const inNotes: Places = {
  '//*[@id="fn1"][count(descendant::h:p)=2]//h:ul/h:li': 1,
  '//*[@id="fn1"]//h:a[@href="#fnref1" or @href="#fnref1-2"]': 2,
};

describe.each(['en', 'fa'] as const)('each kind of block in an article (%s) is in', (language) => {
  const subject = () => kinds.get(language) as Subject;
  const couplets = language === 'en' ? 1 : 2;
  const lines = language === 'en' ? 2 : 1;

  const inHtml: Places = {
    '//h:div[@id="verse1"]//h:p[@class="couplet"][count(h:span)=2]': couplets,
    '//h:div[@id="verse1"]//h:p[@class="line"]': lines,
    '//h:div[@id="verse1"]/h:div': 2,
    '//h:div[@id="verse1"]/h:p[@class="from"]': 1,
    '//h:div[@id="verse1"]//h:em': 1,
    '//h:a[@href="#fn2"]': 1,
    '//h:blockquote[h:p[1]]/h:p[@class="from"]/h:a': 1,
    '//*[@id="code1"]/h:pre[@dir="ltr"]/h:code[contains(., "    n > 0")]': 1,
    '//h:hr': 1,
    '//h:dl[@id="def1"][count(h:dt)=2]/h:dd': 3,
    '//*[@id="box1"][@role="group"]/h:p[@id="box1-title"]/h:strong': 1,
    '//*[@id="box1"]/h:ul/h:li': 2,
    '//*[@role="doc-epigraph"]/h:p[@class="from"]': 1,
    '//*[@role="doc-dedication"]//h:strong': 1,
    '//h:section[@role="doc-acknowledgments"]/h:h2': 1,
    '//h:section[@role="doc-appendix"]/h:h2': 2,
    '//h:section[@role="doc-appendix"]/h:h3': 1,
    '//h:section[@role="doc-glossary"]/h:dl/h:dd': 1,
  };

  test('its page', () => {
    const { body, notes, contents } = renderText(subject(), language);
    const page = `<div xmlns="http://www.w3.org/1999/xhtml">${`${body}${notes}`.replaceAll('<hr id="rule1">', '<hr/>')}</div>`;
    expect(counted(page, inHtml)).toEqual(inHtml);
    expect(contents).toContain('<a href="#appendix1">');
  });

  test('its EPUB', async () => {
    const book = textsOf((await epub.write(subject())) as Uint8Array);
    const [chapter = ''] = [...book.values()].filter((file) => file.includes('id="p1"'));
    expect(counted(chapter, inHtml)).toEqual(inHtml);
    const navigation = [...book.entries()].find(([name]) => name.endsWith('nav.xhtml'))?.[1];
    expect(navigation).toContain('#appendix1');
  });

  test('its JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject()) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    const places = {
      '//verse-group[@id="verse1"][attrib]/verse-group[@content-type="stanza"]': 2,
      '//verse-group[@content-type="couplet"][count(verse-line)=2]': couplets,
      '//verse-group[@content-type="stanza"]/verse-line': lines,
      '//verse-group[@id="verse1"]//italic': 1,
      '//verse-group[@id="verse1"]//xref[@ref-type="fn"]': 1,
      '//sec//disp-quote[p]/attrib/ext-link': 1,
      '//code[@id="code1"][@language="julia"][contains(., "    n > 0")]': 1,
      '//p[@content-type="thematic-break"]': 1,
      '//def-list[@id="def1"]/def-item[1][term/italic][count(def)=2]': 1,
      '//boxed-text[@id="box1"][label]/caption/title/bold': 1,
      '//boxed-text[@id="box1"]/list/list-item': 2,
      '//disp-quote[@content-type="epigraph"]/attrib': 1,
      '//disp-quote[@content-type="dedication"]/p': 1,
      '//back/ack[title]/p': 1,
      '//back/app-group/app[label]': 2,
      '//app/sec/sec/title': 1,
      '//back/glossary[title]/def-list': 1,
      '//xref[@ref-type="boxed-text"][@rid="box1"]': 2,
      '//xref[@ref-type="app"][@rid=//app/@id]': 2,
      '//xref[@rid="code1" or @rid="verse1"]': 3,
    };
    expect(counted(xml, places)).toEqual(places);
  });

  test('its TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject()) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    const places = {
      '//t:cit[@xml:id="verse1"][t:bibl]/t:quote/t:lg/t:lg[@type="stanza"]': 2,
      '//t:lg//t:l[t:caesura]': couplets,
      '//t:lg//t:l[not(t:caesura)]': lines,
      '//t:cit[t:quote/t:p]/t:bibl/t:ref': 1,
      '//t:ab[@type="code"]/t:code[@lang="julia"][contains(., "    n > 0")]': 1,
      '//t:milestone[@rend="rule"]': 1,
      '//t:list[@xml:id="def1"][@type="gloss"][count(t:label)=2]/t:item/t:p': 2,
      '//t:floatingText[@type="box"]/t:body[t:head/t:hi]/t:list/t:item': 2,
      '//t:epigraph[t:p]/t:bibl': 1,
      '//t:front/t:div[@type="dedication"]/t:p': 1,
      '//t:back/t:div[@type="acknowledgements"]/t:head': 1,
      '//t:back/t:div[@type="appendix"]': 2,
      '//t:back/t:div[@type="glossary"]/t:list': 1,
      '//t:ref[substring(@target, 2)=//*/@xml:id][contains("#box1#code1#verse1#appendix1#appendix2", @target)]': 7,
    };
    expect(counted(xml, places)).toEqual(places);
  });

  test('its Markdown, as pandoc reads it', needing(pandoc), () => {
    const blocks = blocksByPandoc(md.write(subject()) as string, 'markdown');
    const [verse] = nodesOf(blocks, 'LineBlock');
    // A line for each hemistich, one for each line alone, and one between the stanzas.
    expect(verse?.c).toHaveLength(2 * couplets + lines + 1);
    expect(nodesOf(verse, 'Note')).toHaveLength(1);
    const [code] = nodesOf(blocks, 'CodeBlock');
    expect(code?.c).toEqual([['code1', ['julia'], []], expect.stringContaining('\n    n > 0 ? "on"')]);
    expect(nodesOf(blocks, 'HorizontalRule')).toHaveLength(1);
    const [terms] = nodesOf(blocks, 'DefinitionList');
    expect(((terms as PandocNode).c as [unknown, unknown[]][]).map(([, meanings]) => meanings.length)).toEqual([2, 1]);
    const divisions = nodesOf(blocks, 'Div').map(({ c }) => (c as [[string, string[]]])[0]);
    for (const kind of ['box', 'epigraph', 'dedication', 'verse'])
      expect(
        divisions.filter(([, classes]) => classes.includes(kind)),
        kind,
      ).toHaveLength(1);
    const headings = nodesOf(blocks, 'Header').map(({ c }) => (c as [number, [string]])[1][0]);
    expect(headings).toEqual(
      expect.arrayContaining(['acknowledgements', 'appendix1', 'appendix1-s1', 'appendix2', 'glossary']),
    );
  });

  test('its plain text', () => {
    const text = txt.write(subject()) as string;
    const said =
      language === 'en'
        ? [
            'Verse 1\n',
            '\nA half is here / and half is there\n— A keeper, 1902\n',
            '\nBox 1. What a lamp needs\nOil, a wick, a keeper.\n• oil\n',
            '\nMole\n  a wall in the water\n',
            '\nAppendix 1. The logbooks\n',
            '\nGlossary\n',
          ]
        : [
            'شعر ۱\n',
            '\nاگر باد و باران بگیرد هوا / چراغ است و دریا و نام خدا\n',
            '\nکادر ۱. آنچه چراغ می‌خواهد\nروغن، فتیله، نگهبان.\n• روغن\n',
            '\nموج‌شکن\n  دیواری در آب\n',
            '\nپیوست ۱. دفترها\n',
            '\nواژه‌نامه\n',
          ];
    for (const one of [...said, '\n    n > 0 ? "on" : "off"  # a <b> c\nend\n', '\n* * *\n'])
      expect(text).toContain(one);
  });

  test('its passages that are searched', () => {
    const anchors = passagesOfVersion(subject()).map(({ path }) => path.split('#')[1]);
    for (const anchor of [
      'verse1',
      'code1',
      'def1',
      'box1-title',
      'box1-p1',
      'appendix1-s1',
      'acknowledgements-p1',
      'epigraph1-from1',
    ])
      expect(anchors).toContain(anchor);
  });

  test('the differences of its versions', () => {
    const { article, version } = subject();
    const pieces = piecesOf(version, language).map(({ id }) => id);
    for (const id of ['verse1', 'code1', 'def1', 'box1-title', 'box1-p1']) expect(pieces).toContain(id);
    const changed: Version = {
      ...version,
      number: '9.0.0',
      body: version.body.map((block) =>
        block.type === 'listing' ? { ...block, value: block.value.replace('n > 0', 'n > 1') } : block,
      ),
    };
    const found = relate({ ...article, versions: [version, changed] }, version, changed).filter(
      ({ kind }) => kind !== 'same',
    );
    expect(found).toMatchObject([{ from: ['code1'], to: ['code1'], kind: 'changed' }]);
  });

  test('its PDF, which is PDF/UA-1', async () => {
    const lacks: unknown[] = [];
    const bytes = (await pdf.write(subject(), (lack) => lacks.push(lack))) as Uint8Array;
    expect(lacks).toEqual([]);
    const drawn = textsOfPages(bytes).join('\n');
    // Line by line, with the spaces of the file, and no mark of direction among them.
    expect(drawn).toContain('    n > 0 ? "on" : "off"  # a <b> c\nend');
  });
});

describe.each(['en', 'fa'] as const)('blocks in blocks in an article (%s) are so in', (language) => {
  const subject = () => subjects.get(language) as Subject;

  test('its page', () => {
    const { abstracts, body, notes } = renderText(subject(), language);
    const page = `<div xmlns="http://www.w3.org/1999/xhtml">${[...abstracts.values()].join('')}<div id="text">${body}</div>${notes}</div>`;
    const places = { ...inHtml('//*[@id="text"]'), ...inNotes, '/h:div/h:h3[contains(@id, "-s")]': 2 };
    expect(counted(page, places)).toEqual(places);
  });

  test('its EPUB', async () => {
    const book = textsOf((await epub.write(subject())) as Uint8Array);
    const [chapter = ''] = [...book.values()].filter((file) => file.includes('id="p1"'));
    const places = {
      ...inHtml('//*[@id="text"]'),
      ...inNotes,
      '//h:section[@role="doc-abstract"]/h:h3': 2,
    };
    expect(counted(chapter, places)).toEqual(places);
    // Lists count in Persian, wherever they stand.
    expect([...book.values()].join('\n')).toContain('\nol:lang(fa) { list-style-type: persian; }');
  });

  test('its JATS, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject()) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    const places = {
      '//abstract/sec/title': 2,
      '//body//list[@list-type="order"][list-item[1]/label="3"]/list-item[1][count(p)=3]/p/disp-quote/p': 1,
      '//body//list-item[label="4"]/list/list-item/list/list-item/p': 1,
      '//body//disp-quote[count(p)=2]/list/list-item/p': 1,
      '//body//xref[@ref-type="fn"][@rid="fn1"][@id="ref-fn1" or @id="ref-fn1-2"]': 2,
      '//back//fn[@id="fn1"][count(p)=3]/p/list/list-item': 1,
      '//body/sec/sec/sec/title': 1,
    };
    expect(counted(xml, places)).toEqual(places);
  });

  test('its TEI, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject()) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    const places = {
      '//t:front/t:div[@type="abstract"]/t:div/t:head': 2,
      '//t:body//t:list[@rend="numbered"]/t:item[@n="3"][count(t:p)=2]/t:quote/t:p': 1,
      '//t:body//t:item[@n="4"]/t:list/t:item/t:list/t:item': 1,
      '//t:body//t:quote[count(t:p)=2]/t:list/t:item': 1,
      '//t:body//t:note[@xml:id="fn1"][count(t:p)=2]/t:list/t:item': 1,
      '//t:body//t:ref[@type="noteAnchor"][@target="#fn1"]': 1,
      '//t:body/t:div/t:div/t:div/t:head': 1,
    };
    expect(counted(xml, places)).toEqual(places);
  });

  test.each(pandocFormats)('its %s, as pandoc reads it', needing(pandoc), (_, format, write) => {
    const blocks = blocksByPandoc(write(subject()), format);
    const [ordered] = nodesOf(blocks, 'OrderedList');
    const [[start], items] = (ordered as PandocNode).c as [[number], PandocNode[][]];
    expect(start).toBe(3);
    expect(items).toHaveLength(2);
    // A quotation in a paragraph, as JATS has it in items, pandoc takes for one between quotation marks.
    expect(nodesOf(items[0], format === 'jats' ? 'Quoted' : 'BlockQuote')).toHaveLength(1);
    expect(nodesOf(nodesOf(items[1], 'BulletList'), 'OrderedList')).toHaveLength(1);
    const quotations = nodesOf(blocks, 'BlockQuote').filter((one) => nodesOf(one, 'BulletList').length > 0);
    expect(quotations).toHaveLength(1);
    expect((quotations[0] as PandocNode).c).toMatchObject([{ t: 'Para' }, {}, { t: 'Para' }]);
    // pandoc has the text of a note at each of its calls; of JATS it reads both as links.
    const notes = nodesOf(blocks, 'Note').filter((one) => nodesOf(one, 'BulletList').length > 0);
    expect(notes.map((one) => nodesOf(one, 'Para').length)).toEqual(format === 'jats' ? [] : [2, 2]);
    expect(nodesOf(blocks, 'Header').map((one) => (one.c as [number])[0])).toContain(3);
  });

  test('its plain text', () => {
    const lines = (txt.write(subject()) as string).split('\n');
    const [three, four] = language === 'en' ? ['3.', '4.'] : ['۳.', '۴.'];
    const at = lines.findIndex((line) => line.startsWith(three));
    const marks = lines.slice(at, at + 6).map((line) => /^ *(?:•|[\d۰-۹]\.)?/.exec(line)?.[0]);
    expect(marks).toEqual([three, '  ', '  ', four, '  •', `    ${language === 'en' ? '1.' : '۱.'}`]);
    expect(lines).toContain(language === 'en' ? '  • of one item' : '  • از یک مورد');
  });

  test('its passages that are searched', () => {
    const found = passagesOfVersion(subject()).map(({ kind, path }) => `${kind} ${path.split('#')[1]}`);
    expect(found).toContain(`abstract abstract-${language}-s1`);
    expect(found.filter((one) => one === 'paragraph list2')).toHaveLength(6);
    expect(found.filter((one) => one === 'note fn1')).toHaveLength(1);
  });

  test('its PDF, which is PDF/UA-1', async () => {
    const lacks: unknown[] = [];
    const bytes = (await pdf.write(subject(), (lack) => lacks.push(lack))) as Uint8Array;
    expect(lacks).toEqual([]);
    expect(Buffer.from(bytes).toString('latin1')).toContain('pdfuaid');
  });
});

test('every sign that code is set with in a PDF comes out of it as itself', async () => {
  const signs = codeSigns.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  );
  const rows = Array.from({ length: Math.ceil(signs.length / 64) }, (_, row) =>
    signs.slice(64 * row, 64 * row + 64).join(''),
  );
  const tree = '├── src\n│   └── map.ts  ✓ → ≤';
  const lacks: unknown[] = [];
  const subject = await draftOf(['```', tree, ...rows, '```', '', 'A box ─.', ''].join('\n'), 'fa');
  const bytes = (await pdf.write(subject, (lack) => lacks.push(lack))) as Uint8Array;
  expect(lacks).toEqual([]);
  const drawn = textsOfPages(bytes).join('\n');
  expect(drawn).toContain(tree);
  for (const row of rows) expect(drawn).toContain(row);
  // The faces of the text have none of them.
  expect(drawn.replace(/[\u200e\u200f]/g, '')).toContain('U+2500');
});

/** The lines of an English or a Persian page. */
function textsOfPages(bytes: Uint8Array): string[] {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  return Array.from({ length: document.countPages() }, (_, page) =>
    document.loadPage(page).toStructuredText('preserve-whitespace').asText(),
  );
}

test.each(['en', 'fa'] as const)('a couplet stands on one page of the PDF (%s)', async (language) => {
  const half =
    language === 'en'
      ? 'a half that is so long that it goes on in another line'
      : 'نیمه‌ای که آن‌قدر دراز است که در سطری دیگر ادامه دارد';
  const words = (number: number, side: string) => `${side}${number}open ${half} ${half} ${side}${number}shut`;
  const couplets = Array.from({ length: 60 }, (_, number) => `${words(number, 'right')} / ${words(number, 'left')}`);
  const subject = await draftOf(`\`\`\`verse\n${couplets.join('\n')}\n\`\`\`\n`, language);
  const pages = textsOfPages((await pdf.write(subject)) as Uint8Array);
  const pageOf = (word: string) => pages.findIndex((page) => page.includes(word));
  const whole = couplets.map((_, number) =>
    ['right', 'left'].flatMap((side) => ['open', 'shut'].map((end) => pageOf(`${side}${number}${end}`))),
  );
  expect(new Set(whole.flat()).size).toBeGreaterThan(2);
  for (const places of whole) expect(new Set(places).size).toBe(1);
});
