/** The parts of citation-js that are used here; the packages bring no types. */
declare module '@citation-js/core' {
  /** A style or a locale: XML, or the tree that citeproc makes of it. */
  type Csl = string | import('./bibliography/styles/tree.ts').CslTree;
  export const plugins: {
    readonly config: {
      get(name: '@csl'): {
        readonly templates: { add(name: string, csl: Csl): void };
        readonly locales: { add(name: string, csl: Csl): void };
      };
    };
  };
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean });
    readonly data: Record<string, unknown>[];
    format(
      format: 'bibliography',
      options: { template: string; lang: string; format: string; asEntryArray: true },
    ): [string, string][];
    format(
      format: 'citation',
      options: { template: string; lang: string; format: string; entry: readonly string[] },
    ): string;
  }
}

declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';

declare module 'citeproc' {
  /** An output format: how each kind of display is written. */
  type CslFormat = Record<`@${string}`, string | boolean | ((state: unknown, text: string) => string)>;
  const CSL: {
    readonly Output: { readonly Formats: Record<string, CslFormat> };
  };
  export default CSL;
}
