/** Formulas in every format, as readers that are not ours find them. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { piecesOf } from '../../src/edition/versions/pieces.ts';
import { epub } from '../../src/formats/epub/index.ts';
import type { Lack } from '../../src/formats/format.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { pdfWith } from '../../src/formats/pdf/index.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderText } from '../../src/html/body.ts';
import { passagesOfVersion } from '../../src/search/passages.ts';
import { draftOf } from '../helpers/constructs.ts';
import { textsOf } from '../helpers/epub.ts';
import { formulas } from '../helpers/formulas.ts';
import { needing, pandoc } from '../helpers/installed.ts';
import { blocksByPandoc, nodesOf, pandocFormats } from '../helpers/pandoc.ts';
import { schemas } from '../helpers/schemas.ts';
import { faultsOfHtml } from '../helpers/valid-html.ts';
import { faultsUnder } from '../helpers/validators.ts';
import { found as foundIn, namespaces } from '../helpers/xml.ts';

const energy = String.raw`E = \frac{m c^2}{\sqrt{1 - v^2/c^2}}`;
const sum = String.raw`\sum_{i=1}^{n} i`;
const fence = (tex: string, name = '') => `\`\`\`math${name}\n${tex}\n\`\`\``;
const texts = {
  en: `A speed $v^2$ is known, for $5 and $6.\n\n${fence(energy, ' eq-energy')}\n\n${fence(sum)}\n`,
  fa: `سرعت $v^2$ را ۱۲ بار می‌دانیم.\n\n${fence(energy, ' eq-energy')}\n\n${fence(sum)}\n`,
};
/** What holds each formula of the list, in a line and on a line of its own. */
const wide = formulas.map((tex) => `See $${tex}$.\n\n${fence(tex)}\n`).join('\n');

const subjects = new Map<'en' | 'fa', Subject>();
beforeAll(async () => {
  for (const language of ['en', 'fa'] as const) subjects.set(language, await draftOf(texts[language], language));
});

const found = (xml: string, xpath: string) => foundIn(xml, xpath, namespaces);

/** The letters of the formulas, in the order of a reader. */
const letters = ['v2', 'E=mc21−v2/c2', '∑i=1ni'];

