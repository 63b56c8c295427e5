import { describe, expect, test } from 'vitest';
import { passageAt } from '../../src/citing/parts.ts';
import { citePassage, paragraphs, textFragment } from '../../src/citing/passage.ts';
import { citingOf } from '../../src/citing/references.ts';
import { citablesOf } from '../../src/edition/citable.ts';
import { latestVersion } from '../../src/edition/model.ts';
import { sayPlace } from '../../src/locales/places.ts';
import { draftOf, everyConstruct } from '../helpers/constructs.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';

const address = 'https://trial.example/articles/a-tale/1.0.0/';

describe('a reference to a passage', () => {
  test.each([
    ['behind the label', 'fa', 'قصه (نسخۀ ۱.۰.۰)، آزمون', 'قصه (نسخۀ ۱.۰.۰، بند ۴–۱۲)، آزمون'],
    ['behind the label', 'en', 'A Tale (Version 1.0.0). Trial', 'A Tale (Version 1.0.0, ¶4–12). Trial'],
    ['behind a label in small letters', 'en', 'a tale (version 1.0.0). Trial', 'a tale (version 1.0.0, ¶4–12). Trial'],
    ['behind a label that stands first', 'en', 'Version 1.0.0 of a tale', 'Version 1.0.0, ¶4–12 of a tale'],
    ['behind the label', 'ar', 'قصة (الإصدار ١.٠.٠)، تجربة', 'قصة (الإصدار ١.٠.٠، الفقرة ٤–١٢)، تجربة'],
    ['nowhere without a label', 'en', 'A Tale. Trial', 'A Tale. Trial'],
  ] as const)('has its numbers %s (%s): %s', (_, language, text, cited) => {
    expect(citePassage(text, language, '1.0.0', address, paragraphs(4, 12))).toBe(cited);
  });

  test('has one number for one paragraph, and its anchor behind each address of the version', () => {
    const text = `(Version 1.0.0) <a href="${address}">${address}</a>`;
    expect(citePassage(text, 'en', '1.0.0', address, paragraphs(4))).toBe(
      `(Version 1.0.0, ¶4) <a href="${address}#p4">${address}#p4</a>`,
    );
  });
});

