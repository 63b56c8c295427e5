import { keepsEnglishTerms, keepsPersianTerms } from '../helpers/glossary.ts';

keepsPersianTerms([
  'content/pages/about.fa.mdx',
  'content/pages/bibliography.fa.mdx',
  'content/pages/landing.fa.mdx',
  'content/edition.yaml',
]);

keepsEnglishTerms(['content/pages/about.en.mdx', 'content/pages/landing.en.mdx']);
