import path from 'node:path';
import { expect, test } from 'vitest';
import { comparesLanguage, languageLiterals } from '../../scripts/language-literals.ts';

test.each([
  ["if (language === 'fa') return 1;", true],
  ['const x = "en" !== tag;', true],
  ["    case 'ar':", true],
  ['#if data.language == "fa" {', true],
  ["if (baseOf(tag) === 'ckb')", true],
  ["  // as language === 'fa' was", false],
  ["const names = { fa: 'x' };", false],
  ["if (kind === 'far') return 1;", false],
])('a comparison with a language is told from other code: %s', (line, isOne) => {
  expect(comparesLanguage(line)).toBe(isOne);
});

test('nothing outside of locales/ and text/ compares a language with a literal, but for a short list', () => {
  expect(languageLiterals(path.resolve('src'))).toEqual([]);
});
