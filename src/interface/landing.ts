import type { Localised } from '../text/languages.ts';

/** The words of the landing page, a paragraph each. */
export const landing: Localised<{ readonly what: readonly string[]; readonly cite: readonly string[] }> = {
  fa: {
    what: [
      'متن دو مقاله از مجلۀ «مطالعات اوراسیای مرکزی» هنگام بیرون‌کشیدن از پرونده‌های PDF درهم شکسته بود: حرف‌ها گم شده بودند، رقم‌ها یکی شده بودند و فهرست منابع از میان رفته بود. اینجا هر دو مقاله جمله به جمله بازسازی شده‌اند.',
      'هر بند شماره و پیوند ماندگار دارد، هر خوانش نامطمئن نشان داده شده و توضیح داده شده است، و هر بند را می‌توان در برابر سطرهای منبعی که از آن آمده خواند.',
    ],
    cite: [
      'برای استناد به یک بند، شمارۀ کنار آن را برگزینید؛ نشانی آن بند در نوار نشانی مرورگر می‌آید. نشانی هر نسخه ثابت است و متن آن پس از انتشار تغییر نمی‌کند.',
    ],
  },
  en: {
    what: [
      'Two articles of the journal Central Eurasia Studies broke when their text was pulled out of PDF files: letters were lost, digits ran together, the reference lists vanished. Here both are restored, sentence by sentence.',
      'Every paragraph has a number and a permanent link, every doubtful reading is shown and explained, and every paragraph can be read beside the source lines from which it comes.',
    ],
    cite: [
      'To cite a paragraph, follow the number beside it: its address then stands in the address bar. The address of a version is fixed, and its text does not change once it is released.',
    ],
  },
};
