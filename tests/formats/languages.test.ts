/** Words in another language, addresses of mail and stress in Persian, in every format, as readers that are not ours find them. */
import { spawnSync } from 'node:child_process';
import mupdf from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Subject } from '../../src/edition/model.ts';
import { readVersionText } from '../../src/edition/reading/text.ts';
import { epub } from '../../src/formats/epub/index.ts';
import type { Lack } from '../../src/formats/format.ts';
import { jats } from '../../src/formats/jats/index.ts';
import { md } from '../../src/formats/md/index.ts';
import { pdfWith } from '../../src/formats/pdf/index.ts';
import { tei } from '../../src/formats/tei/index.ts';
import { txt } from '../../src/formats/txt.ts';
import { renderText } from '../../src/html/body.ts';
import { directionOf } from '../../src/text/languages.ts';
import { draftOf } from '../helpers/constructs.ts';
import { textsOf } from '../helpers/epub.ts';
import { needing, pandoc } from '../helpers/installed.ts';
import { schemas, validatorOf } from '../helpers/schemas.ts';
import { found as foundIn } from '../helpers/xml.ts';

const mdx =
  'به عربی [كتاب يحيى](lang:ar) و به آلمانی [über Häfen](lang:de-AT) است؛ *مؤکد* است و نشانی [a@b.example](mailto:a@b.example).\n';
const read = (text: string) => readVersionText(text, 'text.mdx', 'fa');
let subject: Subject;

beforeAll(async () => {
  subject = await draftOf(mdx, 'fa');
});

const namespaces = { t: 'http://www.tei-c.org/ns/1.0', h: 'http://www.w3.org/1999/xhtml' };

const found = (xml: string, xpath: string) => foundIn(xml, xpath, namespaces);

describe('words in another language keep it, their letters and their direction in', () => {
  test('the page', () => {
    const page = `<r xmlns="http://www.w3.org/1999/xhtml">${renderText(subject, 'fa').body}</r>`;
    expect(found(page, '//h:bdi[@lang="ar"][@dir="rtl"]')).toEqual(['كتاب يحيى']);
    expect(found(page, '//h:bdi[@lang="de-AT"][@dir="ltr"]')).toEqual(['über Häfen']);
    expect(found(page, '//h:a[@href="mailto:a@b.example"]')).toEqual(['a@b.example']);
    expect(found(page, '//h:em')).toEqual(['مؤکد']);
  });

  test('the EPUB', async () => {
    const files = [...textsOf((await epub.write(subject)) as Uint8Array).values()];
    const [chapter = ''] = files.filter((file) => file.includes('id="p1"'));
    expect(found(chapter, '//*[@id="p1"]//h:bdi[@lang="ar"][@dir="rtl"]')).toEqual(['كتاب يحيى']);
    expect(found(chapter, '//*[@id="p1"]//h:bdi[@lang="de-AT"][@dir="ltr"]')).toEqual(['über Häfen']);
    expect(found(chapter, '//h:a[@href="mailto:a@b.example"]')).toEqual(['a@b.example']);
    expect(files.join('\n')).toContain(':lang(fa) em { font-weight: bold; }');
  });

  test('JATS, which is valid', needing(schemas.jats), () => {
    const xml = jats.write(subject) as string;
    expect(validatorOf(schemas.jats)(xml)).toEqual([]);
    expect(found(xml, '//body//styled-content[@xml:lang="ar"]')).toEqual(['كتاب يحيى']);
    expect(found(xml, '//body//styled-content[@xml:lang="de-AT"]')).toEqual(['über Häfen']);
  });

  test('TEI, which is valid', needing(schemas.tei), () => {
    const xml = tei.write(subject) as string;
    expect(validatorOf(schemas.tei)(xml)).toEqual([]);
    expect(found(xml, '//t:body//t:foreign[@xml:lang="ar"]')).toEqual(['كتاب يحيى']);
    expect(found(xml, '//t:body//t:ref[@target="mailto:a@b.example"]')).toEqual(['a@b.example']);
  });

  test('Markdown, as pandoc reads it', needing(pandoc), () => {
    const { stdout, stderr } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'html'], {
      input: md.write(subject) as string,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout.replace(/\s+/g, ' ')).toContain('<span lang="ar" dir="rtl">كتاب يحيى</span>');
    expect(stdout.replace(/\s+/g, ' ')).toContain('<span lang="de-AT" dir="ltr">über Häfen</span>');
    expect(stdout).toContain('href="mailto:a@b.example"');
  });

  test('plain text', () => {
    expect(txt.write(subject)).toContain('به عربی كتاب يحيى و به آلمانی über Häfen است؛ مؤکد است و نشانی a@b.example.');
  });

  test('the PDF, which is PDF/UA and has the stressed word in bold', async () => {
    const lacks: Lack[] = [];
    const file = (await pdfWith([]).write(subject, (lack) => lacks.push(lack))) as Uint8Array;
    expect(lacks).toEqual([]);
    const document = mupdf.Document.openDocument(file, 'application/pdf');
    let bold = '';
    for (let page = 0; page < document.countPages(); page += 1)
      document
        .loadPage(page)
        .toStructuredText('preserve-whitespace')
        .walk({
          onChar(character, _origin, font) {
            if (/bold/i.test(font.getName())) bold += character;
          },
        });
    expect([...bold].toSorted().join('')).toMatch(/ؤ/);
  });
});

test.each([
  ['ar', 'rtl'],
  ['fa-AF', 'rtl'],
  ['he', 'rtl'],
  ['ks-Deva', 'ltr'],
  ['az-Arab', 'rtl'],
  ['ur', 'rtl'],
  ['de', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['zxx', 'ltr'],
  ['no tag', 'ltr'],
] as const)('%s runs %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

test.each([
  ['Arabic letters in Persian', 'این كتاب است.', /Arabic letter/, /lang:ar/],
  ['a tag that is none', 'این [نص](lang:a_b) است.', /no tag of a language/, /BCP 47/],
  ['an address that is none', 'این [نص](mailto:nobody) است.', /no address of mail/, /mailto:name@/],
])('%s are refused with what to write', (_, text, what, fix) => {
  const [fault] = read(`${text}\n`).faults;
  expect(fault?.what).toMatch(what);
  expect(fault?.fix).toMatch(fix);
});
