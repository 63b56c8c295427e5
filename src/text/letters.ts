/** Letters that count, as notes of tables are counted. */
import { type Localised, wordsLanguage } from './languages.ts';

const letters: Localised<readonly string[]> = {
  fa: 'الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی'.split(' '),
  en: 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' '),
  // The order of counting (abjad), by which Arabic numbers what it counts in letters.
  ar: 'أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' '),
};

/**
 * A number as a letter; behind the last one the letters are doubled.
 *
 * @param number from 1
 */
export function sayLetter(number: number, language: string): string {
  const own = letters[wordsLanguage(language)];
  const letter = own[(number - 1) % own.length] as string;
  return letter.repeat(Math.ceil(number / own.length));
}
