import type { Localised } from '../text/languages.ts';

/** How a criterion was tried: by axe-core, by a test of our own in a browser, by looking at pictures of pages, by reading the markup. */
export type Trial = 'axe' | 'test' | 'eye' | 'markup';

/** What the trial showed. `absent`: pages have nothing that the criterion speaks of. */
export type Outcome = 'met' | 'partly' | 'absent';

/** One success criterion of WCAG 2.2. */
export interface Criterion {
  readonly id: string;
  readonly level: 'A' | 'AA';
  readonly name: Localised;
  readonly trials: readonly Trial[];
  readonly outcome: Outcome;
  readonly note: Localised;
}

const media = {
  fa: 'صدا، فیلم یا پخش زنده‌ای نیست.',
  en: 'There is no sound, film or live broadcast.',
};
const noForms = {
  fa: 'هیچ صفحه‌ای داده‌ای از خواننده نمی‌گیرد؛ تنها میدان‌ها جست‌وجو و صافی‌اند.',
  en: 'No page takes data from its reader; search and filters are the only fields.',
};

type Row = readonly [
  id: string,
  level: 'A' | 'AA',
  english: string,
  persian: string,
  trials: readonly Trial[],
  outcome: Outcome,
  note: Localised,
];

const rows: readonly Row[] = [
  [
    '1.1.1',
    'A',
    'Non-text Content',
    'محتوای غیرمتنی',
    ['axe', 'markup'],
    'met',
    {
      fa: 'نمودارهای مقاله‌ها به صورت جدول آمده‌اند؛ نمودار کتاب‌شناسی نام دارد و همان داده‌ها زیر آن جدول شده‌اند.',
      en: 'The figures of the articles are given as tables; the chart of the bibliography has a name, and its data stand below it as a table.',
    },
  ],
  [
    '1.2.1',
    'A',
    'Audio-only and Video-only (Prerecorded)',
    'تنها صدا یا تنها تصویر (ضبط‌شده)',
    ['markup'],
    'absent',
    media,
  ],
  ['1.2.2', 'A', 'Captions (Prerecorded)', 'زیرنویس (ضبط‌شده)', ['markup'], 'absent', media],
  [
    '1.2.3',
    'A',
    'Audio Description or Media Alternative (Prerecorded)',
    'توصیف صوتی یا جایگزین (ضبط‌شده)',
    ['markup'],
    'absent',
    media,
  ],
  ['1.2.4', 'AA', 'Captions (Live)', 'زیرنویس (زنده)', ['markup'], 'absent', media],
  ['1.2.5', 'AA', 'Audio Description (Prerecorded)', 'توصیف صوتی (ضبط‌شده)', ['markup'], 'absent', media],
  [
    '1.3.1',
    'A',
    'Info and Relationships',
    'اطلاعات و رابطه‌ها',
    ['axe', 'markup'],
    'met',
    {
      fa: 'سرعنوان، فهرست، جدول با سرستون و سرسطر، یادداشت و بازگشت آن، افزوده و حذف، همه با عنصر خود آمده‌اند.',
      en: 'Headings, lists, tables with column and row heads, notes and their way back, insertions and deletions each have their own element.',
    },
  ],
  [
    '1.3.2',
    'A',
    'Meaningful Sequence',
    'ترتیب معنادار',
    ['test', 'markup'],
    'met',
    {
      fa: 'ترتیب سند ترتیب خواندن است؛ پاره‌های لاتین در متن فارسی جدا نگه داشته شده‌اند تا ترتیب نشکند.',
      en: 'The order of the document is the order of reading; Latin runs in Persian text are isolated, so that their order does not break.',
    },
  ],
  [
    '1.3.3',
    'A',
    'Sensory Characteristics',
    'ویژگی‌های حسی',
    ['markup'],
    'met',
    {
      fa: 'هیچ راهنمایی تنها به شکل، رنگ یا جا تکیه نمی‌کند.',
      en: 'No instruction relies on shape, colour or place alone.',
    },
  ],
  [
    '1.3.4',
    'AA',
    'Orientation',
    'جهت صفحه',
    ['test'],
    'met',
    {
      fa: 'صفحه‌ها در هر پهنا از ۳۲۰ پیکسل به بالا خوانده می‌شوند و جهتی را تحمیل نمی‌کنند.',
      en: 'Pages read at any width from 320 pixels up and force no orientation.',
    },
  ],
  ['1.3.5', 'AA', 'Identify Input Purpose', 'هدف ورودی', ['markup'], 'absent', noForms],
  [
    '1.4.1',
    'A',
    'Use of Color',
    'کاربرد رنگ',
    ['axe', 'eye'],
    'partly',
    {
      fa: 'پیوندهای متن زیرخط دارند و تفاوت‌ها خط و واژه؛ نام بخش جاری پررنگ است. بخش‌های میله‌های نمودار کتاب‌شناسی را تنها رنگ جدا می‌کند؛ شمار هر یک در جدول زیر آن است.',
      en: 'Links in text are underlined, differences have lines and words, the current section is bold. The parts of the bars of the bibliography’s chart differ by colour only; their counts are in the table below it.',
    },
  ],
  ['1.4.2', 'A', 'Audio Control', 'مهار صدا', ['markup'], 'absent', media],
  [
    '1.4.3',
    'AA',
    'Contrast (Minimum)',
    'تضاد رنگ متن',
    ['axe'],
    'met',
    {
      fa: 'در رنگ‌های روشن، تیره و کاهی سنجیده شده است.',
      en: 'Measured in light, dark and sepia.',
    },
  ],
  [
    '1.4.4',
    'AA',
    'Resize Text',
    'بزرگ‌کردن متن',
    ['test'],
    'met',
    {
      fa: 'تا ۴۰۰ درصد چیزی از میان نمی‌رود؛ صفحه خود نیز چهار اندازه دارد.',
      en: 'Nothing is lost up to 400 %; the page itself has four sizes too.',
    },
  ],
  [
    '1.4.5',
    'AA',
    'Images of Text',
    'تصویر متن',
    ['markup'],
    'met',
    {
      fa: 'هیچ متنی تصویر نیست، نام ویراست هم.',
      en: 'No text is an image, the name of the edition included.',
    },
  ],
  [
    '1.4.10',
    'AA',
    'Reflow',
    'بازچینی',
    ['test'],
    'met',
    {
      fa: 'در ۳۲۰ پیکسل (۴۰۰ درصد) هیچ صفحه‌ای پیمایش افقی ندارد؛ جدول‌های پهن در جای خود پیمایش می‌شوند.',
      en: 'At 320 pixels (400 %) no page scrolls sideways; wide tables scroll in their own place.',
    },
  ],
  [
    '1.4.11',
    'AA',
    'Non-text Contrast',
    'تضاد رنگ غیرمتن',
    ['eye'],
    'partly',
    {
      fa: 'کادر میدان‌ها و نشانۀ تمرکز تضاد کافی دارند. بعضی رنگ‌های نمودار کتاب‌شناسی با زمینه کمتر از ۳ به ۱ تضاد دارند؛ همان داده‌ها در جدول است.',
      en: 'Borders of fields and the focus mark have enough contrast. Some colours of the bibliography’s chart have less than 3:1 against the page; the table has the same data.',
    },
  ],
  [
    '1.4.12',
    'AA',
    'Text Spacing',
    'فاصله‌گذاری متن',
    ['test'],
    'met',
    {
      fa: 'با فاصله‌های خواستۀ این معیار چیزی بریده نمی‌شود. فاصلۀ حرف در فارسی پیوستگی خط را می‌شکند؛ صفحه خود آن را به کار نمی‌برد.',
      en: 'With the spacings that the criterion names nothing is cut off. Letter spacing tears Persian script apart; the pages themselves use none.',
    },
  ],
  [
    '1.4.13',
    'AA',
    'Content on Hover or Focus',
    'محتوای اشاره یا تمرکز',
    ['test'],
    'met',
    {
      fa: 'کارت منبع و یادداشت با Escape بسته می‌شود، اشاره‌گر می‌تواند روی آن برود و تا تمرکز هست می‌ماند.',
      en: 'The card of a reference or note closes with Escape, the pointer may move onto it, and it stays while the focus does.',
    },
  ],
  [
    '2.1.1',
    'A',
    'Keyboard',
    'صفحه‌کلید',
    ['test'],
    'partly',
    {
      fa: 'همه‌چیز پیوند، دکمه، میدان یا details است. استناد به گزیده‌ای از چند بند تنها با برگزیدن متن ممکن است، که در بعضی مرورگرها بی موش آسان نیست؛ صفحۀ «استناد به بندها» همان را بی آن می‌دهد، بند به بند.',
      en: 'Everything is a link, a button, a field or a details element. Citing a range of paragraphs starts from selected text, which some browsers make hard without a mouse; the page “Cite a passage” gives the same, paragraph by paragraph.',
    },
  ],
  [
    '2.1.2',
    'A',
    'No Keyboard Trap',
    'بی دام صفحه‌کلید',
    ['test'],
    'met',
    {
      fa: 'از هر پنجره با Escape بیرون می‌آیید و تمرکز به جای پیشین برمی‌گردد.',
      en: 'Escape leaves every window, and the focus returns to where it was.',
    },
  ],
  [
    '2.1.4',
    'A',
    'Character Key Shortcuts',
    'میان‌برهای تک‌حرفی',
    ['test'],
    'met',
    {
      fa: 'تنها میان‌بر «/» است، برای رفتن به جست‌وجو؛ در «نمایش» خاموش می‌شود.',
      en: 'The only one is “/”, which leads to the search field; it is switched off under “Display”.',
    },
  ],
  [
    '2.2.1',
    'A',
    'Timing Adjustable',
    'زمان تنظیم‌پذیر',
    ['markup'],
    'absent',
    { fa: 'هیچ‌چیز زمان ندارد.', en: 'Nothing is timed.' },
  ],
  [
    '2.2.2',
    'A',
    'Pause, Stop, Hide',
    'درنگ، ایست، پنهان‌کردن',
    ['test'],
    'absent',
    { fa: 'هیچ‌چیز خود نمی‌جنبد.', en: 'Nothing moves by itself.' },
  ],
  [
    '2.3.1',
    'A',
    'Three Flashes or Below Threshold',
    'سه چشمک',
    ['test'],
    'absent',
    { fa: 'هیچ‌چیز چشمک نمی‌زند.', en: 'Nothing flashes.' },
  ],
  [
    '2.4.1',
    'A',
    'Bypass Blocks',
    'گذر از تکرارها',
    ['axe', 'test'],
    'met',
    {
      fa: 'نخستین پیوند هر صفحه به متن می‌برد.',
      en: 'The first link of each page leads to its text.',
    },
  ],
  [
    '2.4.2',
    'A',
    'Page Titled',
    'عنوان صفحه',
    ['axe'],
    'met',
    {
      fa: 'هر صفحه عنوان خود را دارد و نام ویراست پس از آن است.',
      en: 'Each page has a title of its own, followed by the edition’s name.',
    },
  ],
  [
    '2.4.3',
    'A',
    'Focus Order',
    'ترتیب تمرکز',
    ['test'],
    'met',
    {
      fa: 'ترتیب تمرکز ترتیب سند است.',
      en: 'The focus follows the order of the document.',
    },
  ],
  [
    '2.4.4',
    'A',
    'Link Purpose (In Context)',
    'هدف پیوند',
    ['axe', 'markup'],
    'met',
    {
      fa: 'شمارۀ بند، نشان یادداشت و پیکان بازگشت نامی دارند که صفحه‌خوان می‌خواند.',
      en: 'Paragraph numbers, note marks and the arrows back have names for screen readers.',
    },
  ],
  [
    '2.4.5',
    'AA',
    'Multiple Ways',
    'چند راه',
    ['markup'],
    'met',
    {
      fa: 'فهرست مقاله‌ها، جست‌وجو، کتاب‌شناسی و نقشۀ سایت.',
      en: 'List of articles, search, bibliography, sitemap.',
    },
  ],
  [
    '2.4.6',
    'AA',
    'Headings and Labels',
    'سرعنوان‌ها و برچسب‌ها',
    ['axe', 'markup'],
    'met',
    {
      fa: 'سرعنوان‌های مقاله‌ها از نویسندگان است.',
      en: 'The headings of the articles are their authors’.',
    },
  ],
  [
    '2.4.7',
    'AA',
    'Focus Visible',
    'تمرکز نمایان',
    ['test', 'eye'],
    'met',
    {
      fa: 'خطی به پهنای ۳ پیکسل، در رنگ‌های تحمیلی نیز.',
      en: 'A line 3 pixels wide, in forced colours too.',
    },
  ],
  [
    '2.4.11',
    'AA',
    'Focus Not Obscured (Minimum)',
    'تمرکز پوشیده نمی‌شود',
    ['test'],
    'met',
    {
      fa: 'نوار فهرست روی تلفن جای خود را نگه می‌دارد؛ با Tab هیچ پیوندی زیر آن نمی‌ماند.',
      en: 'The bar of contents on a phone keeps its room: tabbing leaves no link under it.',
    },
  ],
  [
    '2.5.1',
    'A',
    'Pointer Gestures',
    'حرکت‌های اشاره‌گر',
    ['markup'],
    'absent',
    { fa: 'حرکتی لازم نیست.', en: 'No gesture is needed.' },
  ],
  [
    '2.5.2',
    'A',
    'Pointer Cancellation',
    'لغو اشاره',
    ['markup'],
    'met',
    {
      fa: 'همه‌چیز با رهاکردن کار می‌کند.',
      en: 'Everything acts on release.',
    },
  ],
  [
    '2.5.3',
    'A',
    'Label in Name',
    'برچسب در نام',
    ['axe', 'markup'],
    'met',
    {
      fa: 'نام شمارۀ بند و نشان یادداشت همان رقمی را دارد که دیده می‌شود.',
      en: 'The names of paragraph numbers and note marks hold the digits that are seen.',
    },
  ],
  [
    '2.5.4',
    'A',
    'Motion Actuation',
    'کار با حرکت دستگاه',
    ['markup'],
    'absent',
    { fa: 'چنین کاری نیست.', en: 'There is none.' },
  ],
  [
    '2.5.7',
    'AA',
    'Dragging Movements',
    'کشیدن',
    ['markup'],
    'absent',
    { fa: 'کشیدنی لازم نیست.', en: 'Nothing needs dragging.' },
  ],
  [
    '2.5.8',
    'AA',
    'Target Size (Minimum)',
    'اندازۀ هدف',
    ['axe'],
    'met',
    {
      fa: 'دست‌کم ۲۴ پیکسل؛ پیوندهای درون جمله از این معیار بیرون‌اند.',
      en: 'At least 24 pixels; links within a sentence are exempt.',
    },
  ],
  [
    '3.1.1',
    'A',
    'Language of Page',
    'زبان صفحه',
    ['axe'],
    'met',
    { fa: 'هر صفحه زبان خود را می‌گوید.', en: 'Each page states its language.' },
  ],
  [
    '3.1.2',
    'AA',
    'Language of Parts',
    'زبان بخش‌ها',
    ['test', 'markup'],
    'met',
    {
      fa: 'پاره‌های انگلیسی متن فارسی و پاره‌های فارسی صفحه‌های انگلیسی نشان زبان دارند و سطرهای منبع نشان زبان خط خود را؛ زبان واژه‌های درهم‌ریختۀ منبع دانسته نیست؛ نام قالب‌ها و نشانی‌ها نشان ندارند.',
      en: 'English runs in Persian text and Persian runs on English pages are marked, and lines of a source for the language of their script (that of a garbled word is not known); names of formats and addresses are not.',
    },
  ],
  [
    '3.2.1',
    'A',
    'On Focus',
    'هنگام تمرکز',
    ['test'],
    'met',
    {
      fa: 'تمرکز تنها کارت منبع را نشان می‌دهد؛ جای صفحه عوض نمی‌شود.',
      en: 'Focus shows the card of a reference and nothing else; the page stays.',
    },
  ],
  [
    '3.2.2',
    'A',
    'On Input',
    'هنگام ورودی',
    ['test'],
    'met',
    {
      fa: 'صافی و جست‌وجو تنها فهرست خود را عوض می‌کنند و شمار را می‌گویند.',
      en: 'Filters and search change their own list and say how many.',
    },
  ],
  [
    '3.2.3',
    'AA',
    'Consistent Navigation',
    'ناوبری یکسان',
    ['markup'],
    'met',
    {
      fa: 'سر و پای همۀ صفحه‌ها یکی است.',
      en: 'Header and footer are the same on all pages.',
    },
  ],
  [
    '3.2.4',
    'AA',
    'Consistent Identification',
    'نام‌گذاری یکسان',
    ['markup'],
    'met',
    {
      fa: 'واژه‌های همۀ صفحه‌ها از یک فهرست می‌آیند.',
      en: 'The words of all pages come from one list.',
    },
  ],
  [
    '3.2.6',
    'A',
    'Consistent Help',
    'راهنمای یکسان',
    ['markup'],
    'absent',
    {
      fa: 'راه تماسی یا راهنمایی زنده نیست؛ «دربارۀ این ویراست» و این صفحه در پای همۀ صفحه‌هاست.',
      en: 'There is no contact or live help; “About this edition” and this page are in the footer of every page.',
    },
  ],
  [
    '3.3.1',
    'A',
    'Error Identification',
    'شناسایی خطا',
    ['test'],
    'met',
    {
      fa: 'جست‌وجویی که چیزی نیابد یا نمایه‌ای که خوانده نشود با واژه گفته می‌شود.',
      en: 'A search that finds nothing and an index that cannot be read are told in words.',
    },
  ],
  [
    '3.3.2',
    'A',
    'Labels or Instructions',
    'برچسب یا راهنما',
    ['axe'],
    'met',
    { fa: 'هر میدان نام دارد.', en: 'Every field has a name.' },
  ],
  [
    '3.3.3',
    'AA',
    'Error Suggestion',
    'پیشنهاد برای خطا',
    ['test'],
    'met',
    {
      fa: 'برای واژه‌ای که پیدا نشود املاهای نزدیک پیشنهاد می‌شود.',
      en: 'For a word that is not found, near spellings are suggested.',
    },
  ],
  ['3.3.4', 'AA', 'Error Prevention (Legal, Financial, Data)', 'پیشگیری از خطا', ['markup'], 'absent', noForms],
  ['3.3.7', 'A', 'Redundant Entry', 'ورودی تکراری', ['markup'], 'absent', noForms],
  [
    '3.3.8',
    'AA',
    'Accessible Authentication (Minimum)',
    'ورود دسترس‌پذیر',
    ['markup'],
    'absent',
    { fa: 'ورودی نیست.', en: 'There is no login.' },
  ],
  [
    '4.1.2',
    'A',
    'Name, Role, Value',
    'نام، نقش، مقدار',
    ['axe'],
    'met',
    {
      fa: 'عنصرهای خود HTML به کار رفته‌اند: details، dialog، popover، دکمه و میدان.',
      en: 'HTML’s own elements are used: details, dialog, popover, buttons, fields.',
    },
  ],
  [
    '4.1.3',
    'AA',
    'Status Messages',
    'پیام‌های وضعیت',
    ['test', 'markup'],
    'met',
    {
      fa: 'شمار نتیجه‌ها، شمار آثار و «رونوشت شد» خوانده می‌شوند.',
      en: 'The counts of results and works and “Copied” are announced.',
    },
  ],
];

