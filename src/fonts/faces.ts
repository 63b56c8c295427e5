/** The faces of pages and books: which file each comes from, and what every text can need of it. */

export interface Typeface {
  /** Its name in style sheets. */
  readonly family: string;
  /** The name of the subset file. */
  readonly file: string;
  /** The whole face, as a module's file. */
  readonly from: string;
  /** Characters that are kept whatever the text has. */
  readonly always: string;
  /** The weights that are kept. */
  readonly weight: number | { readonly min: number; readonly max: number };
  readonly style?: 'italic' | undefined;
  /** The characters that it serves, as CSS says it; without it, all. */
  readonly range?: string | undefined;
}

const latin = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}–—‘’“”…¶·×©§°éèöüçäÖÜÇ`;

export const typefaces: readonly Typeface[] = [
  {
    family: 'Estenad Naskh',
    file: 'naskh.woff2',
    from: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    /** What any Persian page can need: the alphabet with its hamza forms, digits, marks, joiners, quotation marks. */
    always: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقکگكلمنهوۀةىيیپچژًٌٍَُِّْٰٔـ۰۱۲۳۴۵۶۷۸۹٪٫٬،؛؟«»\u200c\u200d',
    weight: { min: 400, max: 700 },
    range: 'U+0600-06FF, U+200C-200F, U+FB50-FDFF, U+FE70-FEFF, U+AB, U+BB',
  },
  {
    family: 'Estenad Serif',
    file: 'serif.woff2',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    always: latin,
    weight: { min: 400, max: 700 },
  },
  // The titles of Latin references: a naskh has no italic, and a slanted upright is none.
  {
    family: 'Estenad Serif',
    file: 'serif-italic.woff2',
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    always: latin,
    weight: 400,
    style: 'italic',
  },
];
