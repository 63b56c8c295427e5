import type { Identification, WorkType } from '../bibliography/work.ts';
import type { ArticleEvent, Certainty, LineUse, Version } from '../edition/model.ts';
import type { PassageKind } from '../search/passages.ts';
import { sayNumber } from '../text/digits.ts';
import type { Language } from '../text/languages.ts';

/** Every word of the interface, in one language. To add a language, add an object of this form. */
export interface Strings {
  readonly languageName: string;
  readonly comma: string;
  readonly search: string;
  readonly searchFor: string;
  readonly found: (count: string, query: string) => string;
  /** Where more passages may answer than were looked at. */
  readonly foundFirst: (count: string, query: string) => string;
  readonly foundOne: (query: string) => string;
  readonly nothingFound: (query: string) => string;
  readonly nearSpellings: string;
  readonly searchAll: string;
  readonly typeToSearch: string;
  readonly searching: string;
  readonly searchBroken: string;
  readonly searchNeedsScript: string;
  readonly fullTexts: string;
  readonly kindLabel: string;
  readonly passageKinds: Readonly<Record<PassageKind, string>>;
  readonly moreResults: string;
  readonly offline: string;
  readonly preservation: string;
  readonly offlineLead: string;
  readonly offlineStored: (files: string, megabytes: string) => string;
  readonly offlineNotStored: string;
  readonly offlineNoService: string;
  readonly offlineRemove: string;
  readonly updateReady: string;
  readonly reload: string;
  readonly semicolon: string;
  readonly bibliography: string;
  readonly bibliographyLead: string;
  readonly identifications: string;
  readonly identification: Readonly<Record<Identification, string>>;
  readonly identificationHint: Readonly<Record<Identification, string>>;
  /** Where what is said of a work was looked up. */
  readonly drawnFrom: string;
  /** By what a bibliography writes for what has no address. */
  readonly seenIn: Readonly<Record<string, string>>;
  readonly printedAs: string;
  readonly citedIn: string;
  readonly citeThis: string;
  readonly citeRecord: string;
  readonly citeVersion: string;
  readonly citePassage: string;
  readonly citePassageHint: string;
  readonly citePassages: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyLink: string;
  readonly citeParagraph: string;
  readonly filter: string;
  readonly all: string;
  readonly type: string;
  readonly languageLabel: string;
  readonly shown: (count: string) => string;
  readonly workTypes: Readonly<Record<WorkType, string>>;
  readonly languages: Readonly<Record<string, string>>;
  readonly picture: string;
  readonly asTable: string;
  readonly unknown: string;
  readonly download: string;
  readonly worksPages: string;
  readonly searchWorks: string;
  readonly worksFiles: string;
  readonly and: string;
  readonly skip: string;
  readonly home: string;
  readonly about: string;
  readonly accessibility: string;
  readonly otherLanguage: string;
  readonly contents: string;
  readonly read: string;
  readonly abstract: string;
  readonly section: string;
  readonly articleKind: string;
  readonly affiliation: string;
  readonly romanised: string;
  readonly doi: string;
  readonly printedDate: string;
  readonly placeholderSite: string;
  readonly inTextReference: string;
  readonly extendedAbstract: string;
  readonly keywords: string;
  readonly notes: string;
  readonly apparatus: string;
  readonly works: string;
  readonly worksInPersian: string;
  readonly worksInLatin: string;
  /** Explains the marks of a printed page. */
  readonly apparatusHint: string;
  readonly article: string;
  readonly articles: string;
  readonly version: string;
  readonly versions: string;
  readonly allVersions: string;
  readonly latest: string;
  readonly newerVersion: (number: string) => string;
  readonly files: string;
  readonly sourcePage: string;
  readonly changesPage: string;
  readonly digest: string;
  readonly digestHint: string;
  readonly draft: string;
  readonly sourceLines: string;
  readonly sourceLine: (first: number, last: number) => string;
  readonly editionText: string;
  readonly noParagraph: string;
  readonly paragraph: (number: number) => string;
  /** Takes the number as the page shows it, so that the label holds the visible text (WCAG 2.5.3). */
  readonly permalink: (number: string) => string;
  readonly note: (number: string) => string;
  readonly back: string;
  readonly close: string;
  readonly lostNote: string;
  readonly lostCreatorNote: string;
  readonly figure: (number: number) => string;
  readonly table: (number: number) => string;
  readonly reading: string;
  readonly readings: string;
  readonly doubtful: string;
  readonly sourceForm: string;
  readonly candidates: string;
  readonly certaintyLabel: string;
  readonly reason: string;
  readonly place: string;
  readonly remark: string;
  readonly supplied: string;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly certaintyHint: Readonly<Record<Certainty, string>>;
  readonly events: Readonly<Record<ArticleEvent, string>>;
  readonly uses: Readonly<Record<LineUse, string>>;
  readonly kinds: Readonly<Record<Version['kind'], string>>;
  readonly corresponding: string;
  readonly versionOfRecord: string;
  readonly doiVersion: string;
  readonly doiArticle: string;
  readonly doiReserved: string;
  readonly journal: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly year: string;
  readonly rights: string;
  readonly howToCite: string;
  readonly howToCiteHint: string;
  readonly whereToSearch: string;
  readonly searchHint: string;
  readonly fullText: string;
  readonly wholeBook: string;
  readonly dates: string;
  readonly seenAt: string;
  readonly inSource: string;
  readonly ours: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly permanentAddress: string;
  readonly aboutArticle: string;
  readonly decoded: string;
  readonly decodedHint: string;
}