/** Every success criterion of levels A and AA of WCAG 2.2 (https://www.w3.org/TR/WCAG22/); 4.1.1 is no longer one. */
export const criteria: readonly Criterion[] = rows.map(([id, level, en, fa, trials, outcome, note]) => ({
  id,
  level,
  name: { fa, en },
  trials,
  outcome,
  note,
}));

/** The words of the accessibility page. */
export const conformanceStrings: Localised<{
  readonly lead: string;
  readonly how: readonly string[];
  readonly limits: string;
  readonly limit: readonly string[];
  readonly table: string;
  readonly criterion: string;
  readonly level: string;
  readonly tried: string;
  readonly result: string;
  readonly note: string;
  readonly trials: Readonly<Record<Trial, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly count: (met: string, partly: string, absent: string) => string;
}> = {
  fa: {
    lead: 'این صفحه‌ها برای WCAG 2.2 در سطح AA ساخته شده‌اند. جدول زیر معیار به معیار می‌گوید هر کدام چگونه آزموده شد و چه چیز کم است.',
    how: [
      'axe-core در آزمون‌های این نرم‌افزار روی صفحه‌های هر گونه اجرا می‌شود: در هر دو زبان، روشن و تیره، با پهنای تلفن و رایانه، و هیچ ایرادی مجاز نیست. همۀ مقاله‌ها به فارسی و یکی از آن‌ها به انگلیسی آزموده می‌شوند. آزمون‌های خود ما در مرورگر بازچینی در ۳۲۰ پیکسل، فاصله‌گذاری متن، رنگ‌های تحمیلی، کار با صفحه‌کلید و نشان زبان‌ها را می‌سنجند. همۀ این‌ها در Chromium است.',
    ],
    limits: 'آنچه آزموده نشده یا کم است',
    limit: [
      'صفحه‌ها با صفحه‌خوان واقعی (NVDA، VoiceOver، TalkBack) و با خوانندگان دارای معلولیت آزموده نشده‌اند؛ داوری دربارۀ صفحه‌خوان از روی ساختار صفحه است.',
      'در Firefox و Safari آزموده نشده‌اند.',
      'این جدول دربارۀ صفحه‌های وب است، نه دربارۀ پرونده‌هایی که دریافت می‌شوند.',
      'متن مقاله‌ها از نویسندگان است: کوته‌نوشت‌ها و واژه‌های دشوار آن توضیح داده نشده‌اند.',
    ],
    table: 'معیارها',
    criterion: 'معیار',
    level: 'سطح',
    tried: 'آزمون',
    result: 'نتیجه',
    note: 'توضیح',
    trials: { axe: 'axe', test: 'آزمون مرورگر', eye: 'دیدن تصویر', markup: 'خواندن نشانه‌گذاری' },
    outcomes: { met: 'برآورده', partly: 'نه به تمامی', absent: 'موضوع ندارد' },
    count: (met, partly, absent) =>
      `${met} معیار برآورده است، ${partly} معیار نه به تمامی، و ${absent} معیار در این صفحه‌ها موضوعی ندارد.`,
  },
  en: {
    lead: 'These pages are made for WCAG 2.2, level AA. The table says, criterion by criterion, how each was tried and what falls short.',
    how: [
      'In the tests of this software axe-core runs on pages of every kind, in both languages, light and dark, at the width of a phone and of a computer, and may find nothing. All articles are tried in Persian, one of them in English. Browser tests of our own try reflow at 320 pixels, text spacing, forced colours, the keyboard and the marks of languages. All of it in Chromium.',
    ],
    limits: 'What was not tried, or falls short',
    limit: [
      'No real screen reader (NVDA, VoiceOver, TalkBack) and no reader with a disability has tried the pages; what is said of screen readers is read off the structure of the pages.',
      'They were not tried in Firefox or Safari.',
      'The table is about the web pages, not about the files that can be downloaded.',
      'The text of the articles is their authors’: its abbreviations and difficult words are not explained.',
    ],
    table: 'The criteria',
    criterion: 'Criterion',
    level: 'Level',
    tried: 'Tried by',
    result: 'Result',
    note: 'Remarks',
    trials: { axe: 'axe', test: 'browser test', eye: 'looking at pictures', markup: 'reading the markup' },
    outcomes: { met: 'met', partly: 'not wholly met', absent: 'does not arise' },
    count: (met, partly, absent) =>
      `${met} criteria are met, ${partly} are not wholly met, ${absent} do not arise on these pages.`,
  },
};
