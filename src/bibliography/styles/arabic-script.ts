/**
 * The words of references to works in languages of the Arabic script beside Persian and Arabic, whose lists have the order of Iranian journals.
 * The styles of the CSL project would shorten given names to a letter, which nobody does in this script, and set Latin commas.
 */
import { baseOf, isArabic, scriptOf } from '../../text/languages.ts';
import { arabicJournals } from './iranian-journals.ts';
import type { Words } from './words.ts';

/** What all of them print alike; authors stand one after another, without a word between them. */
const signs = {
  last: 'delimiter-precedes-last="always"',
  comma: '، ',
  semicolon: '؛ ',
  open: '«',
  close: '»',
} as const;

/** By language, with its script where it is written in another one too. CSL has a locale of Arabic alone: what the others take from one, they say themselves. */
export const arabicScriptWords: Readonly<Record<string, Words>> = {
  ur: {
    ...signs,
    id: 'urdu-list',
    locale: 'fa-IR',
    terms: { noDate: 'س ن', others: 'وغیرہ', and: 'اور' },
    in: 'مشمولہ: ',
    edition: 'اشاعت ',
    version: 'نسخہ ',
    chapter: 'باب ',
    volume: 'جلد ',
    number: 'شمارہ ',
    pages: 'ص ',
    translator: 'مترجم: ',
    editor: 'مرتب: ',
    compiler: 'تالیف: ',
    director: 'ہدایت کار: ',
    interviewer: 'انٹرویو: ',
  },
  ckb: {
    ...signs,
    id: 'sorani-list',
    locale: 'fa-IR',
    terms: { noDate: 'بێ ساڵ', others: 'و ئەوانی تر', and: 'و' },
    in: 'لە: ',
    edition: 'چاپی ',
    version: 'وەشانی ',
    chapter: 'بەشی ',
    volume: 'بەرگی ',
    number: 'ژمارە ',
    pages: 'ل ',
    translator: 'وەرگێڕانی ',
    editor: 'ئامادەکردنی ',
    compiler: 'کۆکردنەوەی ',
    director: 'دەرهێنانی ',
    interviewer: 'چاوپێکەوتنی ',
  },
  ps: {
    ...signs,
    id: 'pashto-list',
    locale: 'fa-IR',
    terms: { noDate: 'بې نېټې', others: 'او نور', and: 'او' },
    in: 'په: ',
    edition: 'چاپ ',
    version: 'نسخه ',
    chapter: 'څپرکی ',
    volume: 'ټوک ',
    number: 'ګڼه ',
    pages: 'مخ ',
    translator: 'ژباړن: ',
    editor: 'سمونوال: ',
    compiler: 'راټولوونکی: ',
    director: 'لارښود: ',
    interviewer: 'مرکه کوونکی: ',
  },
  'az-Arab': {
    ...signs,
    id: 'azerbaijani-list',
    locale: 'fa-IR',
    terms: { noDate: 'تاریخسیز', others: 'و باشقالاری', and: 'و' },
    in: 'ایچینده: ',
    edition: 'چاپ ',
    version: 'نوسخه ',
    chapter: 'بؤلوم ',
    volume: 'جیلد ',
    number: 'سای ',
    pages: 'ص ',
    translator: 'چئویرن: ',
    editor: 'حاضیرلایان: ',
    compiler: 'توپلایان: ',
    director: 'رئژیسور: ',
    interviewer: 'موصاحیبه ائدن: ',
  },
};

/** Of the other languages of the script, whose words are not known: its signs and names, and English words, as in the rest of a page. */
export const otherArabicScriptWords: Words = {
  ...signs,
  id: 'arabic-script-list',
  locale: 'fa-IR',
  terms: { noDate: 'n.d.', others: '…', and: 'و' },
  in: 'In: ',
  edition: 'ed. ',
  version: 'version ',
  chapter: 'chap. ',
  volume: 'Vol. ',
  number: 'No. ',
  pages: 'pp. ',
  translator: 'trans. ',
  editor: 'ed. by ',
  compiler: 'comp. ',
  director: 'dir. ',
  interviewer: 'int. ',
};

/** What a list says around a work in a language of the Arabic script; nothing of one in other letters. */
export function wordsAround(language: string): Pick<Words, 'id' | 'locale'> | undefined {
  if (scriptOf(language) !== 'Arab') return undefined;
  if (isArabic(language)) return arabicJournals;
  const known = Object.entries(arabicScriptWords).find(
    ([tag]) => baseOf(tag) === baseOf(language) && scriptOf(tag) === 'Arab',
  );
  return known?.[1] ?? otherArabicScriptWords;
}
