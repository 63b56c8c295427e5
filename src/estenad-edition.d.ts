/** What helps readers along in the language of the page: the scripts have the words of the edition's languages alone. */
declare module 'estenad:reading-words' {
  export function wordsOfPage(): import('./locales/words.ts').ReadingStrings;
}

/** What the pages show, as the build or live editing gives it (build/astro-plugins.ts). */
declare module 'estenad:edition' {
  type Shown = import('./build/shown.ts').Shown;
  export const edition: Shown['edition'];
  export const outlines: Shown['outlines'];
  export const articles: Shown['articles'];
  export const isWhole: Shown['isWhole'];
}