describe.each(['en', 'fa'] as const)('formulas of an article (%s) are in', (language) => {
  const subject = () => subjects.get(language) as Subject;

  test('its page as MathML from left to right, without a style, the named one with its number and link', async () => {
    const { body } = renderText(subject(), language);
    expect(body).not.toMatch(/\sstyle=/);
    const page = `<!DOCTYPE html><html lang="${language}"><head><title>A</title></head><body>${body}</body></html>`;
    expect(await faultsOfHtml(page)).toEqual([]);
    const xml = `<r xmlns="http://www.w3.org/1999/xhtml">${body}</r>`;
    expect(found(xml, '//h:math[@dir="ltr"]').map((text) => text.replace(/\s/g, ''))).toEqual(letters);
    expect(found(xml, '//h:math[@display="block"]/@alttext')).toEqual([energy, sum]);
    expect(found(xml, '//h:div[@id="eq1"]/h:a[@href="#eq1"]')).toEqual([language === 'en' ? '(1)' : '(۱)']);
    expect(found(xml, '//h:div[@id="formula1"]/h:a')).toEqual([]);
  });

  test('its EPUB, which is sound and says that it has MathML', async () => {
    const book = (await epub.write(subject())) as Uint8Array;
    const checked = await EpubCheck.validate(book);
    expect(checked.messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
    const files = textsOf(book);
    const [chapter = ''] = [...files.values()].filter((file) => file.includes('id="p1"'));
    expect(found(chapter, '//m:math').map((text) => text.replace(/\s/g, ''))).toEqual(letters);
    const [opf = ''] = [...files].flatMap(([name, text]) => (name.endsWith('.opf') ? [text] : []));
    expect(opf).toContain('properties="mathml"');
    expect(opf).toContain('>MathML<');
  });

  test('its JATS in both notations, which is valid', needing(schemas.jats), async () => {
    const xml = jats.write(subject()) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    expect(found(xml, '//body//tex-math')).toEqual(['v^2', energy, sum]);
    expect(found(xml, '//body//m:math').map((text) => text.replace(/\s/g, ''))).toEqual(letters);
    expect(found(xml, '//disp-formula[@id="eq1"]/label')).toEqual([language === 'en' ? '(1)' : '(۱)']);
  });

  test('its TEI as TeX, which is valid', needing(schemas.tei), async () => {
    const xml = tei.write(subject()) as string;
    expect(await faultsUnder(schemas.tei)(xml)).toEqual([]);
    expect(found(xml, '//t:body//t:formula[@notation="tex"]')).toEqual(['v^2', energy, sum]);
    expect(found(xml, '//t:formula[@xml:id="eq1"]/@n')).toEqual(['1']);
  });

  test.each(pandocFormats)('its %s, as pandoc reads it', needing(pandoc), (_, format, write) => {
    expect(mathIn(blocksByPandoc(write(subject()), format))).toEqual([
      ['InlineMath', 'v^2'],
      ['DisplayMath', energy],
      ['DisplayMath', sum],
    ]);
  });

  test('its plain text, its passages and the pieces that versions are compared by, as TeX', () => {
    const { article, version } = subject();
    const text = txt.write(subject()) as string;
    expect(text).toContain(language === 'en' ? 'A speed v^2 is known, for $5 and $6.' : 'سرعت v^2 را ۱۲ بار');
    expect(text).toContain(`(1) ${energy}\n${sum}\n`);
    const passages = passagesOfVersion({ article, version }).filter(({ kind }) => kind === 'formula');
    expect(passages.map((passage) => [passage.path.split('#')[1], passage.text])).toEqual([
      ['eq1', energy],
      ['formula1', sum],
    ]);
    const pieces = piecesOf(version, language).filter(({ kind }) => kind === 'formula');
    expect(pieces.map((piece) => piece.text)).toEqual([energy, sum]);
  });

  test('its PDF, which is PDF/UA: drawn, and said as TeX', async () => {
    const lacks: Lack[] = [];
    const file = (await pdfWith([]).write(subject(), (lack) => lacks.push(lack))) as Uint8Array;
    expect(lacks).toEqual([]);
    const document = mupdf.Document.openDocument(file, 'application/pdf');
    const pages = Array.from({ length: document.countPages() }, (_, page) =>
      document.loadPage(page).toStructuredText('preserve-whitespace').asText(),
    );
    const drawn = pages.join('').replace(/\s/g, '').normalize('NFKC');
    for (const part of ['v2', 'E=', 'mc2', '∑', 'i=1']) expect(drawn).toContain(part);
  });
});

/** Every formula of pandoc's tree, with its kind. */
const mathIn = (tree: unknown): [string, string][] =>
  nodesOf(tree, 'Math').map(({ c }) => {
    const [kind, tex] = c as [{ t: string }, string];
    return [kind.t, tex];
  });

describe('formulas of many kinds', () => {
  let subject: Subject;
  beforeAll(async () => {
    subject = await draftOf(wide, 'fa');
  });

  test('are valid MathML in JATS', needing(schemas.jats), async () => {
    const xml = jats.write(subject) as string;
    expect(await faultsUnder(schemas.jats)(xml)).toEqual([]);
    expect(found(xml, '//body//tex-math')).toEqual(formulas.flatMap((tex) => [tex, tex]));
  });

  test('are set in a PDF that is PDF/UA', async () => {
    const lacks: Lack[] = [];
    await pdfWith([]).write(subject, (lack) => lacks.push(lack));
    expect(lacks).toEqual([]);
  });

  test('are on the page without a style', () => {
    expect(renderText(subject, 'fa').body).not.toMatch(/\sstyle=/);
  });
});
