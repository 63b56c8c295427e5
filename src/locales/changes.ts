import type { ChangeClass } from '../edition/versions/comparison.ts';
import type { RelationKind } from '../edition/versions/identity.ts';
import type { Localised } from '../text/languages.ts';

/** The words of the page of changes and of the notices on older versions. Versions and places come as the page shows them. */
export interface ChangesStrings {
  readonly title: string;
  readonly history: string;
  readonly oneVersion: string;
  readonly feed: string;
  readonly data: string;
  readonly digest: string;
  readonly draft: string;
  readonly between: (from: string, to: string) => string;
  readonly key: string;
  readonly nothingDiffers: string;
  readonly nothingInText: string;
  readonly unchanged: (count: string) => string;
  readonly ofApparatus: (count: string) => string;
  readonly ofMetadata: string;
  readonly ofWorks: string;
  readonly anyTwo: string;
  readonly changed: (count: string) => string;
  readonly place: (place: string, version: string) => string;
  readonly became: string;
  readonly relations: Readonly<Record<RelationKind, string>>;
  readonly movedToo: string;
  readonly classes: Readonly<Record<ChangeClass, string>>;
  readonly deletion: string;
  readonly insertion: string;
  readonly end: string;
  readonly zwnj: string;
  readonly space: string;
  readonly breakMark: string;
  readonly lost: string;
  readonly noteMarker: (number: string) => string;
  readonly citation: string;
  readonly pages: string;
  readonly markup: (what: string) => string;
  readonly fromSource: string;
  readonly fromSourceHint: string;
  readonly firstText: (version: string) => string;
  readonly latestText: (version: string) => string;
  readonly onlyText: (version: string) => string;
  readonly sameText: (first: string, latest: string) => string;
  readonly notInFirst: (version: string) => string;
  readonly newer: (version: string) => string;
  readonly whatChanged: string;
  readonly newerHere: (version: string, place: string) => string;
  readonly sameHere: (version: string, place: string) => string;
  readonly removedSince: (version: string) => string;
}

const persianMarkup: Readonly<Record<string, string>> = {
  emphasis: 'تأکید',
  supplied: 'افزودۀ ویراستار',
  h2: 'سرعنوان سطح ۱',
  h3: 'سرعنوان سطح ۲',
};
const englishMarkup: Readonly<Record<string, string>> = {
  emphasis: 'emphasis',
  supplied: 'supplied by the editors',
  h2: 'heading of level 1',
  h3: 'heading of level 2',
};

