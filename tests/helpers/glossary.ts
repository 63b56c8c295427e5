/** The words that `docs/glossary.md` lists as not to come back, and what files say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');

function avoided(language: 'فارسی' | 'English'): readonly string[] {
  const list = new RegExp(`^- ${language}: (.+)$`, 'm').exec(read('docs/glossary.md'))?.[1] ?? '';
  return list.split(/[،,] /);
}

/** What a file says: without comments, and without the words that only the program reads. */
export const saidIn = (file: string): string =>
  read(file)
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^ *(?:\/\/|#|import ).*$/gm, '');

/** Tests that files in Persian say nothing that the glossary puts otherwise. */
export const keepsPersianTerms = (files: readonly string[]) =>
  describe.each(files)('%s', (file) => {
    test.each(avoided('فارسی'))('does not say «%s»', (word) => {
      const lines = saidIn(file).split('\n');
      const wholeWord = new RegExp(`(?<![\\p{L}\\u200c])${word}`, 'u');
      expect(lines.filter((line) => wholeWord.test(line))).toEqual([]);
    });

    test('writes «بی» joined, or says «بدون»', () => {
      expect(saidIn(file).match(/(?<!\p{L})بی [^\n]{0,30}/gu) ?? []).toEqual([]);
    });
  });

/** The same of files in English. */
export const keepsEnglishTerms = (files: readonly string[]) =>
  describe.each(files)('%s', (file) => {
    test.each(avoided('English'))('does not say “%s”', (word) => {
      expect(saidIn(file).match(new RegExp(`\\b${word}\\b.{0,30}`, 'gi')) ?? []).toEqual([]);
    });
  });
