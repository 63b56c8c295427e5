import { expect, test } from 'vitest';
import { keepsEnglishTerms, keepsPersianTerms, saidIn } from '../helpers/glossary.ts';

keepsPersianTerms(['src/locales/fa.ts']);

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

keepsEnglishTerms([
  'src/locales/en.ts',
  'README.md',
  'bibliography/README.md',
  'docs/adding-an-article.md',
  'docs/discovery.md',
  'docs/hosting.md',
  'docs/upkeep.md',
]);
