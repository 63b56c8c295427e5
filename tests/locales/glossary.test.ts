import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(repository, file), 'utf8');

/** The words that the glossary lists as not to come back, of one language. */
function avoided(language: 'فارسی' | 'English'): readonly string[] {
  const list = new RegExp(`^- ${language}: (.+)$`, 'm').exec(read('docs/glossary.md'))?.[1] ?? '';
  return list.split(/[،,] /);
}

/** What a file says: without comments, and without the words that only the program reads. */
const saidIn = (file: string): string =>
  read(file)
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^ *(?:\/\/|#|import ).*$/gm, '');

const persian = [
  'src/locales/fa.ts',
  'content/pages/about.fa.mdx',
  'content/pages/bibliography.fa.mdx',
  'content/pages/landing.fa.mdx',
  'content/edition.yaml',
];

describe.each(persian)('%s', (file) => {
  test.each(avoided('فارسی'))('does not say «%s»', (word) => {
    const lines = saidIn(file).split('\n');
    const wholeWord = new RegExp(`(?<![\\p{L}\\u200c])${word}`, 'u');
    expect(lines.filter((line) => wholeWord.test(line))).toEqual([]);
  });

  test('writes «بی» joined, or says «بدون»', () => {
    expect(saidIn(file).match(/(?<!\p{L})بی [^\n]{0,30}/gu) ?? []).toEqual([]);
  });
});

test('Persian words have no ASCII digits but in Latin runs and addresses', () => {
  const strings = [...saidIn('src/locales/fa.ts').matchAll(/(?<=: |=> )(['`])(.*[آ-ی].*)\1/g)].map(
    ([, , text]) => text as string,
  );
  expect(strings.length).toBeGreaterThan(200);
  const bare = strings.filter((text) =>
    /[0-9]/.test(text.replace(/\$\{[^}]*\}/g, '').replace(/#?[A-Za-z][\w .:/+-]*/g, '')),
  );
  // The number by which HTTP names a page that is not there.
  expect(bare.filter((text) => !text.includes('(404)'))).toEqual([]);
});

const english = [
  'src/locales/en.ts',
  'content/pages/about.en.mdx',
  'content/pages/landing.en.mdx',
  'README.md',
  'bibliography/README.md',
  'docs/adding-an-article.md',
  'docs/discovery.md',
  'docs/hosting.md',
  'docs/upkeep.md',
];

describe.each(english)('%s', (file) => {
  test.each(avoided('English'))('does not say “%s”', (word) => {
    expect(saidIn(file).match(new RegExp(`\\b${word}\\b.{0,30}`, 'gi')) ?? []).toEqual([]);
  });
});
