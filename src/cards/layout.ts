/** How a card looks: a page of the edition inside a ruled frame, as Persian books have it. */
import type { Colours } from '../edition/theme.ts';
import { directionOf } from '../text/languages.ts';
import { latinRuns } from '../text/runs.ts';
import { type Card, cardSize } from './card.ts';
import { fontFamily } from './fonts.ts';
import { markAddress } from './mark.ts';

/** An element as satori reads it: a React element without React. */
export interface Element {
  readonly type: 'div' | 'img';
  readonly key?: string;
  readonly props: Readonly<Record<string, unknown>>;
}

type Style = Readonly<Record<string, string | number>>;

const box = (style: Style, children: readonly (Element | undefined)[]): Element => ({
  type: 'div',
  props: {
    style: { display: 'flex', boxSizing: 'border-box', ...style },
    children: children.filter((child) => child !== undefined),
  },
});

/** No text of a card has room for more characters; a text of a million would be shaped whole before it is cut. */
const mostCharacters = 400;

/** What would move words about or say nothing: directional marks and controls. The joiners of Persian are kept. */
const unwanted = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * A text as satori orders it well: it knows neither isolates nor pairs of brackets, so that the ends of a Latin run in a
 * Persian text are told by marks.
 */
export function ordered(words: string, language: string): string {
  const plain = [...words.replace(unwanted, ' ').replace(/ +/g, ' ').trim()].slice(0, mostCharacters).join('');
  if (directionOf(language) !== 'rtl') return plain;
  let result = '';
  let at = 0;
  for (const { start, end } of latinRuns(plain)) {
    result += `${plain.slice(at, start)}\u200e${plain.slice(start, end)}\u200e`;
    at = end;
  }
  return result + plain.slice(at);
}

const leadingOf = (language: string): number => (directionOf(language) === 'rtl' ? 1.6 : 1.25);

const text = (words: string, language: string, size: number, lines: number | undefined, style: Style): Element => ({
  type: 'div',
  props: {
    style: {
      display: 'block',
      direction: directionOf(language),
      fontFamily: fontFamily(language),
      fontSize: size,
      lineHeight: leadingOf(language),
      overflowWrap: 'anywhere',
      ...(lines === undefined ? {} : { lineClamp: lines }),
      ...style,
    },
    children: ordered(words, language),
  },
});

/** How the title is set. */
export interface Setting {
  readonly size: number;
  /** The line after which it is cut; without it the title is as high as it wants. */
  readonly lines?: number | undefined;
}

/** The room that a title can have, in pixels. */
export const titleRoom = { width: 1036, height: 290 } as const;

/** The letters of a title are this wide at least, of their size; most are nearly twice as wide. */
const narrowest = 0.25;

/** Whether a title may fit in a size: what is certainly too high need not be tried. */
export function mayFit({ text: words, language }: Card['title'], size: number): boolean {
  const lines = Math.ceil((words.length * narrowest * size) / titleRoom.width);
  return lines * leadingOf(language) * size <= titleRoom.height;
}

const small = 30;

/** The top line: the mark with the edition's name, and the journal at the other end. */
function head({ language, edition, journal, theme }: Card, row: string): Element {
  const { frame, soft } = theme.colours.light;
  return box({ flexDirection: row, justifyContent: 'space-between', alignItems: 'center', gap: 32 }, [
    box({ flexDirection: row, alignItems: 'center', gap: 18, flexShrink: 0 }, [
      { type: 'img', props: { src: markAddress(theme), width: 60, height: 60 } },
      edition === undefined
        ? undefined
        : text(edition, language, 38, 1, { fontWeight: 700, color: frame, maxWidth: 520 }),
    ]),
    journal === undefined ? undefined : text(journal, language, small, 1, { color: soft }),
  ]);
}

/** The last line, below a rule: the version. */
const foot = (words: string, language: string, row: string, { rule, soft }: Colours): Element =>
  box({ flexDirection: row, paddingTop: 10, borderTop: `1px solid ${rule}` }, [
    text(words, language, small, 1, { color: soft }),
  ]);

/** A box in a frame. satori draws a border with a clip, which costs more than the whole rest; one ground on another costs nothing. */
const framed = (width: number, padding: number, { frame, paper }: Colours, children: readonly Element[]): Element =>
  box({ flexGrow: 1, padding: width, backgroundColor: frame }, [
    box({ flexGrow: 1, padding, backgroundColor: paper }, children),
  ]);

/**
 * @param card its words
 * @param setting of the title
 * @returns what satori draws; the title is the element with the key `title`
 */
export function layOut(card: Card, { size, lines }: Setting): Element {
  const { language, title } = card;
  const colours = card.theme.colours.light;
  const row = directionOf(language) === 'rtl' ? 'row-reverse' : 'row';
  const balance = lines === undefined ? { textWrap: 'balance' } : {};
  const content = [
    head(card, row),
    { ...text(title.text, title.language, size, lines, { fontWeight: 700, ...balance }), key: 'title' },
    text(card.by, language, 36, 2, {}),
    card.version === undefined ? undefined : foot(card.version, language, row, colours),
  ];
  return box({ ...cardSize, padding: 26, backgroundColor: colours.paper, color: colours.ink }, [
    framed(4, 7, colours, [
      framed(1, 0, colours, [
        box(
          { flexGrow: 1, flexDirection: 'column', justifyContent: 'space-between', padding: '20px 44px 14px' },
          content,
        ),
      ]),
    ]),
  ]);
}
