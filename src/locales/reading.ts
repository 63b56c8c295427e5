import type { Localised } from '../text/languages.ts';

/** The words of what helps a reader along. They go into the script of the pages, so there is no other word here. */
export interface ReadingStrings {
  readonly display: string;
  readonly size: string;
  readonly sizes: Readonly<Record<'small' | 'normal' | 'large' | 'larger', string>>;
  readonly width: string;
  readonly widths: Readonly<Record<'narrow' | 'normal' | 'wide', string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<'device' | 'light' | 'sepia' | 'dark', string>>;
  readonly keys: string;
  readonly keysChoices: Readonly<Record<'on' | 'off', string>>;
  readonly close: string;
  readonly notCopied: string;
  /** Takes minutes, as the page shows them. */
  readonly readingTime: (minutes: string) => string;
  readonly left: (minutes: string) => string;
  readonly goOn: (paragraph: string) => string;
}

export const readingStrings: Localised<ReadingStrings> = {
  fa: {
    display: 'نمایش',
    size: 'اندازۀ حروف',
    sizes: { small: 'ریز', normal: 'میانه', large: 'درشت', larger: 'درشت‌تر' },
    width: 'پهنای سطر',
    widths: { narrow: 'باریک', normal: 'میانه', wide: 'پهن' },
    theme: 'رنگ',
    themes: { device: 'مانند دستگاه', light: 'روشن', sepia: 'کاهی', dark: 'تیره' },
    keys: 'کلید «/» برای رفتن به جست‌وجو',
    keysChoices: { on: 'روشن', off: 'خاموش' },
    close: 'بستن',
    notCopied: 'رونوشت نشد',
    readingTime: (minutes) => `زمان خواندن: حدود ${minutes} دقیقه`,
    left: (minutes) => `${minutes} دقیقه مانده`,
    goOn: (paragraph) => `ادامه از بند ${paragraph}`,
  },
  en: {
    display: 'Display',
    size: 'Text size',
    sizes: { small: 'small', normal: 'medium', large: 'large', larger: 'larger' },
    width: 'Line width',
    widths: { narrow: 'narrow', normal: 'medium', wide: 'wide' },
    theme: 'Colours',
    themes: { device: 'as the device', light: 'light', sepia: 'sepia', dark: 'dark' },
    keys: 'The key “/” leads to search',
    keysChoices: { on: 'on', off: 'off' },
    close: 'Close',
    notCopied: 'Not copied',
    readingTime: (minutes) => `Reading time: about ${minutes} ${minutes === '1' ? 'minute' : 'minutes'}`,
    left: (minutes) => `${minutes} min left`,
    goOn: (paragraph) => `Go on from paragraph ${paragraph}`,
  },
};