describe('a reference to a numbered part', () => {
  test.each([
    ['fig2', 'fa', 'قصه (نسخۀ ۱.۰.۰، شکل ۲)'],
    ['table1', 'en', 'A Tale (Version 1.0.0, Table 1)'],
    ['eq3', 'en', 'A Tale (Version 1.0.0, Equation 3)'],
    ['box1', 'fa', 'قصه (نسخۀ ۱.۰.۰، کادر ۱)'],
    ['verse12', 'fa', 'قصه (نسخۀ ۱.۰.۰، شعر ۱۲)'],
    ['code1', 'en', 'A Tale (Version 1.0.0, Listing 1)'],
    ['appendix2', 'en', 'A Tale (Version 1.0.0, Appendix 2)'],
    ['fig2', 'ar', 'قصة (الإصدار ١.٠.٠، الشكل ٢)'],
  ] as const)('says what the text calls it: %s (%s)', (anchor, language, cited) => {
    const text = { fa: 'قصه (نسخۀ ۱.۰.۰)', ar: 'قصة (الإصدار ١.٠.٠)', en: 'A Tale (Version 1.0.0)' }[language];
    expect(citePassage(text, language, '1.0.0', address, passageAt(anchor))).toBe(cited);
    expect(citePassage(address, language, '1.0.0', address, passageAt(anchor))).toBe(`${address}#${anchor}`);
    // Lists of places call it so too.
    expect(cited).toContain(sayPlace(anchor, language));
  });

  test('is one of all that a text counts, in its order', async () => {
    const kinds = ['opening', 'formulas', 'kinds', 'tables', 'closing'];
    const { version } = await draftOf(await everyConstruct('en', ...kinds), 'en');
    const parts = citablesOf(version).filter(({ id }) => !/^p\d+$/.test(id));
    expect(parts.map(({ id }) => id).filter((id) => !id.startsWith('eq'))).toEqual([
      'verse1',
      'code1',
      'box1',
      'table1',
      'table2',
      'appendix1',
      'appendix2',
    ]);
    expect(parts.find(({ id }) => id === 'box1')?.opening).toBe('What a lamp needs');
    expect(parts.find(({ id }) => id === 'code1')?.opening).toBe('function light(n)');
    expect(parts.map(({ id }) => id)).toContain('eq1');
    const numbers = citablesOf(version).flatMap(({ id }) => (/^p\d+$/.test(id) ? [Number(id.slice(1))] : []));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('the address of words', () => {
  test.each([
    ['a few words, of one line-end', ':~:text=a%20few%20words%2C%20of%20one%20line%2Dend'],
    ['one two three four five six seven eight nine', ':~:text=one%20two%20three%20four,six%20seven%20eight%20nine'],
    ['قدرت‌های بزرگ', ':~:text=%D9%82%D8%AF%D8%B1%D8%AA%E2%80%8C%D9%87%D8%A7%DB%8C%20%D8%A8%D8%B2%D8%B1%DA%AF'],
  ])('"%s" is %s', (words, fragment) => {
    expect(textFragment(words)).toBe(fragment);
  });
});

describe('how a version is cited', async () => {
  const article = await harbourArticle('sea-routes');
  const edition = await harbour();
  const { inText, version, record } = citingOf({ edition, article, version: latestVersion(article) });
  const link = (to: string) => `<a href="${to}" rel="noreferrer" dir="ltr">${to}</a>`;
  const own = link('https://harbour.example/articles/sea-routes/1.0.1/');

  test('by its title in sentence capitals, where the article says it, in the styles that ask for them', () => {
    const sentence = 'Sea routes and the great powers: From balance to cooperation';
    const titles = { ...article.titles, en: { ...article.titles['en'], sentence } } as typeof article.titles;
    const latest = latestVersion(article);
    const saying = { ...latest, metadata: { ...latest.metadata, titles } };
    const cited = citingOf({ edition, article: { ...article, titles }, version: saying });
    for (const list of [cited.version, cited.record]) {
      const inSentence = list.filter(({ html }) => html.includes(sentence)).map(({ style }) => style.id);
      expect(inSentence).toEqual(['apa', 'harvard', 'vancouver']);
    }
  });

  test('in a text: families, the year of the version in the calendar of the language, its number', () => {
    expect(inText).toEqual([
      { language: 'fa', html: '(سپهری راد و دریابندی، ۱۴۰۵، نسخۀ ۱.۰.۱)' },
      { language: 'en', html: '(Sepehri Rad &amp; Daryabandi, 2026, Version 1.0.1)' },
    ]);
  });

  test.each([
    [
      'persian',
      `سپهری راد، مهرداد و نازنین دریابندی (۱۴۰۵)، «راه‌های دریایی و قدرت‌های بزرگ: از موازنۀ قوا تا همکاری»، <i>بندرگاه</i>، نسخۀ ۱.۰.۱، نشر بندرگاه، ${own}.`,
    ],
    [
      'apa',
      `Sepehri Rad, M., &#38; Daryabandi, N. (2026, November 29). <i>Sea Routes and the Great Powers: from Balance to Cooperation</i> (Version 1.0.1). Harbour. ${own} [In Persian]`,
    ],
    [
      'chicago-notes',
      `Mehrdad Sepehri Rad and Nazanin Daryabandi, “Sea Routes and the Great Powers: From Balance to Cooperation,” version 1.0.1, Harbour, November 29, 2026, ${own}. [In Persian]`,
    ],
    [
      'chicago',
      `Sepehri Rad, Mehrdad, and Nazanin Daryabandi. 2026. “Sea Routes and the Great Powers: From Balance to Cooperation.” Version 1.0.1. Harbour. Harbour Press. November 29, 2026. ${own}. [In Persian]`,
    ],
    [
      'harvard',
      `Sepehri Rad, M. and Daryabandi, N. (2026) <i>Sea Routes and the Great Powers: from Balance to Cooperation</i> (Version 1.0.1), <i>Harbour</i>. Harbour Press. Available at: ${own}. [In Persian]`,
    ],
    [
      'persian-latin',
      `Sepehri Rad, Mehrdad and Nazanin Daryabandi (2026), “Sea Routes and the Great Powers: from Balance to Cooperation”, <i>Harbour</i>, version 1.0.1, Harbour Press, ${own}. [In Persian]`,
    ],
    [
      'mla',
      `Sepehri Rad, Mehrdad, and Nazanin Daryabandi. “Sea Routes and the Great Powers: From Balance to Cooperation.” <i>Harbour</i>, version 1.0.1, Harbour Press, 29 Nov. 2026, ${own}. [In Persian]`,
    ],
    [
      'vancouver',
      `Sepehri Rad M, Daryabandi N. Sea Routes and the Great Powers: from Balance to Cooperation (Version 1.0.1) [Internet]. Harbour. Harbour Press; 2026. Available from: ${own}. Persian.`,
    ],
    [
      'ieee',
      `M. Sepehri Rad and N. Daryabandi, “Sea Routes and the Great Powers: from Balance to Cooperation” (Version 1.0.1), <i>Harbour</i>. Harbour Press, Nov. 29, 2026. [Online]. Available: ${own} [In Persian]`,
    ],
    [
      'iso690',
      `SEPEHRI RAD, Mehrdad and DARYABANDI, Nazanin, 2026. Sea Routes and the Great Powers: from Balance to Cooperation (Version 1.0.1). <i>Harbour</i>. Online. 29 November 2026. Available from: ${own} [In Persian]`,
    ],
  ])('in a list, with its number behind the title or the site, never within them: %s', (id, html) => {
    expect(version.find(({ style }) => style.id === id)).toMatchObject({
      html,
      language: id === 'persian' ? 'fa' : 'en',
    });
  });

  test('the version of record: by its journal and address, without a number of ours', () => {
    expect(record.find(({ style }) => style.id === 'apa')?.html).toBe(
      `Sepehri Rad, M., &#38; Daryabandi, N. (n.d.). Sea Routes and the Great Powers: from Balance to Cooperation. <i>Quarterly of Trials</i>. ${link('https://journal.example/sea-routes')} [In Persian]`,
    );
  });
});

describe('an edition that is not in Persian', () => {
  const offered = async (language: string) => {
    const edition = { ...(await harbour()), languages: ['en'] } as const;
    const article = { ...(await harbourArticle('sea-routes')), language };
    const { version, inText } = citingOf({ edition, article, version: latestVersion(article) });
    return { styles: version.map(({ style }) => style.id), inText: inText.map((one) => one.language) };
  };

  test.each([
    ['en', ['en']],
    ['ur', ['en']],
    ['ar', ['ar', 'en']],
  ])('offers no Persian form of an article in another language (%s)', async (language, scripts) => {
    const { styles, inText } = await offered(language);
    expect(styles.includes('arabic')).toBe(scripts.includes('ar'));
    expect(styles).toEqual(expect.arrayContaining(['apa', 'chicago', 'iso690']));
    expect(styles.filter((id) => id.startsWith('persian'))).toEqual([]);
    expect(inText).toEqual(scripts);
  });

  test('offers them of a Persian one', async () => {
    const { styles, inText } = await offered('fa');
    expect(styles).toEqual(expect.arrayContaining(['persian', 'persian-latin']));
    expect(inText).toEqual(['fa', 'en']);
  });
});