export const strings: Readonly<Record<Language, Strings>> = {
  fa: {
    languageName: 'فارسی',
    comma: '،',
    search: 'جست‌وجو',
    searchFor: 'جست‌وجو در همۀ متن‌ها',
    found: (count, query) => `${count} نتیجه برای «${query}»`,
    foundFirst: (count, query) => `${count} نتیجۀ نخست برای «${query}»؛ شاید نتیجه‌های دیگری هم باشد`,
    foundOne: (query) => `۱ نتیجه برای «${query}»`,
    nothingFound: (query) => `برای «${query}» چیزی پیدا نشد.`,
    searchAll: 'جست‌وجو بی صافی',
    nearSpellings: 'شاید منظور این باشد:',
    typeToSearch: 'واژه یا عبارتی بنویسید. عبارت دقیق را در گیومه بگذارید.',
    searching: 'در حال جست‌وجو…',
    searchBroken: 'نمایۀ جست‌وجو خوانده نشد. متن کامل مقاله‌ها از اینجا در دسترس است:',
    searchNeedsScript: 'جست‌وجو به جاوااسکریپت نیاز دارد. بی آن، متن کامل هر مقاله را می‌توان با جست‌وجوی خود مرورگر گشت:',
    fullTexts: 'متن کامل',
    kindLabel: 'جای یافتن',
    passageKinds: {
      title: 'عنوان',
      creator: 'نویسنده',
      abstract: 'چکیده',
      keywords: 'کلیدواژه‌ها',
      heading: 'سرعنوان',
      paragraph: 'بند',
      table: 'جدول یا نمودار',
      note: 'یادداشت',
      work: 'منبع',
    },
    moreResults: 'نتیجه‌های بیشتر',
    offline: 'خواندن بی اینترنت',
    preservation: 'نگه‌داری در کتابخانه‌ها',
    offlineLead: 'پس از نخستین دیدار، همۀ این ویراست در مرورگر ذخیره می‌شود و بی اینترنت خوانده و جست‌وجو می‌شود.',
    offlineStored: (files, megabytes) => `${files} پرونده، ${megabytes} مگابایت ذخیره شده است.`,
    offlineNotStored: 'هنوز چیزی ذخیره نشده است.',
    offlineNoService:
      'این نشانی یا مرورگر ذخیره‌سازی را ممکن نمی‌کند. ویراستی که از پوشه باز شود خود بی اینترنت کار می‌کند.',
    offlineRemove: 'پاک‌کردن آنچه ذخیره شده',
    updateReady: 'نسخۀ تازه‌ای از این ویراست ذخیره شد.',
    reload: 'بازخوانی',
    semicolon: '؛',
    bibliography: 'کتاب‌شناسی',
    bibliographyLead:
      'همۀ آثاری که مقاله‌ها به آن‌ها ارجاع داده یا از آن‌ها نام برده‌اند؛ هر شناسایی درجۀ اطمینان و دلیل دارد.',
    identifications: 'شناسایی آثار',
    identification: { verified: 'تأییدشده', known: 'دانسته', partial: 'ناقص', unidentified: 'ناشناخته' },
    identificationHint: {
      verified: 'اثر در جست‌وجو دیده شده است',
      known: 'بی جست‌وجو قطعی است',
      partial: 'نامزدی قوی؛ همۀ مشخصات یا خود تطبیق تأیید نشده است',
      unidentified: 'تنها خود ارجاع قطعی است',
    },
    drawnFrom: 'برگرفته از',
    seenIn: { 'own knowledge': 'دانسته‌های خود ما', 'the article': 'خود مقاله' },
    printedAs: 'در متن به صورت',
    citedIn: 'جای ارجاع',
    citeThis: 'استناد به این مقاله',
    citeRecord: 'نسخۀ ثبت‌شده در مجله',
    citeVersion: 'این نسخه از ویراست',
    citePassage: 'یک بند',
    citePassageHint:
      'برای یک بند، شمارۀ آن را پس از نسخه و نشانی آن را پس از نشانی نسخه بیاورید. همۀ بندها با همۀ شیوه‌ها در این صفحه آماده‌اند:',
    citePassages: 'استناد به بندها',
    copy: 'رونوشت',
    copied: 'رونوشت شد',
    copyLink: 'رونوشت پیوند این بند',
    citeParagraph: 'استناد به این بند',
    filter: 'گزینش',
    all: 'همه',
    type: 'نوع',
    languageLabel: 'زبان',
    shown: (count) => `${count} اثر نشان داده می‌شود`,
    workTypes: {
      article: 'مقاله',
      book: 'کتاب',
      incollection: 'فصل کتاب',
      thesis: 'پایان‌نامه',
      report: 'گزارش یا سند',
      resolution: 'قطعنامه',
      online: 'صفحۀ وب',
      misc: 'نامعلوم',
    },
    languages: { fa: 'فارسی', en: 'انگلیسی', und: 'نامعلوم' },
    picture: 'آثار در یک نگاه: سال، زبان، نوع و درجۀ اطمینان',
    asTable: 'همین به صورت جدول',
    unknown: 'نامعلوم',
    download: 'دریافت',
    worksPages: 'صفحه‌های فهرست',
    searchWorks: 'جست‌وجو در آثار',
    worksFiles: 'فهرست آثار برای نرم‌افزارهای مدیریت منابع',
    and: ' و ',
    skip: 'پرش به متن',
    home: 'صفحۀ نخست',
    about: 'دربارۀ این ویراست',
    accessibility: 'دسترس‌پذیری',
    otherLanguage: 'English',
    contents: 'فهرست مطالب',
    read: 'خواندن مقاله',
    abstract: 'چکیده',
    section: 'بخش',
    articleKind: 'نوع مقاله',
    affiliation: 'وابستگی سازمانی',
    romanised: 'صورت لاتین نام',
    doi: 'شناسۀ دیجیتال (DOI)',
    printedDate: 'در چاپ',
    placeholderSite:
      'این ویراست هنوز نشانی همگانی ندارد؛ نشانی‌هایی که با estenad.example آغاز می‌شوند جای آن را نگه داشته‌اند و باز نمی‌شوند.',
    inTextReference: 'در متن',
    extendedAbstract: 'چکیدۀ مبسوط انگلیسی',
    keywords: 'واژگان اصلی',
    notes: 'یادداشت‌ها',
    apparatus: 'خوانش‌های نامطمئن',
    works: 'منابع',
    worksInPersian: 'منابع فارسی',
    worksInLatin: 'منابع به خط لاتین',
    apparatusHint: 'زیر خوانش‌های نامطمئن و جاهایی که توضیحی دارد نقطه‌چین است؛ افزودۀ ویراستاران میان دو کروشه است.',
    article: 'مقاله',
    articles: 'مقاله‌ها',
    version: 'نسخۀ',
    versions: 'نسخه‌ها',
    allVersions: 'همۀ نسخه‌ها',
    latest: 'تازه‌ترین نسخه',
    newerVersion: (number) => `نسخۀ تازه‌تری از این متن هست: ${number}`,
    files: 'پرونده‌ها',
    sourcePage: 'متن در برابر منبع',
    changesPage: 'نسخه‌ها و تفاوت‌ها',
    digest: 'اثر انگشت متن (sha256)',
    digestHint:
      'فرمان sha256sum روی پروندۀ mdx همین نسخه باید همین را بدهد؛ درستی یک رونوشت از کل ویراست را فرمان sha256sum -c manifest-sha256.txt در پوشۀ آن نشان می‌دهد.',
    draft: 'پیش‌نویس؛ هنوز منتشر نشده است',
    sourceLines: 'سطرهای منبع',
    sourceLine: (first, last) =>
      first === last ? `سطر ${sayNumber(first, 'fa')}` : `سطرهای ${sayNumber(first, 'fa')} تا ${sayNumber(last, 'fa')}`,
    editionText: 'متن این ویراست',
    noParagraph: 'در متن نیامده',
    paragraph: (number) => `بند ${sayNumber(number, 'fa')}`,
    permalink: (number) => `پیوند ماندگار بند ${number}`,
    note: (number) => `یادداشت ${number}`,
    back: 'بازگشت به متن',
    close: 'بستن',
    lostNote: 'متن این یادداشت در منبع از میان رفته است و حدس زده نشده است.',
    lostCreatorNote: 'نشانۀ یادداشتی در کنار این نام هست که متن آن در منبع از میان رفته است.',
    figure: (number) => `نمودار ${sayNumber(number, 'fa')}`,
    table: (number) => `جدول ${sayNumber(number, 'fa')}`,
    reading: 'خوانش',
    readings: 'خوانش‌های نامطمئن',
    doubtful: 'خوانش نامطمئن',
    sourceForm: 'صورت منبع',
    candidates: 'خوانش‌های ممکن',
    certaintyLabel: 'درجۀ اطمینان',
    reason: 'دلیل',
    place: 'جا',
    remark: 'توضیح ویراستار',
    supplied: 'افزودۀ ویراستاران، در منبع نیست',
    certainty: { certain: 'قطعی', supported: 'پشتیبانی‌شده', uncertain: 'نامطمئن' },
    certaintyHint: {
      certain: 'تاریخ، حساب یا خود متن آن را ناگزیر می‌کند',
      supported: 'اثر شناخته‌شده یا شاهدی دیگر آن را تأیید می‌کند',
      uncertain: 'منبع میان چند خوانش تصمیم نمی‌گیرد',
    },
    events: {
      received: 'تاریخ دریافت',
      revised: 'تاریخ بازنگری',
      accepted: 'تاریخ پذیرش',
      online: 'تاریخ انتشار برخط',
    },
    uses: {
      title: 'عنوان',
      byline: 'نام نویسندگان',
      affiliation: 'وابستگی سازمانی',
      dates: 'تاریخ‌ها',
      heading: 'سرعنوان',
      keywords: 'کلیدواژه‌ها',
      'running-head': 'سرصفحه',
      'page-number': 'شمارۀ صفحه',
      publication: 'مشخصات نشر',
      label: 'برچسب‌های پراکندۀ نمودار',
      lost: 'بازسازی‌ناپذیر',
    },
    kinds: {
      first: 'نخستین انتشار',
      bibliography: 'تصحیح منابع',
      restoration: 'تصحیح بازسازی',
      'source-reading': 'تصحیح خوانش منبع',
      metadata: 'فراداده',
      apparatus: 'دستگاه انتقادی',
    },
    corresponding: 'نویسندۀ مسئول',
    versionOfRecord: 'نسخۀ ثبت‌شده در مجله',
    doiVersion: 'شناسۀ دیجیتال این نسخه (DOI)',
    doiArticle: 'شناسۀ دیجیتال همۀ نسخه‌ها (DOI)',
    doiReserved: 'هنوز ثبت نشده است و باز نمی‌شود',
    journal: 'مجله',
    volume: 'دوره',
    issue: 'شماره',
    pages: 'صفحه',
    year: 'سال',
    rights: 'حقوق',
    howToCite: 'شیوۀ استناد',
    howToCiteHint:
      'برای استناد به یک بند، شمارۀ کنار آن را برگزینید؛ نشانی آن بند در نوار نشانی مرورگر می‌آید. نشانی هر نسخه ثابت است و متن آن پس از انتشار تغییر نمی‌کند.',
    whereToSearch: 'جست‌وجو',
    searchHint:
      'متن کامل هر مقاله در یک صفحه است؛ جست‌وجوی مرورگر (Ctrl+F) همۀ آن را می‌بیند. پروندۀ txt هر نسخه را هم می‌توان در هر برنامه‌ای جست‌وجو کرد.',
    fullText: 'متن کامل، ساده',
    wholeBook: 'همۀ مقاله‌ها در یک کتاب (EPUB)',
    dates: 'تاریخ‌ها',
    seenAt: 'دیده‌شده در',
    inSource: 'در متن دریافتی',
    ours: 'از ویراستاران',
    notFound: 'این صفحه پیدا نشد',
    notFoundHint: 'شاید نشانی نادرست نوشته شده باشد. همۀ مقاله‌های این ویراست از اینجا در دسترس است:',
    permanentAddress: 'نشانی ماندگار این ویراست',
    aboutArticle: 'شناسنامۀ مقاله',
    decoded: 'رقم‌های قطعی‌شده',
    decodedHint: 'رقم‌های شکستۀ منبع که تاریخ، حساب یا خود متن تنها یک خوانش برای آن‌ها باقی می‌گذارد.',
  },
  en: {
    languageName: 'English',
    comma: ',',
    search: 'Search',
    searchFor: 'Search all texts',
    found: (count, query) => `${count} results for “${query}”`,
    foundFirst: (count, query) => `The first ${count} results for “${query}”; there may be more`,
    foundOne: (query) => `1 result for “${query}”`,
    nothingFound: (query) => `Nothing was found for “${query}”.`,
    searchAll: 'Search without the filters',
    nearSpellings: 'Perhaps:',
    typeToSearch: 'Type a word or a phrase. Put an exact phrase in quotation marks.',
    searching: 'Searching…',
    searchBroken: 'The search index could not be read. The full texts are here:',
    searchNeedsScript:
      'Searching needs JavaScript. Without it, the browser’s own search goes through the full text of each article:',
    fullTexts: 'Full texts',
    kindLabel: 'Where',
    passageKinds: {
      title: 'title',
      creator: 'author',
      abstract: 'abstract',
      keywords: 'keywords',
      heading: 'heading',
      paragraph: 'paragraph',
      table: 'table or figure',
      note: 'note',
      work: 'work cited',
    },
    moreResults: 'More results',
    offline: 'Reading offline',
    preservation: 'Preservation by libraries',
    offlineLead:
      'After the first visit the whole edition is stored in the browser, and can be read and searched offline.',
    offlineStored: (files, megabytes) => `${files} files, ${megabytes} MB are stored.`,
    offlineNotStored: 'Nothing is stored yet.',
    offlineNoService:
      'This address or browser allows no storing. An edition opened from a folder works offline by itself.',
    offlineRemove: 'Remove what is stored',
    updateReady: 'A newer state of this edition was stored.',
    reload: 'Reload',
    semicolon: ';',
    bibliography: 'Bibliography',
    bibliographyLead: 'Every work that the articles cite or name; each identification says how sure it is and why.',
    identifications: 'How the works were identified',
    identification: { verified: 'verified', known: 'known', partial: 'partial', unidentified: 'unidentified' },
    identificationHint: {
      verified: 'a look-up showed the work',
      known: 'certain without a look-up',
      partial: 'a strong candidate; fields or the match itself are not confirmed',
      unidentified: 'only the citation itself is certain',
    },
    drawnFrom: 'Drawn from',
    seenIn: { 'own knowledge': 'own knowledge', 'the article': 'the article' },
    printedAs: 'Printed as',
    citedIn: 'Cited in',
    citeThis: 'Cite this article',
    citeRecord: 'The version of record in the journal',
    citeVersion: 'This version of the edition',
    citePassage: 'A passage',
    citePassageHint:
      'For a passage, put its number after the version and its anchor after the address. Every paragraph stands ready in every style on this page:',
    citePassages: 'Cite a passage',
    copy: 'Copy',
    copied: 'Copied',
    copyLink: 'Copy link to this paragraph',
    citeParagraph: 'Cite this passage',
    filter: 'Filter',
    all: 'all',
    type: 'Type',
    languageLabel: 'Language',
    shown: (count) => `${count} ${count === '1' ? 'work' : 'works'} shown`,
    workTypes: {
      article: 'article',
      book: 'book',
      incollection: 'chapter',
      thesis: 'thesis',
      report: 'report or document',
      resolution: 'resolution',
      online: 'web page',
      misc: 'not known',
    },
    languages: { fa: 'Persian', en: 'English', und: 'not known' },
    picture: 'The works at a glance: year, language, type and certainty',
    asTable: 'The same as a table',
    unknown: 'not known',
    download: 'Download',
    worksPages: 'Pages of the list',
    searchWorks: 'Search the works',
    worksFiles: 'The list of works for reference managers',
    and: ' and ',
    skip: 'Skip to the text',
    home: 'Home',
    about: 'About this edition',
    accessibility: 'Accessibility',
    otherLanguage: 'فارسی',
    contents: 'Contents',
    read: 'Read the article',
    abstract: 'Abstract',
    section: 'Section',
    articleKind: 'Kind of article',
    affiliation: 'affiliation',
    romanised: 'romanised name',
    doi: 'DOI',
    printedDate: 'as printed',
    placeholderSite:
      'This edition has no public address yet; addresses that begin with estenad.example hold its place and do not open.',
    inTextReference: 'In the text',
    extendedAbstract: 'Extended abstract',
    keywords: 'Keywords',
    notes: 'Notes',
    apparatus: 'Doubtful readings',
    works: 'Works cited',
    worksInPersian: 'In Persian',
    worksInLatin: 'In Latin script',
    apparatusHint:
      'Doubtful readings and places with a remark are underlined with dots; what the editors supplied stands in square brackets.',
    article: 'Article',
    articles: 'Articles',
    version: 'Version',
    versions: 'Versions',
    allVersions: 'All versions',
    latest: 'Latest version',
    newerVersion: (number) => `There is a newer version of this text: ${number}`,
    files: 'Files',
    sourcePage: 'Text beside its source',
    changesPage: 'Versions and differences',
    digest: 'Digest of the text (sha256)',
    digestHint:
      'sha256sum of the version’s mdx file must give this; a copy of the whole edition is proved by sha256sum -c manifest-sha256.txt in its folder.',
    draft: 'draft; not released yet',
    sourceLines: 'Source lines',
    sourceLine: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    editionText: 'Text of this edition',
    noParagraph: 'not part of the text',
    paragraph: (number) => `Paragraph ${number}`,
    permalink: (number) => `Permanent link to paragraph ${number}`,
    note: (number) => `Note ${number}`,
    back: 'Back to the text',
    close: 'Close',
    lostNote: 'The source has lost the text of this note; it has not been guessed.',
    lostCreatorNote: 'A note hung on this name; the source has lost its text.',
    figure: (number) => `Figure ${number}`,
    table: (number) => `Table ${number}`,
    reading: 'Reading',
    readings: 'Doubtful readings',
    doubtful: 'Doubtful reading',
    sourceForm: 'Source has',
    candidates: 'Possible readings',
    certaintyLabel: 'Certainty',
    reason: 'Reason',
    place: 'Place',
    remark: 'Editorial remark',
    supplied: 'supplied by the editors, not in the source',
    certainty: { certain: 'certain', supported: 'supported', uncertain: 'uncertain' },
    certaintyHint: {
      certain: 'history, arithmetic or the text itself forces it',
      supported: 'an identified work or other evidence bears it out',
      uncertain: 'the source does not decide between several readings',
    },
    events: { received: 'Received', revised: 'Revised', accepted: 'Accepted', online: 'Published online' },
    uses: {
      title: 'title',
      byline: 'byline',
      affiliation: 'affiliation',
      dates: 'dates',
      heading: 'heading',
      keywords: 'keywords',
      'running-head': 'running head',
      'page-number': 'page number',
      publication: 'publication data',
      label: 'loose labels of a figure',
      lost: 'beyond restoring',
    },
    kinds: {
      first: 'first publication',
      bibliography: 'correction of references',
      restoration: 'correction of the restoration',
      'source-reading': 'correction of a reading of the source',
      metadata: 'metadata',
      apparatus: 'apparatus',
    },
    corresponding: 'corresponding author',
    versionOfRecord: 'Version of record in the journal',
    doiVersion: 'DOI of this version',
    doiArticle: 'DOI of all versions',
    doiReserved: 'not registered yet; it does not resolve',
    journal: 'Journal',
    volume: 'Volume',
    issue: 'Issue',
    pages: 'Pages',
    year: 'Year',
    rights: 'Rights',
    howToCite: 'How to cite',
    howToCiteHint:
      'To cite a paragraph, follow the number beside it: its address then stands in the address bar. The address of a version is fixed, and its text does not change once it is released.',
    whereToSearch: 'Searching',
    searchHint:
      'The whole text of each article is on one page, so the browser’s own search (Ctrl+F) sees all of it. The txt file of each version can be searched in any program.',
    fullText: 'Full text, plain',
    wholeBook: 'All articles in one book (EPUB)',
    dates: 'Dates',
    seenAt: 'seen at',
    inSource: 'in the text as received',
    ours: 'the editors’ wording',
    notFound: 'This page was not found',
    notFoundHint: 'The address may be mistyped. Every article of this edition can be reached from here:',
    permanentAddress: 'The permanent address of this edition',
    aboutArticle: 'About the article',
    decoded: 'Digits decided',
    decodedHint:
      'Broken digits of the source for which history, arithmetic or the text itself leaves one reading only.',
  },
};
