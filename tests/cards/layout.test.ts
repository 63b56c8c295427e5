import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import { cardFonts, fontFamily } from '../../src/cards/fonts.ts';
import { type Element, layOut, mayFit, ordered } from '../../src/cards/layout.ts';
import { markAddress } from '../../src/cards/mark.ts';
import { theme } from '../helpers/theme.ts';

const { paper, frame } = theme.colours.light;

const card: Card = {
  language: 'fa',
  theme,
  edition: 'آزمون',
  journal: 'مجله',
  title: { text: 'یک داستان', language: 'fa' },
  by: 'نویسنده',
  version: 'نسخۀ ۱.۰.۰',
};

type Style = Readonly<Record<string, string | number>>;
const styleOf = (element: Element | undefined) => element?.props['style'] as Style;
const childrenOf = (element: Element | undefined) => (element?.props['children'] ?? []) as readonly Element[];
/** The one box in a box, so many deep. */
const inner = (element: Element | undefined, depth: number): Element | undefined =>
  depth === 0 ? element : inner(childrenOf(element)[0], depth - 1);

/** The parts of a card, top to bottom. */
const partsOf = (one: Card, lines?: number) => childrenOf(inner(layOut(one, { size: 50, lines }), 5));

describe('the layout of a card', () => {
  test('has the mark at the side where its language begins', () => {
    expect(styleOf(partsOf(card)[0])['flexDirection']).toBe('row-reverse');
    expect(styleOf(partsOf({ ...card, language: 'en' })[0])['flexDirection']).toBe('row');
  });

  test('has the edition and journal, the title, the authors, the version', () => {
    const said = (element: Element): unknown =>
      typeof element.props['children'] === 'string' ? element.props['children'] : childrenOf(element).map(said);
    expect(partsOf(card).map(said)).toEqual([[[[], 'آزمون'], 'مجله'], 'یک داستان', 'نویسنده', ['نسخۀ ۱.۰.۰']]);
    expect(partsOf(card)[1]?.key).toBe('title');
    expect(partsOf({ ...card, version: undefined })).toHaveLength(3);
  });

  test('has a double rule in the colour of frames around paper', () => {
    const whole = layOut(card, { size: 50 });
    const grounds = [0, 1, 2, 3, 4].map((depth) => styleOf(inner(whole, depth)));
    expect(grounds.map((style) => style['backgroundColor'])).toEqual([paper, frame, paper, frame, paper]);
    // The ground of a ruling is as wide as its padding: a thick line, what is between, a thin line, nothing.
    expect(grounds.map((style) => style['padding'])).toEqual([26, 4, 7, 1, 0]);
  });

  test('balances the lines of a title that fits, and cuts one that does not', () => {
    expect(styleOf(partsOf(card)[1])).toMatchObject({ fontSize: 50, fontWeight: 700, textWrap: 'balance' });
    expect(styleOf(partsOf(card, 4)[1])).toMatchObject({ lineClamp: 4 });
    expect(styleOf(partsOf(card, 4)[1])).not.toHaveProperty('textWrap');
  });
});

test('a card of another theme has its mark and its colours', () => {
  const icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';
  const light = { ...theme.colours.light, frame: '#004d40', paper: '#ffffff' };
  const other = { ...theme, icon, colours: { ...theme.colours, light } };
  const drawn = layOut({ ...card, theme: other }, { size: 50 });
  expect(styleOf(inner(drawn, 1))['backgroundColor']).toBe('#004d40');
  expect(JSON.stringify(drawn)).toContain(markAddress(other));
  expect(JSON.stringify(drawn)).not.toContain(frame);
});

test('cards have each face in both weights, the script of the language first', () => {
  expect(cardFonts.map(({ name, weight }) => `${name} ${weight}`)).toEqual([
    'Naskh 400',
    'Naskh 700',
    'Serif 400',
    'Serif 700',
  ]);
  expect([fontFamily('fa'), fontFamily('en')]).toEqual(['Naskh, Serif', 'Serif, Naskh']);
});

test('Latin runs of a Persian line are closed by marks, and marks and controls of the text are not drawn', () => {
  const mark = '\u200e';
  expect(ordered('از Nye (1988) تا', 'fa')).toBe(`از ${mark}Nye (1988)${mark} تا`);
  expect(ordered(' a\u200f  b\n', 'en')).toBe('a b');
  expect(ordered('می\u200cرود', 'fa')).toBe('می\u200cرود');
  expect([...ordered('x'.repeat(1000), 'en')]).toHaveLength(400);
});

test('a size is not tried in which a title is certainly too high', () => {
  const title = { text: 'ا'.repeat(40), language: 'fa' } as const;
  // 40 letters of 30 pixels at least are 1200: two lines of 192 pixels, in room for 290.
  expect(mayFit(title, 120)).toBe(false);
  expect(mayFit({ ...title, text: 'ا'.repeat(34) }, 120)).toBe(true);
  expect(mayFit({ ...title, language: 'en' }, 116)).toBe(true);
});
