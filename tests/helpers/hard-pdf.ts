/** PDFs of articles with everything that is hard to tag, for the tests of their conformance. */

import { type Block, type Inline, latestVersion, type Note } from '../../src/edition/model.ts';
import type { Lack } from '../../src/formats/format.ts';
import { pdf } from '../../src/formats/index.ts';
import { itemOf } from './articles.ts';
import { harbour, harbourArticle } from './harbour.ts';
import { tableCells } from './tables.ts';

const place = { source: [], line: 1 };
const words = {
  en: { word: 'word', text: 'A sentence with words in it. ' },
  fa: { word: 'واژه', text: 'جمله‌ای با واژه‌هایی در آن. ' },
};

export const heading = (depth: 2 | 3): Block => ({
  type: 'heading',
  id: `h${depth}`,
  ...place,
  depth,
  children: [{ type: 'text', value: 'A heading' }],
});

/** Tables, narrow and too wide, with cells missing and with none; lists; notes; quotations; links; the other script. */
function bodyOf(language: 'en' | 'fa', note: string): Block[] {
  const { word, text } = words[language];
  const said = (value: string): Inline[] => [{ type: 'text', value }];
  const cells = (count: number) => Array.from({ length: count }, (_, column) => said(`${word} ${column + 1}`));
  const table = (number: number, header: Inline[][], rows: Inline[][][]): Block => ({
    type: 'table',
    kind: 'table',
    number,
    id: `table${number}`,
    ...place,
    caption: said(text),
    ...tableCells(header, rows),
    credit: said(text),
  });
  const link: Inline = { type: 'link', url: 'https://example.org/a-path/to/something', children: said(text.repeat(4)) };
  const other = language === 'en' ? 'fa' : 'en';
  return [
    heading(2),
    {
      type: 'paragraph',
      id: 'p1',
      number: 1,
      ...place,
      children: [
        ...said(text.repeat(20)),
        { type: 'foreign', language: other, children: said(words[other].text) },
        { type: 'noteRef', note, call: 1 },
        link,
        { type: 'emphasis', children: said(text) },
      ],
    },
    heading(3),
    { type: 'list', id: 'l1', ...place, ordered: false, items: [said(text), said(text.repeat(9)), [link]].map(itemOf) },
    { type: 'list', id: 'l2', ...place, ordered: true, items: cells(3).map(itemOf) },
    {
      type: 'quotation',
      id: 'q1',
      ...place,
      blocks: [{ type: 'paragraph', id: 'q1-p1', ...place, children: said(text.repeat(9)) }],
    },
    table(1, cells(3), [cells(3), cells(2)]),
    table(2, cells(24), [cells(24), cells(24)]),
    table(3, [], []),
    table(
      4,
      cells(2),
      Array.from({ length: 40 }, () => cells(2)),
    ),
  ];
}

/**
 * Makes the PDF of an article of the harbour with a hard text.
 *
 * @param before blocks before all others; the article then has no abstract
 */
export async function hard(
  language: 'en' | 'fa',
  { before = [], onLack }: { readonly before?: readonly Block[]; readonly onLack?: (lack: Lack) => void } = {},
): Promise<Uint8Array> {
  const article = await harbourArticle(language === 'en' ? 'harbour-lights' : 'border-markets');
  const latest = latestVersion(article);
  const other = language === 'en' ? 'fa' : 'en';
  const note: Note = {
    ...{ id: 'fn1', number: 1, calledIn: ['p1'], ...place, lost: false, language: other },
    blocks: itemOf([{ type: 'text', value: words[other].text }]),
  };
  const version = {
    ...latest,
    abstracts: before.length > 0 ? [] : latest.abstracts,
    body: [...before, ...bodyOf(language, note.id)],
    notes: [note],
    readings: [],
    remarks: [],
    citations: [],
  };
  return (await pdf.write({ edition: await harbour(), article, version }, onLack)) as Uint8Array;
}
