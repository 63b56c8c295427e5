/** The style sheet of an edition: its faces, and its theme, which gives the tokens of `styles/` their values. */

import { type Colours, schemes, type Theme } from '../edition/theme.ts';
import { faceRule } from '../fonts/face-rule.ts';
import { isRare } from '../fonts/faces.ts';
import type { MadeFace } from '../fonts/web.ts';
import type { Language } from '../text/languages.ts';

const tokens = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');

/**
 * The faces. A common one that comes late waits for the next page, so that no line moves under the reader's eyes; each is asked for
 * in the head of a page that needs it (layouts/Page.astro) and is there in time on all but the slowest lines. One of rare letters is
 * not asked for in the head, and comes when it comes. In a folder nothing can be asked for in the head (a file has no origin), and
 * the disk answers at once: the text waits.
 */
export const facesSheet = (faces: readonly MadeFace[]): string =>
  [false, true]
    .flatMap((isInFolder) =>
      faces.map((face) =>
        faceRule(face, {
          family: isInFolder ? `${face.family} in a folder` : face.family,
          url: `@fonts/${face.file}`,
          display: isInFolder ? 'block' : isRare(face) ? 'fallback' : 'optional',
        }),
      ),
    )
    .join('');

/**
 * @returns CSS. Dark stands where the device asks for it and the reader has not chosen, and where the reader has chosen it; on a
 *   screen: paper is white.
 */
export function themeSheet({ colours, measure }: Theme): string {
  const chosen = schemes
    .filter((scheme) => scheme !== 'light')
    .map((scheme) => `[data-theme="${scheme}"] { ${tokens(colours[scheme])} }`);
  return [
    `:root { ${tokens(colours.light)} --measure: ${measure}rem; --measure-narrow: ${measure * 0.8}rem; --measure-wide: ${measure * 1.2}rem; }`,
    `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme]) { ${tokens(colours.dark)} } }`,
    `@media screen { ${chosen.join(' ')} }`,
    '',
  ].join('\n');
}

/** The digits that count in CSS, of languages that page.css does not know (CSS Counter Styles 3, section 6.1). */
const counters: Readonly<Partial<Record<Language, string>>> = { ar: 'arabic-indic' };

/** Lists, articles and printed pages counted in the digits of the languages of an edition; nothing of one that has no such language. */
export const countersSheet = (languages: readonly Language[]): string =>
  languages
    .map((language) => {
      const digits = counters[language];
      if (digits === undefined) return '';
      const own = `:lang(${language})`;
      return [
        `:where(ol${own}){list-style-type:${digits}}`,
        `.entries-of-edition${own}>li::before{content:counter(article,${digits})}`,
        `@media print{@page ${digits}{@bottom-center{content:counter(page,${digits});font:9pt "Estenad Naskh",serif}}`,
        `body${own}{page:${digits}}}`,
      ].join('');
    })
    .join('');
