/** Articles that try what a format does with texts that nobody foresaw, and with everything known. */
import { type Article, latestVersion } from '../../src/edition/model.ts';

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
    journal: { name: { fa: hostile, en: hostile }, publisher: { fa: hostile, en: hostile }, issn: '2008-0867' },
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
            id: 'q1',
            ...place,
            blocks: [{ type: 'paragraph', id: 'q1-p1', ...place, children: [{ type: 'emphasis', children: text }] }],
          },
          { type: 'list', id: 'list1', ...place, ordered: true, items: [text] },
          {
            type: 'table',
            kind: 'table',
            number: 9,
            id: 'table9',
            ...place,
            caption: text,
            header: [text],
            rows: [[text]],
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
    journal: { ...article.journal, issn: '2008-0867' },
    versions: [{ ...latest, number: '0.9.0' }, latest],
  });
}
