import { rm } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { altOf, articleCard, editionCard } from '../../src/cards/card.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { loadEdition } from '../../src/edition/reading/load.ts';
import { makeEdition } from '../helpers/edition.ts';
import { harbour } from '../helpers/harbour.ts';
import { writeVersionedEdition } from '../helpers/versions.ts';

const edition = await harbour();

function cardOf(slug: string, language: 'fa' | 'en') {
  const article = edition.articles.find((one) => one.slug === slug);
  if (!article) throw new Error(`no ${slug}`);
  return articleCard({ edition, article, version: latestVersion(article) }, language);
}

test('a card says title, authors, journal and version in its language', () => {
  expect(cardOf('sea-routes', 'fa')).toMatchObject({
    title: { text: expect.stringContaining('از موازنۀ قوا تا همکاری'), language: 'fa' },
    by: 'مهرداد سپهری راد و نازنین دریابندی',
    journal: 'فصلنامۀ آزمون',
    version: expect.stringMatching(/^نسخۀ [۰-۹]+\.[۰-۹]+\.[۰-۹]+، [۰-۹]{1,2} \S+ [۰-۹]{4}$/),
  });
  expect(cardOf('sea-routes', 'en')).toMatchObject({
    title: { text: expect.stringContaining('from Balance to Cooperation'), language: 'en' },
    by: 'Mehrdad Sepehri Rad and Nazanin Daryabandi',
    version: expect.stringMatching(/^Version \d+\.\d+\.\d+, \d{1,2} [A-Z]\w+ \d{4}$/),
  });
});

test('a doubtful English title is not drawn as one: the Persian title stands on the English card', () => {
  expect(cardOf('border-markets', 'en')).toMatchObject({
    language: 'en',
    title: { text: cardOf('border-markets', 'fa').title.text, language: 'fa' },
    by: expect.stringContaining('Kuhpeyma'),
  });
});

test('the card of an older version keeps its own number and date', async () => {
  const root = await writeVersionedEdition();
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const versioned = await loadEdition(root);
  const article = versioned.articles.find((one) => one.slug === 'yek-dastan');
  if (!article) throw new Error('no article');
  expect(
    article.versions.map((version) => articleCard({ edition: versioned, article, version }, 'fa').version),
  ).toEqual(['نسخۀ ۱.۰.۰، ۱۱ دی ۱۴۰۴', 'نسخۀ ۱.۰.۱، ۱۴ بهمن ۱۴۰۴', 'نسخۀ ۱.۱.۰، ۱ فروردین ۱۴۰۵']);
});

test('a draft says that it is one in the place of a date', async () => {
  const draft = await loadEdition(await makeEdition());
  const [article] = draft.articles;
  if (!article) throw new Error('no article');
  expect(articleCard({ edition: draft, article, version: latestVersion(article) }, 'en').version).toBe(
    'Version 1.0.0, draft; not released yet',
  );
});

test('who does not see a card is told what it says', () => {
  for (const language of edition.languages) {
    expect(altOf(editionCard(edition, language))).toBe(`${edition.name[language]} · ${edition.description[language]}`);
    for (const article of edition.articles) {
      const card = articleCard({ edition, article, version: latestVersion(article) }, language);
      for (const words of [card.title.text, card.by, card.version, card.journal]) expect(altOf(card)).toContain(words);
    }
  }
});
