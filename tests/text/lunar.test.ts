/** The lunar Hijri calendar: days that history and almanacs know. */
import { describe, expect, test } from 'vitest';
import { inBothCalendars, sayBothCalendars } from '../../src/text/calendar.ts';
import { daysOfLunar, isLunarHijriDate } from '../../src/text/lunar.ts';

test.each([
  // Ashura of the year 61 was 10 October 680 of the Julian calendar, three days later in the Gregorian.
  ['0061-01-10', '0680-10-13', '0059-07-21'],
  // Eid al-Fitr of 1446 in Saudi Arabia was 30 March 2025, and began elsewhere on the day after.
  ['1446-10-01', '2025-03-30/2025-03-31', '1404-01-10/1404-01-11'],
  // The Persian constitution was signed on 14 Dhu al-Qaʿda 1324, 30 December 1906, 8 Dey 1285.
  ['1324-11-14', '1906-12-30', '1285-10-08'],
  ['1443-09', '2022-04/2022-05', '1401-01/1401-02'],
  ['1443', '2021/2022', '1400/1401'],
])('%s is %s and %s', (lunarHijri, gregorian, solarHijri) => {
  expect(inBothCalendars({ lunarHijri })).toEqual({ lunarHijri, gregorian, solarHijri });
});

test('where the calendars differ, the interval has both days, and never more than three', () => {
  for (let year = 1300; year < 1450; year += 7)
    for (const month of ['01', '05', '09', '12']) {
      const [first, last] = daysOfLunar(`${year}-${month}-15`) ?? ['', ''];
      const apart = (Date.parse(last) - Date.parse(first)) / 86_400_000;
      expect(apart, `${year}-${month}`).toBeGreaterThanOrEqual(0);
      expect(apart, `${year}-${month}`).toBeLessThanOrEqual(2);
    }
});

describe('a date that does not exist', () => {
  test.each(['1443-13', '1443-00', '1443-09-31', '0000', '1443-9-1', '1443-09-00'])('%s', (date) => {
    expect(isLunarHijriDate(date)).toBe(false);
  });
});

test('is said before the others, with what says that it is one', () => {
  const date = inBothCalendars({ lunarHijri: '1445-09-18' });
  expect(sayBothCalendars(date, 'fa', ['fa'])).toBe('۱۸ رمضان ۱۴۴۵ ق (۹ فروردین ۱۴۰۳، ۲۸ مارس ۲۰۲۴)');
  expect(sayBothCalendars(date, 'en', ['fa'])).toBe('18 Ramadan 1445 AH (28 March 2024, 9 Farvardin 1403)');
});
