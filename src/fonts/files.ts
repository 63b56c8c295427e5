/**
 * The files of the faces, one a weight: PDFs, covers and cards are drawn with them whole, pages and books have subsets.
 *
 * Version 2.016 of Noto Naskh Arabic draws a letter with its dots, and لا as two letters, one glyph each. Newer ones set dots and
 * hamzas as marks, in places that GPOS gives them: WebKitGTK leaves a mark where it was drawn and moves a word that ends in one,
 * and text does not come back whole from a PDF. `tests/fonts/` holds the subsets to it.
 */
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The package of the Persian face. */
export const naskhPackage = '@expo-google-fonts/noto-naskh-arabic';
const serifPackage = '@expo-google-fonts/source-serif-4';

export const faceFiles = {
  naskh: resolve(`${naskhPackage}/NotoNaskhArabic_400Regular.ttf`),
  naskhBold: resolve(`${naskhPackage}/NotoNaskhArabic_700Bold.ttf`),
  serif: resolve(`${serifPackage}/400Regular/SourceSerif4_400Regular.ttf`),
  serifItalic: resolve(`${serifPackage}/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf`),
  serifBold: resolve(`${serifPackage}/700Bold/SourceSerif4_700Bold.ttf`),
  /** The text of the licence that both families are under (OFL-1.1). */
  openFontLicence: resolve(`${serifPackage}/LICENSE_FONT`),
} as const;

/** The parts of the Latin face for pages. The first has the letters of Western Europe, which every page needs. */
export const serifParts = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const;
export type SerifPart = (typeof serifParts)[number];

/** A part of the Latin face with all weights in one file, which pages load as one. */
export const serifFile = (part: SerifPart, style: 'normal' | 'italic'): string =>
  resolve(`@fontsource-variable/source-serif-4/files/source-serif-4-${part}-wght-${style}.woff2`);
