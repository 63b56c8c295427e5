import { describe, expect, test } from 'vitest';
import { latestVersion } from '../../src/edition/model.ts';
import { editionSchema } from '../../src/edition/reading/schemas.ts';
import { type Colours, defaultTheme, endParts, faintPairs, schemes, type Theme } from '../../src/edition/theme.ts';
import { latestChapter } from '../../src/formats/epub/index.ts';
import { documentOf } from '../../src/formats/pdf/document.ts';
import { themeSheet } from '../../src/html/edition-sheet.ts';
import { harbour, harbourArticle } from '../helpers/harbour.ts';
import { theme } from '../helpers/theme.ts';

const facts = {
  name: { fa: 'آزمون', en: 'Trial' },
  description: { fa: 'آزمون', en: 'Trial' },
  publisher: { fa: 'آزمون', en: 'Trial' },
  site: 'https://trial.example/',
  rights: { licence: 'CC-BY-4.0', note: { fa: 'آزمون', en: 'Trial' } },
  languages: ['fa', 'en'],
  articles: [],
};
const read = (stated: unknown) => editionSchema.safeParse({ ...facts, theme: stated });
const issuesOf = (stated: unknown) =>
  read(stated).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('the colours of an edition', () => {
  test.each(schemes)('by default can be read on every ground of the %s scheme', (scheme) => {
    expect(faintPairs(defaultTheme.colours[scheme])).toEqual([]);
  });

  test('have the contrast that WCAG counts', () => {
    // The worked values of WCAG's own Understanding 1.4.3: #767676 on white is the lightest grey that passes, #777777 fails.
    const on = (soft: string): Colours => ({
      ...defaultTheme.colours.light,
      paper: '#ffffff',
      raised: '#ffffff',
      soft,
    });
    expect(faintPairs(on('#767676'))).toEqual([]);
    expect(faintPairs(on('#777777'))).toEqual([
      { letters: 'soft', ground: 'paper', contrast: 4.47 },
      { letters: 'soft', ground: 'raised', contrast: 4.47 },
    ]);
  });

  test('are those that are stated, and the default ones beside them', () => {
    const stated = read({ colours: { light: { accent: '#0B5D3B' } } });
    expect(stated.data?.theme).toEqual({
      ...defaultTheme,
      colours: { ...defaultTheme.colours, light: { ...defaultTheme.colours.light, accent: '#0b5d3b' } },
    });
    expect(read(undefined).data?.theme).toEqual(defaultTheme);
  });

  test('are refused where letters are too faint, with the pair and what it must be', () => {
    expect(issuesOf({ colours: { dark: { soft: '#444444' } } })).toEqual([
      'theme.colours.dark.soft: soft on paper in the dark scheme has a contrast of 1.84: it must be 4.5 or more (WCAG 2.2, 1.4.3)',
      'theme.colours.dark.soft: soft on raised in the dark scheme has a contrast of 1.68: it must be 4.5 or more (WCAG 2.2, 1.4.3)',
    ]);
  });

  test.each([
    { colours: { light: { paper: 'url(https://elsewhere.example/a.png)' } } },
    { colours: { light: { paper: '#fff; } @import "x"; a {' } } },
    { colours: { light: { shadow: '#ffffff' } } },
    { colours: { night: {} } },
    { measure: 300 },
    { parts: ['works', 'notes'] },
    { parts: ['notes', 'notes', 'works', 'apparatus', 'abstracts'] },
    { sheet: '@import "https://elsewhere.example/"' },
  ])('are nothing but colours, a measure and an order of parts: %j', (stated) => {
    expect(read(stated).success).toBe(false);
  });
});

test('the sheet gives every token its value in each scheme, and dark by the device where nobody has chosen', () => {
  const sheet = themeSheet({ ...theme, measure: 35 });
  expect(sheet).toContain(':root { --paper: #fbf8f1;');
  expect(sheet).toContain('--measure: 35rem; --measure-narrow: 28rem; --measure-wide: 42rem;');
  expect(sheet).toMatch(
    /@media screen and \(prefers-color-scheme: dark\) \{ :root:not\(\[data-theme\]\) \{ --paper: #171717;/,
  );
  expect(sheet).toMatch(
    /@media screen \{ \[data-theme="dark"\] \{ --paper: #171717;.*\[data-theme="sepia"\] \{ --paper: #f1e5cd;/,
  );
});

test('books have what follows the text in the order of the theme', async () => {
  const edition = await harbour();
  const article = await harbourArticle('border-markets');
  const version = latestVersion(article);
  const ids = (parts: Theme['parts']) => {
    const other = { ...edition, theme: { ...theme, parts } };
    const { document } = latestChapter(other, article);
    expect(documentOf({ edition: other, article, version }, [])).toMatchObject({
      parts: parts.filter((part) => part !== 'notes'),
    });
    return parts.map((part) => document.indexOf(`id="${part === 'abstracts' ? 'abstract-en' : part}"`));
  };
  for (const parts of [endParts, ['abstracts', 'works', 'apparatus', 'notes']] as const) {
    const found = ids(parts);
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  }
});
