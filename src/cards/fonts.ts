/**
 * The faces of the cards: those of the pages, whole and one file a weight. The pages' own files are cut down to the
 * characters of the edition and hold all weights at once, which satori cannot draw.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'satori';
import type { Language } from '../text/languages.ts';
import { mirrorAnchors } from './anchors.ts';

const require = createRequire(import.meta.url);

const files = [
  ['Naskh', 400, '@expo-google-fonts/noto-naskh-arabic/NotoNaskhArabic_400Regular.ttf'],
  ['Naskh', 700, '@expo-google-fonts/noto-naskh-arabic/NotoNaskhArabic_700Bold.ttf'],
  ['Serif', 400, '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'],
  ['Serif', 700, '@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf'],
] as const;

export const cardFonts: readonly Font[] = files.map(([name, weight, file]) => ({
  name,
  weight,
  style: 'normal',
  data: mirrorAnchors(readFileSync(require.resolve(file))),
}));

/** The faces of a text, by its language: its own script's first. */
export const fontFamily = (language: Language): string => (language === 'fa' ? 'Naskh, Serif' : 'Serif, Naskh');
