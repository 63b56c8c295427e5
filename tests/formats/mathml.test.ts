/** What a formula is in MathML, of which every view of it is made. */

import { describe, expect, test } from 'vitest';
import { toXml } from 'xast-util-to-xml';
import { FormulaError, mathOf } from '../../src/formulas/mathml.ts';

/** The elements of a formula, without the attributes of the whole. */
const written = (tex: string, isDisplay = false) =>
  toXml(mathOf(tex, isDisplay))
    .replace(/^<math[^>]*>|<\/math>$/g, '')
    .replace(/ class="[^"]*"/g, '');

describe('a formula in MathML', () => {
  test('is a block where it stands on a line of its own, and says how it was written', () => {
    expect(mathOf('x  +\n y', true).attributes).toMatchObject({ display: 'block', dir: 'ltr', alttext: 'x + y' });
    expect(mathOf('x', false).attributes).not.toHaveProperty('display');
  });

  test('has Persian digits in a row as one number, and each in its own place elsewhere', () => {
    expect(written('۱۲')).toContain('<mn>۱۲</mn>');
    expect(written('x^۲')).toContain('<mn>۲</mn>');
    expect(written('\\frac{۱}{۲}')).toContain('<mfrac><mn>۱</mn><mn>۲</mn></mfrac>');
  });

  test('has a box where the author drew one', () => {
    expect(written('\\boxed{x}')).toMatch(
      /^<menclose notation="box"><mstyle [^>]*>.*<mi>x<\/mi>.*<\/mstyle><\/menclose>$/,
    );
  });

  test.each([
    ['\\ref{eq-heat}', /refers to another place/],
    ['\\eqref{eq-heat}', /refers to another place/],
    ['x \\\\ y', /ends where it has no lines/],
  ])('is none of %s', (tex, what) => {
    const error = (() => {
      try {
        return mathOf(tex, false);
      } catch (one) {
        return one;
      }
    })();
    expect(error).toBeInstanceOf(FormulaError);
    expect((error as FormulaError).message).toMatch(what);
  });
});
