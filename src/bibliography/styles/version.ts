/**
 * The version of a text on the web in references. CSL has a variable for it, which few styles print for a page; it stands behind the
 * title, outside its quotation marks and italics: in brackets in APA 7 (section 10.10), in Chicago as the other parts do (17th
 * edition, section 14.268), behind a full stop in a list and a comma in a note.
 */
import { ownStyles } from './persian.ts';
import { type CslTree, changed } from './tree.ts';

/** The variable that holds the version in words here; no style prints it (CSL 1.0.2, appendix IV: short annotations). */
export const versionWords = 'annote';

/** The styles that print the version where their manual has it: ours, and MLA 9 (section 5.49: behind the container). */
export const printsVersion = (csl: string): boolean => csl in ownStyles || csl === 'modern-language-association';

/** The signs around the version in the styles that have it without brackets. */
export const versionSigns: Readonly<Record<string, Readonly<Record<'delimiter' | 'text-case', string>>>> = {
  'chicago-author-date': { delimiter: '. ', 'text-case': 'capitalize-first' },
  'chicago-fullnote-bibliography': { delimiter: ', ', 'text-case': 'lowercase' },
};

/**
 * A style that prints the version in words behind each whole title.
 *
 * @param signs those that the style has around it; without them it stands in brackets
 */
export const withVersion = (style: CslTree, signs?: (typeof versionSigns)[string]): CslTree =>
  changed(style, (element) => {
    if (element.name !== 'text' || element.attrs['variable'] !== 'title' || element.attrs['form'] === 'short')
      return element;
    // What the style sets behind the title comes behind both.
    const { suffix, ...attrs } = element.attrs;
    const { delimiter, ...around } = signs ?? { delimiter: ' ', prefix: '(', suffix: ')' };
    const words = { variable: versionWords, 'font-style': 'normal', ...around };
    return {
      name: 'group',
      attrs: { delimiter, ...(suffix === undefined ? {} : { suffix }) },
      children: [
        { ...element, attrs },
        { name: 'text', attrs: words, children: [] },
      ],
    };
  });

/** The same in the HTML of citeproc, which sets upright words into the italics of the title. */
export const versionOutside = (html: string): string =>
  html.replace(
    /\s*(\(?)<span style="font-style:normal;">([^<]*)<\/span>(\)?)(<\/i>)?/g,
    (_, open: string, words: string, close: string, end = '') => `${end} ${open}${words}${close}`,
  );
