import { describe, expect, test } from 'vitest';
import { spellings, stemOf, wordsOf } from '../../src/text/fold.ts';

const fold = (text: string) =>
  wordsOf(text)
    .map((word) => word.fold)
    .join(' ');

describe('spellings that no rule gives', () => {
  /** As people write them, and as the dictionary of the Academy has them. */
  const pairs = [
    ['هیئت', 'هیات'],
    ['مسئله', 'مساله'],
    ['مسوولیت', 'مسئولیت'],
    ['شؤون', 'شئون'],
    ['رؤوس', 'رئوس'],
    ['روبرو', 'روبه‌رو'],
    ['علاقمندی', 'علاقه‌مندی'],
    ['منحصربفرد', 'منحصربه‌فرد'],
    ['امپراطوری', 'امپراتوری'],
    ['اطاق', 'اتاق'],
    ['بلیط', 'بلیت'],
    ['طهران', 'تهران'],
    ['واشنگتن', 'واشینگتن'],
    ['دمکراسی', 'دموکراسی'],
    ['ژئوپولیتیک', 'ژئوپلیتیک'],
    ['ژئوپلتیک', 'ژئوپلیتیک'],
    ['ایدولوژی', 'ایدئولوژی'],
    ['نئوواقع‌گرایی', 'نوواقع‌گرایی'],
    ['نئولیبرال', 'نولیبرال'],
  ] as const;

  test.each(pairs)('%s is found where the text has %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test('have each a pair here: a row that is added is tried', () => {
    expect(pairs).toHaveLength(spellings.length);
  });

  test('do not make one word of two that differ', () => {
    for (const [one, other] of [
      ['رئیس', 'رئوس'],
      ['مسئول', 'مساله'],
      ['بلیغ', 'بلیت'],
    ] as const)
      expect(fold(one)).not.toBe(fold(other));
  });
});

describe('letters', () => {
  test.each([
    ['ی', 'يىېۍےئ'],
    ['ک', 'كڪ'],
    ['گ', 'ګ'],
    ['ه', 'ةۀہۂھەۃ'],
    ['ا', 'أإآٱ'],
    ['و', 'ؤ'],
    ['i', 'ıİîï'],
    ['o', 'øöô'],
    ['d', 'đ'],
    ['l', 'ł'],
    ['s', 'śš'],
    ['g', 'ğ'],
  ])('%s stands for %s', (letter, others) => {
    for (const other of others) expect(fold(`ب${other}ب`), other).toBe(fold(`ب${letter}ب`));
  });

  test.each([
    ['Straße', 'strasse'],
    ['Æsop', 'aesop'],
    ['œuvre', 'oeuvre'],
    ['شیء', 'شی'],
    ['بـــزرگ', 'بزرگ'],
    ['بَزرگ', 'بزرگ'],
    ['O’Neil', 'oneil'],
    ['۲۰۱۴', '2014'],
    ['٢٠١٤', '2014'],
  ])('%s is found as %s', (written, typed) => {
    expect(fold(written)).toBe(fold(typed));
  });
});

describe('endings', () => {
  test.each(
    'ها های هایی هایم هایت هایش هایمان هایتان هایشان هام هات هاش هامان هاتان هاشان تر ترین ات ای اش ی ان'.split(' '),
  )('%s is no part of the stem, joined or behind a joiner', (ending) => {
    expect(stemOf(fold(`کتاب${ending}`))).toBe('کتاب');
    expect(stemOf(fold(`کتاب\u200c${ending}`))).toBe('کتاب');
  });

  test.each(
    'ها های هایی هایم هایت هایش هایمان هایتان هایشان هام هات هاش هامان هاتان هاشان تر ترین ای اند ام ات اش ایم اید مان تان شان'.split(
      ' ',
    ),
  )('%s that stands apart belongs to the Persian word before it', (ending) => {
    expect(wordsOf(`کتاب ${ending} خوب`).map(({ fold: one }) => one)).toEqual([`کتاب${ending}`, 'خوب']);
    expect(wordsOf(`book ${ending} خوب`)).toHaveLength(3);
  });

  test.each(['می', 'نمی'])('%s that stands apart belongs to the word behind it', (prefix) => {
    expect(wordsOf(`او ${prefix} رود`).map(({ fold: one }) => one)).toEqual(['او', `${prefix}رود`]);
  });

  test.each([
    ['یان', 'خدا'],
    ['گان', 'بچه'],
    ['شان', 'خانه'],
    ['مان', 'خانه'],
    ['تان', 'خانه'],
  ])('%s comes off %s', (ending, word) => {
    expect(stemOf(fold(`${word}${ending}`))).toBe(stemOf(fold(word)));
  });

  test.each('ها های هایی هایم هایت هایش هایمان هایتان هایشان هام هات هاش هامان هاتان هاشان'.split(' '))(
    '%s comes off a word of two letters, and off none of one',
    (ending) => {
      expect(stemOf(fold(`تب${ending}`))).toBe('تب');
      expect(stemOf(fold(`ت${ending}`))).not.toBe('ت');
    },
  );

  test.each('ترین ات گان یان شان مان تان ان تر ای اش ی ه'.split(' '))(
    '%s comes off a word of three letters, and off none of two',
    (ending) => {
      expect(stemOf(fold(`خشت${ending}`))).toBe('خشت');
      expect(stemOf(fold(`تب${ending}`))).not.toBe('تب');
    },
  );

  test('that stand apart are pieces of the word still, with its place in the text', () => {
    expect(wordsOf('این کتاب های خوب')[1]).toEqual({
      start: 4,
      end: 12,
      fold: 'کتابهای',
      parts: ['کتاب', 'های'],
      stem: 'کتاب',
    });
  });

  test('leave at least two or three letters', () => {
    expect(stemOf('بها')).toBe('بها');
    expect(stemOf('دان')).toBe('دان');
    expect(stemOf('بدی')).toBe('بدی');
  });
});
