import { beforeAll, describe, expect, test } from 'vitest';
import { ask, matchPassage, type Prepared, prepare } from '../../src/search/match.ts';
import { type Passage, passagesOf } from '../../src/search/passages.ts';
import { readQuery } from '../../src/search/query.ts';
import { stemOf, wordsOf } from '../../src/text/fold.ts';
import { harbour } from '../helpers/harbour.ts';
import { phrasesOf, spellings } from '../helpers/spellings.ts';

const folds = (text: string) => wordsOf(text).map((word) => word.fold);

describe('folding', () => {
  test.each([
    ['قدرت‌های بزرگ', 'قدرتهای بزرگ', 'قدرت های بزرگ'],
    ['می‌شود', 'میشود', 'می شود'],
    ['نمی‌توان', 'نمیتوان', 'نمی توان'],
    ['موازنۀ', 'موازنه', 'موازنه‌ی', 'موازنهٔ'],
    ['تأثیر', 'تاثیر'],
    ['مسائل', 'مسایل'],
    ['مسئولیت', 'مسوولیت', 'مسؤولیت'],
    ['مسئله', 'مساله', 'مسأله'],
    ['حوزۀ نفوذ', 'حوزه ی نفوذ', 'حوزه‌ی نفوذ'],
    ['روبه‌رو', 'روبرو'],
    ['هیئت', 'هیأت', 'هیات'],
    ['آمریکا', 'امریکا'],
    ['۲۰۱۴', '2014', '٢٠١٤'],
    ['بــزرگ', 'بزرگ'],
    ['ﻗﺪﺭﺕ', 'قدرت'],
    ['كشورهاي', 'کشورهای'],
    ['Čurčija', 'curcija'],
    ['Semercioğlu', 'semercioglu'],
  ])('takes %s and its other spellings for the same', (...forms) => {
    const [first, ...others] = forms.map((form) => folds(form).join(' '));
    for (const other of others) expect(other).toBe(first);
  });

  test('keeps the place of every word in the original', () => {
    const text = 'در «قدرت‌های بزرگ»، (Miller, 1994: 3).';
    expect(wordsOf(text).map((word) => text.slice(word.start, word.end))).toEqual([
      'در',
      'قدرت‌های',
      'بزرگ',
      'Miller',
      '1994',
      '3',
    ]);
  });

  test.each([
    ['کشورها', 'کشور'],
    ['کشورهایی', 'کشور'],
    ['سیاستهایشان', 'سیاست'],
    ['پژوهشگران', 'پژوهشگر'],
    ['تغییرات', 'تغییر'],
    ['powers', 'power'],
    ['policies', 'polici'],
  ])('takes the endings of %s', (form, stem) => {
    expect(stemOf(folds(form)[0] as string)).toBe(stem);
  });

  test('leaves short words whole', () => {
    expect(stemOf('جان')).toBe('جان');
    expect(stemOf('ایران')).not.toBe('ا');
  });
});

describe('matching', () => {
  let passages: { passage: Passage; prepared: Prepared }[];
  beforeAll(async () => {
    passages = passagesOf(await harbour()).map((passage) => ({
      passage,
      prepared: prepare(passage.text, passage.also),
    }));
  });

  const search = (typed: string) => {
    const query = ask(readQuery(typed));
    return passages
      .map(({ passage, prepared }) => ({ passage, match: matchPassage(query, prepared) }))
      .filter((result) => result.match !== undefined)
      .sort((a, b) => (b.match?.score ?? 0) - (a.match?.score ?? 0));
  };

  test('finds a phrase of the texts first, in every spelling', () => {
    const paragraphs = passages.map(({ passage }) => passage).filter((passage) => passage.kind === 'paragraph');
    const missed: string[] = [];
    for (const { how, spell } of spellings) {
      for (const { phrase, text } of phrasesOf(
        paragraphs.map((one) => one.text),
        25,
      )) {
        const found = search(spell(phrase))
          .slice(0, 3)
          .map((result) => result.passage.path);
        if (!found.includes(paragraphs[text]?.path as string)) missed.push(`${how}: ${spell(phrase)}`);
      }
    }
    expect(missed).toEqual([]);
  });

  test('marks what matched in the original', () => {
    const [first] = search('قدرت هاي بزرگ');
    const range = first?.match?.ranges[0];
    expect(first?.passage.text.slice(range?.start, range?.end)).toBe('قدرت‌های بزرگ');
  });

  test('takes the forms of a word for one, whether its ending is joined or not', () => {
    for (const [one, other] of [
      ['بحران‌های', 'بحرانهای'],
      ['سازمان‌ها', 'سازمانها'],
      ['بحران', 'بحرانها'],
    ]) {
      expect(wordsOf(one as string)[0]?.stem).toBe(wordsOf(other as string)[0]?.stem);
    }
  });

  test.each([
    ['موازنه ی قوا', 'موازنۀ قوا'],
    ['تجدید نظر طلب', 'تجدیدنظرطلب'],
    ['بمنزله ابزار بازی', 'به‌منزلۀ ابزار بازی'],
    ['هرج ومرج', 'هرج‌ومرج'],
    ['مسأله پناهندگان', 'مسئلۀ پناهندگان'],
    ["Jervis's", 'Jervis'],
  ])('finds %s where the text has %s', (typed, text) => {
    const [first] = search(typed);
    expect(`${first?.passage.text} ${first?.passage.also}`).toContain(text);
  });

  test('takes a quoted phrase as one, across joiners', () => {
    expect(search('"قدرت های بزرگ"').length).toBeGreaterThan(5);
    expect(search('"بزرگ قدرت های"')).toEqual([]);
  });

  test('finds an author in either script', () => {
    for (const typed of ['Kuhpeyma', 'کوه پیما', 'Mearsheimer', 'کولایی', 'Koolaee'])
      expect(search(typed).length, typed).toBeGreaterThan(0);
  });

  test('finds works by the English name of their Persian journal', () => {
    const found = search('"Central Asia and the Caucasus Studies"').map(({ passage }) => passage.path.split('#')[1]);
    expect(found.sort()).toEqual(['ref-movahedi1402', 'ref-valigholizadeh1391', 'ref-zahrani1392']);
  });

  test('finds nothing where there is nothing', () => {
    for (const typed of ['کوانتوم', 'xylophone', 'قدرت‌های کیهانی', '', '«»،.', '\u064b\u064e', '((((', '2099'])
      expect(search(typed), typed).toEqual([]);
  });

  test.each(['a'.repeat(10_000), '.*', '<img src=x onerror=alert(1)>', '"unpaired', '«', '\u0300\u0301', '[['])(
    'takes %s without harm',
    (typed) => {
      expect(() => search(typed)).not.toThrow();
    },
  );
});
