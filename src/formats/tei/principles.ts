/** What the header of a TEI file says of the edition, in both languages: its principles, shortly. */
import type { Article } from '../../edition/model.ts';
import type { Localised } from '../../text/languages.ts';

/** Of a text that its extraction broke. */
const restored = {
  responsibility: {
    fa: 'بازسازی متن، دستگاه انتقادی و نشانه‌گذاری',
    en: 'Restoration of the text, critical apparatus and encoding',
  },
  witness: {
    fa: 'متن دریافتی: لایۀ متنی آسیب‌دیدۀ پروندۀ مجله',
    en: 'The text as received: the damaged text layer of the journal’s file',
  },
  correction: {
    fa: 'متن به صورتی آمده که به تشخیص ویراستاران در صفحۀ چاپی بوده است. تنها آسیب‌های استخراج برطرف شده است؛ لغزش‌های نویسنده دست‌نخورده مانده است. افزودۀ ویراستاران در supplied و متن ازدست‌رفته در gap است و ویراستاران آن را حدس نزده‌اند.',
    en: 'The text is given as we judge the printed page to have read. Only damage from extraction is repaired; authors’ errors are kept. Text supplied by the editors is in supplied; lost text is a gap and is not reconstructed.',
  },
} as const;

/** Of a text that was sound when it came. */
const intact = {
  responsibility: {
    fa: 'آماده‌سازی متن، دستگاه انتقادی و نشانه‌گذاری',
    en: 'Preparation of the text, critical apparatus and encoding',
  },
  witness: { fa: 'متن دریافتی', en: 'The text as received' },
  correction: {
    fa: 'متن همان متن دریافتی است؛ لغزش‌های نویسنده دست‌نخورده مانده است. افزودۀ ویراستاران در supplied و متن ازدست‌رفته در gap است و ویراستاران آن را حدس نزده‌اند.',
    en: 'The text is the text as received; authors’ errors are kept. Text supplied by the editors is in supplied; lost text is a gap and is not reconstructed.',
  },
} as const;

/** Of a text in Persian. */
const persian: Localised = {
  fa: 'رسم نیم‌فاصله و «ۀ» همان رسم مجله است. رقم‌ها در متن فارسی فارسی‌اند و در ارجاع‌های لاتین لاتین.',
  en: 'The zero-width non-joiner and «ۀ» follow the journal’s style. Persian running text has Persian digits, Latin citations have Latin ones.',
};

/** Of every text. */
const common = {
  interpretation: {
    fa: 'خوانشی که متن دریافتی آن را قطعی نمی‌کند یک app است: lem آنچه برگزیده شد، rdg با wit صورت متن دریافتی، rdg از نوع candidate خوانش‌های ممکن دیگر، note دلیل. مقدار cert در عنصر lem چنین است: قطعی high، به‌قرینه medium، نامطمئن low.',
    en: 'A reading that the source leaves open is an app: lem has what was chosen, the rdg with wit what the source has, each rdg of type candidate what else is possible, note the reason. The cert of lem: high is certain, medium is supported by other evidence, low is uncertain.',
  },
  general: [
    {
      fa: 'هر سطر متن دریافتی در sourceDoc آمده است. هر بند، عنوان بخش، جدول و یادداشت سطرهای خود را با corresp نام می‌برد؛ سطری که در متن نیامده با type می‌گوید که چیست.',
      en: 'Every line of the text as received is in sourceDoc. Each paragraph, heading, table and note names its lines in corresp; a line that is no part of the text says in type what it is.',
    },
    {
      fa: 'آثار را ویراستاران شناسایی کرده‌اند؛ cert در biblStruct درجۀ اطمینان شناسایی است و note دلیل آن.',
      en: 'The works were identified by the editors; the cert of a biblStruct says how sure the identification is, and a note why.',
    },
  ],
  references: {
    fa: 'بندهای متن اصلی از ۱ شماره دارند (n) و xml:id هر بند، p و شمارۀ آن، نشانی آن در صفحۀ همین نسخه است. شماره‌ها با نسخه ثابت‌اند.',
    en: 'Paragraphs of the body are numbered from 1 (n); the xml:id of each, p and its number, is its anchor in the page of this version. The numbers are fixed with the version.',
  },
  calendar: {
    fa: 'گاه‌شماری هجری خورشیدی ایران؛ when و notBefore و notAfter میلادی‌اند.',
    en: 'The Solar Hijri calendar of Iran; when, notBefore and notAfter are Gregorian.',
  },
} as const;

/** The principles that hold for an article. */
export const principlesOf = ({ source, language }: Article) => ({
  ...common,
  ...(source.profile === 'intact' ? intact : restored),
  normalization: language === 'fa' ? persian : undefined,
});
