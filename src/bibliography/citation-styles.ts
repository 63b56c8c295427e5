import type { Localised } from '../text/languages.ts';
import type { CslLocale } from './styles/csl-project.ts';

/** A way of writing references. A row here makes it appear in every citing panel. */
export interface CitationStyle {
  readonly id: string;
  readonly name: Localised;
  /** A style of the CSL repository, or one of ours (styles/persian.ts). */
  readonly csl: string;
  /** `note`: as a footnote has it, not as a list of works. */
  readonly form?: 'note';
  /**
   * Whether titles of books stand in sentence capitals: APA 7, section 6.17; Cite Them Right (Harvard); Citing Medicine,
   * chapter 2 (Vancouver).
   */
  readonly isSentenceCase?: true;
  /** The locale of its terms. */
  readonly locale: CslLocale;
}

/** The style in which a work in Persian, and one in another language, stands in a list of works. */
export const listStyles = { fa: 'persian', other: 'apa' } as const;

export const citationStyles: readonly CitationStyle[] = [
  {
    id: 'persian',
    name: { fa: 'شیوۀ مجله‌های ایرانی', en: 'Iranian journals', ar: 'المجلات الإيرانية' },
    csl: 'persian',
    locale: 'fa-IR',
  },
  {
    id: 'persian-latin',
    name: {
      fa: 'شیوۀ مجله‌های ایرانی، به خط لاتین',
      en: 'Iranian journals, in Latin script',
      ar: 'المجلات الإيرانية، بالحروف اللاتينية',
    },
    csl: 'persian-latin',
    locale: 'en-US',
  },
  {
    id: 'apa',
    name: { fa: 'APA (ویراست ۷)', en: 'APA 7', ar: 'APA (الطبعة ٧)' },
    csl: 'apa',
    isSentenceCase: true,
    locale: 'en-US',
  },
  {
    id: 'chicago',
    name: { fa: 'شیکاگو، نویسنده–تاریخ', en: 'Chicago author-date', ar: 'شيكاغو، المؤلف والتاريخ' },
    csl: 'chicago-author-date',
    locale: 'en-US',
  },
  {
    id: 'chicago-notes',
    name: { fa: 'شیکاگو، پانویس', en: 'Chicago notes', ar: 'شيكاغو، الحواشي' },
    csl: 'chicago-fullnote-bibliography',
    form: 'note',
    locale: 'en-US',
  },
  {
    id: 'mla',
    name: { fa: 'MLA (ویراست ۹)', en: 'MLA 9', ar: 'MLA (الطبعة ٩)' },
    csl: 'modern-language-association',
    locale: 'en-US',
  },
  {
    id: 'harvard',
    name: { fa: 'هاروارد', en: 'Harvard', ar: 'هارفارد' },
    csl: 'harvard-cite-them-right',
    isSentenceCase: true,
    locale: 'en-GB',
  },
  {
    id: 'vancouver',
    name: { fa: 'ونکوور', en: 'Vancouver', ar: 'فانكوفر' },
    csl: 'vancouver',
    isSentenceCase: true,
    locale: 'en-US',
  },
  { id: 'ieee', name: { fa: 'IEEE', en: 'IEEE', ar: 'IEEE' }, csl: 'ieee', locale: 'en-US' },
  {
    id: 'iso690',
    name: { fa: 'ISO 690', en: 'ISO 690', ar: 'ISO 690' },
    csl: 'iso690-author-date-en',
    locale: 'en-US',
  },
];
