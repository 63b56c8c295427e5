import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fatesOfLines } from '../../../src/edition/fidelity/alignment.ts';
import { confusions } from '../../../src/edition/fidelity/confusions.ts';
import { checkFidelity, unexplainedLetters } from '../../../src/edition/fidelity/fidelity.ts';
import type { Article, Edition, Inline, Paragraph } from '../../../src/edition/model.ts';
import { loadEdition } from '../../../src/edition/reading/load.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await loadEdition(path.resolve(import.meta.dirname, '../../..'));
});

/** The edition with the first text of its kind changed in one paragraph of an article. */
function alter(slug: string, change: (text: string) => string): Edition {
  let done = false;
  const inline = (one: Inline): Inline => {
    if (done) return one;
    if (one.type === 'text') {
      const value = change(one.value);
      done = value !== one.value;
      return { ...one, value };
    }
    return 'children' in one ? ({ ...one, children: one.children.map(inline) } as Inline) : one;
  };
  const article = (one: Article): Article =>
    one.slug !== slug
      ? one
      : {
          ...one,
          versions: one.versions.map((version) => ({
            ...version,
            body: version.body.map((block) =>
              block.type === 'paragraph' ? { ...block, children: block.children.map(inline) } : block,
            ),
          })),
        };
  const altered = { ...edition, articles: edition.articles.map(article) };
  if (!done) throw new Error('nothing was changed');
  return altered;
}

describe('the two articles', () => {
  test('agree with their sources', () => {
    expect(checkFidelity(edition)).toEqual([]);
  });

  test('account for every line of their sources', () => {
    for (const article of edition.articles) {
      for (const version of article.versions) expect(fatesOfLines({ article, version })).not.toContain(undefined);
    }
  });

  test('have every paragraph of the body numbered without a gap', () => {
    for (const article of edition.articles) {
      for (const version of article.versions) {
        const numbers = version.body
          .filter((block): block is Paragraph => block.type === 'paragraph')
          .map((block) => block.number);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }
    }
  });

  test.each([
    ['a word for another', 'concert-of-powers', 'نظام', 'دولت'],
    ['a word that is left out', 'concert-of-powers', 'قدرت‌های ', ''],
    ['a word that is added', 'karabakh-neo-neo', 'روابط', 'روابط خوب'],
    ['one letter', 'karabakh-neo-neo', 'روسیه', 'روسیا'],
    ['a digit of a sound source', 'concert-of-powers', '۲۰۱۴', '۲۰۱۵'],
    ['a digit that the source digit cannot be', 'karabakh-neo-neo', '۲۰۲۰', '۲۰۲۳'],
    ['a digit that the source digit could be, but that nothing decides', 'karabakh-neo-neo', '۱۹۹۷', '۱۹۹۳'],
  ])('fail when the text has %s', (_, slug, from, to) => {
    const faults = checkFidelity(alter(slug, (text) => text.replace(from, to)));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.what).toMatch(/letters differ|no number in the source/);
  });

  test('fail when two paragraphs change places', () => {
    const article = edition.articles[0] as Article;
    const [version] = article.versions;
    if (!version) throw new Error('no version');
    const paragraphs = version.body.filter((block): block is Paragraph => block.type === 'paragraph');
    const [first, second] = paragraphs;
    const body = version.body.map((block) =>
      block === first
        ? { ...first, children: second?.children ?? [] }
        : block === second
          ? { ...second, children: first?.children ?? [] }
          : block,
    ) as typeof version.body;
    const faults = checkFidelity({ ...edition, articles: [{ ...article, versions: [{ ...version, body }] }] });
    expect(faults.length).toBeGreaterThanOrEqual(2);
  });
});

describe('letters', () => {
  const lost = confusions['lost-letters'];

  test('may stand for those that the extraction confused them with', () => {
    expect(unexplainedLetters('الملزل ررر کتار دییل محی', 'الملل غرب کتاب دلایل محیط', lost)).toBe('');
  });

  test('may be scrambled', () => {
    expect(unexplainedLetters('کیپلماتید', 'دیپلماتیک', lost)).toBe('');
  });

  test('may not come from nowhere', () => {
    expect(unexplainedLetters('قدرت', 'قدرتمند', lost)).toMatch(/too many/);
  });

  test('may not go missing', () => {
    expect(unexplainedLetters('قدرتمند', 'قدرت', lost)).toMatch(/source has/);
  });
});
