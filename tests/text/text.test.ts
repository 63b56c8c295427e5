import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import {
  gregorianOf,
  isIsoDate,
  isSolarHijriDate,
  sayBothCalendars,
  sayDay,
  sayGregorian,
  sayLoneYear,
  solarHijriOf,
} from '../../src/text/calendar.ts';
import { sayDigits, sayNumber, toLatinDigits, toPersianDigits } from '../../src/text/digits.ts';
import { escapeXml } from '../../src/text/escape.ts';
import { directionOf } from '../../src/text/languages.ts';
import { oneLine } from '../../src/text/one-line.ts';
import { isLatin, latinRuns } from '../../src/text/runs.ts';

describe('digits', () => {
  test('go from ASCII to Persian and back', () => {
    expect(toPersianDigits('2014 و ¶12')).toBe('۲۰۱۴ و ¶۱۲');
    expect(toLatinDigits('۱۴۰۲ ٣')).toBe('1402 3');
    expect(sayNumber(12, 'fa')).toBe('۱۲');
    expect(sayNumber(12, 'en')).toBe('12');
  });
});

test('a text has the digits of its language', () => {
  expect(sayDigits('1.0.1, ¶12', 'fa')).toBe('۱.۰.۱, ¶۱۲');
  expect(sayDigits('1.0.1, ¶12', 'en')).toBe('1.0.1, ¶12');
});

test('a value of a format of one value a line has no line of its own, whatever breaks it', () => {
  expect(oneLine(' first\r\nsecond\u2028 third\tfourth ')).toBe('first second third fourth');
});

test('an escaped text comes back the same from an element and from an attribute', () => {
  const text = 'a & b < c > d "e" &amp; \'f\' ]]>';
  const { root } = XmlDocument.fromString(`<x y="${escapeXml(text)}">${escapeXml(text)}</x>`);
  expect([root.content, root.attr('y')?.value]).toEqual([text, text]);
});

describe('dates', () => {
  test.each([
    ['1401-09-07', '2022-11-28'],
    ['1402-05-09', '2023-07-31'],
    ['1403-04-09', '2024-06-29'],
    ['1403-12-30', '2025-03-20'],
  ])('%s of the Solar Hijri calendar is %s', (solarHijri, gregorian) => {
    expect(gregorianOf(solarHijri)).toBe(gregorian);
    expect(solarHijriOf(gregorian)).toBe(solarHijri);
  });

  test('a month without its day is a span of two Gregorian months', () => {
    expect(gregorianOf('1404-04')).toBe('2025-06/2025-07');
    expect(gregorianOf('1404')).toBe('2025/2026');
  });

  test('a Gregorian month or year is a span of two of the Solar Hijri calendar', () => {
    expect(solarHijriOf('2025-06')).toBe('1404-03/1404-04');
    expect(solarHijriOf('2025-12')).toBe('1404-09/1404-10');
    expect(solarHijriOf('2025')).toBe('1403/1404');
    expect(sayBothCalendars({ gregorian: '2025-06', solarHijri: '1404-03/1404-04' }, 'fa', ['fa'])).toBe(
      'خرداد تا تیر ۱۴۰۴ (ژوئن ۲۰۲۵)',
    );
  });

  test('that do not exist are refused', () => {
    expect(isSolarHijriDate('1404-12-30')).toBe(false);
    expect(isSolarHijriDate('1403-12-30')).toBe(true);
    expect(isIsoDate('2026-02-29')).toBe(false);
    expect(() => gregorianOf('1404-13-01')).toThrow(RangeError);
    expect(() => solarHijriOf('2026-02-29')).toThrow(RangeError);
  });

  test('are said in the calendar of the reader first', () => {
    expect(sayBothCalendars({ solarHijri: '1402-05-09', gregorian: '2023-07-31' }, 'fa', ['fa'])).toBe(
      '۹ مرداد ۱۴۰۲ (۳۱ ژوئیۀ ۲۰۲۳)',
    );
    expect(sayLoneYear('1404', 'fa')).toBe('۱۴۰۴');
    expect(sayLoneYear('1404', 'en')).toBe('1404 SH');
    expect(sayDay('2026-11-21', 'en', ['en', 'fa'])).toBe('21 November 2026 (30 Aban 1405)');
  });

  test('are Gregorian alone where no reader counts by Solar Hijri years', () => {
    expect(sayDay('2026-11-21', 'en', ['en', 'ar'])).toBe('21 November 2026');
    expect(sayDay('2026-11-21', 'fa', ['en'])).toBe('۳۰ آبان ۱۴۰۵ (۲۱ نوامبر ۲۰۲۶)');
  });
});

describe('Latin runs in a Persian text', () => {
  const runsOf = (text: string) => latinRuns(text).map(({ start, end }) => text.slice(start, end));

  test('take their brackets with them', () => {
    expect(runsOf('گفته شده است (Kupchan and Kupchan, 1991: 119-120). پس')).toEqual([
      '(Kupchan and Kupchan, 1991: 119-120)',
    ]);
  });

  test('leave a Persian bracket around them alone', () => {
    expect(runsOf('(نک. Waltz)')).toEqual(['Waltz']);
  });

  test('end where Persian begins', () => {
    expect(runsOf('نظریۀ neo-realism و neo-liberalism در ۱۹۸۰')).toEqual(['neo-realism', 'neo-liberalism']);
  });

  test('are not made of digits alone', () => {
    expect(runsOf('سال 1990 بود')).toEqual([]);
    expect(isLatin('۲۰۲۰')).toBe(false);
  });
});

test('the direction follows the language', () => {
  expect(directionOf('fa-IR')).toBe('rtl');
  expect(directionOf('en')).toBe('ltr');
});

test.each([
  ['fr', '10 mai 2026'],
  ['ckb', '١٠ ئایار ٢٠٢٦'],
  // Unicode CLDR has Azerbaijani months in Latin letters, and none of Gilaki.
  ['az-Arab', '10 May 2026'],
  ['glk', '10 May 2026'],
])('a day is said in %s as far as its months are known in its letters', (language, said) => {
  expect(sayGregorian('2026-05-10', language)).toBe(said);
});
