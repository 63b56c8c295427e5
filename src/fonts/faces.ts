/** The faces of pages and books: which file each comes from, and what every text can need of it. */
import { faceFiles, serifFile, serifParts } from './files.ts';

/** A range of characters, first and last. */
type Range = readonly [first: number, last: number];

/** The faces that an edition can bring itself, by what they are. */
export const faceSlots = ['arabic', 'arabic-bold', 'latin', 'latin-italic'] as const;
export type FaceSlot = (typeof faceSlots)[number];

/** The files of those that it brings. */
export type OwnFaces = Readonly<Partial<Record<FaceSlot, string>>>;

export interface Typeface {
  /** Its name in style sheets. */
  readonly family: string;
  /** The name of the subset file. */
  readonly file: string;
  /** The file of the whole face. */
  readonly from: string;
  /** Characters that are kept whatever the text has. */
  readonly always: string;
  /** Its weight, or the weights that are kept of a file with several. */
  readonly weight: number | { readonly min: number; readonly max: number };
  readonly style?: 'italic' | undefined;
  /** The characters that it serves; without it, all. */
  readonly ranges?: readonly Range[] | undefined;
}

const latin = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}–—‘’“”…¶·×©§°éèöüçäÖÜÇ`;

/**
 * What any Persian page can need: the alphabet with its hamza forms, digits, marks, joiners, quotation marks. The space is for the
 * shaping engines, which draw a joiner as an empty space, and drop it, with its place, from a face that has none.
 */
const persian = ' ءآأؤإئابةتثجحخدذرزسشصضطظعغفقکگكلمنهوۀةىيیپچژًٌٍَُِّْٰٔـ۰۱۲۳۴۵۶۷۸۹٪٫٬،؛؟«»\u200c\u200d';

const arabicRanges: readonly Range[] = [
  [0x600, 0x6ff],
  [0x200c, 0x200f],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfeff],
  [0xab, 0xab],
  [0xbb, 0xbb],
];

const naskh = { family: 'Estenad Naskh', always: persian, ranges: arabicRanges } as const;
const serif = { family: 'Estenad Serif', always: latin } as const;

/** Those that every page has. */
export const typefaces: readonly Typeface[] = [
  { ...naskh, file: 'naskh.woff2', from: faceFiles.naskh, weight: 400 },
  { ...naskh, file: 'naskh-bold.woff2', from: faceFiles.naskhBold, weight: 700 },
  { ...serif, file: 'serif.woff2', from: serifFile('latin', 'normal'), weight: { min: 400, max: 700 } },
  // The titles of Latin references: a naskh has no italic, and a slanted upright is none.
  { ...serif, file: 'serif-italic.woff2', from: serifFile('latin', 'italic'), weight: 400, style: 'italic' },
];

/** Whether it is one of those, which serves no whole script. */
export const isRare = ({ file }: Pick<Typeface, 'file'>): boolean => !typefaces.some((face) => face.file === file);

/** Whether a text has letters, digits or signs of the Arabic script: what a naskh serves beside them, other faces have too. */
export const isInNaskh = (text: string): boolean => /\p{Script_Extensions=Arabic}/u.test(text);

/** Whether a face is a naskh. */
export const isNaskh = ({ family }: Pick<Typeface, 'family'>): boolean => family === naskh.family;

/** Those that every page has, as far as an edition brings no others. */
export const pageTypefaces = (own: OwnFaces): readonly Typeface[] =>
  typefaces.map((face, index) => ({ ...face, from: own[faceSlots[index] as FaceSlot] ?? face.from }));

/** Those of letters that few texts have: of Eastern Europe, Vietnamese, Greek, Cyrillic ones. */
export const furtherTypefaces: readonly Typeface[] = serifParts.slice(1).flatMap((part) => [
  {
    ...serif,
    always: '',
    file: `serif-${part}.woff2`,
    from: serifFile(part, 'normal'),
    weight: { min: 400, max: 700 },
  },
  {
    ...{ ...serif, always: '', file: `serif-${part}-italic.woff2`, from: serifFile(part, 'italic') },
    ...({ weight: 400, style: 'italic' } as const),
  },
]);

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');

/** The ranges of a face as CSS says them (CSS Fonts 4, 4.5). */
export const unicodeRange = (ranges: readonly Range[]): string =>
  ranges.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(', ');

/** The characters of a text that a face serves. */
export const servedBy = ({ ranges }: Typeface, characters: string): string =>
  ranges === undefined
    ? characters
    : Array.from(characters)
        .filter((character) => {
          const code = character.codePointAt(0) as number;
          return ranges.some(([first, last]) => first <= code && code <= last);
        })
        .join('');

/**
 * Families that a device can have, for a reader whose browser loads no face: in naskh those of Linux and Android, of Apple, of
 * Windows. From a folder WebKit loads none, as each file has an origin of its own there, until a script has brought them.
 */
export const fallbackFamilies = ['Source Serif 4', 'Noto Naskh Arabic', 'Geeza Pro', 'Times New Roman'] as const;
