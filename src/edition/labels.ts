/** What the text itself calls its numbered parts: «شکل ۲», "Figure 2". A part prints its label, and a cross reference repeats it. */
import { sayNumber } from '../text/digits.ts';
import { baseOf } from '../text/languages.ts';

/** The parts that have a label, by the letters with which an id begins; those of a section are counted within it, `s3-1`. */
const labelled = ['fig', 'table', 'eq', 'box', 'verse', 'code', 'appendix', 'p', 's'];

/** What texts in a language call their parts, in that order; a text in one that is not here is labelled in English. */
const names: Readonly<Record<string, readonly string[]>> = {
  fa: ['شکل', 'جدول', 'رابطۀ', 'کادر', 'شعر', 'کد', 'پیوست', 'بند', 'بخش'],
  en: ['Figure', 'Table', 'Equation', 'Box', 'Verse', 'Listing', 'Appendix', 'paragraph', 'Section'],
  ar: ['الشكل', 'الجدول', 'المعادلة', 'الإطار', 'القصيدة', 'الشفرة', 'الملحق', 'الفقرة', 'القسم'],
  fr: ['Figure', 'Tableau', 'Équation', 'Encadré', 'Poème', 'Code', 'Annexe', 'paragraphe', 'Section'],
  de: ['Abbildung', 'Tabelle', 'Gleichung', 'Kasten', 'Gedicht', 'Code', 'Anhang', 'Absatz', 'Abschnitt'],
  az: ['Şəkil', 'Cədvəl', 'Tənlik', 'Çərçivə', 'Şeir', 'Kod', 'Əlavə', 'abzas', 'Bölmə'],
  ur: ['شکل', 'جدول', 'مساوات', 'خانہ', 'نظم', 'کوڈ', 'ضمیمہ', 'پیراگراف', 'حصہ'],
  ckb: ['وێنەی', 'خشتەی', 'هاوکێشەی', 'چوارگۆشەی', 'شیعری', 'کۆدی', 'پاشکۆی', 'پەرەگرافی', 'بەشی'],
};

/**
 * The label of a numbered part in the language of the text.
 *
 * @param id its anchor: `fig2`, `table1`, `p12`, `s3-1`
 * @returns nothing for an id of no such part
 */
export function labelOf(id: string, language: string): string | undefined {
  const [, kind = '', numbers = ''] = /^([a-z]+)(\d+(?:-\d+)*)$/.exec(id) ?? [];
  const labels = names[baseOf(language)] ?? names['en'];
  const name = labels?.[labelled.indexOf(kind)];
  const said = numbers.split('-').map((number) => sayNumber(Number(number), language));
  return name && `${name} ${said.join('.')}`;
}
