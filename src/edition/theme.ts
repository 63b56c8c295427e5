/** How an edition looks: what `theme:` in `edition.yaml` can say, and what stands where it says nothing. */
import { wcagContrast } from 'culori';
import type { OwnFaces } from '../fonts/faces.ts';

/** The schemes that a reader can choose; the first two follow the device. */
export const schemes = ['light', 'dark', 'sepia'] as const;
export type Scheme = (typeof schemes)[number];

/** What has a colour: grounds, letters, lines. */
export const colourNames = [
  'paper',
  'raised',
  'ink',
  'soft',
  'rule',
  'gold',
  'frame',
  'rubric',
  'accent',
  'mark',
  'inserted',
  'deleted',
] as const;
export type ColourName = (typeof colourNames)[number];

/** A colour for each, `#rrggbb`. */
export type Colours = Readonly<Record<ColourName, string>>;

/** What follows the text of an article: in books and on paper notes stand below their lines. */
export const endParts = ['notes', 'apparatus', 'works', 'abstracts'] as const;
export type EndPart = (typeof endParts)[number];

export interface Theme {
  readonly colours: Readonly<Record<Scheme, Colours>>;
  /** The width of a column of text, in rem. */
  readonly measure: number;
  /** What follows the text, in its order. */
  readonly parts: readonly EndPart[];
  /** The mark of the edition, SVG, from which every icon is drawn and which the cards show. */
  readonly icon: string;
  /** The files of the faces that the edition brings for its pages. */
  readonly faces: OwnFaces;
}

const light: Colours = {
  paper: '#fbf8f1',
  raised: '#fffdf8',
  ink: '#221d17',
  soft: '#665b4e',
  rule: '#ddd3c2',
  gold: '#b3914f',
  frame: '#8a2f1d',
  rubric: '#8a2f1d',
  accent: '#23477f',
  mark: '#f6e5ae',
  inserted: '#d9ecd2',
  deleted: '#f6d9d2',
};

/** The hand is that of a ruled Persian book: warm paper, numbers and openings in vermilion, links in lapis, frames in gold. */
export const defaultTheme: Omit<Theme, 'icon' | 'faces'> = {
  colours: {
    light,
    dark: {
      paper: '#171717',
      raised: '#211f1d',
      ink: '#e8e1d5',
      soft: '#aca293',
      rule: '#3b362f',
      gold: '#8d7444',
      frame: '#8c4535',
      rubric: '#e5937a',
      accent: '#a5c2ec',
      mark: '#51431c',
      inserted: '#23401f',
      deleted: '#54241c',
    },
    sepia: {
      ...light,
      paper: '#f1e5cd',
      raised: '#f8efdc',
      ink: '#2d2317',
      soft: '#5f4f3b',
      rule: '#d3c19c',
      gold: '#a07c38',
      frame: '#822815',
      rubric: '#822815',
      accent: '#1f4076',
      mark: '#e6c877',
    },
  },
  // About 76 Persian characters a line, or 62 Latin ones.
  measure: 30,
  parts: endParts,
};

/** Which letters stand on which grounds. */
const pairs: readonly (readonly [letters: ColourName, ground: ColourName])[] = [
  ...(['ink', 'soft', 'rubric', 'accent'] as const).flatMap((letters) =>
    (['paper', 'raised'] as const).map((ground) => [letters, ground] as const),
  ),
  ...(['mark', 'inserted', 'deleted'] as const).map((ground) => ['ink', ground] as const),
];

/** The contrast that letters of the text need (WCAG 2.2, 1.4.3, level AA). */
export const leastContrast = 4.5;

/** Letters that cannot be read well enough on a ground where they stand. */
export interface Faint {
  readonly letters: ColourName;
  readonly ground: ColourName;
  /** Cut, not rounded, to two digits: 4.499 is not enough. */
  readonly contrast: number;
}

/** The pairs of colours of a scheme that have too little contrast. */
export const faintPairs = (colours: Colours): Faint[] =>
  pairs
    .map(([letters, ground]) => ({ letters, ground, contrast: wcagContrast(colours[letters], colours[ground]) }))
    .filter(({ contrast }) => contrast < leastContrast)
    .map((pair) => ({ ...pair, contrast: Math.floor(pair.contrast * 100) / 100 }));
