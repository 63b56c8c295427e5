import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { affiliationsIn } from '../../src/edition/affiliations.ts';
import type { Article, Edition, Evidence, VersionOfRecord } from '../../src/edition/model.ts';
import { renderFacts } from '../../src/html/facts.ts';
import { html } from '../../src/html/serialize.ts';
import { strings } from '../../src/locales/index.ts';
import { harbour, harbourSite as site } from '../helpers/harbour.ts';

let edition: Edition;

beforeAll(async () => {
  edition = await harbour();
});

/** The rows of a list of facts as text: what stands in each term, and in its description. */
const rowsOf = (list: string): readonly (readonly [name: string, said: string])[] =>
  [...list.matchAll(/<dt[^>]*>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, name = '', said = '']) => [
    name.replace(/<[^>]*>/g, ''),
    said.replace(/<br>/g, ' ').replace(/<[^>]*>/g, ''),
  ]);

const articleOf = (slug: string) => edition.articles.find((one) => one.slug === slug) as Article;

describe.each(['fa', 'en'] as const)('the facts of an article (%s)', (language) => {
  const words = strings[language];
  const rows = (slug: string) => rowsOf(html(renderFacts(articleOf(slug), language, ['fa', 'en'])));

  test('each say how sure they are, where they were seen and what there is to note', () => {
    for (const article of edition.articles) {
      const { kind, titles, creators } = article;
      const record = article.record as VersionOfRecord;
      const known: (Evidence | undefined)[] = [
        ...[record.year, record.volume, record.issue, record.pages, record.doi, kind, titles.fa, titles.en],
        ...creators.flatMap((creator) => [
          creator.romanised,
          ...affiliationsIn(article, creator, language).map(({ stated }) => stated as Evidence),
        ]),
      ];
      const said = rows(article.slug).map((row) => row[1]);
      for (const evidence of known.filter((one) => one !== undefined)) {
        const { certainty, from, note } = evidence;
        const seen = { source: words.inSource, editors: words.ours }[from] ?? `${words.seenAt} ${from}`;
        const end = `${words.certainty[certainty]}${words.comma} ${seen}${note ? ` ${note[language]}` : ''}`;
        expect(said.filter((one) => one.endsWith(end)).length, end).toBeGreaterThan(0);
      }
      expect(said).toHaveLength(known.filter((one) => one !== undefined).length + article.dates.length);
    }
  });

  test('leave out what is not known', () => {
    const names = rows('sea-routes').map(([name]) => name);
    for (const name of [words.year, words.volume, words.issue, words.pages, words.doi]) {
      expect(names).not.toContain(name);
      expect(rows('border-markets').map((row) => row[0])).toContain(name);
    }
  });

  test('name who wrote a name in Latin letters, and an affiliation that is known in Persian only', () => {
    const said = Object.fromEntries(rows('border-markets'));
    expect(said[`Rahim Kuhpeyma (${words.romanised})`]).toContain(words.certainty.supported);
    expect(said[`Maryam Azarpanah (${words.romanised})`]).toContain(words.certainty.uncertain);
    const family = { fa: 'کوه‌پیما', en: 'Kuhpeyma' }[language];
    expect(said[`${family} (${words.affiliation})`]).toContain(
      `${words.certainty.certain}${words.comma} ${words.inSource}`,
    );
  });
});

test.each([
  ['articles/border-markets/1.0.0/', 'شماره', '۱ — به‌قرینه، در متن دریافتی رقم ۱ در منبع می‌تواند ۱، ۳ یا ۷ باشد'],
  [
    'en/articles/border-markets/',
    'Issue',
    '1 — supported by evidence, in the text as received The digit 1 of the source can stand for 1, 3 or 7',
  ],
  [
    'en/articles/border-markets/',
    'Pages',
    '57–84 — supported by evidence, in the text as received The source has «21-10»',
  ],
])('the page %s says of its field «%s» that it is supported, and why', async (page, name, said) => {
  const row = rowsOf(await readFile(path.join(site, page, 'index.html'), 'utf8')).find((one) => one[0] === name);
  expect(row?.[1]).toContain(said);
});
