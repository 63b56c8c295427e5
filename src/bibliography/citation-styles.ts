import { hasPersianRules, isArabic, type Localised } from '../text/languages.ts';
import type { CslLocale } from './styles/csl-project.ts';

/** A way of writing references. A row here makes it appear in every citing panel. */
export interface CitationStyle {
  readonly id: string;
  readonly name: Localised;
  /** A style of the CSL repository, or one of ours (styles/persian.ts). */
  readonly csl: string;
  /** Whose journals alone have it: it is offered to who reads the language here, and of what is written in it. */
  readonly readers?: 'fa' | 'ar';
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

/** The style in which a work in Persian, and one in another language, stands in a list of works; and that of Arabic journals. */
export const listStyles = { fa: 'persian', ar: 'arabic', other: 'apa' } as const;

/** The styles that an edition can choose for citations which an import prints: those of names in the text. */
export const inTextStyles = ['apa', 'chicago', 'mla', 'harvard', 'iso690'] as const;

/** The style that a reader of a language is shown first. */
export function firstStyle(language: string): string {
  if (hasPersianRules(language)) return listStyles.fa;
  return isArabic(language) ? listStyles.ar : listStyles.other;
}

export const citationStyles: readonly CitationStyle[] = [
  {
    id: 'persian',
    name: { fa: 'شیوۀ مجله‌های ایرانی', en: 'Iranian journals', ar: 'المجلات الإيرانية' },
    csl: 'persian',
    readers: 'fa',
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
    readers: 'fa',
    locale: 'en-US',
  },
  {
    id: 'arabic',
    name: { fa: 'شیوۀ مجله‌های عربی', en: 'Arabic journals', ar: 'المجلات العربية' },
    csl: 'arabic-list',
    readers: 'ar',
    locale: 'ar',
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
