/** Articles that try what a format does with texts that nobody foresaw, and with everything known. */

import {
  type Article,
  type Block,
  flattened,
  type Inline,
  type Journal,
  latestVersion,
  type Paragraph,
  type Version,
} from '../../src/edition/model.ts';
import { tableCells } from './tables.ts';

/** The paragraphs of the body, those of quotations too. */
export const paragraphsOf = (version: Version): readonly Paragraph[] =>
  version.body.flatMap(flattened).filter((block) => block.type === 'paragraph');

/** An item of a list that is a line of text. */
export const itemOf = (children: readonly Inline[]): readonly Block[] => [
  { type: 'paragraph', id: 'item', source: [], line: 1, children },
];

/** What nobody should put into a field, and someone will. */
const hostile = `<b>&amp; & ]]> “'"\u200f\u202b ${'ع'.repeat(10_000)}`;

/** The article with hostile texts in every field, and with every kind of block. */
export const attacked = (article: Article): Article => restated(withHostileTexts(article));

/** The article with its own metadata in every version, as if all had been released with them. */
export const restated = (article: Article): Article => ({
  ...article,
  versions: article.versions.map((version) => ({ ...version, metadata: article })),
});

function withHostileTexts(article: Article): Article {
  const latest = latestVersion(article);
  const text = [{ type: 'text', value: hostile }] as const;
  const place = { source: [], line: 1 };
  const [creator] = article.creators;
  return {
    ...article,
    titles: {
      fa: { value: hostile, certainty: 'certain', from: 'source' },
      en: { value: hostile, certainty: 'certain', from: 'source' },
    },
    creators: creator
      ? [
          {
            ...creator,
            name: { fa: { family: hostile }, en: { family: hostile, given: hostile } },
            orcid: '0000-0002-1825-0097',
            affiliation: {},
            lostNote: true,
          },
        ]
      : [],
    journal: {
      name: { fa: hostile, en: hostile },
      publisher: { fa: hostile, en: hostile },
      issn: { any: '2008-0867' },
    },
    keywords: { fa: [hostile], en: [hostile] },
    versions: [
      { ...latest, number: '0.9.0' },
      {
        ...latest,
        body: [
          { type: 'paragraph', id: 'p0', ...place, children: text },
          ...latest.body,
          {
            type: 'quotation',
            id: 'q99',
            ...place,
            blocks: [{ type: 'paragraph', id: 'q99-p1', ...place, children: [{ type: 'emphasis', children: text }] }],
          },
          { type: 'list', id: 'list9', ...place, ordered: true, items: [itemOf(text)] },
          {
            type: 'table',
            kind: 'table',
            number: 9,
            id: 'table9',
            ...place,
            caption: text,
            ...tableCells([text], [[text]]),
            credit: [{ type: 'link', url: 'https://example.org/?a=<&b="', children: text }],
          },
        ],
      },
    ],
  };
}

/** The article with everything that can be known known, and a version before its latest. */
export function complete(article: Article): Article {
  const [creator, ...creators] = article.creators;
  const latest = latestVersion(article);
  return restated({
    ...article,
    titles: { ...article.titles, en: { value: 'A <title> & “more” ]]>', certainty: 'certain', from: 'source' } },
    creators: creator ? [{ ...creator, orcid: '0000-0002-1825-0097' }, ...creators] : [],
    journal: { ...(article.journal as Journal), issn: { any: '2008-0867' } },
    versions: [{ ...latest, number: '0.9.0' }, latest],
  });
}

/** Every sign that one of the formats takes for its own, and what no format can hold. */
export const specials =
  '# $x_1^2$ *a* _b_ **c** @key [@key] \\alpha \\ <b> &amp; & {x} ^[n] [^1] [l](u) `c` ``` ~~s~~ | a | -- --- ... "q" \'s\' !i ::: % // /* */ = + 1. <!-- --> ]]> \u0001\u000c\ufffe end';

/** A word that no line holds. */
export const longWord = 'Donaudampfschifffahrts'.repeat(20);

/**
 * The article with what nobody prints and somebody will: special signs where lines begin and within them, a very long Latin word
 * in Persian, a table wider than any page, an abstract without words.
 */
export function strange(article: Article): Article {
  const latest = latestVersion(article);
  const place = { source: [], line: 1 };
  const text = (value: string) => [{ type: 'text', value }] as const;
  const paragraphs = [
    specials,
    ...['1. one', '- two', '# three', '> four', ': five', '| six', '(a) seven', 'B. eight', '+ nine', '=== ten'],
    `پیش ${longWord} پس`,
  ];
  return {
    ...article,
    versions: [
      {
        ...latest,
        abstracts: [
          ...latest.abstracts,
          { id: 'abstract-empty', language: 'en', kind: 'extended', blocks: [] },
          {
            id: 'abstract-blank',
            language: 'en',
            kind: 'abstract',
            blocks: [{ type: 'paragraph', id: 'abstract-blank-p1', ...place, children: text(' ') }],
          },
        ],
        body: [
          ...paragraphs.map((value, index) => ({
            type: 'paragraph' as const,
            id: `p${index + 1}`,
            number: index + 1,
            ...place,
            children: text(value),
          })),
          {
            type: 'table',
            kind: 'table',
            number: 1,
            id: 'table1',
            ...place,
            caption: text(specials),
            ...tableCells(
              Array.from({ length: 12 }, (_, column) => text(`ستون ${column + 1}`)),
              [
                Array.from({ length: 12 }, (_, column) => text(column === 3 ? longWord : `| خانۀ ${column + 1} |`)),
                // A row that is longer than its head, and one that is shorter.
                Array.from({ length: 14 }, (_, column) => text(`خانه ${column + 1}`)),
                [text('کوتاه')],
              ],
            ),
            credit: [],
          },
        ],
        notes: [],
        citations: [],
        readings: [],
        remarks: [],
      },
    ],
  };
}

/** The article with a heading and a paragraph: no abstract, no notes, no works, no creators, no keywords. */
export function bare(article: Article): Article {
  const latest = latestVersion(article);
  const place = { source: [], line: 1 };
  return restated({
    ...article,
    creators: [],
    keywords: {},
    dates: [],
    works: [],
    versions: [
      {
        ...latest,
        abstracts: [],
        body: [
          { type: 'heading', id: 's1', depth: 2, ...place, children: [{ type: 'text', value: 'آغاز' }] },
          { type: 'paragraph', id: 'p1', number: 1, ...place, children: [{ type: 'text', value: 'تنها همین.' }] },
        ],
        notes: [],
        citations: [],
        readings: [],
        remarks: [],
        works: [],
      },
    ],
  });
}
