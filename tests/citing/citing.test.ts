import { describe, expect, test } from 'vitest';
import { citePassage } from '../../src/citing/passage.ts';
import { citingOf } from '../../src/citing/references.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';

const address = 'https://trial.example/articles/a-tale/1.0.0/';

describe('a reference to a passage', () => {
  test.each([
    ['behind the label', 'fa', 'قصه (نسخۀ ۱.۰.۰)، آزمون', 'قصه (نسخۀ ۱.۰.۰، بند ۴–۱۲)، آزمون'],
    ['behind the label', 'en', 'A Tale (Version 1.0.0). Trial', 'A Tale (Version 1.0.0, ¶4–12). Trial'],
    ['behind a label in small letters', 'en', 'a tale (version 1.0.0). Trial', 'a tale (version 1.0.0, ¶4–12). Trial'],
    ['behind a label that stands first', 'en', 'Version 1.0.0 of a tale', 'Version 1.0.0, ¶4–12 of a tale'],
    ['nowhere without a label', 'en', 'A Tale. Trial', 'A Tale. Trial'],
  ] as const)('has its numbers %s (%s): %s', (_, language, text, cited) => {
    expect(citePassage(text, language, '1.0.0', address, { first: 4, last: 12 })).toBe(cited);
  });

  test('has one number for one paragraph, and its anchor behind each address of the version', () => {
    const text = `(Version 1.0.0) <a href="${address}">${address}</a>`;
    expect(citePassage(text, 'en', '1.0.0', address, { first: 4, last: 4 })).toBe(
      `(Version 1.0.0, ¶4) <a href="${address}#p4">${address}#p4</a>`,
    );
  });
});

describe('how a version is cited', async () => {
  const article = await harbourArticle('sea-routes');
  const { inText, version, record } = citingOf({ edition: await harbour(), article, version: latestVersion(article) });
  const link = (to: string) => `<a href="${to}" rel="noreferrer" dir="ltr">${to}</a>`;
  const own = link('https://harbour.example/articles/sea-routes/1.0.1/');

  test('in a text: families, the year of the version in the calendar of the language, its number', () => {
    expect(inText).toEqual([
      { language: 'fa', html: '(سپهری راد و دریابندی، ۱۴۰۵، نسخۀ ۱.۰.۱)' },
      { language: 'en', html: '(Sepehri Rad &amp; Daryabandi, 2026, Version 1.0.1)' },
    ]);
  });

  test.each([
    [
      'persian',
      `سپهری راد، مهرداد، نازنین دریابندی (۱۴۰۵)، «راه‌های دریایی و قدرت‌های بزرگ: از موازنۀ قوا تا همکاری (نسخۀ ۱.۰.۱)»، نشر بندرگاه، ${own}.`,
    ],
    [
      'apa',
      `Sepehri Rad, M., &#38; Daryabandi, N. (2026, November 29). <i>Sea Routes and the Great Powers: from Balance to Cooperation [In Persian] (Version 1.0.1)</i>. Harbour Press. ${own}`,
    ],
  ])('in a list, with its number in the title, its publisher and address: %s', (id, html) => {
    expect(version.find(({ style }) => style.id === id)).toMatchObject({ html, language: id === 'apa' ? 'en' : 'fa' });
  });

  test('the version of record: by its journal and address, without a number of ours', () => {
    expect(record.find(({ style }) => style.id === 'apa')?.html).toBe(
      `Sepehri Rad, M., &#38; Daryabandi, N. (n.d.). Sea Routes and the Great Powers: from Balance to Cooperation [In Persian]. <i>Quarterly of Trials</i>. ${link('https://journal.example/sea-routes')}`,
    );
  });
});
