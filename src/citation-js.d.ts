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
  namespace CSL {
    /** Prints the citations and references of one style. */
    interface Engine {
      readonly citation: { readonly opt: { readonly layout_prefix?: string; readonly layout_suffix?: string } };
      updateItems(ids: readonly string[]): void;
      previewCitationCluster(
        citation: {
          readonly citationItems: readonly Readonly<Record<string, unknown>>[];
          readonly properties: { readonly noteIndex: number };
        },
        before: readonly unknown[],
        after: readonly unknown[],
        format: 'text' | 'html',
      ): string;
    }
  }
  const CSL: {
    readonly Output: { readonly Formats: Record<string, CslFormat> };
    readonly Engine: new (
      system: {
        readonly retrieveLocale: (language: string) => unknown;
        readonly retrieveItem: (id: string) => unknown;
      },
      style: unknown,
      language: string,
      forceLanguage: boolean,
    ) => CSL.Engine;
  };
  export default CSL;
}
