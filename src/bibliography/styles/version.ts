/**
 * The version of a text on the web in references. CSL has a variable for it, which few styles print for a page; behind the title,
 * outside its quotation marks and italics, is where APA 7 (section 10.10) and Chicago (17th edition, section 14.207) put one.
 */
import { ownStyles } from './persian.ts';
import { type CslTree, changed } from './tree.ts';

/** The variable that holds the version in words here; no style prints it (CSL 1.0.2, appendix IV: short annotations). */
export const versionWords = 'annote';

/** The styles that print the version where their manual has it: ours, and MLA 9 (section 5.49: behind the container). */
export const printsVersion = (csl: string): boolean => csl in ownStyles || csl === 'modern-language-association';

/** A style that prints the version in words behind each whole title. */
export const withVersion = (style: CslTree): CslTree =>
  changed(style, (element) => {
    if (element.name !== 'text' || element.attrs['variable'] !== 'title' || element.attrs['form'] !== undefined)
      return element;
    // What the style sets behind the title comes behind both.
    const { suffix, ...attrs } = element.attrs;
    const words = { variable: versionWords, prefix: '(', suffix: ')', 'font-style': 'normal' };
    return {
      name: 'group',
      attrs: { delimiter: ' ', ...(suffix === undefined ? {} : { suffix }) },
      children: [
        { ...element, attrs },
        { name: 'text', attrs: words, children: [] },
      ],
    };
  });

/** The same in the HTML of citeproc, which sets upright words into the italics of the title. */
export const versionOutside = (html: string): string =>
  html.replace(
    /\s*\(<span style="font-style:normal;">([^<]*)<\/span>\)(<\/i>)?/g,
    (_, words: string, end = '') => `${end} (${words})`,
  );
