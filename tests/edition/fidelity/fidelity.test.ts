import { beforeAll, describe, expect, test } from 'vitest';
import { confusions } from '../../../src/edition/fidelity/confusions.ts';
import { checkFidelity, unexplainedLetters } from '../../../src/edition/fidelity/fidelity.ts';
import type { Article, Edition, Inline, Paragraph } from '../../../src/edition/model.ts';
import { harbour } from '../../helpers/harbour.ts';

let edition: Edition;
beforeAll(async () => {
  edition = await harbour();
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

describe('a restored text', () => {
  test('agrees with its source', () => {
    expect(checkFidelity(edition)).toEqual([]);
  });

  test.each([
    ['a word for another', 'sea-routes', 'نظام', 'دولت'],
    ['a word that is left out', 'sea-routes', 'قدرت‌های ', ''],
    ['a word that is added', 'border-markets', 'روابط', 'روابط خوب'],
    ['one letter', 'border-markets', 'روسیه', 'روسیا'],
    ['a digit of a sound source', 'sea-routes', '۲۰۱۴', '۲۰۱۵'],
    ['a digit that the source digit cannot be', 'border-markets', '۲۰۲۰', '۲۰۲۳'],
    ['a digit that the source digit could be, but that nothing decides', 'border-markets', '۱۹۹۷', '۱۹۹۳'],
  ])('fails when the text has %s', (_, slug, from, to) => {
    const faults = checkFidelity(alter(slug, (text) => text.replace(from, to)));
    expect(faults).toHaveLength(1);
    expect(faults[0]?.what).toMatch(/letters differ|no number in the source/);
  });

  test('fails when two paragraphs change places', () => {
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
