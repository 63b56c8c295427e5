/** Persian verbs by their two stems, so that one form finds another: «نپذیرفت», «می‌پذیرد», «پذیرفتن». */

/** The past stem and the present stem. The first line are verbs that carry others («اشغال کردن») and tell little by themselves. */
const light =
  'کرد/کن شد/شو داشت/دار داد/ده گرفت/گیر بود/باش زد/زن نمود/نما گردید/گرد گشت/گرد یافت/یاب آورد/آور آمد/آ رسید/رس ساخت/ساز رفت/رو ماند/مان بست/بند توانست/توان خواست/خواه بایست/باید گذاشت/گذار افتاد/افت برد/بر کشید/کش پرداخت/پرداز انجامید/انجام';
const full =
  'پذیرفت/پذیر گفت/گو نوشت/نویس خواند/خوان دید/بین دانست/دان شناخت/شناس شکست/شکن ایستاد/ایست جنگید/جنگ کوشید/کوش پیوست/پیوند بخشید/بخش فرستاد/فرست خرید/خر فروخت/فروش کاست/کاه افزود/افزا آموخت/آموز آفرید/آفرین اندیشید/اندیش ترسید/ترس جست/جو جوشید/جوش خورد/خور ریخت/ریز سپرد/سپار سنجید/سنج فهمید/فهم کشت/کش گذشت/گذر گزید/گزین گسترد/گستر گریخت/گریز لرزید/لرز نشست/نشین نگریست/نگر ورزید/ورز پرسید/پرس پوشید/پوش پنداشت/پندار برانگیخت/برانگیز برگزید/برگزین فروپاشید/فروپاش پاشید/پاش چرخید/چرخ طلبید/طلب هراسید/هراس انگاشت/انگار شتافت/شتاب آزمود/آزما پایید/پا پرورد/پرور نهاد/نه نامید/نام نمایاند/نمایان';

const fold = (stem: string): string => stem.replaceAll('آ', 'ا');

const known = new Map<string, { readonly verb: string; readonly isLight: boolean }>();
for (const [list, isLight] of [
  [full, false],
  [light, true],
] as const) {
  for (const pair of list.split(' ')) {
    for (const stem of pair.split('/')) known.set(fold(stem), { verb: pair, isLight });
  }
}

/** What verbs begin with that are written apart, joined, or before a prefix: «پس گرفتند», «پس‌گیری», «بازمی‌گردد». */
const preverbs: ReadonlySet<string> = new Set(['پس', 'باز', 'بر', 'در', 'فرا', 'فرو', 'وا']);

const beginnings = ['', 'نمی', 'می', 'نی', 'بی', 'ن', 'ب'];
const endings = ['', 'هاند', 'هاست', 'هام', 'ست', 'ند', 'ید', 'یم', 'ن', 'ه', 'م', 'ی', 'د'];

/**
 * The verb of which a folded word may be a form.
 *
 * @example verbOf('نپذیرفت')?.verb // 'پذیرفت/پذیر'
 */
export function verbOf(word: string): { readonly verb: string; readonly isLight: boolean } | undefined {
  for (const beginning of beginnings) {
    if (!word.startsWith(beginning)) continue;
    for (const ending of endings) {
      if (!word.endsWith(ending)) continue;
      const stem = word.slice(beginning.length, word.length - ending.length);
      const verb = stem.length >= 2 ? known.get(stem) : undefined;
      // A short stem without an ending is more often a noun: «کش», «پا».
      if (verb && (stem.length > 2 || beginning !== '' || ending !== '')) return verb;
    }
  }
  return undefined;
}

/**
 * The verb of which a word and the one before it may be a form.
 *
 * @example compoundVerbOf('پس', 'گرفتند') // 'پس گرفت/گیر'
 */
export function compoundVerbOf(before: string, word: string): string | undefined {
  const verb = preverbs.has(before) ? verbOf(word) : undefined;
  return verb?.isLight ? `${before} ${verb.verb}` : undefined;
}

/** The same of a word that is written as one, with or without a joiner. */
export function joinedVerbOf(word: string): string | undefined {
  for (const preverb of preverbs) {
    const verb = word.startsWith(preverb) ? compoundVerbOf(preverb, word.slice(preverb.length)) : undefined;
    if (verb !== undefined) return verb;
  }
  return undefined;
}
