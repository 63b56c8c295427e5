/** Words with which people ask rather than what they ask about: the softer search lets them go. */
import { foldLetters, stemOf, wordsOf } from '../text/fold.ts';
import { stopWords } from './stop-words.ts';

const words =
  'چیست چیستند چه چی چرا چگونه چطور چهطور کی کجا کجاست کدام کیست کیستند آیا یعنی درباره دربارۀ راجع معنی معنای معنا تعریف مفهوم منظور علت دلیل دلایل نظر توضیح بگو بگویید لطفا مقاله متن کتاب ' +
  'اثر نوشته نوشتۀ مورد چند چندم توسط ولی اگر همچنین یک ی های ها است هست هستند نیست بودند شدند خواهد توان دارد دارند میشود میکند میکنند همه خیلی بسیار برخی بعضی هیچ طی ضمن بدون نزد سوی طور ' +
  'what why how who whom whose when where does do did doing can could should would will mean means meaning definition define explain about between difference role was were they them their there these those ' +
  'i you he she we his her our your my me us into than then also such more most some any all so if but or no yes please tell book article text paper e o va dar az be ra ke ye in an ast chist chera';

let known: ReadonlySet<string> | undefined;

/** Their stems, and those of the words that tell no passages apart; made when they are first needed. */
export const letGo = (): ReadonlySet<string> => {
  known ??= new Set([
    ...stopWords(),
    ...wordsOf(words.replaceAll(' ', ' · ')).flatMap((word) => [word.fold, stemOf(word.fold)]),
  ]);
  return known;
};

const asking =
  /(?:^|\s)(?:چیست|چیه|یعنی|تعریف|مفهوم|معنی|معنای)(?:$|\s)|\bwhat(?:'s| is| are)\b|\bdefin|\bmeaning of\b|\bmeans?$/u;

/** Whether a reader asks what something is: «کنسرت قوا چیست», `definition of anarchy`. */
export const asksWhat = (text: string): boolean => asking.test(foldLetters(text).replaceAll(/[?؟!]/g, ' ').trim());
