/** Places in a work that are no page, from the mark to the exports. */
import { describe, expect, test } from 'vitest';
import { type LocatorKind, sayLocatorPlainly, wrongLocator } from '../../src/edition/locators.ts';

describe('a place in a work', () => {
  test.each<[LocatorKind, string, string]>([
    ['page', 'xii-xv', 'xii-xv'],
    ['chapter', '3', 'chap. 3'],
    ['section', '2.1', '§ 2.1'],
    ['folio', '12ra-14vb', 'fol. 12ra-14vb'],
  ])('of the kind %s, %s, is said as %s', (kind, place, said) => {
    expect(wrongLocator(kind, place)).toBeUndefined();
    expect(sayLocatorPlainly(kind, place)).toBe(said);
  });

  test.each<[LocatorKind, string]>([
    ['page', '58-12'],
    ['page', '1-2-3'],
    ['page', '۵۸'],
    ['chapter', 'three'],
    ['folio', '12x'],
    ['section', ''],
  ])('of the kind %s cannot be "%s"', (kind, place) => {
    expect(wrongLocator(kind, place)).toMatch(/^write ASCII digits, as in /);
  });
});
