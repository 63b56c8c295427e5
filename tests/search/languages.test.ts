import { describe, expect, test } from 'vitest';
import { search } from '../../src/client/searching.ts';
import { ask, matchPassage, prepare } from '../../src/search/match.ts';
import type { Passage } from '../../src/search/passages.ts';
import { placeOf } from '../../src/search/places.ts';
import { readQuery } from '../../src/search/query.ts';
import { largeEngine, smallEngine } from '../helpers/search-engine.ts';

/** Words as texts in a language have them, and as readers, their keyboards and older fonts write them. */
const written: Readonly<Record<string, readonly (readonly [text: string, ...typed: string[]])[]>> = {
  fa: [
    ['خانۀ', 'خانه‌ی', 'خانه ی', 'خانة'],
    ['کتاب‌های', 'کتابهای', 'كتاب هاي'],
  ],
  ar: [
    ['مَدْرَسَةٌ', 'مدرسة', 'مدرسه', 'المدرسة'],
    ['الميناء', 'ميناء', 'المينا', 'والميناء', 'للميناء', 'مینا'],
    ['إسلام', 'اسلام', 'أسلام', 'الإسلام'],
    ['هدى', 'هدي', 'هُدى'],
    ['مؤلف', 'مولف', 'المؤلف'],
    ['كتـــاب', 'كتاب', 'کتاب', 'الكتاب'],
    ['بالرياح', 'الرياح', 'رياح'],
  ],
  en: [
    ['naïve', 'naive'],
    ['the reader’s', 'reader'],
  ],
  fr: [
    ['façade', 'FACADE', 'facade'],
    ['l’œuvre', 'œuvre', 'oeuvre', "l'œuvre", 'l’oeuvre'],
    ['qu’elle', 'elle'],
    ['d’été', 'été', 'ete'],
  ],
  de: [
    ['Straße', 'STRASSE', 'strasse'],
    ['Übergänge', 'ubergange', 'ÜBERGÄNGE'],
  ],
  az: [
    ['İstiqlal', 'istiqlal', 'ISTIQLAL', 'İSTİQLAL', 'ıstıqlal'],
    ['işıq', 'IŞIQ', 'isiq', 'İŞIQ'],
    ['Gəmilər', 'GƏMİLƏR', 'gemiler'],
    ['külək', 'kulek', 'KÜLƏK'],
  ],
  ur: [
    ['بندرگاہ', 'بندرگاه', 'بندرگاھ'],
    ['رہے', 'رهی', 'رہی'],
    ['گئے', 'گۓ'],
    ['میں', 'مين', 'مین'],
    ['اُردُو', 'اردو'],
  ],
  ckb: [
    ['بەندەر', 'به‌نده‌ر', 'بهندهر'],
    ['دەستپێک', 'دەستپیک', 'ده‌ستپێك'],
    ['نووسەرێکی', 'نووسه‌ریکی'],
    ['وڵات', 'ولات'],
    ['کوڕ', 'كور'],
    ['ھۆکار', 'هۆکار', 'هوکار'],
  ],
  ps: [
    ['ګټه', 'گټه'],
    ['کړې', 'کړی', 'كړي'],
  ],
};

const passage = (language: string, text: string): Passage => ({
  article: language,
  path: `articles/${language}/#p1`,
  kind: 'paragraph',
  language,
  text,
  also: '',
});

const texts = Object.entries(written).map(([language, words]) =>
  passage(language, words.map(([text]) => text).join(' · ')),
);
const asked = Object.entries(written).flatMap(([language, words]) =>
  words.flatMap((forms) => forms.map((typed) => [language, typed, forms[0]] as const)),
);

describe.each([
  ['a small edition', smallEngine(texts)],
  ['an edition that is too large to be loaded whole', largeEngine(texts)],
])('in %s', (_, engine) => {
  test.each(asked)('%s: «%s» finds «%s»', async (language, typed) => {
    const { results } = await search(engine, typed, { lang: language }, () => undefined);
    expect(results.map(({ passage }) => passage.language)).toEqual([language]);
  });
});

test('what is found is marked, with its article', () => {
  const text = 'بقيت السفن في الميناء.';
  const match = matchPassage(ask(readQuery('ميناء')), prepare(text, '', 'ar'));
  expect(match?.ranges.map(({ start, end }) => text.slice(start, end))).toEqual(['الميناء']);
});

test('the letters of the Arabic article are cut in Arabic texts alone: «المان» is no «مان»', () => {
  expect(matchPassage(ask(readQuery('مان')), prepare('آلمان', '', 'fa'))).toBeUndefined();
  expect(matchPassage(ask(readQuery('المان')), prepare('کتاب مان', '', 'fa'))).toBeUndefined();
});

test('conditions and places have names in each language of the interface', () => {
  for (const typed of ['author:Kant', 'نویسنده:Kant', 'نويسنده:Kant', 'المؤلف:Kant', 'مؤلف: Kant', 'Author:Kant'])
    expect(readQuery(typed).authors.map((words) => words.map(({ fold }) => fold))).toEqual([['kant']]);
  for (const typed of ['year:2014-2022', 'سال:۲۰۱۴-۲۰۲۲', 'السنة:٢٠١٤-٢٠٢٢', 'سنة:٢٠١٤–٢٠٢٢'])
    expect(readQuery(typed).years).toEqual([[2014, 2022]]);
  expect(readQuery('ratio:3').years).toEqual([]);
  expect(readQuery('ratio:3').text).toBe('ratio:3');
  for (const typed of ['بند ۱۲', 'الفقرة ١٢', 'فقرة ١٢', '¶12'])
    expect(placeOf(typed)).toEqual({ kind: 'anchor', anchor: 'p12' });
  for (const typed of ['ص ۱۴', 'ص ١٤', 'الصفحة ١٤', 'p. 14'])
    expect(placeOf(typed)).toEqual({ kind: 'pages', pages: '14' });
  for (const typed of ['الحاشية ٣', 'یادداشت ۳', 'note 3'])
    expect(placeOf(typed)).toEqual({ kind: 'anchor', anchor: 'fn3' });
  for (const typed of ['المراجع', 'منابع', 'references'])
    expect(placeOf(typed)).toEqual({ kind: 'passages', of: 'work' });
});
