import { expect, test } from 'vitest';
import { marksOf } from '../../src/html/marked.ts';
import { markLatin, markRightToLeft } from '../../src/html/mixed.ts';

const english = (text: string) => `<bdi lang="en" dir="ltr">${text}</bdi>`;

test.each([
  ['a title', 'رایتر (۲۰۲۰)، «A Tale of Two Notes»، ۱.', `رایتر (۲۰۲۰)، «${english('A Tale of Two Notes')}»، ۱.`],
  ['one in italics', 'رایتر، <i>A Tale</i>، تهران', `رایتر، <i>${english('A Tale')}</i>، تهران`],
  ['signs that HTML escapes', '«Salt &#38; &lt;Tea&gt;»', `«${english('Salt &#x26; &#x3C;Tea')}>»`],
  ['nothing of a link', '<a href="https://a.example/" dir="ltr">https://a.example/</a>', undefined],
  ['nothing twice', `«${english('A Tale')}»`, undefined],
  ['nothing of Persian with its signs', 'نمک &#38; شکر، ۱۲', undefined],
])('in a reference in Persian is marked as English %s', (_, html, marked = html) => {
  expect(markLatin(html)).toBe(marked);
});

test.each([
  ['Persian, of a Persian article', 'fa', 'fa'],
  ['Persian, of an English article', 'en', 'fa'],
  ['Arabic, of an Arabic article', 'ar', 'ar'],
  ['Dari, of an article in Dari', 'fa-AF', 'fa-AF'],
])('in a reference in English what is in the script is marked as %s', (_, own, language) => {
  expect(markRightToLeft('Rad (2020). <i>قصه‌ها</i>. Tehran.', own)).toBe(
    `Rad (2020). <i><bdi lang="${language}" dir="rtl">قصه‌ها</bdi></i>. Tehran.`,
  );
});

test('what is said in another language is marked with it and its direction, what is said in that of the page with nothing', () => {
  expect(marksOf({ en: 'Harbour', fa: 'بندر' }, 'en')).toEqual({});
  expect(marksOf({ en: 'Harbour' }, 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
  expect(marksOf({ ckb: 'بەندەر' }, 'en')).toEqual({ lang: 'ckb', dir: 'rtl' });
});
