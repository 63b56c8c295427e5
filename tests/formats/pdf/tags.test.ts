import { beforeAll, describe, expect, test } from 'vitest';
import { type Article, type Block, type Edition, latestVersion, plainText } from '../../../src/edition/model.ts';
import { pdf } from '../../../src/formats/index.ts';
import { booleanIn, dictIn, textIn } from '../../../src/formats/pdf/objects.ts';
import { attributeOf } from '../../../src/formats/pdf/tree.ts';
import { canTypeset } from '../../../src/formats/pdf/typst.ts';
import { harbour } from '../../helpers/harbour.ts';
import { tableCells } from '../../helpers/tables.ts';
import { readTagged, type Tagged } from '../../helpers/tagged-pdf.ts';

const marks = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const squash = (text: string) =>
  text
    .normalize('NFC')
    .replace(marks, '')
    .replace(/[\s\u200c]/g, '');

let edition: Edition;
const read = new Map<string, Tagged>();

const made = async (article: Article, body?: readonly Block[]): Promise<Tagged> => {
  const latest = latestVersion(article);
  const version = body ? { ...latest, body, notes: [], readings: [], remarks: [], citations: [] } : latest;
  return readTagged((await pdf.write({ edition, article, version })) as Uint8Array);
};

beforeAll(async () => {
  if (!canTypeset) return;
  edition = await harbour();
  for (const article of edition.articles) read.set(article.slug, await made(article));
}, 300_000);

const writingMode = (element: Tagged['elements'][number]) => attributeOf(element, 'Layout', 'WritingMode')?.toString();

describe.skipIf(!canTypeset)('the tags of a PDF (there is a Typst on x86-64 Linux only)', () => {
  test('say each paragraph in the order in which it is read, each letter once', () => {
    for (const article of edition.articles) {
      const { elements, textOf } = read.get(article.slug) as Tagged;
      // What the editors supplied is printed in brackets.
      const said = elements.map((element) => squash(textOf(element, ['Lbl', 'Note'])).replace(/[[\]]/g, ''));
      const texts = latestVersion(article).body.flatMap((block) =>
        block.type === 'paragraph' ? [squash(plainText(block.children)).replace(/[[\]]/g, '')] : [],
      );
      expect(texts.length).toBe({ 'sea-routes': 26, 'border-markets': 27, 'harbour-lights': 7 }[article.slug]);
      const missing = texts.filter((text) => !said.some((one) => one.includes(text)));
      expect(missing, article.slug).toEqual([]);
    }
  });

  test('say a letter with a vowel sign once, and a word in the order of its letters', async () => {
    const text = 'بُعدِ اولاً، منافعِ آنِ دو «قدّ» و (کنسرت قوا) در ۲۰۱۴ تا ۲۰۲۲ بود.';
    const paragraph: Block = {
      type: 'paragraph',
      id: 'p1',
      number: 1,
      source: [],
      line: 1,
      children: [{ type: 'text', value: text }],
    };
    const { elements, textOf } = await made(edition.articles[0] as Article, [paragraph]);
    expect(elements.map((element) => squash(textOf(element))).filter((one) => one.includes(squash(text)))).not.toEqual(
      [],
    );
  });

  test('have the title shown in the window of a reader', () => {
    for (const { document } of read.values())
      expect(booleanIn(dictIn(document.catalog, 'ViewerPreferences'), 'DisplayDocTitle')).toBe(true);
  });

  test('say that the text runs from right to left, and English in it from left to right', () => {
    for (const [slug, english] of [
      ['sea-routes', 11],
      ['border-markets', 9],
    ] as const) {
      const { elements } = read.get(slug) as Tagged;
      const [document] = elements;
      expect(document?.type).toBe('Document');
      expect(document && writingMode(document)).toBe('/RlTb');
      // At least each work in English.
      const runs = elements.filter(({ dict }) => textIn(dict, 'Lang') === 'en');
      expect(runs.length, slug).toBeGreaterThanOrEqual(english);
      for (const element of runs) expect(writingMode(element), element.type).toBe('/LrTb');
    }
  });

  test('say of an English article that it runs from left to right', () => {
    const [document] = (read.get('harbour-lights') as Tagged).elements;
    expect(document && writingMode(document)).toBe('/LrTb');
  });

  test('have the caption of a table in the table', () => {
    const { elements } = read.get('border-markets') as Tagged;
    const captions = elements.filter(({ standard }) => standard === 'Caption');
    expect(captions.length).toBeGreaterThan(0);
    for (const { parent, dict } of captions) {
      expect(parent?.standard).toBe('Table');
      expect(parent?.kids[0]).toMatchObject({ kind: 'element', dict });
    }
  });

  test('have a paragraph for the caption of a table that is too wide to be one', async () => {
    const cells = Array.from({ length: 24 }, (_, column) => [{ type: 'text', value: `ستون${column}` }] as const);
    const table: Block = {
      type: 'table',
      kind: 'table',
      number: 1,
      id: 'table1',
      source: [],
      line: 1,
      caption: [{ type: 'text', value: 'جدولی پهن' }],
      ...tableCells(cells, [cells]),
      credit: [],
    };
    const { elements, textOf } = await made(edition.articles[0] as Article, [table]);
    expect(elements.filter(({ standard }) => standard === 'Caption')).toEqual([]);
    expect(elements.filter(({ standard }) => standard === 'Table')).toEqual([]);
    expect(elements.filter(({ standard }) => standard === 'P').map((one) => squash(textOf(one)))).toContain('جدولیپهن');
  });

  test('have no link without its annotation', () => {
    for (const article of edition.articles) {
      const { elements } = read.get(article.slug) as Tagged;
      const links = elements.filter(({ standard }) => standard === 'Link');
      const { citations, notes, readings } = latestVersion(article);
      // At least one at each citation, note and reading, and one back from each note and reading.
      expect(links.length, article.slug).toBeGreaterThanOrEqual(
        citations.length + 2 * (notes.length + readings.length),
      );
      for (const link of links) expect(link.kids.some((kid) => kid.kind === 'object')).toBe(true);
    }
  });
});
