import { sayNumber } from '../text/digits.ts';
import type { Language } from '../text/languages.ts';
import { strings } from './index.ts';

/** What a block is called in words, where something links to it. */
export function sayPlace(block: string, language: Language): string {
  const words = strings[language];
  const number = Number(/\d+$/.exec(block)?.[0]);
  if (/^p\d+$/.test(block)) return words.shortParagraph(sayNumber(number, language));
  if (/^fig\d+$/.test(block)) return words.figure(number);
  if (/^table\d+$/.test(block)) return words.table(number);
  if (/^eq\d+$/.test(block)) return words.formula(sayNumber(number, language));
  if (/^formula\d+$/.test(block)) return words.formula();
  if (/^fn\d+$/.test(block)) return words.note(sayNumber(number, language));
  if (/^s\d/.test(block))
    return `${words.section} ${block
      .slice(1)
      .split('-')
      .map((part) => sayNumber(Number(part), language))
      .join('.')}`;
  return block.startsWith('abstract-') && block.includes('extended') ? words.extendedAbstract : words.abstract;
}