export const changesStrings: Localised<ChangesStrings> = {
  fa: {
    title: 'تغییرها',
    history: 'تاریخچۀ نسخه‌ها',
    oneVersion: 'این متن تا کنون یک نسخه دارد. با انتشار نسخۀ بعدی، تفاوت‌ها واژه به واژه همین‌جا می‌آید.',
    feed: 'خوراک Atom',
    data: 'داده‌ها (JSON)',
    digest: 'چکیدۀ sha256',
    draft: 'پیش‌نویس؛ هنوز منتشر نشده',
    between: (from, to) => `از نسخۀ ${from} تا ${to}`,
    key: 'نشانه‌ها',
    nothingDiffers: 'این دو نسخه یکی است.',
    nothingInText: 'متن این دو نسخه یکی است.',
    ofApparatus: (count) => `${count} پاره که تنها دستگاه انتقادی آن (خوانش‌ها و ملاحظه‌های ویراستار) تغییر کرده است`,
    ofMetadata: 'فرادادۀ مقاله',
    ofWorks: 'منابع',
    anyTwo: 'مقایسۀ هر دو نسخه',
    unchanged: (count) => `${count} پارۀ دیگر یکسان مانده است.`,
    changed: (count) => `${count} تفاوت`,
    place: (place, version) => `${place} در نسخۀ ${version}`,
    became: 'شده است',
    relations: {
      same: 'یکسان',
      changed: 'تغییر کرده',
      moved: 'جابه‌جا شده',
      split: 'بخش شده',
      merged: 'یکی شده',
      added: 'افزوده',
      removed: 'برداشته شده',
    },
    movedToo: 'و جابه‌جا شده',
    classes: {
      letters: 'واژه‌ها',
      digits: 'رقم',
      zwnj: 'نیم‌فاصله',
      spacing: 'فاصله',
      punctuation: 'نقطه‌گذاری',
      citation: 'استناد',
      note: 'یادداشت',
      reading: 'خوانش',
      remark: 'ملاحظۀ ویراستار',
      markup: 'آرایش',
      break: 'مرز بندها',
    },
    deletion: 'حذف',
    insertion: 'افزوده',
    end: 'پایان',
    zwnj: 'نیم‌فاصله',
    space: 'فاصله',
    breakMark: 'مرز بند',
    lost: 'متن یادداشت در منبع از میان رفته است',
    noteMarker: (number) => `یادداشت ${number}`,
    citation: 'استناد',
    pages: 'ص',
    markup: (what) => persianMarkup[what] ?? what.replace(/^link /, 'پیوند '),
    fromSource: 'از منبع تا نسخۀ امروز',
    fromSourceHint: 'هر پاره با سطرهای منبعی که از آن آمده، متن آن در نخستین بازسازی، و متن امروز.',
    firstText: (version) => `نخستین بازسازی (${version})`,
    latestText: (version) => `متن امروز (${version})`,
    onlyText: (version) => `متن نسخۀ ${version}`,
    sameText: (first, latest) => `متن امروز (${latest})، همان متن نخستین بازسازی (${first})`,
    notInFirst: (version) => `در نسخۀ ${version} نبوده است.`,
    newer: (version) => `این نسخه دیگر تازه‌ترین نیست. تازه‌ترین نسخۀ این متن: ${version}`,
    whatChanged: 'چه تغییر کرده است',
    newerHere: (version, place) => `متن تازه‌تر این پاره در نسخۀ ${version}: ${place}`,
    sameHere: (version, place) => `همین پاره، بی‌تغییر، در نسخۀ ${version}: ${place}`,
    removedSince: (version) => `این پاره در نسخۀ ${version} نیست`,
  },
  en: {
    title: 'Changes',
    history: 'History of versions',
    oneVersion:
      'This text has one version so far. When the next one is released, the differences stand here, word by word.',
    feed: 'Atom feed',
    data: 'Data (JSON)',
    digest: 'sha256 digest',
    draft: 'draft, not yet released',
    between: (from, to) => `From version ${from} to ${to}`,
    key: 'Signs',
    nothingDiffers: 'These two versions are the same.',
    nothingInText: 'The text of these two versions is the same.',
    ofApparatus: (count) =>
      `${count} ${count === '1' ? 'passage of which' : 'passages of which'} only the apparatus has changed: readings, editorial remarks`,
    ofMetadata: 'Metadata of the article',
    ofWorks: 'Works cited',
    anyTwo: 'Any two versions',
    unchanged: (count) => `${count} other passages are the same.`,
    changed: (count) => (count === '1' ? '1 difference' : `${count} differences`),
    place: (place, version) => `${place} in version ${version}`,
    became: 'became',
    relations: {
      same: 'the same',
      changed: 'changed',
      moved: 'moved',
      split: 'split',
      merged: 'merged',
      added: 'added',
      removed: 'removed',
    },
    movedToo: 'and moved',
    classes: {
      letters: 'words',
      digits: 'digits',
      zwnj: 'zero-width non-joiner',
      spacing: 'spacing',
      punctuation: 'punctuation',
      citation: 'citation',
      note: 'note',
      reading: 'reading',
      remark: 'editorial remark',
      markup: 'markup',
      break: 'border of paragraphs',
    },
    deletion: 'deleted',
    insertion: 'inserted',
    end: 'end',
    zwnj: 'zero-width non-joiner',
    space: 'space',
    breakMark: 'border of paragraphs',
    lost: 'the source has lost the text of this note',
    noteMarker: (number) => `note ${number}`,
    citation: 'citation',
    pages: 'p.',
    markup: (what) => englishMarkup[what] ?? what,
    fromSource: 'From the source to today’s version',
    fromSourceHint: 'Each passage with the source lines from which it comes, its first restoration, and today’s text.',
    firstText: (version) => `First restoration (${version})`,
    latestText: (version) => `Today’s text (${version})`,
    onlyText: (version) => `Text of version ${version}`,
    sameText: (first, latest) => `Today’s text (${latest}), as in the first restoration (${first})`,
    notInFirst: (version) => `Version ${version} does not have it.`,
    newer: (version) => `This is no longer the latest version. The latest version of this text is ${version}`,
    whatChanged: 'What has changed',
    newerHere: (version, place) => `The newer text of this passage in version ${version}: ${place}`,
    sameHere: (version, place) => `The same passage, unchanged, in version ${version}: ${place}`,
    removedSince: (version) => `Version ${version} no longer has this passage`,
  },
};
