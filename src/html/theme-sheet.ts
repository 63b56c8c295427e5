/** The theme of an edition as the style sheet that gives the tokens of `styles/` their values. */
import { type Colours, schemes, type Theme } from '../edition/theme.ts';

const tokens = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');

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
