/** What is a formula and what is none, and what is said of one that cannot be read. */
import { describe, expect, test } from 'vitest';
import { type Inline, walkInlines } from '../../../src/edition/model.ts';
import { readVersionText } from '../../../src/edition/reading/text.ts';

const read = (mdx: string, language: 'en' | 'fa' = 'en') => readVersionText(`${mdx}\n`, 'text.mdx', language);

/** The formulas in the first paragraph of a text. */
function formulasOf(mdx: string, language: 'en' | 'fa' = 'en'): string[] {
  const { text, faults } = read(mdx, language);
  expect(faults).toEqual([]);
  const [block] = text.body;
  const inlines: readonly Inline[] = block?.type === 'paragraph' ? block.children : [];
  return [...walkInlines(inlines)].flatMap((inline) => (inline.type === 'formula' ? [inline.tex] : []));
}

describe('a formula stands between two signs', () => {
  test.each([
    ['in a line', 'Take $x^2$ and $\\frac{a}{b}$.', ['x^2', '\\frac{a}{b}']],
    [
      'with braces, brackets and signs of other marks',
      'Take $a_{[i]} * b_{j} * \\{c\\}$.',
      ['a_{[i]} * b_{j} * \\{c\\}'],
    ],
    ['with a sign of a dollar', 'Take $5\\$ + x$.', ['5\\$ + x']],
    ['in bold', 'Take **the $x$ of it**.', ['x']],
    ['before a full stop', 'It is $x$.', ['x']],
  ])('%s', (_, mdx, formulas) => {
    expect(formulasOf(mdx)).toEqual(formulas);
  });

  test.each([
    ['two prices', 'It costs $5 and $6.'],
    ['two prices of one word', 'Between $5-$6 a head.'],
    ['a price before Persian digits', 'Between $5-$۶ a head.'],
    ['one sign', 'It costs 5$.'],
    ['a space inside', 'Take $ x$ and $y $.'],
    ['an escaped sign', 'Take \\$x$ of it.'],
    ['code', 'Take `$x$` of it.'],
  ])('%s is none', (_, mdx) => {
    expect(formulasOf(mdx)).toEqual([]);
  });

  test('in Persian, where the words around it stay one text', () => {
    const { text, faults } = read('مقدار $x$ را در $y_1$ ضرب کنید.', 'fa');
    expect(faults).toEqual([]);
    expect(text.body[0]?.type === 'paragraph' && text.body[0].children.map(({ type }) => type)).toEqual([
      'text',
      'formula',
      'text',
      'formula',
      'text',
    ]);
  });
});

test('a fence is a formula on a line of its own; one with a name has a number', () => {
  const { text, faults } = read(
    '```math\na\n```\n\n```math eq-heat\n\\frac{a}{b}\n```\n\n```math\nb\n```\n\n```math eq-two\nc\n```',
  );
  expect(faults).toEqual([]);
  expect(text.body.map((block) => block.type === 'formula' && [block.id, block.number, block.name, block.tex])).toEqual(
    [
      ['formula1', undefined, undefined, 'a'],
      ['eq1', 1, 'eq-heat', '\\frac{a}{b}'],
      ['formula2', undefined, undefined, 'b'],
      ['eq2', 2, 'eq-two', 'c'],
    ],
  );
});

describe('said with its line, the reason and what to write is', () => {
  test.each([
    ['a brace that is not closed', 'Take\\\n$\\frac{a$.', 2, /cannot be read.*expected '\}'/i, /correct the TeX/],
    ['a command that nobody knows', 'Take $\\foo x$.', 1, /\\foo/, /docs\/formulas\.md/],
    ['a colour', 'Take $\\color{red}x$.', 1, /a colour/, /without it/],
    ['a size', 'Take $\\tiny x$.', 1, /a size/, /without it/],
    ['a link', 'Take $\\href{https://a.example}{x}$.', 1, /\\href/, /TeX/],
    ['a definition', 'Take $\\def\\a{\\a\\a}\\a$.', 1, /\\def defines/, /write out/],
    ['a number of its own', '```math\nx\\tag{1}\n```', 1, /\\tag numbers/, /eq-heat/],
    ['a display in a display', '```math\n\\begin{align}a&=b\\end{align}\n```', 1, /a display of its own/, /aligned/],
    ['lines that no environment holds', '```math\na\\\\b\n```', 1, /has no lines/, /aligned/],
    ['an empty one', '```math\n\n```', 1, /empty/, /write it/],
    ['one that is not closed', 'A\n\n```math\nx', 3, /not closed/, /three backticks/],
    ['a name that is none', '```math Heat\nx\n```', 1, /"Heat" is no name/, /eq-heat/],
    ['a name twice', '```math eq-a\nx\n```\n\n```math eq-a\ny\n```', 5, /"eq-a" is used twice/, /one of the two/],
    ['one that is longer than any', `$${'x'.repeat(5001)}$`, 1, /5001 characters/, /several/],
  ])('%s', (_, mdx, line, what, fix) => {
    const { faults } = read(mdx);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line });
    expect(faults[0]?.what).toMatch(what);
    expect(faults[0]?.fix).toMatch(fix);
  });

  test('each of several at once', () => {
    expect(read('$\\foo$ and $\\bar{$.\n\nThen $\\tiny x$.').faults).toHaveLength(3);
  });
});
